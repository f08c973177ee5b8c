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
