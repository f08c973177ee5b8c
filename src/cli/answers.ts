import type { Imported, Unclear } from '../jobs';

/** Columns of the sales and of the targets that a question may be about. */
export const columnParts = ['salesDate', 'salesAmount', 'targetDate', 'targetAmount'] as const;

/** The options that answer what is open of files of text, of lines without their orders and of columns. */
export function answersFor(unclear: readonly Unclear[], brought: readonly Imported[]): string[] {
  const isOpen = (question: Unclear['question']) =>
    unclear.some((one) => one.question === question && brought.some(isAbout(one)));
  return [
    ...(isOpen('dateOrder') ? ['Answer with --date-order dmy or --date-order mdy.'] : []),
    ...(isOpen('decimalSign') ? ['Answer with --decimal-sign . or --decimal-sign ,.'] : []),
    ...(unclear.some(({ question }) => question === 'ordersSource')
      ? ['Answer with --orders NAME.']
      : []),
    ...unclear.flatMap(columnAnswer),
  ];
}

/** The option that says which column is meant; none where the table has no such column. */
function columnAnswer({ question, candidates, subject = 'COLUMN' }: Unclear): string[] {
  if (candidates.length === 0) return [];
  const part = columnParts.find((one) => one === question);
  if (part) return [`Answer with --column ${part}=COLUMN.`];
  return question === 'targetDimension' ? [`Answer with --target-column "${subject}=COLUMN".`] : [];
}

const isAbout =
  ({ source }: Unclear) =>
  ({ table, sheet }: Imported) =>
    source === table || source === sheet;
