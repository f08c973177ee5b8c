import type { Border, Style } from '@cj-tech-master/excelts';
import type { BorderEdge, CellStyle, Colour } from '../workbook';
import { argb } from './colours';
import type { ColourReader, FileColour } from './colours';

const borderStyles: Readonly<Record<string, BorderEdge['style']>> = {
  hair: 'hair',
  thin: 'thin',
  medium: 'medium',
  thick: 'thick',
  double: 'double',
  dotted: 'dotted',
  dashed: 'dashed',
  dashDot: 'dashed',
  dashDotDot: 'dashed',
  slantDashDot: 'dashed',
  mediumDashed: 'dashed',
  mediumDashDot: 'dashed',
  mediumDashDotDot: 'dashed',
};

/** The fonts and sizes a new workbook starts with say nothing about a cell. */
const plainFonts = new Set(['Calibri', 'Aptos Narrow']);

/** A cell's look from a file's terms; undefined where it is the plain one. */
export function styleFromFile(
  style: Partial<Style> | undefined,
  readColour: ColourReader,
): CellStyle | undefined {
  if (!style) return undefined;
  const format = typeof style.numFmt === 'string' ? style.numFmt : style.numFmt?.formatCode;
  const fill = fillFromFile(style.fill, readColour);
  const font = fontFromFile(style.font, readColour);
  const { horizontal, vertical, wrapText, indent } = style.alignment ?? {};
  const border = bordersFromFile(style.border, readColour);
  const result: CellStyle = {
    ...(format !== undefined && format !== 'General' && { numberFormat: format }),
    ...(fill && { fill }),
    ...(font && { font }),
    ...((horizontal === 'left' || horizontal === 'center' || horizontal === 'right') && {
      horizontal,
    }),
    ...(vertical === 'top' && { vertical }),
    ...(vertical === 'middle' && { vertical: 'center' as const }),
    ...(wrapText === true && { wrap: true }),
    ...(indent !== undefined && indent > 0 && { indent }),
    ...(border && { border }),
  };
  return Object.keys(result).length === 0 ? undefined : result;
}

function fillFromFile(fill: Style['fill'] | undefined, readColour: ColourReader) {
  if (fill?.type === 'gradient') return readColour(fill.stops[0]?.color);
  if (!fill || fill.pattern === 'none') return undefined;
  const first: FileColour | undefined = fill.fgColor;
  const second: FileColour | undefined = fill.bgColor;
  return readColour(first) ?? (fill.pattern === 'solid' ? readColour(second) : undefined);
}

function fontFromFile(font: Partial<Style['font']> | undefined, readColour: ColourReader) {
  if (!font) return undefined;
  const colour = readColour(font.color);
  const isUnderlined = font.underline !== undefined && font.underline !== false;
  const result: NonNullable<CellStyle['font']> = {
    ...(font.name !== undefined && !plainFonts.has(font.name) && { name: font.name }),
    ...(font.size !== undefined && font.size !== 11 && { size: font.size }),
    ...(font.bold === true && { bold: true }),
    ...(font.italic === true && { italic: true }),
    ...(isUnderlined && font.underline !== 'none' && { underline: true }),
    ...(colour && colour !== '#000000' && { colour }),
  };
  return Object.keys(result).length === 0 ? undefined : result;
}

function bordersFromFile(border: Partial<Style['border']> | undefined, readColour: ColourReader) {
  if (!border) return undefined;
  const edge = (side: Partial<Border> | undefined): BorderEdge | undefined => {
    const style = side?.style === undefined ? undefined : borderStyles[side.style];
    return style && { style, colour: readColour(side?.color) ?? '#000000' };
  };
  const [top, bottom, left, right] = [border.top, border.bottom, border.left, border.right].map(
    edge,
  );
  if (!top && !bottom && !left && !right) return undefined;
  return {
    ...(top && { top }),
    ...(bottom && { bottom }),
    ...(left && { left }),
    ...(right && { right }),
  };
}

/** A cell's look in a file's terms. */
export function styleForFile(style: CellStyle): Partial<Style> {
  return {
    ...(style.numberFormat !== undefined && { numFmt: style.numberFormat }),
    ...(style.fill && { fill: solid(style.fill) }),
    ...(style.font && { font: fontForFile(style.font, 'Calibri') }),
    ...alignmentForFile(style),
    ...bordersForFile(style.border),
  };
}

/**
 * A look that a rule lays over a cell's own. Such fills put the colour where a cell's fill has its
 * background, and a font may only say what differs.
 */
export function ruleStyleForFile(style: CellStyle): Partial<Style> {
  return {
    ...(style.numberFormat !== undefined && { numFmt: style.numberFormat }),
    ...(style.fill && {
      fill: { type: 'pattern', pattern: 'solid', bgColor: argb(style.fill) },
    }),
    ...(style.font && { font: fontForFile(style.font) }),
    ...bordersForFile(style.border),
  };
}

/** The look of a rule; its fill stands in the background colour. */
export function ruleStyleFromFile(
  style: Partial<Style> | undefined,
  readColour: ColourReader,
): CellStyle {
  const result = styleFromFile(style, readColour) ?? {};
  const fill = style?.fill;
  if (fill?.type !== 'pattern') return result;
  const colour = readColour(fill.bgColor) ?? readColour(fill.fgColor);
  return colour ? { ...result, fill: colour } : result;
}

function solid(colour: Colour): Style['fill'] {
  return { type: 'pattern', pattern: 'solid', fgColor: argb(colour) };
}

function fontForFile(font: NonNullable<CellStyle['font']>, fallback?: string) {
  const name = font.name ?? fallback;
  const size = font.size ?? (fallback === undefined ? undefined : 11);
  return {
    ...(name !== undefined && { name }),
    ...(size !== undefined && { size }),
    ...(font.bold !== undefined && { bold: font.bold }),
    ...(font.italic !== undefined && { italic: font.italic }),
    ...(font.underline !== undefined && { underline: font.underline }),
    ...(font.colour && { color: argb(font.colour) }),
  };
}

function alignmentForFile(style: CellStyle): Partial<Style> {
  const { horizontal, vertical, wrap, indent } = style;
  if (!horizontal && !vertical && wrap === undefined && indent === undefined) return {};
  return {
    alignment: {
      // Excel ignores an indent without a side to count from.
      ...((horizontal ?? indent) !== undefined && { horizontal: horizontal ?? 'left' }),
      ...(vertical && { vertical: vertical === 'center' ? 'middle' : vertical }),
      ...(wrap !== undefined && { wrapText: wrap }),
      ...(indent !== undefined && { indent }),
    },
  };
}

function bordersForFile(border: CellStyle['border']): Partial<Style> {
  if (!border) return {};
  const edge = (side: BorderEdge | undefined) =>
    side && { style: side.style, color: argb(side.colour) };
  const [top, bottom, left, right] = [border.top, border.bottom, border.left, border.right].map(
    edge,
  );
  return {
    border: {
      ...(top && { top }),
      ...(bottom && { bottom }),
      ...(left && { left }),
      ...(right && { right }),
    },
  };
}
