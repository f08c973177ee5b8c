import { reportJson, Session, track } from '../../src/jobs';
import { wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

const sales: Rows = [
  ['Date', 'Region', 'Amount'],
  ['2026-01-05', 'North', 90],
  ['2026-01-20', 'South', 210],
  ['2026-02-03', 'North', 120],
  [null, 'Total', 420],
];
const plan: Rows = [
  ['Sales targets 2026'],
  [],
  ['Region', 'Jan', 'Feb', 'Total'],
  ['North', 100, 110, 210],
  ['South', 200, null, 200],
  ['Total', 300, 110, 410],
  ['Source: the board'],
];

test('a report takes targets with months across and totals as they stand', async () => {
  const outcome = await track(new Session(workbookWith({ Sales: sales, Plan: plan })));
  if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
  const json = reportJson(outcome.done, undefined, '2026-02-28', wordsFor('en'));
  expect(json).toMatchObject({
    mapping: { targets: { source: 'Plan', date: 'Period', amount: 'Target', grain: 'month' } },
    sales: { rows: 4, used: 3, setAside: 1, total: 420 },
    targets: { rows: 6, used: 3, setAside: 3, total: 410 },
    total: { actual: 420, target: 410, variance: 10 },
  });
  expect(outcome.done.issues.map(({ code, at }) => `${code} ${at}`)).toEqual(
    expect.arrayContaining([
      'subtotalRow Sales!B5',
      'subtotalRow Plan!A6',
      'noteRow Plan!A7',
      'blankAcross Plan!C5',
    ]),
  );
});

/** Sales whose regions stand alone above their rows. */
const sections: Rows = [
  ['Date', 'Product', 'Amount'],
  ['North'],
  ['2026-01-05', 'Bolt', 90],
  ['2026-02-03', 'Nut', 120],
  ['South'],
  ['2026-01-20', 'Bolt', 210],
];

test('a report finds the targets of names that stand alone above the rows of the sales', async () => {
  const outcome = await track(new Session(workbookWith({ Sales: sections, Plan: plan })));
  if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
  const { report, mapping, sales: counts, issues } = outcome.done;
  expect(mapping.sales.by).toEqual(['Group']);
  // Rows: 3 of sales and 2 headings; 90 + 120 + 210 = 420.
  expect(counts).toMatchObject({ rows: 5, used: 3, setAside: 2, total: 420 });
  expect(report.rows.map(({ key, actual, target }) => [...key, actual, target])).toEqual([
    ['North', 90, 100],
    ['South', 210, 200],
    ['North', 120, 110],
  ]);
  expect(issues.map(({ code, at }) => `${code} ${at}`)).toEqual(
    expect.arrayContaining(['headingsRead Sales!A2', 'headingRow Sales!A2', 'headingRow Sales!A5']),
  );
});

test('a report joins headings that say what they name with the column of the targets', async () => {
  const labelled = sections.map((row) =>
    row.map((cell) => (cell === 'North' || cell === 'South' ? `Region: ${cell}` : cell)),
  );
  const outcome = await track(new Session(workbookWith({ Sales: labelled, Plan: plan })));
  if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
  const { report, mapping } = outcome.done;
  expect([mapping.sales.by, mapping.targets.by]).toEqual([['Region'], ['Region']]);
  // North: 90 in January, 120 in February.
  expect(report.rows.map(({ key, actual, target }) => [...key, actual, target])).toEqual([
    ['North', 90, 100],
    ['South', 210, 200],
    ['North', 120, 110],
  ]);
});

test('a report takes the months of sales from headings such as 01/26', async () => {
  const months: Rows = [
    ['Region', 'Amount'],
    ['01/26'],
    ['North', 90],
    ['South', 210],
    ['02/26'],
    ['North', 120],
  ];
  const outcome = await track(new Session(workbookWith({ Sales: months, Plan: plan })));
  if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
  const { report, sales: counts } = outcome.done;
  expect(counts).toMatchObject({ rows: 5, used: 3, setAside: 2, total: 420 });
  expect(report.rows.map(({ key, period, actual }) => [...key, period.label, actual])).toEqual([
    ['North', '2026-01', 90],
    ['South', '2026-01', 210],
    ['North', '2026-02', 120],
  ]);
});

test('a report that finds no column of its targets tells the headings that it did not read', async () => {
  const nested = [...sections.slice(0, 1), ['Europe'], ...sections.slice(1)];
  const workbook = workbookWith({ Sales: nested, Plan: plan });
  const outcome = await track(new Session(workbook));
  if (!('stopped' in outcome)) throw new Error('The report was built.');
  expect(outcome.stopped.issues.map(({ code, at }) => `${code} ${at}`)).toEqual([
    'headingsLeft Sales!A2',
  ]);
  const readings = { Sales: { filledDown: ['Group'] } };
  const said = await track(new Session(workbook), { readings });
  expect(said).toMatchObject({ done: { sales: { used: 3, total: 420 } } });
});

test('sales and targets in two tables of one sheet are found there, and read by their ranges', async () => {
  const quotas: Rows = [
    ['Region', 'Month', 'Target'],
    ['North', '2026-01', 100],
  ];
  const workbook = workbookWith({ Data: [...sales.slice(0, 4), ...quotas] });
  const ranges = { sales: 'Data!A1:C4', targets: 'Data!A5:C6' };
  for (const wishes of [{ sales: 'Data', targets: 'Data' }, ranges]) {
    // 90 + 210 + 120 = 420
    expect(await track(new Session(workbook), wishes)).toMatchObject({
      done: {
        mapping: {
          sales: { source: ranges.sales },
          targets: { source: ranges.targets },
        },
        sales: { used: 3, total: 420 },
        targets: { used: 1, total: 100 },
      },
    });
  }
});

test('a table that is both sides has what is found in its cells told once', async () => {
  const both: Rows = [
    ['Region', 'Month', 'Actual', 'Target'],
    ['North', '2026-01', 90, 100],
    ['South', '2026-01', 'n/a', 130],
    ['East', '2026-01', 40, 50],
    ['Total', null, 130, 280],
  ];
  const outcome = await track(new Session(workbookWith({ Overview: both })));
  if (!('done' in outcome)) throw new Error('No report was built.');
  expect(outcome.done.issues.map(({ code, at }) => `${code} ${at}`)).toEqual([
    'subtotalRow Overview!A5',
    'notANumber Overview!C3',
  ]);
});

describe('a sum below or above each month, as in a pivot table, is a measure and no total', () => {
  const targets: Rows = [
    ['Region', 'Target 2026'],
    ['North', 1000],
    ['South', 2000],
  ];
  const months = ['Jan 2026', null, 'Feb 2026', null];

  test.each([
    ['Sum of Amount', 'Count of Orders'],
    ['Total Sales', 'Orders'],
    ['Total Sales', 'Total Orders'],
    ['Sum of Sales', 'Sum of Units'],
    ['Somme de Montant', 'Nombre de Commande'],
    ['Summe von Betrag', 'Anzahl von Nr'],
  ])('"%s" beside "%s"', async (sum, count) => {
    const pivot: Rows = [
      [null, ...months, `Total ${sum}`, `Total ${count}`],
      ['Region', sum, count, sum, count],
      ['North', 100, 1, 300, 1, 400, 2],
      ['South', 200, 1, 150, 1, 350, 2],
    ];
    const outcome = await track(new Session(workbookWith({ Sales: pivot, Targets: targets })));
    if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
    // 100 + 300 = 400 and 200 + 150 = 350
    const { rows } = outcome.done.report;
    expect(rows.map(({ key, actual }) => [...key, actual])).toEqual([
      ['North', 400],
      ['South', 350],
    ]);
    expect(outcome.done.issues.map(({ code }) => code)).not.toContain('totalDisagrees');
  });

  test('below the words that a pivot table writes above its columns', async () => {
    const pivot: Rows = [
      [null, 'Column Labels'],
      [null, ...months, 'Total Sum of Amount', 'Total Count of Orders'],
      ['Row Labels', 'Sum of Amount', 'Count of Orders', 'Sum of Amount', 'Count of Orders'],
      ['North', 100, 1, 300, 1, 400, 2],
      ['South', 200, 1, 150, 1, 350, 2],
      ['Grand Total', 300, 2, 450, 2, 750, 4],
    ];
    const outcome = await track(new Session(workbookWith({ Sales: pivot, Targets: targets })));
    if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
    expect(outcome.done.mapping.sales.amount).toBe('Amount');
    // 100 + 300 + 200 + 150
    expect(outcome.done.sales.total).toBe(750);
  });

  test('but one beside the figure of its name is their total', async () => {
    const wide: Rows = [
      [null, ...months],
      ['Region', 'Amount', 'Total Amount', 'Amount', 'Total Amount'],
      ['North', 100, 100, 300, 300],
    ];
    const outcome = await track(new Session(workbookWith({ Sales: wide, Targets: targets })));
    if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
    expect(outcome.done.sales.total).toBe(400);
  });
});
