import { startWorkbench } from '../../src/workbench/driver';
import type { OpenPage, RunningWorkbench } from '../../src/workbench/driver';
import { workbookWith, type Rows } from '../intake/raw-tables';

/** What the pane says of data that cannot be used, and of an Excel that refuses. */
let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench();
});

afterAll(async () => {
  await workbench.close();
});

const orders: Rows = [
  ['Order Date', 'Person', 'Region', 'Product', 'Amount'],
  ['2026-01-05', 'Ann', 'West', 'Pen', 70],
  ['2026-01-20', 'Bob', 'East', 'Ink', 40],
  ['2026-02-03', 'Ann', 'West', 'Ink', 30],
  ['2026-02-28', 'Bob', 'East', 'Pen', 9],
];
const quotas: Rows = [
  ['Person', 'Month', 'Target'],
  ['Ann', '2026-01', 60],
  ['Bob', '2026-01', 65],
  ['Ann', '2026-02', 35],
];
/** A column of the orders, its header included, with other cells. */
function ordersWith(column: number, cells: Rows[number]): Rows {
  return orders.map((row, index) => row.toSpliced(column, 1, cells[index] ?? null));
}

type Sheets = Readonly<Record<string, Rows>>;

/** Opens the workbook as a person does: with the workbench's own Open button. */
async function openBook(sheets: Sheets): Promise<OpenPage> {
  const opened = await workbench.open({ width: 1200, height: 800, file: 'new' });
  const names = Object.keys(sheets);
  const buffer = Buffer.from(await workbookWith(sheets).toBytes(names));
  await opened.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'Test.xlsx', mimeType: 'application/octet-stream', buffer });
  await opened.page.waitForFunction(
    (name) => window.workbench?.isReady && window.workbench.host.workbook.findSheet(name),
    names[0] ?? '',
  );
  return opened;
}

const build = ({ pane }: OpenPage) => pane.getByRole('button', { name: /^Build/ });

const refused: readonly (readonly [string, Sheets, RegExp])[] = [
  [
    'a header without rows',
    { Orders: orders.slice(0, 1), Quotas: quotas },
    /Orders!A1: there is a header .* but no row below it/,
  ],
  [
    'a date column that is no date',
    { Orders: ordersWith(0, ['Order Date', 'soon', 'later', 'never', 'now']), Quotas: quotas },
    /Orders!A2: "soon" is no date/,
  ],
  [
    'amounts that are no numbers',
    { Orders: ordersWith(4, ['Amount', 'lots', 'few', 'some', 'none']), Quotas: quotas },
    /Orders!E2: "lots" is no number/,
  ],
  [
    'targets without the chosen dimension',
    {
      Orders: orders,
      Quotas: [
        ['Fruit', 'Month', 'Target'],
        ['Fig', '2026-01', 60],
      ],
    },
    /The targets in "Quotas" are not split by "Person, Region, Product"/,
  ],
  [
    'mixed currencies',
    {
      Orders: orders.map((row, index) => [
        ...row,
        ['Currency', 'USD', 'EUR', 'USD', 'USD'][index] ?? '',
      ]),
      Quotas: quotas,
    },
    /Orders!F3: currency EUR beside USD/,
  ],
  [
    'two targets for the same',
    { Orders: orders, Quotas: [...quotas, ['Ann', '2026-01', 61]] },
    /Quotas!C5: a second target for Ann.*; the first is in Quotas!C2/,
  ],
  [
    'a merged header',
    { Orders: ordersWith(3, [null, 'Pen', 'Ink', 'Ink', 'Pen']), Quotas: quotas },
    /Orders!D1: this column has no header/,
  ],
];

test.each(refused)('the cell and the cure are named for %s', async (_what, sheets, sentence) => {
  const opened = await openBook(sheets);
  const said = opened.pane.getByText(sentence).first();
  await build(opened).or(said).first().waitFor();
  if (await build(opened).isVisible()) await build(opened).click();
  await said.waitFor({ timeout: 10_000 });
  expect(await opened.host.sheets()).toEqual(Object.keys(sheets));
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('targets in percent are refused before a report is asked for', async () => {
  const shares = quotas.map(([person, month, target], row) => [
    person ?? null,
    month ?? null,
    row === 0 ? 'Target %' : Number(target) / 100,
  ]);
  const opened = await openBook({ Orders: orders, Quotas: shares });
  await opened.pane.getByText('First mend this:').waitFor({ timeout: 20_000 });
  await opened.pane.getByRole('button', { name: 'Show Quotas!C1' }).waitFor();
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('an error in an amount is named beside the report of the other rows', async () => {
  const broken = ordersWith(4, ['Amount', 70, { error: '#N/A' }, 30, 9]);
  const opened = await openBook({ Orders: broken, Quotas: quotas });
  await build(opened).click();
  const said = opened.pane.getByText(/Orders!E3: #N\/A in column "Amount"\. Mend/).first();
  const folded = opened.pane.getByRole('button', { name: /set aside/ });
  await said.or(folded).first().waitFor();
  if (!(await said.isVisible())) await folded.click();
  await said.waitFor();
  expect(await opened.host.sheets()).toContain('Sales report');
  await opened.close();
});

describe('an Excel that refuses', () => {
  let opened: OpenPage;

  beforeAll(async () => {
    opened = await openBook({ Orders: orders, Quotas: quotas });
    await build(opened).click();
    await opened.pane.getByText('The report is on the new sheet').waitFor();
  });

  afterAll(async () => {
    await opened.close();
  });

  const setFault = (isOn: boolean) =>
    opened.page.evaluate((on) => {
      const { workbench: own } = window;
      if (own) own.host.faults.cellEditMode = on;
    }, isOn);

  test('because a cell is being edited is quoted, and the report is built once it is left', async () => {
    const { pane, host } = opened;
    const before = await host.values('Sales report');
    await setFault(true);
    await build(opened).click();
    await pane
      .getByText('A cell is being edited. Press Enter or Esc')
      .first()
      .waitFor({ timeout: 10_000 });
    expect(await host.values('Sales report')).toEqual(before);
    await setFault(false);
    await build(opened).click();
    await pane
      .getByText('The report on "Sales report" is up to date')
      .or(pane.getByText(/comments were kept/))
      .first()
      .waitFor();
  });

  test('because the sheet is protected is told with the name of the sheet', async () => {
    const { pane, host, page } = opened;
    const before = await host.values('Sales report');
    await page.evaluate(() => {
      const sheet = window.workbench?.host.workbook.findSheet('Sales report');
      if (sheet) sheet.isProtected = true;
    });
    await build(opened).click();
    await pane
      .getByText('The sheet "Sales report" is protected. Unprotect it under Review')
      .waitFor();
    expect(await host.values('Sales report')).toEqual(before);
  });
});

test('a rebuild from the ribbon lists what stands in its way, until that is mended', async () => {
  const opened = await openBook({ Orders: orders, Quotas: quotas });
  const { pane, page, host } = opened;
  await build(opened).click();
  await pane.getByText('The report is on the new sheet').waitFor();
  await host.write('Quotas', 'A5:C5', [['Ann', '2026-01', 61]]);
  await pane.getByRole('tab', { name: 'Data' }).click();
  await page.getByRole('button', { name: 'Build report' }).click();
  const said = pane.getByText(/Quotas!C5: a second target for Ann/).first();
  await said.waitFor();
  await host.write('Quotas', 'A5:C5', [[null, null, null]]);
  await said.waitFor({ state: 'hidden' });
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('choices outlive the pane: a report opened again is asked for as it was', async () => {
  const opened = await openBook({ Orders: orders, Quotas: quotas });
  const { pane } = opened;
  await pane.getByRole('combobox', { name: 'Periods' }).selectOption('year');
  await build(opened).click();
  await pane.getByText('The report is on the new sheet').waitFor();
  const frame = await opened.paneFrame();
  await frame.evaluate(() => {
    window.location.reload();
  });
  const periods = pane.getByRole('combobox', { name: 'Periods' });
  await periods.waitFor();
  expect(await periods.inputValue()).toBe('year');
  await opened.close();
});

test('an Excel that lacks what is needed is told so plainly', async () => {
  const opened = await workbench.open({ width: 1200, height: 800, file: 'new' });
  await opened.page.evaluate(() => {
    const { workbench: own } = window;
    if (own) own.host.faults.lacks = ['SharedRuntime'];
  });
  const frame = await opened.paneFrame();
  await frame.evaluate(() => {
    window.location.reload();
  });
  const alert = opened.pane.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(
    /^This version of Excel cannot run Sales Monitor: it lacks SharedRuntime 1\.1\. Update Excel/,
  );
  await opened.close();
});

test('targets that are chosen and refused are said to be so, with the focus at their cell', async () => {
  const Plan: Rows = [
    ['Region', 'Jan 2026', 'Jan-Feb 2026', 'Jan-Mar 2026'],
    ['West', 200, 410, 600],
    ['East', 150, 310, 500],
  ];
  const opened = await openBook({ Orders: orders, Plan });
  const { pane } = opened;
  const choice = pane.getByRole('combobox', { name: /choose the table of targets/ });
  // At the first look already: nothing else tells why the table was not taken.
  await pane.getByText('First mend this:').waitFor();
  await choice.focus();
  await choice.selectOption('Plan');
  // Nobody has tried to build it.
  expect(await pane.getByText('Nothing was written').count()).toBe(0);
  await pane.getByText('cannot be read').waitFor();
  const frame = await opened.paneFrame();
  await frame.waitForFunction(
    () => document.activeElement?.getAttribute('aria-label') === 'Show Plan!C1',
  );
  await opened.close();
});

test('the ribbon’s button leads to the question that a report waits for', async () => {
  const Data: Rows = [
    ['Date', 'Region', 'Scenario', 'Amount'],
    ...[1, 2, 3].flatMap((month) =>
      ['Actual', 'Budget', 'Forecast'].map((scenario, index): Rows[number] => [
        `2026-0${String(month)}-05`,
        'North',
        scenario,
        100 + index,
      ]),
    ),
  ];
  const opened = await openBook({ Data });
  const question = opened.pane.getByRole('combobox', { name: /tells rows apart/ });
  await question.waitFor();
  await opened.pane.getByRole('tab', { name: 'Data', exact: true }).click();
  await opened.page.getByRole('button', { name: 'Build report' }).click();
  const frame = await opened.paneFrame();
  await frame.waitForFunction(() => document.activeElement?.tagName === 'SELECT');
  expect(await question.evaluate((select) => select === document.activeElement)).toBe(true);
  await opened.close();
});

test('news of a report goes once its data change, and one button builds it again', async () => {
  const opened = await openBook({ Orders: orders, Quotas: quotas });
  const { pane, host } = opened;
  await build(opened).click();
  await pane.getByText('The report is on the new sheet').waitFor();
  await host.write('Orders', 'E2', [[1070]]);
  await pane.getByText('The data has changed since this report was built.').waitFor();
  await pane.getByText('The report is on the new sheet').waitFor({ state: 'detached' });
  expect(await pane.getByRole('button', { name: 'Build again' }).count()).toBe(1);
  await opened.close();
});
