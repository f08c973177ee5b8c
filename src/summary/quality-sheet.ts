import { sheetIds, sheetNames, type FormatRun, type SheetPlan } from '../workbook';
import type { QualityWords } from '../wording';
import { headerStyles, palette } from './palette';
import { box, SheetCells } from './sheet-cells';

/** One finding as it stands on the sheet. */
export interface QualityLine {
  readonly weight: string;
  readonly sentence: string;
  readonly at: string;
  readonly column: string;
  readonly count: number;
  readonly values: string;
  readonly assumed: string;
}

/** What was read of one source. */
export interface QualitySide {
  readonly name: string;
  /** Its name and place: `SalesLines (Sales!A1:F200)`. */
  readonly source: string;
  readonly counts: {
    readonly rows: number;
    readonly used: number;
    readonly setAside: number;
    readonly skipped: number;
  };
  /** Why no rows are used yet, where a question is open. */
  readonly notRead?: string;
  /** Words where there is none. */
  readonly total: number | string;
  /** Of several currencies, what they add up to in one. */
  readonly inReport?: { readonly currency: string; readonly total: number };
  readonly lines: readonly QualityLine[];
}

/** The longest of the counts' names stands across the first two. */
const widths = [20, 22, 70, 18, 20, 10, 30, 46];

/** Points of a line of text. */
const lineHeight = 15;

/**
 * How many lines a text takes in a column so wide: some room is lost where words break. Excel would find
 * the height of such rows by itself, but not everything that opens its files does.
 */
function linesOf(text: string, width = 10): number {
  return Math.max(1, Math.ceil(text.length / (width * 0.9)));
}

/** The quality of the data as a sheet: counts and totals of each source, then what was found. */
export function planQualitySheet(sides: readonly QualitySide[], words: QualityWords): SheetPlan {
  const { title, counts, totalAtRates, headers, nothingFound } = words;
  const cells = new SheetCells();
  const formats: FormatRun[] = [];
  cells.put(0, 0, title);
  formats.push({ area: box(0, 0, 1, 1), style: { font: { bold: true, size: 14 } } });
  let row = 2;
  for (const side of sides) {
    cells.put(row, 0, side.name);
    cells.put(row, 2, side.source);
    formats.push({ area: box(row, 0, 1, 3), style: { font: { bold: true } } });
    const { inReport, notRead } = side;
    const used: [string, number | string, string][] = [
      [counts.used, side.counts.used, '#,##0'],
      [counts.setAside, side.counts.setAside, '#,##0'],
      [counts.skipped, side.counts.skipped, '#,##0'],
      [counts.total, side.total, '#,##0.00'],
    ];
    const figures: typeof used = [
      [counts.read, side.counts.rows, '#,##0'],
      ...(notRead === undefined ? used : ([[counts.used, notRead, '#,##0']] satisfies typeof used)),
    ];
    if (inReport && notRead === undefined)
      figures.push([totalAtRates(inReport.currency), inReport.total, '#,##0.00']);
    figures.forEach(([name, figure, numberFormat], index) => {
      const at = row + 1 + index;
      cells.put(at, 0, name);
      cells.put(at, 2, figure);
      formats.push({ area: box(at, 2, 1, 1), style: { numberFormat, horizontal: 'left' } });
    });
    row += figures.length + 2;
  }
  const head = row;
  const names = [
    headers.side,
    headers.weight,
    headers.finding,
    headers.at,
    headers.column,
    headers.count,
    headers.values,
    headers.assumed,
  ];
  names.forEach((name, column) => {
    cells.put(head, column, name);
  });
  formats.push({ area: box(head, 0, 1, names.length), style: headerStyles.plain });
  formats.push({ area: box(head, 0, 1, names.length), style: { horizontal: 'left' } });
  row += 1;
  const rowHeights: Record<number, number> = {};
  for (const side of sides) {
    for (const line of side.lines) {
      const { weight, sentence, at, column, count, values, assumed } = line;
      const texts = [side.name, weight, sentence, at, column, count, values, assumed];
      texts.forEach((cell, index) => {
        cells.put(row, index, cell);
      });
      const lines = Math.max(...texts.map((cell, index) => linesOf(String(cell), widths[index])));
      if (lines > 1) rowHeights[row] = lines * lineHeight;
      row += 1;
    }
  }
  if (row === head + 1) {
    cells.put(row, 2, nothingFound);
    row += 1;
  }
  const body = box(head + 1, 0, row - head - 1, names.length);
  formats.push({ area: body, style: { vertical: 'top', wrap: true } });
  formats.push({
    area: { ...body, column: 5, columns: 1 },
    style: { numberFormat: '#,##0', horizontal: 'right' },
  });
  formats.push({ area: box(head, 5, 1, 1), style: { horizontal: 'right' } });
  formats.push({ area: box(head, 6, row - head, 1), style: { horizontal: 'left', indent: 1 } });
  return {
    id: sheetIds.dataQuality,
    name: sheetNames.dataQuality,
    cells: cells.rows(),
    formats,
    columnWidths: Object.fromEntries(widths.map((width, column) => [column, width])),
    rowHeights,
    frozen: { rows: 0, columns: 0 },
    print: { landscape: true, area: box(0, 0, row, names.length), titleRows: 0 },
    gridlines: false,
    tabColour: palette.neutral,
    merges: [],
    rules: [],
    charts: [],
    tables: [],
    people: [],
  };
}
