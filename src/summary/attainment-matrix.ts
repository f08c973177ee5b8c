import { isUnassigned, type TrackingReport } from '../sales';
import type { Area, CellStyle, Chart, ConditionalRule, FormatRun } from '../workbook';
import type { Words } from '../wording';
import { ratioFormat, type DisplayUnit } from './number-formats';
import { edge, headerStyles, palette } from './palette';
import { box, keyTexts, shownCell, type SheetCells } from './sheet-cells';

export interface Matrix {
  readonly periods: Area;
  readonly actual: Area;
  readonly target: Area;
  readonly end: number;
  readonly formats: readonly FormatRun[];
  readonly rules: readonly ConditionalRule[];
}

/** Attainment of every key in every period, and the totals the chart draws. */
export function planMatrix(
  cells: SheetCells,
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
  periods.forEach((period, index) => {
    cells.put(header, keyColumns + index, period.label);
  });
  // What has not begun has no figures yet, and an open period is not judged by its full target.
  // Periods come in the order of time.
  const begun = periods.filter(({ start }) => start <= report.request.asOf).length;
  const closed = periods.filter(({ end }) => end <= report.request.asOf).length;
  const sorted = [...report.attainments].sort((a, b) => byTexts(a.key, b.key));
  const body = header + 1;
  sorted.forEach(({ key, byPeriod }, index) => {
    keyTexts(key, words).forEach((text, place) => {
      cells.put(body + index, place, text);
    });
    byPeriod.slice(0, begun).forEach((attainment, place) => {
      if (attainment === undefined) return;
      cells.put(body + index, keyColumns + place, shownCell(attainment, words));
    });
  });
  const last = body + sorted.length;
  const lineLabels = [words.attainment, `${words.total} AC`, `${words.total} PL`];
  lineLabels.forEach((label, index) => {
    cells.put(last + index, 0, label);
  });
  totals.forEach(({ attainment, actual, target }, index) => {
    const column = keyColumns + index;
    if (index < begun) {
      cells.put(last, column, shownCell(attainment, words));
      cells.put(last + 1, column, actual);
    }
    // A target stands before its period begins.
    cells.put(last + 2, column, shownCell(target, words));
  });
  const judged = box(body, keyColumns, sorted.length + 1, closed);
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
      closed === 0
        ? []
        : [
            {
              kind: 'cellValue',
              area: judged,
              operator: 'lessThan',
              formula1: `=${String(report.request.thresholds.onTrack)}`,
              style: { font: { colour: palette.bad } },
            },
            {
              kind: 'cellValue',
              area: judged,
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

/** The native chart of actual against target by period, over the matrix's totals. */
export function planChart(
  report: TrackingReport,
  matrix: Matrix,
  place: Area,
  unit: DisplayUnit,
  words: Words,
): Chart {
  const { grain } = report.request;
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
