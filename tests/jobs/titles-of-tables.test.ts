import { Session, shownReading, track } from '../../src/jobs';
import { emptySheet, type SheetContents, type WorkbookContents } from '../../src/workbook';
import { workbookOf } from '../../src/xlsx';
import { openInExcel } from '../contract/subjects';
import type { Rows } from '../intake/raw-tables';

const sales: Rows = [
  ['Date', 'Region', 'Amount'],
  ['2026-01-05', 'North', 400],
  ['2026-03-19', 'South', 350],
];

/** A sheet with a table of Excel below these rows. */
function tableBelow(above: Rows, header: readonly string[], ...rows: Rows): SheetContents {
  const area = { row: above.length, column: 0, rows: rows.length + 1, columns: header.length };
  return {
    ...emptySheet('Sheet2'),
    cells: [...above, header, ...rows],
    tables: [{ name: 'Plan', area }],
  };
}

const bookOf = (...sheets: SheetContents[]): WorkbookContents => ({
  sheets: [{ ...emptySheet('Sales'), cells: sales }, ...sheets],
  names: [],
  dateSystem: 1900,
});
const sessionOf = (...sheets: SheetContents[]) => new Session(workbookOf(bookOf(...sheets)));

async function targetsOf(session: Session) {
  const outcome = await track(session, {});
  if ('stopped' in outcome) return outcome.stopped.unclear.map(({ question }) => question);
  const { report, data } = outcome.done;
  const { year } = shownReading(data.targets.table, 1);
  return [...report.totals.map(({ period, target }) => [period.label, target]), year?.at];
}

const plan = [['Region', 'Target'] as const, ['North', 1000], ['South', 2000]] as const;

describe('a table of Excel', () => {
  test('is of the year in the title above it', async () => {
    const session = sessionOf(tableBelow([['Targets 2026'], []], ...plan));
    // 1,000 of North and 2,000 of South.
    expect(await targetsOf(session)).toEqual([['2026', 3000], 'Sheet2!A1']);
  });

  test('whose header is a year is of that, whatever the title above it', async () => {
    const header = ['Region', '2026'];
    const sheet = tableBelow([['Targets 2027'], []], header, ['North', 1000], ['South', 2000]);
    expect(await targetsOf(sessionOf(sheet))).toEqual([['2026', 3000], 'Sheet2!B3']);
  });

  test('has no title in figures above it', async () => {
    const above: Rows = [
      ['Targets 2026', 5],
      ['North', 7],
    ];
    expect(await targetsOf(sessionOf(tableBelow(above, ...plan)))).toEqual(['periodYear']);
  });

  test('has the new title once it is changed', async () => {
    const session = sessionOf(tableBelow([['Targets 2026'], []], ...plan));
    await targetsOf(session);
    const change = { sheet: 'Sheet2', row: 0, column: 0, old: 'Targets 2026', new: 'Targets 2027' };
    expect(await session.workbook.replaceCells([change])).toEqual([]);
    session.noteChange({ sheet: 'Sheet2', area: { row: 0, column: 0, rows: 1, columns: 1 } });
    expect(await targetsOf(session)).toEqual([
      ['2026', expect.anything()],
      ['2027', 3000],
      'Sheet2!A1',
    ]);
  });

  test.each([
    ['a formula makes another of it', `getItem('Years').getRange('A1').values = [[2027]];`],
    [
      'it is gone and another row stands there',
      `getItem('Sheet2').getRange('1:1').delete('Up');
       context.workbook.worksheets.getItem('Sheet2').getRange('2:2').insert('Down');`,
    ],
  ])('has its title no more once %s', async (_, script) => {
    const title = { formula: '="Targets "&Years!A1', result: 'Targets 2026' };
    const years = { ...emptySheet('Years'), cells: [[2026]] };
    const opened = await openInExcel(bookOf(tableBelow([[title], []], ...plan), years));
    const session = new Session(opened.workbook);
    await opened.workbook.watch((change) => {
      session.noteChange(change);
    });
    const before = await targetsOf(session);
    await opened.workbench.runScript(
      `await Excel.run(async (context) => {
        context.workbook.worksheets.${script}
        await context.sync();
      });`,
    );
    await opened.workbench.settled();
    const [now, anew] = [await targetsOf(session), await targetsOf(new Session(opened.workbook))];
    opened.close();
    expect(before).toEqual([['2026', 3000], 'Sheet2!A1']);
    expect(now).toEqual(anew);
    expect(now).not.toEqual(before);
  });

  test('with months across has the year of the title', async () => {
    const sheet = tableBelow([['Plan 2026']], ['Region', 'Jan', 'Feb'], ['North', 10, 20]);
    expect(await targetsOf(sessionOf(sheet))).toEqual([
      ['2026-01', 10],
      ['2026-02', 20],
      ['2026-03', expect.anything()],
      'Sheet2!A1',
    ]);
  });
});
