import type { Column, ColumnsRead } from './columns/column';
import { actuals, past, plainWords } from './header-words';
import { saysToDate } from './shapes/to-date-words';

type Columns = Pick<ColumnsRead, 'columns'>;

const isNumber = ({ kind }: Column) => kind === 'number';
const isTarget = ({ role }: Column) => role === 'target';
/** What is expected, be it of sales or of a deal. */
export const isForecast = ({ meaning }: Column) => meaning === 'expectedAmount';

/** The columns of actuals beside a target or a forecast: "Actual | Target". */
export function actualsBesidePlan({ columns }: Columns): Column[] {
  const numbers = columns.filter(isNumber);
  if (!numbers.some((column) => isTarget(column) || isForecast(column))) return [];
  return numbers.filter(
    ({ meaning, header }) => meaning === undefined && actuals.test(plainWords(header)),
  );
}

/**
 * Whether one table holds the sales and their targets, by its headers: a target, and beside it the
 * only column of what was sold. Last year's sales beside a target are its basis, and no actuals.
 */
export function holdsBothSides(table: Columns): boolean {
  const numbers = table.columns.filter(isNumber);
  const sold = [
    ...numbers.filter(({ meaning }) => meaning === 'amount'),
    ...actualsBesidePlan(table),
  ].filter(({ header }) => !past.test(plainWords(header)));
  const ofPeriods = sold.filter(({ header }) => !saysToDate(header));
  return numbers.some(isTarget) && (ofPeriods.length > 0 ? ofPeriods : sold).length === 1;
}

/** Whether another column of a table than that of its amounts could hold targets. */
export function mayHoldTargets({ columns }: Columns, amount?: Column): boolean {
  return columns.some((column) => column.index !== amount?.index && mayBeSum(column));
}

/** Whether a table of sales has a target column beside that of its amounts. */
export function hasTargetBeside({ columns }: Columns): boolean {
  const sums = columns.filter(mayBeSum);
  return sums.some(isTarget) && sums.some((column) => !isTarget(column));
}

/** Not prices, pieces or shares: what rows can be added up to as sales or as targets. */
function mayBeSum(column: Column): boolean {
  const { meaning, role } = column;
  return isNumber(column) && (meaning === undefined || role === 'amount' || role === 'target');
}
