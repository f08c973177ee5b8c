import { fc } from '../properties';
import { blockOf } from '../../src/excel/cells';
import { RowScan, scanRows } from '../../src/intake';
import { findError } from '../../src/workbook';

const given = fc.oneof(
  fc.integer({ min: 0, max: 9 }),
  fc.boolean(),
  fc.constant({ type: 'LinkedEntity' }),
  fc.constantFrom('', ' ', 'West', 'Total West', 'Sum', '#N/A', '#REF!', '#hello', '# sold', '計'),
);
const row = fc.array(given, { minLength: 3, maxLength: 3 });

function notesOf(scan: RowScan) {
  const { totals, wordy, lonely, blank, rowCount } = scan;
  const filled = Array.from({ length: rowCount }, (_, at) => scan.filled(at));
  const blankColumns = [0, 1, 2].map((column) => scan.isBlankColumn(column));
  return { totals, wordy, lonely, blank, filled, blankColumns };
}

test('a blank cell is null, an error is one, and a text that begins like one stays a text', () => {
  const { values } = blockOf(
    [
      [1, '', 'West'],
      ['#N/A', '#hello', { type: 'Stock' }],
      [2, true, 'a'],
    ],
    0,
  );
  expect(values).toEqual([
    [1, null, 'West'],
    [findError('#N/A'), '#hello', findError('#FIELD!')],
    [2, true, 'a'],
  ]);
});

test('rows that are read while they are looked through are those read before, and give the same notes', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const { values } = blockOf(
        rows.map((cells) => [...cells]),
        0,
      );
      const block = blockOf([...rows], 0);
      const scan = new RowScan(0);
      if (!block.given) throw new Error('Rows of Excel come as it gave them');
      const half = rows.length >> 1;
      scan.takeGiven(block.given, 0, half);
      scan.takeGiven(block.given, half, rows.length);
      expect(block.given.rows).toEqual(values);
      expect(notesOf(scan)).toEqual(notesOf(scanRows(values)));
    }),
    { numRuns: 500 },
  );
});
