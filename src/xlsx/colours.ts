import type { Colour } from '../workbook';
import { findTree, walk } from './xml';
import type { Parts } from './package';

/** A colour as files state it: plain, by number in a palette, or from the theme with a tint. */
export interface FileColour {
  readonly argb?: string;
  readonly theme?: number;
  readonly tint?: number;
  readonly indexed?: number;
}

/** The legacy palette's colours 8 to 63; 0 to 7 repeat the first eight. */
const palette = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 ' +
  '008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF ' +
  'FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF ' +
  'FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 ' +
  '993300 993366 333399 333333'
).split(' ');

/** Order in which cells number the theme's colours: light and dark pairs change places. */
const themeOrder =
  'lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(' ');
const officeTheme =
  'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');

/** Reads colours in a file's own terms. */
export type ColourReader = (colour: FileColour | undefined) => Colour | undefined;

export function colourReader(parts: Parts): ColourReader {
  const theme = themeColours(parts);
  return (colour) => {
    if (!colour) return undefined;
    if (colour.argb !== undefined) return hexColour(colour.argb.slice(-6));
    if (colour.theme !== undefined) {
      const base = theme[colour.theme];
      return base === undefined ? undefined : hexColour(tinted(base, colour.tint ?? 0));
    }
    if (colour.indexed === undefined || colour.indexed > 63) return undefined;
    const index = colour.indexed < 8 ? colour.indexed : colour.indexed - 8;
    return hexColour(palette[index] ?? '');
  };
}

/** A colour as files write it, opaque. */
export function argb(colour: Colour): { argb: string } {
  return { argb: `FF${colour.slice(1).toUpperCase()}` };
}

function hexColour(hex: string): Colour | undefined {
  return /^[0-9A-Fa-f]{6}$/.test(hex) ? `#${hex.toUpperCase()}` : undefined;
}

function themeColours(parts: Parts): readonly string[] {
  const path = Array.from(parts.keys()).find((name) => /^xl\/theme\/theme\d*\.xml$/.test(name));
  const tree = path === undefined ? undefined : findTree(parts, path);
  if (!tree) return officeTheme;
  const found = new Map<string, string>();
  walk(tree, (element) => {
    const slot = element.name.replace(/^\w+:/, '');
    if (!themeOrder.includes(slot)) return;
    const [colour] = element.children.filter((child) => child.type === 'element');
    const hex = colour?.attributes['lastClr'] ?? colour?.attributes['val'];
    if (hex !== undefined && !found.has(slot)) found.set(slot, hex);
  });
  return themeOrder.map((slot, index) => found.get(slot) ?? officeTheme[index] ?? '000000');
}

/** Excel tints in HSL: towards white for positive amounts, towards black for negative ones. */
function tinted(hex: string, tint: number): string {
  if (tint === 0) return hex;
  const channels = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const high = Math.max(...channels);
  const low = Math.min(...channels);
  const lightness = (high + low) / 2;
  const wanted = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = (light: number) => 1 - Math.abs(2 * light - 1);
  const scale = chroma(lightness) === 0 ? 0 : chroma(wanted) / chroma(lightness);
  return channels
    .map((channel) => wanted + (channel - lightness) * scale)
    .map((channel) => Math.round(Math.min(1, Math.max(0, channel)) * 255))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('');
}
