import type { TextColumn } from '../../sales';
import type { CellValue } from '../../workbook';
import { mayBeCode } from '../texts/code-texts';
import { isPercentText } from '../columns/percents';
import { findTextNumber, type DecimalSign } from '../texts/text-numbers';
import { countsOf, type ColumnEvidence } from './column-evidence';
import type { ColumnReading } from './column-reading';
import { findPlainNumber } from './plain-numbers';
import { DayReader } from './timestamps';

/** A column as it goes into cells: row r holds `cells[codes[r]]`. */
export interface CellTexts {
  readonly codes: Int32Array;
  readonly cells: readonly CellValue[];
  /** The number format of its dates or numbers. */
  readonly numberFormat: string | undefined;
  /** Filled cells that the reading does not fit: they stay text. */
  readonly unread: number;
  /** The first of them. */
  readonly firstUnread: { readonly row: number; readonly text: string } | undefined;
  /** Times of day whose zone a cell cannot hold. */
  readonly withoutZone: number;
}

const stepSize = 4000;

/** Reads a column's texts as cells, in steps. What does not fit stays the text it is. */
export function* readCells(
  column: TextColumn,
  evidence: ColumnEvidence,
  reading: ColumnReading,
): Generator<void, CellTexts, void> {
  const counts = countsOf(column);
  const days = new DayReader();
  const cells: CellValue[] = [];
  let [unread, withoutZone, firstRow] = [0, 0, -1];
  let [hasTime, hasSeconds] = [false, false];
  const read = (text: string, code: number): CellValue => {
    if (text.trim() === '') return null;
    if (reading.kind === 'text') return text;
    const count = counts.numbers[code] ?? 0;
    if (reading.kind === 'date') {
      const stamp = days.find(text, reading.order);
      if (stamp) {
        hasTime ||= stamp.hasTime;
        hasSeconds ||= stamp.hasSeconds;
        if (stamp.hasZone) withoutZone += count;
        return stamp.serial;
      }
    } else {
      // A code among numbers stays; a person who has a column of codes read as numbers means them.
      const isCode = evidence.codes > 0 && evidence.numbers > evidence.codes && mayBeCode(text);
      // A share among amounts would be added as a fraction of one.
      const isShare = !evidence.isPercent && isPercentText(text);
      const number = isCode || isShare ? undefined : numberIn(text, reading.sign);
      if (number !== undefined) return number;
    }
    unread += count;
    const row = counts.firstRows[code] ?? 0;
    if (firstRow < 0 || row < firstRow) firstRow = row;
    return text;
  };
  for (const [code, text] of column.values.entries()) {
    if (code % stepSize === stepSize - 1) yield;
    cells.push(read(text, code));
  }
  return {
    codes: column.codes,
    cells,
    numberFormat: formatOf(evidence, reading, { hasTime, hasSeconds }),
    unread,
    firstUnread:
      firstRow < 0
        ? undefined
        : { row: firstRow, text: column.values[column.codes[firstRow] ?? 0] ?? '' },
    withoutZone,
  };
}

function numberIn(text: string, sign: DecimalSign): number | undefined {
  const plain = findPlainNumber(text);
  if (plain && (plain.sign === undefined || plain.sign === sign)) {
    return Number(plain.sign === ',' ? text.replace(',', '.') : text);
  }
  return findTextNumber(text, sign);
}

function formatOf(
  evidence: ColumnEvidence,
  reading: ColumnReading,
  { hasTime, hasSeconds }: { readonly hasTime: boolean; readonly hasSeconds: boolean },
): string | undefined {
  if (reading.kind === 'number') return numberFormatOf(evidence);
  if (reading.kind === 'text') return undefined;
  if (!hasTime) return 'yyyy-mm-dd';
  return hasSeconds ? 'yyyy-mm-dd hh:mm:ss' : 'yyyy-mm-dd hh:mm';
}

/** Signs that stand before the figure. */
const before = /^(?:\p{Sc}|[A-Z]{1,3}\$|R\$)$/u;

/** Shows numbers as the file writes them; whole ones without groups as Excel does by itself. */
function numberFormatOf(evidence: ColumnEvidence): string | undefined {
  const { decimals, isGrouped, isPercent, currency } = evidence;
  const fraction = decimals > 0 ? `.${'0'.repeat(Math.min(decimals, 6))}` : '';
  if (isPercent) return `0${fraction}%`;
  if (currency !== undefined) {
    const sign = `"${currency.replaceAll('"', '')}"`;
    const isBefore = before.test(currency) && currency !== '€';
    return isBefore ? `${sign}#,##0${fraction}` : `#,##0${fraction} ${sign}`;
  }
  if (isGrouped) return `#,##0${fraction}`;
  return decimals > 0 && decimals <= 6 ? `0${fraction}` : undefined;
}
