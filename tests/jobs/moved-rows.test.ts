import { fc } from '../properties';
import { rowsAfter, type CellsChange } from '../../src/jobs/moved-rows';

const [width, sheetWidth] = [3, 16_384];
/** The table begins in column B of row 5, has one header row and 20 rows of data. */
const known = { area: { row: 4, column: 1, rows: 21, columns: width }, above: 1, rowCount: 20 };

/** A row of the sheet as somebody would follow it with a finger. */
interface Line {
  /** Of the table as it was: 0 for the header, then 1 on; −1 for any other row. */
  readonly was: number;
  readonly isInTable: boolean;
  isEdited: boolean;
}

function sheet(): Line[] {
  return Array.from({ length: 40 }, (_, row) => {
    const at = row - known.area.row;
    const isInTable = at >= 0 && at < known.area.rows;
    return { was: isInTable ? at : -1, isInTable, isEdited: false };
  });
}

/** Does to the lines what a person does to the sheet. */
function change(lines: Line[], { area, rows }: CellsChange): void {
  if (rows === 'deleted') {
    lines.splice(area.row, area.rows);
    return;
  }
  if (rows === 'inserted') {
    // New rows are the table's where they have rows of it above and below them.
    const isInTable =
      lines[area.row - 1]?.isInTable === true && lines[area.row]?.isInTable === true;
    const added = Array.from({ length: area.rows }, () => ({ was: -1, isInTable, isEdited: true }));
    lines.splice(area.row, 0, ...added);
    return;
  }
  for (const line of lines.slice(area.row, area.row + area.rows)) line.isEdited = true;
}

const changes = fc.array(
  fc.record({
    row: fc.integer({ min: 0, max: 32 }),
    count: fc.integer({ min: 1, max: 4 }),
    rows: fc.constantFrom('inserted' as const, 'deleted' as const, undefined),
  }),
  { maxLength: 8 },
);

const asChange = ({
  row,
  count,
  rows,
}: {
  row: number;
  count: number;
  rows?: CellsChange['rows'];
}) => ({
  area: { row, column: 0, rows: count, columns: sheetWidth },
  ...(rows && { rows }),
});

test('rows of a table are followed through any insertions and deletions of whole rows', () => {
  fc.assert(
    fc.property(changes, (asked) => {
      const lines = sheet();
      const done = asked.map(asChange);
      for (const one of done) change(lines, one);
      const now = rowsAfter(done, known);
      if (!now) {
        // Given up where the header is gone, or rows were told that the table may not have had.
        return;
      }
      const table = lines.filter(({ isInTable }) => isInTable);
      expect(now.area).toEqual({
        ...known.area,
        row: lines.findIndex(({ isInTable }) => isInTable),
        rows: table.length,
      });
      const [header, ...data] = table;
      expect(header?.was).toBe(0);
      const origins = now.origins ?? Int32Array.from({ length: known.rowCount }, (_, row) => row);
      expect([...origins]).toEqual(data.map(({ was }) => (was < 0 ? -1 : was - 1)));
      lines.forEach(({ isInTable, isEdited }, row) => {
        const isRead = now.edited.some((one) => row >= one.row && row < one.row + one.rows);
        if (isInTable && isEdited) expect(isRead).toBe(true);
      });
      // Wherever two rows meet that did not meet before there is a seam.
      data.forEach(({ was }, at) => {
        const above = at === 0 ? 0 : (data[at - 1]?.was ?? -1);
        const isAsBefore = was === above + 1 || (was === -1 && above === -1);
        if (!isAsBefore) expect(now.seams).toContain(now.area.row + known.above + at);
      });
    }),
    { numRuns: 2000 },
  );
});

test('a table whose header is left alone is always followed', () => {
  const below = changes.map((all) => all.map((one) => ({ ...one, row: (one.row % 16) + 5 })));
  fc.assert(
    fc.property(below, (asked) => {
      const lines = sheet();
      const done = asked.map(asChange);
      for (const one of done) change(lines, one);
      const isEmpty = lines.filter(({ isInTable }) => isInTable).length < 2;
      expect(rowsAfter(done, known) !== undefined || isEmpty).toBe(true);
    }),
  );
});

test('cells that move in some columns of the table alone cannot be followed, beside it they need not be', () => {
  const moved = (column: number, columns: number) =>
    rowsAfter([{ area: { row: 8, column, rows: 1, columns }, rows: 'inserted' }], known);
  expect(moved(1, 2)).toBeUndefined();
  expect(moved(2, 5)).toBeUndefined();
  expect(moved(1, width)?.area.rows).toBe(22);
  expect(moved(4, 2)).toEqual({ area: known.area, origins: undefined, edited: [], seams: [] });
});
