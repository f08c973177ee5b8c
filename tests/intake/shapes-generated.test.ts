import { fc } from '../properties';
import { readTable, type RawTable } from '../../src/intake';
import { errorCodes, findError, isBlank, type CellValue } from '../../src/workbook';
import { workbookWith } from './raw-tables';
import { read, rowsOf } from './shape-tables';

const runs = process.env['DEEP'] ? 20_000 : 300;

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

const name = fc
  .array(fc.constantFrom('North', 'South', 'East', 'Mid', 'Île', '東'), {
    minLength: 1,
    maxLength: 2,
  })
  .map((words) => words.join(' '));
const amount = fc.integer({ min: -1e8, max: 1e8 }).map((units) => units / 100);

/** A long table of regions, months and two measures; some figures are blank. */
const longTable = fc
  .record({
    regions: fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
    months: fc.subarray(months, { minLength: 2 }),
    measures: fc.constantFrom(['Target'], ['Target', 'Actual']),
  })
  .chain((base) =>
    fc.record({
      base: fc.constant(base),
      cells: fc.array(fc.option(amount, { freq: 8 }), {
        minLength: base.regions.length * base.months.length * base.measures.length,
        maxLength: base.regions.length * base.months.length * base.measures.length,
      }),
    }),
  );

describe('whatever is read', () => {
  test('a long table that was made wide gives its rows again', async () => {
    await fc.assert(
      fc.asyncProperty(
        longTable,
        fc.constantFrom<'one row' | 'period above' | 'measure above'>(
          'one row',
          'period above',
          'measure above',
        ),
        async ({ base, cells }, form) => {
          const { regions, measures } = base;
          const figure = (region: number, month: number, measure: number): CellValue =>
            cells[(region * base.months.length + month) * measures.length + measure] ?? null;
          // A column without a figure tells nothing of what it is.
          const isFilled = base.months.every((_, month) =>
            measures.every((__, measure) =>
              regions.some((___, region) => figure(region, month, measure) !== null),
            ),
          );
          // Two names without figures may be headings of the names below them.
          const bare = regions.filter((_, region) =>
            base.months.every((__, month) =>
              measures.every((___, measure) => figure(region, month, measure) === null),
            ),
          );
          fc.pre(isFilled && bare.length < 2);
          const pairs =
            form === 'measure above'
              ? measures.flatMap((_, measure) =>
                  base.months.map((__, month) => ({ month, measure })),
                )
              : base.months.flatMap((_, month) =>
                  measures.map((__, measure) => ({ month, measure })),
                );
          const label = (month: number) => `2026-${base.months[month] ?? ''}`;
          const measureAt = (measure: number) => measures[measure] ?? '';
          const once = (texts: readonly string[]) =>
            texts.map((text, index) => (texts[index - 1] === text ? null : text));
          const [periods, names] = [
            pairs.map(({ month }) => label(month)),
            pairs.map(({ measure }) => measureAt(measure)),
          ];
          const headers = {
            'one row': [
              [
                'Region',
                ...pairs.map(({ month, measure }) => `${measureAt(measure)} ${label(month)}`),
              ],
            ],
            'period above': [
              [null, ...once(periods)],
              ['Region', ...names],
            ],
            'measure above': [
              [null, ...once(names)],
              ['Region', ...periods],
            ],
          }[form];
          const rows = [
            ...headers,
            ...regions.map((region, at) => [
              region,
              ...pairs.map(({ month, measure }) => figure(at, month, measure)),
            ]),
          ];
          const found = await read(rows);
          if ('issues' in found) throw new Error(found.issues.map(({ code }) => code).join(', '));
          const expected = regions.flatMap((region, at) =>
            base.months.map((_, month) => [
              region,
              label(month),
              ...measures.map((__, measure) => figure(at, month, measure)),
            ]),
          );
          expect(rowsOf(found)).toEqual([['Region', 'Period', ...measures], ...expected]);
        },
      ),
      { numRuns: runs },
    );
  });

  const cell: fc.Arbitrary<CellValue> = fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 5, arbitrary: fc.integer({ min: -1000, max: 1000 }) },
    { weight: 2, arbitrary: fc.integer({ min: 45_000, max: 46_100 }) },
    fc.constantFrom(2025, 2026, 2027),
    fc.constantFrom(
      'Jan',
      'Feb',
      'Q1',
      'Q2 2026',
      '2026-03',
      'März 2026',
      '1月',
      'FY26',
      '01/02/2026',
    ),
    fc.constantFrom('Total', 'Summe', 'North Total', 'Total Energies', '合計', 'Region', 'Target'),
    fc.constantFrom('North', 'South', 'Ann', 'Bob', ' ', '', '12', '1,5', 'Total:'),
    fc.constantFrom(true, ...errorCodes.map((code) => findError(code) ?? null)),
    fc.string({ maxLength: 8 }),
  );

  /** Cells as people lay them out, with a few that are out of place. */
  const sheet: fc.Arbitrary<CellValue[][]> = fc
    .subarray(['Region', 'Person', 'Jan', 'Feb', 'Mar', 'Total', 'Q1 2026', '2026-03', 'Amount'], {
      minLength: 2,
    })
    .chain((headers) => {
      const figure = fc.integer({ min: 1, max: 9 }).map((number) => number * 50);
      const usual = (header: string): fc.Arbitrary<CellValue> =>
        header === 'Region' || header === 'Person'
          ? fc.constantFrom('North', 'South', 'Ann', 'Bob', null)
          : figure;
      const dirty = (header: string) =>
        fc.oneof({ weight: 12, arbitrary: usual(header) }, { weight: 1, arbitrary: cell });
      const row = fc.tuple(...headers.map(dirty)).map((cells): CellValue[] => [...cells]);
      const other: fc.Arbitrary<CellValue[]> = fc.constantFrom<CellValue[]>(
        [],
        ['Total', ...headers.slice(1).map(() => 100)],
        [...headers],
        ['Source: the shop'],
        [null, 'Summe'],
      );
      const rows = fc.array(
        fc.oneof({ weight: 6, arbitrary: row }, { weight: 1, arbitrary: other }),
        {
          minLength: 1,
          maxLength: 12,
        },
      );
      const title = fc.constantFrom<CellValue[][]>([], [['Targets 2026'], []], [[null, 2026]]);
      return fc.tuple(title, rows).map(([above, below]) => [...above, [...headers], ...below]);
    });

  /** Rows of the sheet that the table or its issues account for. */
  function accounted(table: RawTable): Set<number> {
    const rows = new Set<number>();
    const note = (at: string) => rows.add(Number(/(\d+)$/.exec(at)?.[1]) - 1);
    for (const issue of table.setAside ?? []) note(issue.at);
    for (let row = 0; row < table.grid.rowCount; row += 1) {
      table.headers.forEach((_, column) => {
        const place = table.placeOf?.(row, column);
        rows.add(place ? place.row : table.source.area.row + table.headerRow + 1 + row);
      });
    }
    return rows;
  }

  test('never throws, and every row below the header is used or set aside', async () => {
    let [tables, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          {
            weight: 1,
            arbitrary: fc.array(fc.array(cell, { maxLength: 7 }), { minLength: 1, maxLength: 14 }),
          },
          { weight: 3, arbitrary: sheet },
        ),
        fc.option(fc.constantFrom(2025, 2026), { nil: undefined }),
        async (rows, year) => {
          const workbook = workbookWith({ Data: rows });
          const [source] = await workbook.listSources();
          if (!source) return;
          const found = await readTable(workbook, source, year === undefined ? {} : { year });
          if ('issues' in found) {
            refused += 1;
            expect(found.issues.length).toBeGreaterThan(0);
            for (const { at } of found.issues) expect(at).toMatch(/^Data!/);
            return;
          }
          tables += 1;
          const shape = found.reading?.shape;
          if (!shape || shape.isTurned) return;
          const { area, headerRows } = shape;
          const known = accounted(found);
          const last = area.row + area.rows;
          for (let row = area.row + (headerRows.at(-1) ?? -1) + 1; row < last; row += 1) {
            const left = source.area.column + area.column;
            const cells = (rows[source.area.row + row] ?? []).slice(left, left + area.columns);
            if (!cells.every(isBlank)) expect(known).toContain(source.area.row + row);
          }
        },
      ),
      { numRuns: runs * 3 },
    );
    process.stdout.write(
      `${String(tables + refused)} rectangles of cells: ${String(tables)} read, ${String(refused)} refused with a reason\n`,
    );
  });

  test('a layout that was found and is given back reads the same rows again', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, async (rows) => {
        const found = await read(rows);
        if ('issues' in found || !found.reading) return;
        const { layout } = found.reading;
        const again = await read(rows, { layout });
        if ('issues' in again) throw new Error('refused');
        expect(rowsOf(again)).toEqual(rowsOf(found));
      }),
      { numRuns: runs },
    );
  });
});
