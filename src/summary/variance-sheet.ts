import {
  isMeasured,
  isoOf,
  isUnassigned,
  type Grain,
  type Measure,
  type SpanBlock,
  type SpanFigures,
  type TrackingReport,
} from '../sales';
import {
  sheetIds,
  sheetNames,
  type Area,
  type CellContent,
  type CellStyle,
  type Chart,
  type ConditionalRule,
  type FormatRun,
  type PeoplesCells,
  type SheetPlan,
} from '../workbook';
import { keyText, type Culprit, type Words } from '../wording';
import { displayUnit, ratioFormat, varianceRatioFormat, type DisplayUnit } from './number-formats';
import { edge, headerStyles, palette } from './palette';

/** What the report needs to say about where its figures come from. */
export interface ReportOrigin {
  readonly amount: string;
  readonly salesAt: string;
  readonly sales: { readonly rows: number; readonly used: number };
  readonly targetsAt: string;
  readonly targets: { readonly rows: number; readonly used: number };
}

/** What people typed beside rows, by row key. */
export type Comments = ReadonlyMap<string, CellContent>;

/** The identity of a row on a sheet: its key's texts, as people see them. */
export function rowIdentity(texts: readonly string[]): string {
  return JSON.stringify(texts);
}

export interface VarianceSheet {
  readonly plan: SheetPlan;
  /** Where each key's row stands in the period's block, by `rowIdentity`. */
  readonly rowAreas: ReadonlyMap<string, Area>;
}

/** A column of a block: its header, and a row's figure. */
interface BlockColumn {
  readonly header: string;
  readonly style: CellStyle;
  /** The number format for a column of these rows. */
  readonly format?: (rows: readonly SpanFigures[]) => string;
  readonly isVariance?: boolean;
  readonly value: (row: SpanFigures) => Measure | string;
}

const headerRow = 7;
const bodyRow = 8;
const chartRows = 16;

/** Plans the sheet of a variance report: message, title, two blocks, chart, matrix, notes. */
export function planVarianceSheet(
  report: TrackingReport,
  origin: ReportOrigin,
  words: Words,
  comments: Comments = new Map(),
): VarianceSheet {
  const { request, current, yearToDate } = report;
  const keyColumns = Math.max(1, request.by.length);
  const unit = displayUnit(largestFigure(report));
  const columns = blockColumns(unit, words);
  const periodColumn = keyColumns;
  const commentColumn = periodColumn + columns.length;
  const yearColumn = commentColumn + 1;
  const width = yearColumn + columns.length;
  const yearRows = new Map(yearToDate.rows.map((row) => [rowIdentity(row.key), row]));
  const rows = blockRows(current, yearToDate);
  const totalRow = bodyRow + rows.length;
  const cells = new Sheet();
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
    { at: periodColumn, rows: currentRows, total: current.total },
    { at: yearColumn, rows: yearRows, total: yearToDate.total },
  ];
  for (const { at, rows: figures, total } of blocks) {
    columns.forEach((column, index) => {
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
  rules.push(...varianceBars(blocks, columns, rows));
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

  // Chart, matrix, notes.
  const chartRow = totalRow + 2;
  const matrixRow = chartRow + chartRows + 1;
  const matrix = planMatrix(cells, report, { row: matrixRow, keyColumns, unit }, words);
  formats.push(...matrix.formats);
  rules.push(...matrix.rules);
  const notesRow = matrix.end + 2;
  const notes = putNotes(cells, formats, notesRow, { report, origin, kept: placed.kept }, words);
  const chart = planChart(report, matrix, box(chartRow, 0, chartRows, commentColumn), unit, words);

  const columnWidths: Record<number, number> = {};
  for (let column = 0; column < Math.max(width, keyColumns + report.periods.length); column += 1) {
    columnWidths[column] = 10.5;
  }
  keyHeaders.forEach((_, column) => {
    columnWidths[column] = Math.min(34, Math.max(14, longestText(rows, column, words) + 2));
  });
  columnWidths[commentColumn] = 26;
  // The control totals are shown to the cent, in the block's first columns.
  const exactWidth = exactTotalWidth(report);
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
  return { plan, rowAreas };
}

/** Cells put one by one, kept as rows. */
class Sheet {
  private readonly cells: CellContent[][] = [];

  put(row: number, column: number, content: CellContent): void {
    while (this.cells.length <= row) this.cells.push([]);
    const line = this.cells[row];
    if (!line) return;
    while (line.length < column) line.push(null);
    line[column] = content;
  }

  rows(): CellContent[][] {
    return this.cells;
  }
}

function box(row: number, column: number, rows: number, columns: number): Area {
  return { row, column, rows, columns };
}

function hasCells(area: Area): boolean {
  return area.rows > 0 && area.columns > 0;
}

function keyTexts(key: readonly string[], words: Words): string[] {
  return key.length === 0
    ? [words.total]
    : key.map((text) => (text === '' ? words.unassigned : text));
}

function longestText(keys: readonly (readonly string[])[], column: number, words: Words): number {
  return keys.reduce(
    (longest, key) => Math.max(longest, (keyTexts(key, words)[column] ?? '').length),
    0,
  );
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

function blockColumns(unit: DisplayUnit, words: Words): BlockColumn[] {
  const { prior, target, actual, plain } = headerStyles;
  const amount = () => unit.amount;
  const change = () => unit.variance;
  const ratio = (value: (row: SpanFigures) => Measure) => (rows: readonly SpanFigures[]) =>
    varianceRatioFormat(rows.map(value).filter(isMeasured));
  return [
    { header: 'PY', style: prior, format: amount, value: (row) => row.prior },
    { header: 'PL', style: target, format: amount, value: (row) => row.target },
    { header: 'AC', style: actual, format: amount, value: (row) => row.actual },
    {
      header: 'ΔPL',
      style: plain,
      format: change,
      isVariance: true,
      value: (row) => row.variance,
    },
    {
      header: 'ΔPL %',
      style: plain,
      format: ratio((row) => row.varianceRatio),
      isVariance: true,
      value: (row) => row.varianceRatio,
    },
    {
      header: 'ΔPY',
      style: plain,
      format: change,
      isVariance: true,
      value: (row) => row.change,
    },
    {
      header: 'ΔPY %',
      style: plain,
      format: ratio((row) => row.growth),
      isVariance: true,
      value: (row) => row.growth,
    },
    { header: words.pace, style: plain, format: () => ratioFormat, value: (row) => row.pace },
    { header: words.status, style: plain, value: (row) => statusText(row, words) },
  ];
}

/** The status word; where a ratio of the row is not available, its reason too. */
function statusText(row: SpanFigures, words: Words): string {
  const { varianceRatio: ratio } = row;
  const word = words.statuses[row.status];
  if (isMeasured(ratio) || ratio.reason === 'noTarget') return word;
  return `${word}: ${words.reasons[ratio.reason]}`;
}

function shownCell(value: Measure | string, words: Words): CellContent {
  if (typeof value === 'string') return value;
  return isMeasured(value) ? value : words.notAvailable;
}

/** The keys of both blocks, in the order of the period's: worst first, unassigned last. */
function blockRows(current: SpanBlock, yearToDate: SpanBlock): (readonly string[])[] {
  const keys = current.rows.map((row) => row.key);
  const seen = new Set(keys.map(rowIdentity));
  const others = yearToDate.rows.map((row) => row.key).filter((key) => !seen.has(rowIdentity(key)));
  const all = [...keys, ...others];
  return [...all.filter((key) => !isUnassigned(key)), ...all.filter(isUnassigned)];
}

/** Green above zero, red below: colour by impact, beside the sign and the status word. */
function impactRules(area: Area): ConditionalRule[] {
  return [
    {
      kind: 'cellValue',
      area,
      operator: 'lessThan',
      formula1: '=0',
      style: { font: { colour: palette.bad } },
    },
    {
      // Text is greater than any number to Excel: "n.a." stays grey by the upper bound.
      kind: 'cellValue',
      area,
      operator: 'between',
      formula1: '=0.0000001',
      formula2: '=9.99E+307',
      style: { font: { colour: palette.good } },
    },
  ];
}

/** Bars on ΔPL, one scale over all rows of a block; the total is left out, it would dwarf them. */
function varianceBars(
  blocks: readonly { at: number; rows: ReadonlyMap<string, SpanFigures> }[],
  columns: readonly BlockColumn[],
  rows: readonly (readonly string[])[],
): ConditionalRule[] {
  const index = columns.findIndex((column) => column.header === 'ΔPL');
  return blocks.flatMap(({ at, rows: figures }): ConditionalRule[] => {
    const sizes = [...figures.values()].map(({ variance }) =>
      isMeasured(variance) ? Math.abs(variance) : 0,
    );
    const limit = Math.max(0, ...sizes);
    if (limit === 0) return [];
    return [
      {
        kind: 'dataBar',
        area: box(bodyRow, at + index, rows.length, 1),
        min: -limit,
        max: limit,
        positive: '#8FD0AE',
        negative: '#F0A6A1',
        showValue: true,
      },
    ];
  });
}

interface Matrix {
  readonly periods: Area;
  readonly actual: Area;
  readonly target: Area;
  readonly end: number;
  readonly formats: readonly FormatRun[];
  readonly rules: readonly ConditionalRule[];
}

/** Attainment of every key in every period, and the totals the chart draws. */
function planMatrix(
  cells: Sheet,
  report: TrackingReport,
  at: { readonly row: number; readonly keyColumns: number; readonly unit: DisplayUnit },
  words: Words,
): Matrix {
  const { periods, totals } = report;
  const { row: top, keyColumns, unit } = at;
  const header = top + 1;
  cells.put(top, 0, words.allPeriods);
  report.request.by.forEach((name, column) => {
    cells.put(header, column, name);
  });
  const column = new Map(periods.map((period, index) => [period.index, keyColumns + index]));
  periods.forEach((period, index) => {
    cells.put(header, keyColumns + index, period.label);
  });
  const lines = new Map<string, number>();
  const keys = [...new Map(report.rows.map((row) => [rowIdentity(row.key), row.key])).values()];
  const sorted = [...keys].sort(byTexts);
  const body = header + 1;
  sorted.forEach((key, index) => {
    lines.set(rowIdentity(key), body + index);
    keyTexts(key, words).forEach((text, place) => {
      cells.put(body + index, place, text);
    });
  });
  for (const row of report.rows) {
    const line = lines.get(rowIdentity(row.key)) ?? body;
    const place = column.get(row.period.index) ?? keyColumns;
    cells.put(line, place, shownCell(row.attainment, words));
  }
  const last = body + sorted.length;
  const lineLabels = [words.attainment, `${words.total} AC`, `${words.total} PL`];
  lineLabels.forEach((label, index) => {
    cells.put(last + index, 0, label);
  });
  totals.forEach((total, index) => {
    const figures: Measure[] = [total.attainment, total.actual, total.target];
    figures.forEach((figure, line) => {
      cells.put(last + line, keyColumns + index, shownCell(figure, words));
    });
  });
  const wide = (row: number, rows: number) => box(row, keyColumns, rows, periods.length);
  const under: CellStyle = { font: { bold: true }, border: { top: edge('medium') } };
  return {
    periods: wide(header, 1),
    actual: wide(last + 1, 1),
    target: wide(last + 2, 1),
    end: last + lineLabels.length,
    formats: [
      { area: box(top, 0, 1, 1), style: { font: { bold: true } } },
      { area: box(header, 0, 1, keyColumns), style: headerStyles.key },
      { area: wide(header, 1), style: headerStyles.plain },
      {
        area: wide(body, sorted.length + 1),
        style: { numberFormat: ratioFormat, horizontal: 'right' },
      },
      { area: wide(last + 1, 2), style: { numberFormat: unit.amount, horizontal: 'right' } },
      { area: box(last, 0, 1, keyColumns + periods.length), style: under },
    ],
    rules:
      periods.length === 0
        ? []
        : [
            {
              kind: 'cellValue',
              area: wide(body, sorted.length + 1),
              operator: 'lessThan',
              formula1: `=${String(report.request.thresholds.onTrack)}`,
              style: { font: { colour: palette.bad } },
            },
            {
              kind: 'cellValue',
              area: wide(body, sorted.length + 1),
              operator: 'between',
              formula1: `=${String(report.request.thresholds.ahead)}`,
              formula2: '=9.99E+307',
              style: { font: { colour: palette.good } },
            },
          ],
  };
}

function byTexts(a: readonly string[], b: readonly string[]): number {
  const unassigned = Number(isUnassigned(a)) - Number(isUnassigned(b));
  if (unassigned !== 0) return unassigned;
  const index = a.findIndex((text, place) => text !== b[place]);
  return index < 0 ? 0 : (a[index] ?? '') < (b[index] ?? '') ? -1 : 1;
}

function planChart(
  report: TrackingReport,
  matrix: Matrix,
  place: Area,
  unit: DisplayUnit,
  words: Words,
): Chart {
  const grain: Grain = report.request.grain;
  const [first, last] = [report.periods[0]?.label ?? '', report.periods.at(-1)?.label ?? ''];
  return {
    name: 'SalesMonitorActualTarget',
    title: words.actualAndTarget,
    description: words.chartDescription({ grain, first, last }),
    categories: matrix.periods,
    series: [
      {
        name: 'PL',
        values: matrix.target,
        kind: 'column',
        colour: palette.outline,
        outlined: true,
      },
      { name: 'AC', values: matrix.actual, kind: 'column', colour: palette.actual },
    ],
    place,
    valueFormat: unit.amount,
  };
}

function messageFacts(report: TrackingReport, words: Words) {
  const { current, request } = report;
  const short = current.rows
    .filter((row) => row.status === 'behind' || row.status === 'onTrack')
    .filter((row) => isMeasured(row.variance) && row.variance < 0);
  const shortfall = short.reduce((sum, { variance }) => sum + amountOf(variance), 0);
  const culprits: Culprit[] = short.slice(0, 2).map((row) => ({
    name: keyText(row.key, words),
    share: amountOf(row.variance) / shortfall,
  }));
  const { attainment, pace } = current.total;
  return {
    period: current.period.label,
    isOpen: current.period.end > request.asOf,
    asOf: isoOf(request.asOf),
    attainment: isMeasured(attainment) ? attainment : undefined,
    pace: isMeasured(pace) ? pace : undefined,
    // Without a dimension there is nobody to name, behind or not.
    culprits: request.by.length > 0 ? culprits : [],
    behind: current.rows.filter((row) => row.status === 'behind').length,
    keys: request.by.length > 0 ? current.rows.length : 0,
  };
}

function amountOf(measure: Measure): number {
  return isMeasured(measure) ? measure : 0;
}

function putNotes(
  cells: Sheet,
  formats: FormatRun[],
  top: number,
  about: {
    readonly report: TrackingReport;
    readonly origin: ReportOrigin;
    readonly kept: readonly KeptComment[];
  },
  words: Words,
): { readonly end: number; readonly people: readonly PeoplesCells[] } {
  const { report, origin, kept } = about;
  const { request, control } = report;
  cells.put(top, 0, words.notes);
  formats.push({ area: box(top, 0, 1, 1), style: { font: { bold: true } } });
  let row = top + 1;
  const lines = words.notesLines({
    asOf: isoOf(request.asOf),
    grain: request.grain,
    targetGrain: request.targetGrain,
    salesAt: origin.salesAt,
    salesRows: origin.sales.rows,
    salesUsed: origin.sales.used,
    targetsAt: origin.targetsAt,
    targetRows: origin.targets.rows,
    targetsUsed: origin.targets.used,
  });
  for (const line of lines) {
    cells.put(row, 0, line);
    row += 1;
  }
  const keyColumns = Math.max(1, request.by.length);
  const first = row;
  const heads = [words.control.assigned, words.control.unassigned, words.control.total];
  heads.forEach((head, index) => {
    cells.put(row, keyColumns + index, head);
  });
  formats.push({
    area: box(row, keyColumns, 1, heads.length),
    style: { horizontal: 'right', font: { italic: true } },
  });
  row += 1;
  for (const side of ['sales', 'targets'] as const) {
    const split = control[side];
    cells.put(row, 0, words.control[side]);
    [split.assigned, split.unassigned, split.total].forEach((figure, index) => {
      cells.put(row, keyColumns + index, figure);
    });
    row += 1;
  }
  if (control.salesWithoutTarget !== 0) {
    cells.put(row, 0, words.control.withoutTarget);
    cells.put(row, keyColumns + 2, control.salesWithoutTarget);
    row += 1;
  }
  formats.push({
    area: box(first + 1, keyColumns, row - first - 1, heads.length),
    style: { numberFormat: '#,##0.00', horizontal: 'right' },
  });
  formats.push({
    area: box(top + 1, 0, row - top - 1, 1),
    style: { font: { colour: palette.neutral } },
  });
  const people: PeoplesCells[] = [];
  if (kept.length > 0) {
    cells.put(row, 0, words.control.keptComments);
    row += 1;
    people.push({
      keys: box(row, 0, kept.length, keyColumns),
      typed: box(row, keyColumns, kept.length, 1),
    });
    for (const { texts, typed } of kept) {
      // Keys of a report that was grouped otherwise share one cell.
      const placed = texts.length === keyColumns ? texts : [joined(texts)];
      placed.forEach((text, column) => {
        cells.put(row, column, text);
      });
      cells.put(row, keyColumns, typed);
      row += 1;
    }
  }
  return { end: row, people };
}

/** A comment whose row is not on the sheet, with the row's texts. */
interface KeptComment {
  readonly texts: readonly string[];
  readonly typed: CellContent;
}

/** Finds each comment its row, by the texts of the rows as the sheet shows them. */
function placeComments(
  comments: Comments,
  rows: readonly (readonly string[])[],
): { readonly typed: readonly (CellContent | undefined)[]; readonly kept: readonly KeptComment[] } {
  const places = new Map(rows.map((texts, row) => [rowIdentity(texts), row]));
  const joinedPlaces = new Map(rows.map((texts, row) => [joined(texts), row]));
  const typed: (CellContent | undefined)[] = rows.map((texts) => comments.get(rowIdentity(texts)));
  const kept: KeptComment[] = [];
  for (const [identity, content] of comments) {
    if (places.has(identity)) continue;
    // While the report was grouped otherwise, a key of several texts stood in one cell.
    const texts = textsOf(identity).filter((text) => text !== '');
    const row = texts.length === 1 ? joinedPlaces.get(joined(texts)) : undefined;
    if (row !== undefined && typed[row] === undefined) typed[row] = content;
    else kept.push({ texts: textsOf(identity), typed: content });
  }
  return { typed, kept };
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' · ');
}

/** The texts of a `rowIdentity`. */
function textsOf(identity: string): string[] {
  const texts: unknown = JSON.parse(identity);
  return Array.isArray(texts) ? texts.map(String) : [];
}
