import {
  buildReport,
  findData,
  findLastWishes,
  Session,
  takeSelection,
  track,
  type Outcome,
  type ReportWishes,
} from '../../src/jobs';
import { emptySheet, type WorkbookContents } from '../../src/workbook';
import { openInExcel, type OpenedInExcel } from '../contract/subjects';
import { workbookOf } from '../../src/xlsx';
import type { Rows } from '../intake/raw-tables';

function done<T>(outcome: Outcome<T>): T {
  if ('done' in outcome) return outcome.done;
  throw new Error(JSON.stringify([...outcome.stopped.unclear, ...outcome.stopped.issues]));
}

/** Sales in B3:D5 with notes beside, quotas in B9:D10; 70 + 40 = 110 against 60 + 65 = 125. */
const plan: Rows = [
  ['Everything of 2026'],
  [],
  [null, 'Date', 'Person', 'Amount', null, 'Notes'],
  [null, '2026-01-05', 'Ann', 70, null, 'paid'],
  [null, '2026-01-06', 'Bob', 40, null, 'open'],
  [],
  [],
  [],
  [null, 'Month', 'Person', 'Target'],
  [null, '2026-01', 'Ann', 60],
  [null, '2026-01', 'Bob', 65],
];

function contentsOf(names: WorkbookContents['names'] = [], cells: Rows = plan): WorkbookContents {
  return {
    sheets: [
      { ...emptySheet('My plan'), cells },
      { ...emptySheet('Other'), cells: [['a']] },
    ],
    names,
    dateSystem: 1900,
  };
}

const totals = async (session: Session, wishes: ReportWishes) => {
  const { report, mapping } = done(await track(session, wishes));
  const { sales, targets } = report.control;
  return { sales: sales.total, targets: targets.total, sources: [mapping.sales, mapping.targets] };
};

describe('a range of a sheet', () => {
  test.each([
    ["'My plan'!B3:D5", "'My plan'!B9:D11", "'My plan'!B3:D5"],
    ["'my plan'!$B$3:$D$5", "'My plan'!B9:D11", "'My plan'!B3:D5"],
    // One cell stands for the region around it.
    ["'My plan'!C4", "'My plan'!B9", "'My plan'!B3:D5"],
  ])('%s is a source by its address', async (sales, targets, name) => {
    const found = await totals(new Session(workbookOf(contentsOf())), { sales, targets });
    expect(found).toMatchObject({ sales: 110, targets: 125 });
    expect(found.sources[0]).toMatchObject({ source: name, sheets: ['My plan'] });
  });

  test('of whole columns ends with what is filled, and keeps its name', async () => {
    const sales: Rows = plan.slice(2, 5);
    const session = new Session(workbookOf(contentsOf([], sales)));
    const { sales: side } = await findData(session, { sales: "'My plan'!B:D" });
    expect(side?.source).toMatchObject({
      name: "'My plan'!B:D",
      area: { row: 0, column: 1, rows: 3, columns: 3 },
    });
    expect(side?.table.raw.grid.rowCount).toBe(2);
  });

  test('goes by its defined name', async () => {
    const names = [
      { name: 'SalesOf2026', formula: "='My plan'!$B$3:$D$5" },
      { name: 'Quotas', formula: "='My plan'!$B$9:$D$11" },
    ];
    const found = await totals(new Session(workbookOf(contentsOf(names))), {
      sales: 'salesof2026',
      targets: 'Quotas',
    });
    expect(found).toMatchObject({ sales: 110, targets: 125 });
  });

  test('on a sheet that is not there is asked for, with what there is', async () => {
    const session = new Session(workbookOf(contentsOf()));
    const { unclear } = await findData(session, { sales: 'Gone!A1:B2', targets: 'Other' });
    expect(unclear).toContainEqual({
      question: 'salesSource',
      source: 'Gone!A1:B2',
      subject: 'Gone!A1:B2',
      // The two tables of the sheet are sources as well.
      candidates: ['My plan', "'My plan'!A1:F5", "'My plan'!A9:F11", 'Other'],
    });
  });
});

describe('a selection', () => {
  let opened: OpenedInExcel;
  let session: Session;

  async function open(contents = contentsOf()) {
    opened = await openInExcel(contents);
    session = new Session(opened.workbook);
    await opened.workbook.watch((change) => {
      session.noteChange(change);
    });
  }
  afterEach(() => {
    opened.close();
  });
  async function run(script: string, isChange = true) {
    const before = session.generation;
    await opened.workbench.runScript(
      `await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('My plan');
        ${script}
        await context.sync();
      });`,
    );
    await opened.workbench.settled();
    for (let waits = 0; isChange && waits < 100 && session.generation === before; waits += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  async function chosen(address: string): Promise<ReportWishes> {
    await run(`sheet.getRange('${address}').select();`, false);
    const selected = await takeSelection(session);
    if (selected.kind !== 'chosen') throw new Error(selected.kind);
    return { sales: selected.name, targets: "'My plan'!B9:D11", ranges: selected.marks };
  }

  test('becomes the source, a single cell with the region around it', async () => {
    await open();
    for (const address of ['B3:D5', 'C4']) {
      const wishes = await chosen(address);
      expect(wishes).toMatchObject({
        sales: "'My plan'!B3:D5",
        ranges: {
          "'My plan'!B3:D5": { first: ['Date', 'Person', 'Amount'], isFollowed: false },
        },
      });
      expect(await totals(session, wishes)).toMatchObject({ sales: 110, targets: 125 });
    }
  });

  test('within a table means the table, and of a whole sheet the sheet', async () => {
    const cells = plan.slice(2, 5).map((row) => row.slice(1, 4));
    const tables = [{ name: 'Deals', area: { row: 0, column: 0, rows: 3, columns: 3 } }];
    await open({
      ...contentsOf(),
      sheets: [
        { ...emptySheet('My plan'), cells, tables },
        { ...emptySheet('Other'), cells },
      ],
    });
    expect(await chosen('B2')).toMatchObject({ sales: 'Deals', ranges: {} });
    expect(await chosen('A1:C3')).toMatchObject({ sales: 'Deals', ranges: {} });
    expect(await chosen('A1:C2')).toMatchObject({ sales: "'My plan'!A1:C2" });
    await run(
      `context.workbook.worksheets.getItem('Other').activate();
      context.workbook.worksheets.getItem('Other').getRange('A1').select();`,
      false,
    );
    expect(await takeSelection(session)).toEqual({ kind: 'chosen', name: 'Other', marks: {} });
  });

  test('of nothing, and on a report of ours, is none', async () => {
    await open();
    await run(`sheet.getRange('K20:M30').select();`, false);
    expect(await takeSelection(session)).toEqual({ kind: 'blank' });
    done(await buildReport(session, { sales: "'My plan'!B3", targets: "'My plan'!B9" }));
    expect(await takeSelection(session)).toEqual({ kind: 'ours' });
  });

  test.each([
    ['rows were inserted above', `sheet.getRange('1:2').insert('Down');`],
    ['a row was deleted above', `sheet.getRange('1:1').delete('Up');`],
    ['a row was added below', `sheet.getRange('B6:D6').values = [['2026-01-09', 'Ann', 5]];`],
    ['a column was inserted before it', `sheet.getRange('A:A').insert('Right');`],
  ])('is asked about anew where %s, until it is taken as it stands', async (_, script) => {
    await open();
    const wishes = await chosen('B3:D5');
    await run(script);
    const { unclear, ranges } = await findData(session, wishes);
    expect(unclear).toContainEqual({
      question: 'rangeMoved',
      source: "'My plan'!B3:D5",
      subject: 'Date, Person, Amount',
      candidates: ['asItStands'],
      at: "'My plan'!B3:D5",
    });
    expect('stopped' in (await track(session, wishes))).toBe(true);
    const again = await findData(session, { ...wishes, ranges });
    expect(again.unclear.map(({ question }) => question)).not.toContain('rangeMoved');
  });

  test('is kept with the report, with what it looked like', async () => {
    await open();
    const { ranges: _, ...wishes } = await chosen('B3:D5');
    done(await buildReport(session, wishes));
    expect(await findLastWishes(session)).toEqual({
      ...wishes,
      ranges: {
        "'My plan'!B3:D5": { first: ['Date', 'Person', 'Amount'], isFollowed: false },
        "'My plan'!B9:D11": { first: ['Month', 'Person', 'Target'], isFollowed: false },
      },
    });
  });
});
