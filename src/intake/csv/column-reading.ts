import type { DateOrder } from '../texts/text-dates';
import type { DecimalSign } from '../texts/text-numbers';
import type { ColumnEvidence } from './column-evidence';

/** How the texts of a column are read. */
export type ColumnReading =
  | { readonly kind: 'text' }
  | { readonly kind: 'date'; readonly order: DateOrder }
  | { readonly kind: 'number'; readonly sign: DecimalSign };

/** A text that can mean two things, and nothing in its column says which. */
export interface ReadingQuestion {
  readonly text: string;
  readonly row: number;
  /** A text that contradicts it: whatever is taken, one of the two stays text. */
  readonly against: string | undefined;
  readonly readings: readonly ColumnReading[];
}

export type ReadingFound =
  { readonly found: ColumnReading } | { readonly question: ReadingQuestion };

const asText: ColumnReading = { kind: 'text' };
const asNumbers: readonly ColumnReading[] = [
  { kind: 'number', sign: '.' },
  { kind: 'number', sign: ',' },
];

/** Fewer cells than this share may be something else in a column of dates or numbers. */
const clear = 0.9;

/** The one reading that a column's evidence leaves, or what has to be asked. */
export function findReading(evidence: ColumnEvidence): ReadingFound {
  const { filled, dates, numbers, kept } = evidence;
  if (filled === 0) return { found: asText };
  if (dates >= filled * clear) return dateReading(evidence);
  if (kept !== undefined || numbers < filled * clear) return { found: asText };
  const { sign } = evidence;
  const readings = [...asNumbers, asText];
  if (sign.kind === 'ambiguous') {
    return { question: { text: sign.text, row: sign.row, against: undefined, readings } };
  }
  const { against } = sign;
  if (!against) return { found: { kind: 'number', sign: sign.sign } };
  const { text, row } = evidence.mostSigns ?? against;
  return { question: { text, row, against: against.text, readings } };
}

function dateReading({ order }: ColumnEvidence): ReadingFound {
  if (order.kind === 'found') return { found: { kind: 'date', order: order.order } };
  const readings: readonly ColumnReading[] = [
    { kind: 'date', order: 'dmy' },
    { kind: 'date', order: 'mdy' },
    asText,
  ];
  if (order.kind === 'ambiguous') {
    return { question: { text: order.text, row: order.row, against: undefined, readings } };
  }
  const { row, text } = order.dayFirst;
  return { question: { text, row, against: order.monthFirst.text, readings } };
}

/** Every reading that some cell of the column may allow. */
export function possibleReadings({
  dates,
  numbers,
  codes,
}: ColumnEvidence): readonly ColumnReading[] {
  const asDates: readonly ColumnReading[] = [
    { kind: 'date', order: 'ymd' },
    { kind: 'date', order: 'dmy' },
    { kind: 'date', order: 'mdy' },
  ];
  return [asText, ...(numbers + codes > 0 ? asNumbers : []), ...(dates > 0 ? asDates : [])];
}

/** @example readingKey({ kind: 'date', order: 'dmy' }) // 'date dmy' */
export function readingKey(reading: ColumnReading): string {
  if (reading.kind === 'date') return `date ${reading.order}`;
  return reading.kind === 'number' ? `number ${reading.sign}` : 'text';
}
