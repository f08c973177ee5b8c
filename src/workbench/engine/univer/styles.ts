import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { IBorderData, IBorderStyleData, IStyleData } from '@univerjs/core';

import type { BorderEdge, CellStyle } from '../../../workbook';

/** Excel's standard font, whose digits measure a column's width. */
export const standardFont = { name: 'Calibri', size: 11 };
export const standardColumnWidth = 64;
export const standardRowHeight = 20;

/** Characters of the standard font as pixels: 7 a digit and 5 of padding. */
export function columnPixels(characters: number): number {
  return Math.round(characters * 7 + 5);
}

/** Points as pixels at 96 to the inch. */
export function rowPixels(points: number): number {
  return Math.round((points * 96) / 72);
}

/** The height that Excel gives a row for its largest font; undefined for the standard one. */
export function fittingRowPixels(fontSize: number | undefined): number | undefined {
  if (fontSize === undefined || fontSize <= standardFont.size) return undefined;
  return rowPixels(fontSize * 1.3125);
}

const horizontal = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
} as const;

const vertical = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
} as const;

const borders = {
  hair: BorderStyleTypes.HAIR,
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  double: BorderStyleTypes.DOUBLE,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
} as const;

function flag(on: boolean): BooleanNumber {
  return on ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

function edge(border: BorderEdge): IBorderStyleData {
  return { s: borders[border.style], cl: { rgb: border.colour } };
}

function borderData(border: NonNullable<CellStyle['border']>): IBorderData {
  return {
    ...(border.top && { t: edge(border.top) }),
    ...(border.bottom && { b: edge(border.bottom) }),
    ...(border.left && { l: edge(border.left) }),
    ...(border.right && { r: edge(border.right) }),
  };
}

export function toStyleData(style: CellStyle): IStyleData {
  const { font, border } = style;
  return {
    ...(style.numberFormat !== undefined && { n: { pattern: style.numberFormat } }),
    ...(style.fill !== undefined && { bg: { rgb: style.fill } }),
    ...(font?.name !== undefined && { ff: font.name }),
    ...(font?.size !== undefined && { fs: font.size }),
    ...(font?.bold !== undefined && { bl: flag(font.bold) }),
    ...(font?.italic !== undefined && { it: flag(font.italic) }),
    ...(font?.underline !== undefined && { ul: { s: flag(font.underline) } }),
    ...(font?.colour !== undefined && { cl: { rgb: font.colour } }),
    ...(style.horizontal !== undefined && { ht: horizontal[style.horizontal] }),
    ...(style.vertical !== undefined && { vt: vertical[style.vertical] }),
    ...(style.wrap !== undefined && { tb: style.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
    // An indent step is about as wide as one and a half digits.
    ...(style.indent !== undefined && { pd: { l: 2 + style.indent * 10, r: 2, t: 0, b: 1 } }),
    ...(border && { bd: borderData(border) }),
  };
}

/** One style laid over another, property by property, borders edge by edge. */
export function overlaid(below: IStyleData, above: IStyleData): IStyleData {
  const merged = { ...below, ...above };
  if (below.bd && above.bd) merged.bd = { ...below.bd, ...above.bd };
  return merged;
}
