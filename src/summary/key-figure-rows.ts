import {
  isMeasured,
  type KeyFigure,
  type Measure,
  type MeasureUnit,
  type SpanKeyFigures,
} from '../sales';
import type { FormatRun } from '../workbook';
import { reasonText, type Words } from '../wording';
import { fixedFormat, keyFigureDecimals, ratioFormat } from './number-formats';
import { headerStyles, palette } from './palette';
import { box, shownCell, type SheetCells } from './sheet-cells';

/** The key figures of a report's period and of its year to date. */
export interface ReportKeyFigures {
  readonly period: SpanKeyFigures;
  readonly yearToDate: SpanKeyFigures;
}

function formatOf(unit: MeasureUnit, values: readonly Measure[], ofReport: 0 | 2): string {
  if (unit === 'ratio') return ratioFormat;
  const format = fixedFormat(keyFigureDecimals(unit, values, ofReport));
  return unit === 'multiple' ? `${format}"×"` : format;
}

/** A key figure's name, with its unit where the number alone does not show it. */
function labelOf({ name, unit }: KeyFigure, { keyFigures }: Words): string {
  const label = keyFigures.names[name];
  return unit === 'days' ? `${label}, ${keyFigures.days}` : label;
}

/** Puts the key figures below a report's rows; nothing where there is none beside the revenue. */
export function putKeyFigures(
  cells: SheetCells,
  formats: FormatRun[],
  at: {
    readonly row: number;
    readonly keyColumns: number;
    readonly labels: readonly string[];
    readonly decimals: 0 | 2;
  },
  figures: ReportKeyFigures | undefined,
  words: Words,
): { readonly end: number; readonly longest: number } {
  const { row: top, keyColumns, labels, decimals } = at;
  if (!figures || figures.period.total.length < 2) return { end: top, longest: 0 };
  const spans = [figures.period.total, figures.yearToDate.total];
  cells.put(top, 0, words.keyFigures.heading);
  labels.forEach((label, index) => {
    cells.put(top, keyColumns + index, label);
  });
  formats.push(
    { area: box(top, 0, 1, keyColumns), style: headerStyles.key },
    { area: box(top, keyColumns, 1, spans.length), style: headerStyles.plain },
  );
  let row = top + 1;
  let longest = 0;
  const reasons = new Set<string>();
  for (const figure of figures.period.total) {
    const label = labelOf(figure, words);
    longest = Math.max(longest, label.length);
    cells.put(row, 0, label);
    const values: Measure[] = [];
    spans.forEach((span, index) => {
      const found = span.find(({ name }) => name === figure.name);
      if (!found) return;
      cells.put(row, keyColumns + index, shownCell(found.value, words));
      values.push(found.value);
      if (!isMeasured(found.value))
        reasons.add(
          words.keyFigures.lacking({ name: label, reason: reasonText(found.value, words) }),
        );
    });
    formats.push({
      area: box(row, keyColumns, 1, spans.length),
      style: { numberFormat: formatOf(figure.unit, values, decimals), horizontal: 'right' },
    });
    row += 1;
  }
  const hasOpen = figures.period.total.some(({ name }) => name === 'openDeals');
  const lines = [...reasons, ...(hasOpen ? [words.keyFigures.asRead] : [])];
  lines.forEach((line, index) => {
    cells.put(row + index, 0, line);
  });
  if (lines.length > 0) {
    formats.push({
      area: box(row, 0, lines.length, 1),
      style: { font: { colour: palette.neutral } },
    });
  }
  return { end: row + lines.length + 1, longest };
}
