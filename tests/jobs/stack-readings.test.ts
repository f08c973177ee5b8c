import {
  findData,
  findWaysToRead,
  readingFacts,
  Session,
  withCorrection,
  withoutCorrection,
  type DataFound,
} from '../../src/jobs';
import type { Readings } from '../../src/intake';
import { workbookWith, type Rows } from '../intake/raw-tables';

/** How several sheets are read as one, and what is said of them together and of one alone. */
const plan = (west: number): Rows => [
  ['Region', 'Jan 2026', 'Feb 2026'],
  ['West', west, west + 1],
  ['East', west + 2, west + 3],
];
const sheets = { Ann: plan(10), Bob: plan(20) };

async function read(readings: Readings = {}) {
  const session = new Session(workbookWith(sheets));
  const { sales, sources, unclear } = await findData(session, { sales: 'Ann/*', readings });
  const source = sources.find(({ name }) => name === 'Ann/*');
  if (!source) throw new Error('The sheets are not found as one');
  return { session, sales, source, unclear };
}
const layoutOf = (sales: DataFound['sales']) => sales && readingFacts(sales, {}, 1).layout;

describe('several sheets of one layout', () => {
  test('can be read in the layouts that fit each of them', async () => {
    const { session, source } = await read();
    const { layouts, headerRows } = await findWaysToRead(session, source, () => ({}));
    expect(layouts).toEqual(['long', 'wide', 'crossed']);
    // Rows of figures differ from sheet to sheet; the header is on both.
    expect(headerRows).toEqual([{ row: 1, texts: ['Region', 'Jan 2026', 'Feb 2026'] }]);
    const long = await findWaysToRead(session, source, ({ name }) =>
      name === 'Bob' ? { header: ['West', '20', '21'] } : {},
    );
    expect(long.layouts).not.toContain('wide');
  });

  test('are all read as was said of them together', async () => {
    const { sales } = await read({ 'Ann/*': { layout: 'crossed', names: { sheet: 'Person' } } });
    expect(sales?.table.raw.headers).toEqual(['Region', 'Name', 'Value', 'Person']);
    // Two regions by two months of two sheets.
    expect(sales?.table.raw.grid.rowCount).toBe(8);
    const names = sales && readingFacts(sales, { names: { sheet: 'Person' } }, 1).names;
    expect(names).toEqual([
      { part: 'label', name: 'Name' },
      { part: 'value', name: 'Value' },
      { part: 'sheet', name: 'Person' },
    ]);
  });

  test('lose what was said of one alone when it is said of all', async () => {
    const before: Readings = {
      Bob: { layout: 'long', totals: { Total: 'name' } },
      Other: { layout: 'long' },
    };
    const { source } = await read();
    expect(withCorrection(before, source, { layout: 'crossed' })).toEqual({
      Bob: { totals: { Total: 'name' } },
      Other: { layout: 'long' },
      'Ann/*': { layout: 'crossed' },
    });
    expect(withCorrection(before, source, { year: 2026 })).toMatchObject({
      Bob: { layout: 'long' },
    });
  });

  test('have no layout in common where one was corrected alone', async () => {
    expect(layoutOf((await read()).sales)).toBe('wide');
    const own: Rows = [
      ['Region', 'Name', 'Value'],
      ...plan(10)
        .slice(1)
        .map((row) => [...row]),
    ];
    const session = new Session(workbookWith({ Ann: own, Bob: plan(20) }));
    const { sales } = await findData(session, {
      sales: 'Ann/*',
      readings: { Bob: { layout: 'crossed' } },
    });
    expect(sales?.table.raw.grid.rowCount).toBe(6);
    expect(layoutOf(sales)).toBeUndefined();
  });

  test('take a correction back that one of them does not fit any more', async () => {
    const { source } = await read();
    const readings: Readings = { 'Bob/*': { layout: 'list' }, Other: { year: 2026 } };
    expect(withoutCorrection(readings, 'Ann', [source])).toEqual({ Other: { year: 2026 } });
    const own = { ...readings, Ann: { layout: 'list' } } as const;
    expect(withoutCorrection(own, 'Ann', [source])).toEqual(readings);
  });
});
