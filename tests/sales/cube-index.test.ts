import { fc } from '../properties';
import {
  FigureIndex,
  measureNames,
  measureTable,
  periodOf,
  rowOf,
  unmeasurable,
  type FigureQuestion,
} from '../../src/sales';
import { day, linesOf, type Line } from './sales-data';

const lines: readonly Line[] = [
  ['2026-01-05', 100.1, 'Ann', 'West', 'Acme'],
  ['2026-01-20', 200.2, 'Ann', 'West', 'Acme'],
  ['2026-02-03', 50, 'Ann', 'East', 'Bolt'],
  ['2026-02-10', 400, 'Bob', 'West', 'Acme'],
  ['2026-04-01', -30, 'Bob', '', 'Cord'],
];
const dataset = linesOf(['Person', 'Region', 'customer'], lines);
const february = periodOf(day('2026-02-01'), 'month');
const firstQuarter = periodOf(day('2026-02-01'), 'quarter');

function items(entries: Readonly<Record<string, string | readonly string[]>>) {
  return new Map(Object.entries(entries));
}

describe('an index of figures', () => {
  test.each<[string, FigureQuestion, unknown]>([
    ['all rows', { measure: 'sales' }, 720.3],
    ['one text', { measure: 'sales', items: items({ Person: 'Ann' }) }, 350.3],
    ['two texts', { measure: 'sales', items: items({ Person: 'Ann', Region: 'West' }) }, 300.3],
    ['blank cells', { measure: 'sales', items: items({ Region: '' }) }, -30],
    ['a period', { measure: 'sales', period: february }, 450],
    [
      'a text in a longer period',
      { measure: 'lines', items: items({ Person: 'Ann' }), period: firstQuarter },
      3,
    ],
    ['a text that no row has', { measure: 'sales', items: items({ Person: 'Cid' }) }, 0],
    [
      'a period that no row has',
      { measure: 'averageDeal', period: periodOf(day('2027-01-01'), 'year') },
      unmeasurable('noRows'),
    ],
    [
      'several texts, one of them unknown and one named twice',
      { measure: 'sales', items: items({ Region: ['West', 'East', 'North', 'East'] }) },
      750.3,
    ],
    [
      'the mean of several texts',
      { measure: 'averageDeal', items: items({ Region: ['West', 'East'], Person: 'Ann' }) },
      350.3 / 3,
    ],
    [
      'customers of several texts, of whom one bought in both',
      { measure: 'customers', items: items({ Person: ['Ann', 'Bob'] }), period: firstQuarter },
      2,
    ],
    ['the largest', { measure: 'largestDeal', items: items({ Region: ['West', ''] }) }, 400],
    [
      'none of several',
      { measure: 'smallestDeal', items: items({ Region: [] }) },
      { reason: 'noRows' },
    ],
  ])('answers for %s', (_, question, expected) => {
    expect(new FigureIndex(dataset).figure(question)).toEqual(expected);
  });

  test('answers for several texts what it answers for a data set that has no others', () => {
    const line = fc.tuple(
      fc.constantFrom('2026-01-05', '2026-02-05', '2026-05-01'),
      fc.integer({ min: -999, max: 999 }).map((cents) => cents / 100),
      fc.constantFrom('Ann', 'Bob', 'Cid'),
      fc.constantFrom('West', 'East', ''),
      fc.constantFrom('Acme', 'Bolt', ''),
    );
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        fc.subarray(['Ann', 'Bob', 'Cid'], { minLength: 1 }),
        fc.subarray(['West', 'East', ''], { minLength: 1 }),
        (all, people, regions) => {
          const dimensions = ['Person', 'Region', 'customer'];
          const index = new FigureIndex(linesOf(dimensions, all));
          const part = all.filter(
            ([, , person, region]) => people.includes(person) && regions.includes(region),
          );
          const alone = new FigureIndex(linesOf(dimensions, part));
          for (const measure of measureNames) {
            const found = index.figure({
              measure,
              items: items({ Person: people, Region: regions }),
            });
            expect([measure, found]).toEqual([measure, alone.figure({ measure })]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('lists the texts of a dimension, largest first', () => {
    expect(new FigureIndex(dataset).items('Region', 'sales')).toEqual(['West', 'East', '']);
  });

  test('answers for the rows as they are after an edit', () => {
    const index = new FigureIndex(dataset);
    const question: FigureQuestion = { measure: 'sales', items: items({ Person: 'Ann' }) };
    const several: FigureQuestion = {
      measure: 'customers',
      items: items({ Region: ['West', 'East'] }),
    };
    expect([index.figure(question), index.figure(several)]).toEqual([350.3, 2]);
    const { generation } = index;
    const now = linesOf(
      ['Person', 'Region', 'customer'],
      lines.with(2, ['2026-02-03', 70, 'Ann', 'East', 'Acme']),
    );
    index.update(now, [{ before: rowOf(dataset, 2), after: rowOf(now, 2) }]);
    expect([index.figure(question), index.figure(several)]).toEqual([370.3, 1]);
    expect(index.generation).toBeGreaterThan(generation);
  });

  test('still answers when more kinds of questions were asked than it keeps', () => {
    const index = new FigureIndex(dataset);
    for (const measure of measureNames) index.figure({ measure });
    expect(Object.keys(measureTable).length).toBeGreaterThan(16);
    expect(index.figure({ measure: 'sales' })).toBe(720.3);
  });
});
