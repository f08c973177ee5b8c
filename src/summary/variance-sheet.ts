import {
  isMeasured,
  isoOf,
  isUnassigned,
  type Measure,
  type SpanBlock,
  type TrackingReport,
} from '../sales';
import {
  sheetIds,
  sheetNames,
  type Area,
  type ConditionalRule,
  type FormatRun,
  type SheetPlan,
} from '../workbook';
import type { Words } from '../wording';
import { planChart, planMatrix } from './attainment-matrix';
import { placeComments, rowIdentity, type Comments } from './comments';
import { putKeyFigures, type ReportKeyFigures } from './key-figure-rows';
import { amountDecimals, displayUnit } from './number-formats';
import { edge, headerStyles, palette } from './palette';
import { messageFacts } from './report-message';
import { putNotes, type ReportOrigin } from './report-notes';
import { box, hasCells, keyTexts, shownCell, SheetCells } from './sheet-cells';
import { blockColumns, impactRules, varianceBars } from './variance-columns';

export interface VarianceSheet {
  readonly plan: SheetPlan;
  /** Where each key's row stands in the period's block, by `rowIdentity`. */
  readonly rowAreas: ReadonlyMap<string, Area>;
  /** Of its amounts where they are shown in no larger unit: cents or none. */
  readonly decimals: 0 | 2;
}

const headerRow = 7;
const bodyRow = 8;
const chartRows = 16;

/** Plans the sheet of a variance report: message, title, two blocks, key figures, chart, matrix, notes. */
export function planVarianceSheet(
  report: TrackingReport,
  origin: ReportOrigin,
  words: Words,
  comments: Comments = new Map(),
  keyFigures?: ReportKeyFigures,
): VarianceSheet {
  const { request, current, yearToDate } = report;
  const keyColumns = Math.max(1, request.by.length);
  const largest = largestFigure(report);
  const unit = displayUnit(largest, amountDecimals(amountsOf(report)));
  const { decimals } = unit;
  const columns = blockColumns(unit, words, current.isOpen);
  const columnsToDate = blockColumns(unit, words, false);
  const periodColumn = keyColumns;
  const commentColumn = periodColumn + columns.length;
  const yearColumn = commentColumn + 1;
  const width = yearColumn + columns.length;
  const yearRows = new Map(yearToDate.rows.map((row) => [rowIdentity(row.key), row]));
  const rows = blockRows(current, yearToDate);
  const totalRow = bodyRow + rows.length;
  const cells = new SheetCells();
  const formats: FormatRun[] = [];
  const rules: ConditionalRule[] = [];
  const rowAreas = new Map<string, Area>();

  const [first, second] = words.message(messageFacts(report, words));
  const yearLabel = `_${isoOf(yearToDate.start).slice(0, 4)}`;
  cells.put(0, 0, first);
  cells.put(1, 0, second);
  cells.put(3, 0, words.reportTitle({ amount: origin.amount, by: request.by, unit: unit.name }));
  cells.put(
    4,
    0,
    words.scenarios({
      period: current.period.label,
      yearToDate: yearLabel,
      asOf: isoOf(request.asOf),
    }),
  );
  formats.push(
    { area: box(0, 0, 1, 1), style: { font: { bold: true, size: 14 } } },
    { area: box(1, 0, 1, 1), style: { font: { size: 12 } } },
    { area: box(3, 0, 1, 1), style: { font: { bold: true } } },
    { area: box(4, 0, 1, 1), style: { font: { colour: palette.neutral } } },
  );

  // Header band.
  cells.put(headerRow - 1, periodColumn, current.period.label);
  cells.put(headerRow - 1, yearColumn, `${yearLabel} ${words.yearToDate}`);
  const keyHeaders = request.by.length > 0 ? request.by : [''];
  keyHeaders.forEach((header, index) => {
    cells.put(headerRow, index, header);
  });
  formats.push(
    {
      area: box(headerRow - 1, 0, 1, width),
      style: { font: { bold: true }, border: { bottom: edge('thin', palette.line) } },
    },
    { area: box(headerRow, 0, 1, keyColumns), style: headerStyles.key },
    {
      area: box(headerRow, commentColumn, 1, 1),
      style: { ...headerStyles.key, indent: 1 },
    },
  );
  cells.put(headerRow, commentColumn, words.comment);

  // Body.
  const placed = placeComments(
    comments,
    rows.map((key) => keyTexts(key, words)),
  );
  rows.forEach((key, index) => {
    const row = bodyRow + index;
    const identity = rowIdentity(key);
    rowAreas.set(identity, box(row, 0, 1, yearColumn));
    keyTexts(key, words).forEach((text, column) => {
      cells.put(row, column, text);
    });
    const typed = placed.typed[index];
    if (typed !== undefined) cells.put(row, commentColumn, typed);
  });
  cells.put(totalRow, 0, words.total);
  const currentRows = new Map(current.rows.map((row) => [rowIdentity(row.key), row]));
  const blocks = [
    { at: periodColumn, rows: currentRows, total: current.total, shown: columns },
    { at: yearColumn, rows: yearRows, total: yearToDate.total, shown: columnsToDate },
  ];
  for (const { at, rows: figures, total, shown } of blocks) {
    shown.forEach((column, index) => {
      cells.put(headerRow, at + index, column.header);
      formats.push({ area: box(headerRow, at + index, 1, 1), style: column.style });
      rows.forEach((key, row) => {
        const found = figures.get(rowIdentity(key));
        cells.put(bodyRow + row, at + index, found ? shownCell(column.value(found), words) : null);
      });
      cells.put(totalRow, at + index, shownCell(column.value(total), words));
      formats.push({
        area: box(bodyRow, at + index, rows.length + 1, 1),
        style: {
          horizontal: 'right',
          ...(column.format && { numberFormat: column.format([...figures.values(), total]) }),
        },
      });
      if (column.isVariance) {
        rules.push(
          ...impactRules(box(bodyRow, at + index, rows.length, 1)),
          ...impactRules(box(totalRow, at + index, 1, 1)),
        );
      }
    });
  }
  // A line between the two blocks.
  formats.push({
    area: box(headerRow - 1, yearColumn, rows.length + 3, 1),
    style: { border: { left: edge('thin', palette.line) } },
  });
  rules.push(...varianceBars(blocks, columns, { row: bodyRow, rows: rows.length }));
  formats.push(
    {
      area: box(totalRow, 0, 1, width),
      style: { font: { bold: true }, border: { top: edge('medium') } },
    },
    {
      area: box(bodyRow, commentColumn, rows.length, 1),
      style: { fill: palette.input, horizontal: 'left', wrap: true, indent: 1 },
    },
  );

  // Key figures, chart, matrix, notes.
  const labels = [current.period.label, yearLabel];
  const keyRow = { row: totalRow + 2, keyColumns, labels, decimals };
  const { end: chartRow, longest } = putKeyFigures(cells, formats, keyRow, keyFigures, words);
  const matrixRow = chartRow + chartRows + 1;
  const matrix = planMatrix(cells, report, { row: matrixRow, keyColumns, unit }, words);
  formats.push(...matrix.formats);
  rules.push(...matrix.rules);
  const notesRow = matrix.end + 2;
  const notes = putNotes(cells, formats, notesRow, { report, origin, kept: placed.kept }, words);
  const chartPlace = box(chartRow, 0, chartRows, commentColumn);
  const chart = planChart(report, matrix, chartPlace, displayUnit(largest), words);

  const columnWidths: Record<number, number> = {};
  const exactWidth = exactTotalWidth(report);
  const usualWidth = decimals === 2 ? Math.max(10.5, exactWidth) : 10.5;
  for (let column = 0; column < Math.max(width, keyColumns + report.periods.length); column += 1) {
    columnWidths[column] = usualWidth;
  }
  keyHeaders.forEach((_, column) => {
    columnWidths[column] = Math.min(34, Math.max(14, longestText(rows, column, words) + 2));
  });
  // With one column of keys the names of key figures have no room beside it.
  if (keyColumns === 1) columnWidths[0] = Math.max(columnWidths[0] ?? 0, longest + 1);
  const statuses = current.isOpen ? words.openStatuses : words.statuses;
  const longestStatus = Math.max(...Object.values(statuses).map(({ length }) => length));
  columnWidths[commentColumn - 1] = Math.max(usualWidth, longestStatus + 2);
  columnWidths[commentColumn] = 26;
  // The control totals are shown to the cent, in the block's first columns.
  for (let column = keyColumns; column < keyColumns + 3; column += 1) {
    columnWidths[column] = Math.max(10.5, exactWidth);
  }

  const plan: SheetPlan = {
    id: sheetIds.varianceReport,
    name: sheetNames.varianceReport,
    cells: cells.rows(),
    formats: formats.filter((run) => hasCells(run.area)),
    rules: rules.filter((rule) => hasCells(rule.area)),
    columnWidths,
    rowHeights: { [headerRow]: 30 },
    frozen: { rows: bodyRow, columns: keyColumns },
    gridlines: false,
    tabColour: palette.good,
    merges: [],
    charts: report.periods.length > 0 ? [chart] : [],
    tables: [],
    people: [
      {
        keys: box(bodyRow, 0, rows.length, keyColumns),
        typed: box(bodyRow, commentColumn, rows.length, 1),
      },
      ...notes.people,
    ].filter(({ keys }) => hasCells(keys)),
    print: { landscape: true, area: box(0, 0, notes.end, width), titleRows: bodyRow },
  };
  return { plan, rowAreas, decimals };
}

function longestText(keys: readonly (readonly string[])[], column: number, words: Words): number {
  return keys.reduce(
    (longest, key) => Math.max(longest, (keyTexts(key, words)[column] ?? '').length),
    0,
  );
}

/** What decides whether amounts show cents: all but targets to date, which are computed. */
function* amountsOf({ current, yearToDate }: TrackingReport): Generator<Measure> {
  for (const { actual, prior } of [...current.rows, ...yearToDate.rows]) yield* [actual, prior];
  for (const { target } of current.rows) yield target;
}

/** The largest figure of a single row: totals may take a digit more than rows. */
function largestFigure({ current, yearToDate }: TrackingReport): number {
  let largest = 0;
  for (const { actual, target } of [...current.rows, ...yearToDate.rows]) {
    largest = Math.max(largest, Math.abs(actual), isMeasured(target) ? Math.abs(target) : 0);
  }
  return largest;
}

/** In characters, with thousands separators and cents. */
function exactTotalWidth({ control }: TrackingReport): number {
  const largest = Math.max(Math.abs(control.sales.total), Math.abs(control.targets.total));
  const digits = Math.trunc(largest).toString().length;
  return digits + Math.floor((digits - 1) / 3) + 5;
}

/** The keys of both blocks, in the order of the period's: worst first, unassigned last. */
function blockRows(current: SpanBlock, yearToDate: SpanBlock): (readonly string[])[] {
  const keys = current.rows.map((row) => row.key);
  const seen = new Set(keys.map(rowIdentity));
  const others = yearToDate.rows.map((row) => row.key).filter((key) => !seen.has(rowIdentity(key)));
  const all = [...keys, ...others];
  return [...all.filter((key) => !isUnassigned(key)), ...all.filter(isUnassigned)];
}
