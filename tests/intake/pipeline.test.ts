import { convertedOf } from './raw-tables';
import { exactSum } from '../../src/sales';
import { amountsIn } from './raw-tables';

const header = ['Opportunity', 'Stage', 'Created date', 'Close date', 'Amount'];

test('of a table of opportunities only won deals count as sales', async () => {
  const read = await convertedOf([
    header,
    ['A', 'Closed Won', 46_000, 46_023, 100.5],
    ['B', 'Closed Lost', 46_000, 46_024, 900],
    ['C', 'Negotiation', 46_000, 46_100, 700],
    ['D', 'Closed Won', 46_001, 46_025, 20],
  ]);
  expect(exactSum(amountsIn(read))).toBe(120.5);
  expect(read.counts).toEqual({ rows: 4, used: 2, setAside: 2 });
  expect(read.issues).toEqual([{ code: 'notWon', at: 'Data!B1', found: '2', expected: 'Stage' }]);
});

test('a stage that tells nothing sets its deal aside, by its cell', async () => {
  const read = await convertedOf([
    header,
    ['A', 'Closed Won', 46_000, 46_023, 100],
    ['B', 'Parked', 46_000, 46_024, 50],
  ]);
  expect(read.counts).toEqual({ rows: 2, used: 1, setAside: 1 });
  expect(read.issues).toEqual([
    { code: 'unknownStage', at: 'Data!B3', found: 'Parked', expected: 'Stage' },
  ]);
});

test('orders with a status that knows no winning count as they are', async () => {
  const read = await convertedOf([
    ['Order date', 'Status', 'Amount'],
    [46_023, 'Shipped', 10],
    [46_024, 'Cancelled', 20],
  ]);
  expect(read.counts).toEqual({ rows: 2, used: 2, setAside: 0 });
});

describe('a column that says no more than whether deals were won', () => {
  const deals = (heading: string, ...cells: (string | number | boolean)[]) => [
    ['Close date', 'Region', heading, 'Amount'],
    ...cells.map((cell, row) => [46_023 + row, 'North', cell, 100 * 2 ** row]),
  ];

  // Won are the first and the third of 100, 200 and 400.
  test.each([
    ['Won', [true, false, true]],
    ['Won?', ['Y', 'N', 'y']],
    ['Is won', [1, 0, 1]],
    ['Gewonnen', ['ja', 'nein', 'ja']],
  ])('leaves out the others as not won: "%s" of %j', async (heading, cells) => {
    const read = await convertedOf(deals(heading, ...cells));
    expect(amountsIn(read)).toEqual([100, 400]);
    expect(read.issues).toEqual([{ code: 'notWon', at: 'Data!C1', found: '1', expected: heading }]);
  });

  test('leaves all out where none was', async () => {
    const read = await convertedOf(deals('Won', false, false));
    expect(read.counts).toEqual({ rows: 2, used: 0, setAside: 2 });
  });

  test('tells the cell where it says nothing', async () => {
    const read = await convertedOf(deals('Won', 'yes', 'maybe'));
    expect(read.issues).toEqual([
      { code: 'unknownStage', at: 'Data!C3', found: 'maybe', expected: 'Won' },
    ]);
  });

  test('is none where it holds amounts', async () => {
    const read = await convertedOf(deals('Won', 1200, 0, 500));
    expect(amountsIn(read)).toEqual([100, 200, 400]);
  });

  test('tells the cell where the stage says that the deal was won', async () => {
    const read = await convertedOf([
      ['Close date', 'Stage', 'Won', 'Amount'],
      [46_023, 'Closed Won', true, 100],
      [46_024, 'Closed Won', false, 200],
    ]);
    expect(read.issues).toEqual([
      { code: 'unknownStage', at: 'Data!B3', found: 'Closed Won', expected: 'Stage' },
    ]);
  });
});
