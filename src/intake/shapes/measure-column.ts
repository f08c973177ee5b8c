import { isBlank } from '../../workbook';
import { findRole } from '../header-words';
import { headerText, type ColumnUse, type Row } from './shape';

/** A column of measures names no more of them than this. */
const mostMeasures = 8;

const isTarget = (text: string) => findRole(text) === 'target';
const isActual = (text: string) =>
  findRole(text) === 'amount' || /^(actuals?|ist|réalisé|réel|real|realizado|実績)$/i.test(text);

/** The key column whose texts are measures: targets and actual figures below each other. */
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
      if (texts.size > mostMeasures) return [];
    }
    const named = [...texts];
    return named.some(isTarget) && named.some(isActual) ? [column] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}
