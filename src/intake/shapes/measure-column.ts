import { isBlank } from '../../workbook';
import { findRole } from '../header-words';
import { saysPercent, withoutPercent } from '../columns/percents';
import { headerText, type ColumnUse, type Row } from './shape';

/** A column of measures names no more of them than this; one of an income statement names more. */
const [mostMeasures, mostLines] = [8, 40];

const isTarget = (text: string) => findRole(text) === 'target';
const isCost = (text: string) => findRole(text) === 'cost';
const isActual = (text: string) =>
  findRole(text) === 'amount' || /^(actuals?|ist|réalisé|réel|real|realizado|実績)$/i.test(text);

/**
 * The key column whose texts are measures: targets and actual figures below each other, or the lines of an
 * income statement, sales among costs and profits.
 */
export function findMeasureColumn(
  rows: readonly Row[],
  data: readonly number[],
  left: number,
  columns: readonly ColumnUse[],
): number | undefined {
  const found = columns.flatMap((use, column) => {
    if (use.use !== 'key') return [];
    const texts = new Set<string>();
    for (const row of data) {
      const cell = rows[row]?.[left + column];
      if (isBlank(cell)) return [];
      texts.add(headerText(cell));
      if (texts.size > mostLines) return [];
    }
    const named = [...texts];
    // Amounts and percents of one thing are measures as well.
    const isInPercent = named.some((text) => isTarget(withoutPercent(text)) && saysPercent(text));
    if (!named.some(isActual) && !isInPercent) return [];
    const isPlan = named.length <= mostMeasures && named.some(isTarget);
    return isPlan || named.some(isCost) ? [column] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}
