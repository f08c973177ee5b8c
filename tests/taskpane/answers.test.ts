import { findData, Session, track, type ReportWishes } from '../../src/jobs';
import { answersTo, groupingLeft } from '../../src/taskpane/report/answers';
import { workbookWith, type Rows } from '../intake/raw-tables';

const orders: Rows = [
  ['Date', 'Product', 'Sales'],
  ['2025-03-02', 'Tea', 10],
  ['2026-02-03', 'Rum', 20],
];
const byRegion: Rows = [
  ['Region', 'Month', 'Target'],
  ['North', '2026-02', 60],
  ['South', '2026-02', 70],
];

const sessionWith = (sheets: Readonly<Record<string, Rows>>) => new Session(workbookWith(sheets));

describe('targets that lack a dimension of the sales', () => {
  test('leave the total where it is the only one, and the report is of that', async () => {
    const session = sessionWith({ Orders: orders, Plan: byRegion });
    const found = await findData(session);
    expect(found.unclear.map(({ question }) => question)).toEqual(['targetDimension']);
    const lefts = found.unclear.map((unclear) => groupingLeft(unclear, found));
    expect(lefts).toEqual([[]]);
    const outcome = await track(session, { by: lefts[0] ?? ['none'] });
    // February: 20 sold, 60 + 70 planned.
    const rows = 'done' in outcome ? outcome.done.report.rows : [];
    expect(rows.map(({ actual, target }) => [actual, target])).toContainEqual([20, 130]);
  });

  test('leave the others that they have', async () => {
    const sales = orders.map(([date, product, amount], row) => [
      date,
      product,
      row === 0 ? 'Region' : 'North',
      amount,
    ]);
    const wishes: ReportWishes = { by: ['Region', 'Product'] };
    const found = await findData(sessionWith({ Orders: sales as Rows, Plan: byRegion }), wishes);
    expect(found.unclear.map((unclear) => groupingLeft(unclear, found))).toEqual([['Region']]);
  });

  test('are asked for a column where several could be it, and nothing is left out', () => {
    const found = { by: [{ header: 'Product' }] } as unknown as Parameters<typeof groupingLeft>[1];
    const unclear = { source: 'Plan', subject: 'Product', candidates: ['A', 'B'] };
    expect(groupingLeft({ ...unclear, question: 'targetDimension' }, found)).toBeUndefined();
    expect(groupingLeft({ ...unclear, question: 'dimension' }, found)).toBeUndefined();
  });
});

describe('the years that are offered for periods without one', () => {
  const asked = (source: string) => ({
    question: 'periodYear' as const,
    source,
    subject: 'Jan',
    candidates: [],
  });

  test('begin with the last year of the sales and go two years beyond them', async () => {
    const found = await findData(sessionWith({ Orders: orders }));
    // Sales of 2025 and 2026.
    expect(answersTo(asked('Plan'), found, 2030)).toEqual([
      '2026',
      '2027',
      '2028',
      '2025',
      '2024',
      '2023',
    ]);
  });

  test('begin with this year where there are no sales, and go ten years back', async () => {
    const found = await findData(sessionWith({ Plan: byRegion }));
    const years = answersTo(asked('Plan'), found, 2030);
    expect(years.slice(0, 4)).toEqual(['2030', '2031', '2032', '2029']);
    expect(years.at(-1)).toBe('2020');
  });
});
