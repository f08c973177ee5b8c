import { parseArgs } from 'node:util';
import { encodings } from '../csv';
import { joinColumns, type ReportWishes } from '../jobs';
import { columnParts } from './answers';
import type { TextWishes } from './text-files';

/** What the command line asks for. */
export interface ReportOptions {
  /** One workbook at most, and files of text. */
  readonly inputs: readonly string[];
  readonly text: TextWishes;
  readonly output: string | undefined;
  readonly isJson: boolean;
  readonly withData: boolean;
  /** Also what there is to mend in the data. */
  readonly withQuality: boolean;
  /** A file that says how tables are to be read. */
  readonly reading: string | undefined;
  readonly wishes: ReportWishes;
}

/** A command line that cannot be followed, with the sentence that says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `Usage: npm run --silent report -- IN.xlsx --out OUT.xlsx [options]
       npm run --silent report -- SALES.csv TARGETS.csv --out OUT.xlsx [options]

Reads sales and targets of a workbook, of CSV files, or of both together, and writes a workbook with
the report. What is given is only read. A CSV file goes by its name: SALES.csv, or SALES.

  --out OUT.xlsx         the workbook to write; may be left out with --json
  --sales NAME           the sheet or table that holds the sales; Jan/Feb/Mar are several sheets
                         read as one, Jan/* is Jan with every sheet of its layout, and
                         Plan!A3:F20 is a range
  --targets NAME         the sheet or table that holds the targets, likewise
  --by COL[,COL]         one to three columns of the sales to group by
  --column PART=COL      the column that is the salesDate, salesAmount, targetDate or targetAmount,
                         where several could be; may come several times
  --target-column COL=COL the targets' column for a column of the sales; may come several times
  --period GRAIN         month, quarter or year; the targets' own period unless given
  --as-of YYYY-MM-DD     the last day that counts; the last day with sales unless given
  --year YYYY            the year of periods that name none ("Jan", "Q1"), and of targets
                         without a period
  --encoding NAME        of all CSV files: utf-8, windows-1252, shift_jis, …
  --separator SIGN       of all CSV files: a sign, or tab
  --date-order ORDER     dmy or mdy, for dates of CSV files that leave it open
  --decimal-sign SIGN    . or , for numbers of CSV files that leave it open
  --reading FILE.json    how tables are to be read, by the name of the table: see docs/reading.md
  --orders NAME          the table that has the dates of the orders whose lines are the sales; found
                         where it is the only one
  --assignments NAME     the table that says which team, region or category names belong to
  --as-is                as they belong on the as-of day, not on the day of each sale
  --credit NAME          the table that says who shares the credit for which deal
  --rates NAME           the table of exchange rates; --currency EUR says the report's currency
  --rate-date YYYY-MM-DD the day whose rates hold for all sales; else each has those of its day
  --rate-base SIDE       which of two currencies the rates are of one unit of: first or second
  --join-column PART=COL the column of a joined table that is PART; may come several times
  --with-data            also writes the sheets that were used
  --quality              also looks the data through, names what there is to mend in them, and
                         writes it to a sheet of its own
  --json                 prints the figures as JSON

What is left out is found in the workbook, where only one thing fits. Exit codes: 0 done, 1 failed,
2 something is missing or not certain: the message names it.

Parts of joined tables: ${joinColumns.join(', ')}.`;

const grains = ['month', 'quarter', 'year'] as const;
const bases = ['first', 'second'] as const;

/** Reads the command line. `findDate` turns YYYY-MM-DD into a serial date. */
export function readOptions(
  args: readonly string[],
  findDate: (text: string) => number | undefined,
): ReportOptions {
  const { values, positionals } = parse(args);
  if (positionals.length === 0) throw new UsageError('Name the workbook or the CSV files to read.');
  if (values.out === undefined && !values.json) {
    throw new UsageError(
      'Name the workbook to write with --out, or print the figures with --json.',
    );
  }
  const grain = grains.find((name) => name === values.period);
  if (values.period !== undefined && !grain) {
    throw new UsageError(`--period is month, quarter or year, not "${values.period}".`);
  }
  const asOf = values['as-of'] === undefined ? undefined : findDate(values['as-of']);
  if (values['as-of'] !== undefined && asOf === undefined) {
    throw new UsageError(`--as-of is a day as YYYY-MM-DD, not "${values['as-of']}".`);
  }
  const year = values.year === undefined ? undefined : Number(values.year);
  if (year !== undefined && !(Number.isInteger(year) && year >= 1900 && year <= 9999)) {
    throw new UsageError(`--year is a year as YYYY, not "${values.year ?? ''}".`);
  }
  const by = values.by?.split(',').map((name) => name.trim());
  if (by && (by.length > 3 || by.includes(''))) {
    throw new UsageError('--by takes one to three columns, separated by commas.');
  }
  const { orders, assignments, credit, rates, currency } = values;
  const rateDay = values['rate-date'] === undefined ? undefined : findDate(values['rate-date']);
  if (values['rate-date'] !== undefined && rateDay === undefined) {
    throw new UsageError(`--rate-date is a day as YYYY-MM-DD, not "${values['rate-date']}".`);
  }
  if (rates === undefined && (currency ?? rateDay) !== undefined) {
    throw new UsageError('--currency and --rate-date need a table of rates: name it with --rates.');
  }
  if (assignments === undefined && values['as-is']) {
    throw new UsageError('--as-is needs a table of assignments: name it with --assignments.');
  }
  const base = bases.find((side) => side === values['rate-base']);
  if (values['rate-base'] !== undefined && !base) {
    throw new UsageError(`--rate-base is first or second, not "${values['rate-base']}".`);
  }
  const columns = values['join-column']?.map((text) =>
    columnChoice(text, '--join-column', joinColumns),
  );
  const ownColumns = values.column?.map((text) => columnChoice(text, '--column', columnParts));
  const targetColumns = values['target-column']?.map(dimensionChoice);
  const joins = {
    ...(orders !== undefined && { orders }),
    ...(assignments !== undefined && { assignments }),
    ...(values['as-is'] && { assigned: 'asIs' as const }),
    ...(credit !== undefined && { credits: credit }),
    ...(rates !== undefined && { rates }),
    ...(currency !== undefined && { currency }),
    ...(rateDay !== undefined && { rateDay }),
    ...(base && { rateBase: base }),
    ...(columns && { columns: Object.fromEntries(columns) }),
  };
  return {
    inputs: positionals,
    text: textWishes(values),
    output: values.out,
    isJson: values.json,
    withData: values['with-data'],
    withQuality: values.quality,
    reading: values.reading,
    wishes: {
      ...(values.sales !== undefined && { sales: values.sales }),
      ...(values.targets !== undefined && { targets: values.targets }),
      ...Object.fromEntries(ownColumns ?? []),
      ...(targetColumns && { targetDimensions: Object.fromEntries(targetColumns) }),
      ...(by && { by }),
      ...(grain && { grain }),
      ...(asOf !== undefined && { asOf }),
      ...(year !== undefined && { periodYear: year }),
      ...(Object.keys(joins).length > 0 && { joins }),
    },
  };
}

/** A part and the column that is meant, as "assignedParent=Region". */
function columnChoice(
  text: string,
  option: string,
  parts: readonly string[],
): readonly [string, string] {
  const [, part = '', header = ''] = /^(\w+)=(.*)$/.exec(text) ?? [];
  if (parts.includes(part) && header.trim() !== '') return [part, header.trim()];
  throw new UsageError(
    `${option} is PART=COLUMN with a part among ${parts.join(', ')}, not "${text}".`,
  );
}

/** A column of the sales and the targets' column for it, as "Region=Area". */
function dimensionChoice(text: string): readonly [string, string] {
  const [, sales = '', targets = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (sales.trim() !== '' && targets.trim() !== '') return [sales.trim(), targets.trim()];
  throw new UsageError(`--target-column is COLUMN=COLUMN, as Region=Area, not "${text}".`);
}

/** What is said of files of text. */
function textWishes(values: ReturnType<typeof parse>['values']): TextWishes {
  const { encoding: name, separator: sign } = values;
  const encoding = encodings.find((one) => one === name?.toLowerCase());
  if (name !== undefined && !encoding) {
    throw new UsageError(`--encoding is one of ${encodings.join(', ')}, not "${name}".`);
  }
  const separator = sign === 'tab' ? '\t' : sign;
  if (separator?.length !== undefined && separator.length !== 1) {
    throw new UsageError(`--separator is a single sign or "tab", not "${separator}".`);
  }
  const dateOrder = oneOf(values['date-order'], ['dmy', 'mdy'] as const, '--date-order');
  const decimalSign = oneOf(values['decimal-sign'], ['.', ','] as const, '--decimal-sign');
  return {
    ...(encoding && { encoding }),
    ...(separator !== undefined && { separator }),
    ...(dateOrder && { dateOrder }),
    ...(decimalSign && { decimalSign }),
  };
}

function oneOf<Answer extends string>(
  given: string | undefined,
  answers: readonly Answer[],
  option: string,
): Answer | undefined {
  const found = answers.find((answer) => answer === given);
  if (given !== undefined && found === undefined) {
    throw new UsageError(`${option} is ${answers.join(' or ')}, not "${given}".`);
  }
  return found;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        sales: { type: 'string' },
        encoding: { type: 'string' },
        separator: { type: 'string' },
        'date-order': { type: 'string' },
        'decimal-sign': { type: 'string' },
        targets: { type: 'string' },
        by: { type: 'string' },
        column: { type: 'string', multiple: true },
        'target-column': { type: 'string', multiple: true },
        period: { type: 'string' },
        'as-of': { type: 'string' },
        year: { type: 'string' },
        reading: { type: 'string' },
        orders: { type: 'string' },
        assignments: { type: 'string' },
        'as-is': { type: 'boolean', default: false },
        credit: { type: 'string' },
        rates: { type: 'string' },
        currency: { type: 'string' },
        'rate-date': { type: 'string' },
        'rate-base': { type: 'string' },
        'join-column': { type: 'string', multiple: true },
        'with-data': { type: 'boolean', default: false },
        quality: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}
