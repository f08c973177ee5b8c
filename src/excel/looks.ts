import { maxRows } from '../workbook';
import type { Area, BorderEdge, CellStyle, FormatRun } from '../workbook';
import { rangeOf } from './cells';

const weights = {
  hair: 'Hairline',
  thin: 'Thin',
  medium: 'Medium',
  thick: 'Thick',
  double: 'Thick',
  dotted: 'Thin',
  dashed: 'Thin',
} as const satisfies Record<BorderEdge['style'], Excel.RangeBorder['weight']>;

const lines = {
  hair: 'Continuous',
  thin: 'Continuous',
  medium: 'Continuous',
  thick: 'Continuous',
  double: 'Double',
  dotted: 'Dot',
  dashed: 'Dash',
} as const satisfies Record<BorderEdge['style'], Excel.RangeBorder['style']>;

const horizontal = { left: 'Left', center: 'Center', right: 'Right' } as const;
const vertical = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

/** Gives each area its look, in order: later ones lie over earlier ones. */
export function writeFormats(sheet: Excel.Worksheet, runs: readonly FormatRun[]): void {
  for (const { area, style } of runs) writeStyle(rangeOf(sheet, area), area, style);
}

function writeStyle(range: Excel.Range, area: Area, style: CellStyle): void {
  const { format } = range;
  // One value for all cells, which the interface takes and its types do not know.
  if (style.numberFormat !== undefined) {
    range.numberFormat = style.numberFormat as unknown as string[][];
  }
  if (style.fill) format.fill.color = style.fill;
  if (style.font) writeFont(format.font, style.font);
  if (style.horizontal) format.horizontalAlignment = horizontal[style.horizontal];
  if (style.vertical) format.verticalAlignment = vertical[style.vertical];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.indent !== undefined) format.indentLevel = style.indent;
  if (style.border) writeBorder(format.borders, area, style.border);
}

function writeFont(font: Excel.RangeFont, style: NonNullable<CellStyle['font']>): void {
  if (style.name !== undefined) font.name = style.name;
  if (style.size !== undefined) font.size = style.size;
  if (style.bold !== undefined) font.bold = style.bold;
  if (style.italic !== undefined) font.italic = style.italic;
  if (style.underline !== undefined) font.underline = style.underline ? 'Single' : 'None';
  if (style.colour) font.color = style.colour;
}

type Border = NonNullable<CellStyle['border']>;

/** A style's border is each cell's, so that of an area is drawn between its cells as well. */
function writeBorder(borders: Excel.RangeBorderCollection, area: Area, border: Border): void {
  const draw = (
    edge: BorderEdge | undefined,
    side: 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight',
    inside: 'InsideHorizontal' | 'InsideVertical' | undefined,
  ) => {
    if (!edge) return;
    for (const index of inside ? [side, inside] : [side]) {
      const line = borders.getItem(index);
      line.style = lines[edge.style];
      line.color = edge.colour;
      if (edge.style !== 'double') line.weight = weights[edge.style];
    }
  };
  const betweenRows = area.rows > 1 ? 'InsideHorizontal' : undefined;
  const betweenColumns = area.columns > 1 ? 'InsideVertical' : undefined;
  draw(border.top, 'EdgeTop', betweenRows);
  draw(border.bottom, 'EdgeBottom', betweenRows);
  draw(border.left, 'EdgeLeft', betweenColumns);
  draw(border.right, 'EdgeRight', betweenColumns);
}

/** What a rule lays over cells. */
export function writeRuleStyle(format: Excel.ConditionalRangeFormat, style: CellStyle): void {
  if (style.numberFormat !== undefined) format.numberFormat = style.numberFormat;
  if (style.fill) format.fill.color = style.fill;
  if (style.font) {
    const { bold, italic, underline, colour } = style.font;
    if (bold !== undefined) format.font.bold = bold;
    if (italic !== undefined) format.font.italic = italic;
    if (underline !== undefined) format.font.underline = underline ? 'Single' : 'None';
    if (colour) format.font.color = colour;
  }
}

/** Characters of the standard font, seven pixels each and five of padding, as points. */
function widthInPoints(characters: number): number {
  return Math.trunc(characters * 7 + 5) * 0.75;
}

/** Sets column widths and row heights; neighbours of one size in one call. */
export function writeSizes(
  sheet: Excel.Worksheet,
  columnWidths: Readonly<Record<number, number>>,
  rowHeights: Readonly<Record<number, number>>,
): void {
  for (const { first, count, size } of runsOfSizes(columnWidths)) {
    const range = rangeOf(sheet, { row: 0, column: first, rows: maxRows, columns: count });
    range.format.columnWidth = widthInPoints(size);
  }
  for (const { first, count, size } of runsOfSizes(rowHeights)) {
    rangeOf(sheet, { row: first, column: 0, rows: count, columns: 1 }).format.rowHeight = size;
  }
}

function runsOfSizes(sizes: Readonly<Record<number, number>>) {
  const runs: { first: number; count: number; size: number }[] = [];
  const keys = Object.keys(sizes).map(Number);
  for (const key of keys.sort((a, b) => a - b)) {
    const size = sizes[key];
    const last = runs.at(-1);
    if (size === undefined) continue;
    if (last?.size === size && last.first + last.count === key) last.count += 1;
    else runs.push({ first: key, count: 1, size });
  }
  return runs;
}
