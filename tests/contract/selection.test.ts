import { WorkbookError } from '../../src/workbook';
import { area, book, sheet } from './fixtures';
import { openInExcel, subjects, type Opened } from './subjects';

jest.setTimeout(30_000);

/**
 * Two blocks, B2:C4 and E2:F3, a blank column between them; D5 touches the first at a corner, and
 * A7 stands alone.
 */
const blocks = sheet('My blocks', [
  [],
  [null, 'Region', 'Amount', null, 'Note', 'By'],
  [null, 'West', 5, null, 'x', 'Ann'],
  [null, 'East', 7],
  [null, null, null, 'corner'],
  [],
  ['alone'],
]);

describe.each(subjects)('the region around cells of $name', ({ open }) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await open(book([blocks, sheet('Empty', [])]));
  });
  afterEach(() => {
    opened.close();
  });

  test.each([
    // Row 6 and column A are blank; D5 joins the blocks beside it through its corners.
    ['a cell within a block', area(2, 1, 1, 1), area(1, 1, 4, 5)],
    ['a cell that stands alone', area(6, 0, 1, 1), area(6, 0, 1, 1)],
    ['a blank cell far from all others', area(20, 20, 1, 1), area(20, 20, 1, 1)],
  ])('of %s ends at the next blank rows and columns', async (_, from, expected) => {
    expect(await opened.workbook.findRegion({ sheet: 'My blocks', area: from })).toEqual(expected);
  });

  test('of a sheet that is not there is refused', async () => {
    const work = opened.workbook.findRegion({ sheet: 'Gone', area: area(0, 0, 1, 1) });
    await expect(work).rejects.toMatchObject({ code: 'notFound' });
  });
});

test('a file has no selection', async () => {
  const [file] = subjects;
  const opened = await file?.open(book([blocks]));
  expect(await opened?.workbook.findSelection()).toBeUndefined();
});

describe('the selection in Excel', () => {
  test.each([
    ['B2:C4', area(1, 1, 3, 2)],
    ['C3', area(2, 2, 1, 1)],
    ['B:C', area(0, 1, 1_048_576, 2)],
  ])('%s is told with its sheet', async (address, expected) => {
    const opened = await openInExcel(book([sheet('First', [['a']]), blocks]));
    await opened.workbench.runScript(
      `await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('My blocks');
        sheet.activate();
        sheet.getRange('${address}').select();
        await context.sync();
      });`,
    );
    expect(await opened.workbook.findSelection()).toEqual({ sheet: 'My blocks', area: expected });
    opened.close();
  });

  test('of several ranges is refused in our words', async () => {
    const opened = await openInExcel(book([blocks]));
    opened.workbench.host.workbook.active.otherSelections = 1;
    const refusal: unknown = await opened.workbook.findSelection().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(WorkbookError);
    expect(refusal).toMatchObject({ code: 'invalidSelection' });
    opened.close();
  });
});
