import { fc } from '../properties';
import {
  assessQuality,
  changesOf,
  effectOf,
  findAmountColumn,
  findDateColumn,
  judge,
  type Finding,
  type Fix,
  type Quality,
} from '../../src/intake';
import type { CellContent } from '../../src/workbook';
import { columnOf, get, readFirst, workbookWith } from './raw-tables';

/** A cell with what it means, which the reading is not told. */
export interface Meant<T> {
  readonly cell: CellContent;
  readonly meaning: T | undefined;
}

const iso = (serial: number) => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
const german = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 });

const broken: fc.Arbitrary<CellContent> = fc.constantFrom<CellContent>(
  null,
  '  ',
  'n/a',
  '?',
  true,
  { error: '#REF!' },
  { error: '#N/A' },
  '12 34',
  '2026-02-30',
);

/** 2025-01-01 to 2026-12-31, seldom far away: 2062, or 1926, when nothing was sold. */
const day = fc.oneof(
  { weight: 40, arbitrary: fc.integer({ min: 45_658, max: 46_387 }) },
  { weight: 1, arbitrary: fc.constantFrom(59_231, 9_557) },
);
const soldOn = (serial: number) => (serial < 18_264 ? undefined : serial);
export const date: fc.Arbitrary<Meant<number>> = fc.oneof(
  { weight: 4, arbitrary: day.map((serial) => ({ cell: serial, meaning: soldOn(serial) })) },
  { weight: 2, arbitrary: day.map((serial) => ({ cell: iso(serial), meaning: soldOn(serial) })) },
  {
    weight: 1,
    arbitrary: day.map((serial) => ({ cell: `${iso(serial)}T06:00`, meaning: soldOn(serial) })),
  },
  { weight: 2, arbitrary: broken.map((cell) => ({ cell, meaning: undefined })) },
);

const cents = fc.oneof(
  fc.integer({ min: -50_000, max: 900_000 }),
  fc.constantFrom(0, 100, 123_456),
);
export const amount: fc.Arbitrary<Meant<number>> = fc.oneof(
  { weight: 4, arbitrary: cents.map((unit) => ({ cell: unit / 100, meaning: unit })) },
  {
    weight: 2,
    arbitrary: cents.map((unit) => ({ cell: german.format(unit / 100), meaning: unit })),
  },
  {
    weight: 1,
    arbitrary: cents.map((unit) => ({ cell: `${german.format(unit / 100)} €`, meaning: unit })),
  },
  { weight: 2, arbitrary: broken.map((cell) => ({ cell, meaning: undefined })) },
);

const product = fc.constantFrom<CellContent>(
  'GTX Pro',
  'GTXPro',
  'gtx pro',
  ' GTX Pro',
  'Mug',
  'Mug\u00a0',
  'Road bike',
  'Road bkie',
  'Product 1',
  'Product 2',
  null,
  { error: '#NAME?' },
  7,
);

export interface DirtyRow {
  readonly date: Meant<number>;
  readonly amount: Meant<number>;
  readonly product: CellContent;
}

export const dirtyRows: fc.Arbitrary<readonly DirtyRow[]> = fc.array(
  fc.record({ date, amount, product }),
  { maxLength: 14 },
);

/** Plain rows beside the dirty ones, so that the columns are what they are called. */
const plainRows = (count: number): CellContent[][] =>
  Array.from({ length: count }, (_, row) => [45_700 + row * 9, 10.5 + row, 'Mug']);

const usual = (rows: readonly DirtyRow[]) => rows.length + 3;

async function assess(cells: readonly (readonly CellContent[])[]) {
  // An Excel table: how a loose sheet is read as one is another question.
  const area = { row: 0, column: 0, rows: cells.length, columns: 3 };
  const workbook = workbookWith({ Data: cells }, { tables: [{ name: 'Lines', area }] });
  const raw = await readFirst(workbook);
  if ('issues' in raw) throw new Error(raw.issues.map(({ code }) => code).join(', '));
  const table = judge(raw);
  const choice = {
    date: get(findDateColumn(table, 'salesDate')),
    amount: get(findAmountColumn(table, 'amount', 'salesAmount')),
    dimensions: new Map([['Product', columnOf(table, 'Product')]]),
  };
  return { table, choice, quality: assessQuality(table, choice, { side: 'sales', today: 46_400 }) };
}

function expectCounts({ counts }: Quality): void {
  expect(counts.used + counts.setAside).toBe(counts.rows);
}

const isSame = (one: Finding, other: Finding) =>
  one.code === other.code &&
  one.column === other.column &&
  one.facts.into === other.facts.into &&
  one.values.some((value) => other.values.includes(value));

/**
 * Reads a dirty table: rows are used or set aside, totals are those that were meant, and each fix
 * ends its finding and moves the figures by what it said. Answers how many fixes were tried.
 */
export async function checkDirtyTable(rows: readonly DirtyRow[]): Promise<number> {
  const cells: (readonly CellContent[])[] = [
    ['Date', 'Sales', 'Product'],
    ...plainRows(usual(rows)),
    ...rows.map((row) => [row.date.cell, row.amount.cell, row.product]),
  ];
  // Blank rows at the end are no rows.
  const isBlank = (cell: CellContent) =>
    cell === null || (typeof cell === 'string' && cell.trim() === '');
  while ((cells.at(-1) ?? []).every(isBlank)) cells.pop();
  const { table, choice, quality } = await assess(cells);
  expectCounts(quality);
  expect(quality.counts.rows).toBe(cells.length - 1);
  const meant = rows.flatMap((row) =>
    row.date.meaning !== undefined && row.amount.meaning !== undefined ? [row.amount.meaning] : [],
  );
  const plainUnits = plainRows(usual(rows)).reduce((sum, row) => sum + Number(row[1]) * 100, 0);
  expect(quality.counts.used).toBe(usual(rows) + meant.length);
  expect(Math.round((quality.total ?? 0) * 100)).toBe(
    meant.reduce((sum, units) => sum + units, plainUnits),
  );
  let fixes = 0;
  for (const finding of quality.findings) {
    for (const fix of finding.fixes) {
      await checkFix(cells, { table, choice, quality }, finding, fix);
      fixes += 1;
    }
  }
  return fixes;
}

async function checkFix(
  cells: readonly (readonly CellContent[])[],
  { table, choice, quality }: Awaited<ReturnType<typeof assess>>,
  finding: Finding,
  fix: Fix,
): Promise<void> {
  const changes = changesOf(table, choice, fix);
  const effect = effectOf(table, choice, fix);
  expect(effect.cells).toBe(changes.length);
  expect(changes.length).toBeGreaterThan(0);
  const mended = cells.map((row) => [...row]);
  for (const change of changes) {
    const line = mended[change.row] ?? [];
    expect(line[change.column]).toBe(change.old);
    line[change.column] = change.new;
  }
  const after = (await assess(mended)).quality;
  expectCounts(after);
  expect(after.findings.filter((other) => isSame(other, finding))).toEqual([]);
  expect(after.counts.used - quality.counts.used).toBe(effect.rows);
  expect((after.total ?? 0) - (quality.total ?? 0)).toBeCloseTo(effect.amount ?? NaN, 4);
}
