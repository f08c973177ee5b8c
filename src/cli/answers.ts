import type { Imported, Unclear } from '../jobs';

/** Columns of the sales and of the targets that a question may be about. */
export const columnParts = ['salesDate', 'salesAmount', 'targetDate', 'targetAmount'] as const;

/** The options that answer what is open of files of text, of lines without their orders and of columns. */
export function answersFor(unclear: readonly Unclear[], brought: readonly Imported[]): string[] {
  const ofFiles = (one: Unclear) => brought.some(isAbout(one));
  const lines = unclear.flatMap((one) => {
    const { question } = one;
    if (question === 'dateOrder' && ofFiles(one)) {
      return ['Answer with --date-order dmy or --date-order mdy.'];
    }
    if (question === 'decimalSign' && ofFiles(one)) {
      return ['Answer with --decimal-sign . or --decimal-sign ,.'];
    }
    if (question === 'ordersSource') return ['Answer with --orders NAME.'];
    if (question === 'periodYear') return ['Answer with --year YYYY.'];
    if (question === 'severalTables') return [tablesAnswer];
    if (inReading.has(question)) return ['Answer with --reading FILE.json: see docs/reading.md.'];
    return columnAnswer(one);
  });
  return [...new Set(lines)];
}

const tablesAnswer =
  'Answer with the range of each: --sales RANGE --targets RANGE, such as "Plan!A3:F20".';

const inReading: ReadonlySet<Unclear['question']> = new Set<Unclear['question']>([
  'totalOrName',
  'dateOrder',
  'daySwap',
  'decimalSign',
  'layout',
  'salesRows',
  'targetRows',
]);

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
