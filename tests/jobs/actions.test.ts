import { addAction, listActions, Session, type Action } from '../../src/jobs';
import { serialOf } from '../../src/sales';
import {
  emptySheet,
  sheetNames,
  type CellContent,
  type WorkbookContents,
} from '../../src/workbook';
import { workbookOf } from '../../src/xlsx';
import { openInExcel, type OpenedInExcel } from '../contract/subjects';

const call: Action = {
  what: 'Call the ten largest customers',
  row: 'West · Bikes',
  period: '2026-Q1',
  variance: -1234.56,
  owner: 'Ann',
  due: serialOf(2026, 4, 30),
  status: 'open',
  note: '',
};

/** The cells of our table in the order a person gave its columns. */
function book(cells: CellContent[][], name: string = sheetNames.actions): WorkbookContents {
  return {
    sheets: [{ ...emptySheet(name), cells }],
    names: [],
    dateSystem: 1900,
  };
}

test('the first action makes the sheet and its table, the next ones go below', async () => {
  const workbook = workbookOf(book([['Date']], 'Sales'));
  const session = new Session(workbook);
  const first = await addAction(session, call);
  expect(first).toEqual({ sheet: sheetNames.actions, table: 'SalesActions' });
  await addAction(session, {
    ...call,
    what: 'Train the team',
    variance: undefined,
    due: undefined,
  });
  expect(await listActions(session)).toEqual([
    { ...call, isOpen: true },
    { ...call, what: 'Train the team', variance: undefined, due: undefined, isOpen: true },
  ]);
});

test('a sheet of somebody else by the same name is not touched', async () => {
  const theirs: CellContent[][] = [['My own list'], ['do not touch']];
  const workbook = workbookOf(book(theirs));
  const { sheet } = await addAction(new Session(workbook), call);
  expect(sheet).not.toBe(sheetNames.actions);
  expect(workbook.contents().sheets.find(({ name }) => name === sheetNames.actions)?.cells).toEqual(
    theirs,
  );
});

describe('actions that people edited in the sheet', () => {
  let opened: OpenedInExcel;
  let session: Session;
  beforeEach(async () => {
    opened = await openInExcel(book([['Date']], 'Sales'));
    session = new Session(opened.workbook);
    await addAction(session, call);
  });
  afterEach(() => {
    opened.close();
  });

  /** What a person does on the sheet; `cells` are the table's, headers on top. */
  async function edit(script: string): Promise<void> {
    await opened.workbench.runScript(
      `await Excel.run(async (context) => {
        const range = context.workbook.tables.getItem('SalesActions').getRange().load('values');
        await context.sync();
        const cells = range.values;
        ${script}
        range.values = cells;
        await context.sync();
      });`,
    );
  }

  test.each([
    ['Done', false],
    [' closed ', false],
    ['erledigt', false],
    ['cancelled', false],
    ['open', true],
    ['not done', true],
    ['', true],
  ])('with the status "%s": open is %s', async (status, isOpen) => {
    await edit(`cells[1][cells[0].indexOf('Status')] = ${JSON.stringify(status)};`);
    expect(await listActions(session)).toMatchObject([{ status, isOpen }]);
  });

  test('are found by header, in whatever order the columns stand', async () => {
    await edit('for (const row of cells) row.reverse();');
    expect(await listActions(session)).toEqual([{ ...call, isOpen: true }]);
    await addAction(session, { ...call, owner: 'Bob' });
    expect(await listActions(session)).toMatchObject([{ owner: 'Ann' }, { owner: 'Bob' }]);
  });

  test('are refused a new line where a column of ours is gone, by its name', async () => {
    await edit(`cells[0][cells[0].indexOf('Owner')] = 'Boss';`);
    await expect(addAction(session, call)).rejects.toMatchObject({
      code: 'notFound',
      subject: 'SalesActions: Owner',
    });
    expect(await listActions(session)).toHaveLength(1);
  });
});
