import { isMeasured, type Measure, type SpanFigures } from '../sales';
import type { Area, CellStyle, ConditionalRule } from '../workbook';
import { statusWord, type Words } from '../wording';
import { ratioFormat, varianceRatioFormat, type DisplayUnit } from './number-formats';
import { headerStyles, palette } from './palette';
import { box } from './sheet-cells';

/** A column of a block: its header, and a row's figure. */
export interface BlockColumn {
  readonly header: string;
  readonly style: CellStyle;
  /** The number format for a column of these rows. */
  readonly format?: (rows: readonly SpanFigures[]) => string;
  readonly isVariance?: boolean;
  readonly value: (row: SpanFigures) => Measure | string;
}

/** The columns of a block, open or not, in the one order they have everywhere. */
export function blockColumns(unit: DisplayUnit, words: Words, isOpen: boolean): BlockColumn[] {
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
    { header: words.status, style: plain, value: (row) => statusText(row, words, isOpen) },
  ];
}

/** The status word; where a ratio of the row is not available, its reason too. */
function statusText(row: SpanFigures, words: Words, isOpen: boolean): string {
  const { varianceRatio: ratio } = row;
  const word = statusWord(row.status, isOpen, words);
  if (isMeasured(ratio) || ratio.reason === 'noTarget') return word;
  return `${word}: ${words.reasons[ratio.reason]}`;
}

/** Green above zero, red below: colour by impact, beside the sign and the status word. */
export function impactRules(area: Area): ConditionalRule[] {
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
export function varianceBars(
  blocks: readonly { at: number; rows: ReadonlyMap<string, SpanFigures> }[],
  columns: readonly BlockColumn[],
  body: { readonly row: number; readonly rows: number },
): ConditionalRule[] {
  const index = columns.findIndex((column) => column.header === 'ΔPL');
  return blocks.flatMap(({ at, rows: figures }): ConditionalRule[] => {
    let limit = 0;
    for (const { variance } of figures.values()) {
      if (isMeasured(variance)) limit = Math.max(limit, Math.abs(variance));
    }
    if (limit === 0) return [];
    return [
      {
        kind: 'dataBar',
        area: box(body.row, at + index, body.rows, 1),
        min: -limit,
        max: limit,
        positive: '#8FD0AE',
        negative: '#F0A6A1',
        showValue: true,
      },
    ];
  });
}
