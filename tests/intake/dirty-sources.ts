import { fc } from '../properties';
import {
  convert,
  findAmountColumn,
  findDateColumn,
  judge,
  readTable,
  type Converted,
  type Issue,
  type IssueCode,
} from '../../src/intake';
import { assessText, importText, Session, track } from '../../src/jobs';
import type { CellContent, Workbook } from '../../src/workbook';
import { readText } from '../csv/text-files';
import { amount, date, type Meant } from './dirty-tables';
import { amountsIn, get, workbookWith, type Rows } from './raw-tables';

const asideCodes: ReadonlySet<string> = new Set<IssueCode>([
  'belowTotal',
  'blankAmount',
  'blankDate',
  'blankRow',
  'earlyDate',
  'errorCell',
  'groupRow',
  'notADate',
  'notANumber',
  'noteRow',
  'partRow',
  'repeatedHeader',
  'subtotalRow',
  'unknownStage',
]);

/** How many rows the issues say were set aside. */
export function rowsExplained(issues: readonly Issue[]): number {
  return issues.reduce((sum, { code, found, expected }) => {
    if (code === 'notWon') return sum + Number(found);
    if (code === 'moreOfTheSame') return sum + (asideCodes.has(expected) ? Number(found) : 0);
    return sum + Number(asideCodes.has(code));
  }, 0);
}

/** Checks generated input, and prints how many cases there were. */
export async function holds<T>(
  runs: number,
  what: string,
  arbitrary: fc.Arbitrary<T>,
  check: (input: T) => unknown,
): Promise<void> {
  const start = Date.now();
  let cases = 0;
  await fc.assert(
    fc.asyncProperty(arbitrary, async (input) => {
      cases += 1;
      await check(input);
    }),
    { numRuns: runs },
  );
  const seconds = Math.round((Date.now() - start) / 1000);
  process.stdout.write(`${String(cases)} ${what} in ${String(seconds)} s\n`);
}

const unitsOf = (converted: Converted) =>
  Math.round(amountsIn(converted).reduce((sum, one) => sum + one, 0) * 100);

/** Reads the first source as a table of dates and amounts; undefined where it is asked about. */
async function convertFirst(
  workbook: Workbook,
  side: 'amount' | 'target' = 'amount',
): Promise<Converted | undefined> {
  const [source] = await workbook.listSources();
  if (!source) throw new Error('no source');
  const raw = await readTable(workbook, source);
  if ('issues' in raw) {
    expect(raw.issues.length).toBeGreaterThan(0);
    return undefined;
  }
  const table = judge(raw);
  const dimensions = new Map();
  const choice = {
    date: get(findDateColumn(table, 'salesDate')),
    amount: get(findAmountColumn(table, side, 'salesAmount')),
    dimensions,
  };
  return convert(table, choice);
}

/** Rows in are rows used and rows set aside, each of those with a reason. */
function expectAccount({ counts, issues }: Converted): void {
  expect(counts.used + counts.setAside).toBe(counts.rows);
  expect(rowsExplained(issues)).toBe(counts.setAside);
}

const sumOf = (units: readonly (number | undefined)[]) =>
  units.reduce<number>((sum, one) => sum + (one ?? 0), 0);

const asTable = (cells: Rows) => {
  const area = { row: 0, column: 0, rows: cells.length, columns: cells[0]?.length ?? 0 };
  return workbookWith({ Data: cells }, { tables: [{ name: 'Lines', area }] });
};

const plainDay = (row: number) => 45_700 + row * 9;

// Opportunities: only won ones count.

const stage = fc.constantFrom<readonly [CellContent, boolean]>(
  ['Won', true],
  ['Closed Won', true],
  ['gewonnen', true],
  ['受注', true],
  ['Lost', false],
  ['Closed Lost - price', false],
  ['Engaging', false],
  ['Prospecting', false],
  ['Verbal yes', false],
  [null, false],
);
export const dirtyDeals = fc.array(fc.record({ date, amount, stage }), { maxLength: 12 });

export async function checkDeals(
  deals: readonly {
    readonly date: Meant<number>;
    readonly amount: Meant<number>;
    readonly stage: readonly [CellContent, boolean];
  }[],
): Promise<void> {
  const plain = deals.length + 3;
  const cells: Rows = [
    ['Deal', 'Stage', 'Close Date', 'Amount'],
    ...Array.from({ length: plain }, (_, row) => [`P-${String(row)}`, 'Won', plainDay(row), 10]),
    ...deals.map((deal, row) => [
      `D-${String(row)}`,
      deal.stage[0],
      deal.date.cell,
      deal.amount.cell,
    ]),
  ];
  const converted = await convertFirst(asTable(cells));
  if (!converted) throw new Error('An Excel table was refused');
  const meant = deals.filter(
    ({ date: day, amount: figure, stage: [, isWon] }) =>
      isWon && day.meaning !== undefined && figure.meaning !== undefined,
  );
  expectAccount(converted);
  expect(converted.counts.rows).toBe(cells.length - 1);
  expect(converted.counts.used).toBe(plain + meant.length);
  expect(unitsOf(converted)).toBe(plain * 1000 + sumOf(meant.map((deal) => deal.amount.meaning)));
}

// Periods across, with cells that are no figures.

const wideRow = fc.tuple(amount, amount, amount);
export const dirtyWide = fc.array(wideRow, { minLength: 1, maxLength: 6 });

/** Answers whether the table was read; otherwise it was asked about. */
export async function checkWide(
  rows: readonly (readonly Meant<number>[])[],
): Promise<'read' | 'asked'> {
  const plain = rows.length + 4;
  const figure = (row: number, column: number) => 101 + row * 17 + column * 40;
  const cells: Rows = [
    ['Region', '2026-01', '2026-02', '2026-03'],
    ...Array.from({ length: plain }, (_, row) => [
      `Plain ${String(row)}`,
      ...[0, 1, 2].map((column) => figure(row, column)),
    ]),
    ...rows.map((row, index) => [`Dirty ${String(index)}`, ...row.map(({ cell }) => cell)]),
  ];
  const converted = await convertFirst(workbookWith({ Plan: cells }), 'target');
  if (!converted) return 'asked';
  expectAccount(converted);
  const rowsOf = (wanted: IssueCode) =>
    converted.issues.filter(({ code }) => code === wanted).length;
  // A row that happens to be the sum of others is set aside as a whole, and said to be.
  if (rowsOf('subtotalRow') > 0) return 'read';
  // So is one without a figure below the others, which is read as a note.
  const notes = rowsOf('noteRow');
  expect(converted.counts.rows).toBe(3 * (plain + rows.length - notes) + notes);
  const whole = Array.from({ length: plain }, (_, row) =>
    [0, 1, 2].map((column) => figure(row, column) * 100),
  ).flat();
  const meant = rows.flatMap((row) => row.map(({ meaning }) => meaning));
  expect(unitsOf(converted)).toBe(sumOf(whole) + sumOf(meant));
  return 'read';
}

// Files of text: every line is a row, blank, or left out.

const german = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 });
const line = fc.record({
  day: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.integer({ min: 1, max: 28 }).map((day) => ({
        cell: `2026-03-${String(day).padStart(2, '0')}`,
        meaning: '',
      })),
    },
    { weight: 1, arbitrary: fc.constantFrom('', 'n/a', '2026-02-30').map((cell) => ({ cell })) },
  ),
  figure: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.integer({ min: -99_999, max: 999_999 }).map((unit) => ({
        cell: german.format(unit / 100),
        meaning: unit,
      })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '?', '12 34').map((cell) => ({ cell, meaning: undefined })),
    },
  ),
  name: fc.constantFrom('Ann', 'Bob; jr.', 'C "the" D', 'two\nlines', 'Mug|cup', 'Ä,Ö'),
  fault: fc.constantFrom('none', 'none', 'none', 'none', 'field', 'blank'),
});
export const dirtyFile = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 12 }),
  separator: fc.constantFrom(',', ';', '\t', '|'),
  end: fc.constantFrom('\n', '\r\n'),
});

export async function checkFile({
  lines,
  separator,
  end,
}: {
  readonly lines: readonly {
    readonly day: { readonly cell: string; readonly meaning?: string };
    readonly figure: { readonly cell: string; readonly meaning: number | undefined };
    readonly name: string;
    readonly fault: string;
  }[];
  readonly separator: string;
  readonly end: string;
}): Promise<void> {
  const plain = lines.length + 3;
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = [
    ...Array.from({ length: plain }, (_, row) => ['2026-03-17', '1.000,50', `P${String(row)}`]),
    ...lines.map(({ day, figure, name }) => [day.cell, figure.cell, name]),
  ];
  const written = rows.map((row, index) => {
    const { fault } = lines[index - plain] ?? { fault: 'none' };
    const text = row.map(quoted).join(separator);
    if (fault === 'field') return `${text}${separator}"more"`;
    return fault === 'blank' ? `${end}${text}` : text;
  });
  const text = [['Date', 'Sales', 'Name'].join(separator), ...written, ''].join(end);
  const table = await readText(text, { separator });
  const { account } = table;
  const twoLines = lines.filter(({ name }) => name.includes('\n')).length;
  expect(account.above + account.header + account.blank + account.rows + account.atFault).toBe(
    rows.length + 1 + lines.filter(({ fault }) => fault === 'blank').length + twoLines,
  );
  const good = lines.filter(({ fault }) => fault !== 'field');
  expect(table.rowCount).toBe(plain + good.length);
  expect(table.faultCount).toBe(lines.length - good.length);
  const workbook = workbookWith({});
  await importText(new Session(workbook), await assessText(table), new Map());
  const converted = await convertFirst(workbook);
  if (!converted) throw new Error('An imported table was refused');
  expectAccount(converted);
  expect(converted.counts.rows).toBe(table.rowCount);
  const meant = good.filter(
    ({ day, figure }) => day.meaning !== undefined && figure.meaning !== undefined,
  );
  expect(converted.counts.used).toBe(plain + meant.length);
  expect(unitsOf(converted)).toBe(
    plain * 100_050 + sumOf(meant.map(({ figure }) => figure.meaning)),
  );
}

// Sales of people held against targets of teams.

const person = fc.constantFrom<CellContent>('Ann', 'Bob', 'Cid', null);
export const dirtyJoin = fc.record({
  lines: fc.array(fc.record({ date, amount, person }), { maxLength: 10 }),
  /** Where each of three people moves from one team to the other; null: they stay. */
  moves: fc.array(fc.option(fc.integer({ min: 45_600, max: 46_400 })), {
    minLength: 3,
    maxLength: 3,
  }),
  assigned: fc.constantFrom<'asIs' | 'asWas'>('asIs', 'asWas'),
});

export async function checkJoin({
  lines,
  moves,
  assigned,
}: {
  readonly lines: readonly {
    readonly date: Meant<number>;
    readonly amount: Meant<number>;
    readonly person: CellContent;
  }[];
  readonly moves: readonly (number | null)[];
  readonly assigned: 'asIs' | 'asWas';
}): Promise<void> {
  const plain = lines.length + 3;
  const sales: Rows = [
    ['Date', 'Rep', 'Sales'],
    ...Array.from({ length: plain }, (_, row) => [plainDay(row), 'Ann', 10.5]),
    ...lines.map((one) => [one.date.cell, one.person, one.amount.cell]),
  ];
  const teams: Rows = [
    ['Rep', 'Team', 'From', 'To'],
    ...['Ann', 'Bob', 'Cid'].flatMap((name, index) => {
      const day = moves[index] ?? null;
      const first = [name, 'West', null, day === null ? null : day - 1];
      return day === null ? [first] : [first, [name, 'East', day, null]];
    }),
  ];
  const targets: Rows = [
    ['Team', 'Quarter', 'Target'],
    ['West', '2025-Q1', 100],
    ['East', '2025-Q1', 100],
  ];
  const workbook = workbookWith({ Sales: sales, Teams: teams, Targets: targets });
  const outcome = await track(new Session(workbook), {
    sales: 'Sales',
    targets: 'Targets',
    by: ['Team'],
    asOf: 73_050,
    joins: { assignments: 'Teams', ...(assigned === 'asIs' && { assigned }) },
  });
  if ('stopped' in outcome) throw new Error(JSON.stringify(outcome.stopped.issues));
  const { sales: counts, report } = outcome.done;
  expect(counts.used + counts.setAside).toBe(counts.rows);
  const meant = lines.filter(
    (one) => one.date.meaning !== undefined && one.amount.meaning !== undefined,
  );
  const units = plain * 1050 + sumOf(meant.map((one) => one.amount.meaning));
  expect(Math.round(report.control.sales.total * 100)).toBe(units);
  const { assigned: within, unassigned, total } = report.control.sales;
  expect(within + unassigned).toBeCloseTo(total, 6);
  const nobody = meant.filter((one) => one.person === null);
  expect(Math.round(unassigned * 100)).toBe(sumOf(nobody.map((one) => one.amount.meaning)));
}
