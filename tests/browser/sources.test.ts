import { startWorkbench } from '../../src/workbench/driver';
import type { OpenPage, PageWish, RunningWorkbench } from '../../src/workbench/driver';
import { workbookWith, type Rows } from '../intake/raw-tables';
import { complaints } from './complaints';

/** Where a person says that the data are: several sheets, a selection, a named range. */
let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench();
});

afterAll(async () => {
  await workbench.close();
});

const month = (of: string, ann: number, bob: number): Rows => [
  ['Date', 'Person', 'Amount'],
  [`2026-${of}-05`, 'Ann', ann],
  [`2026-${of}-06`, 'Bob', bob],
];
const quotas: Rows = [
  ['Person', 'Month', 'Target'],
  ['Ann', '2026-01', 60],
  ['Bob', '2026-02', 65],
];
const months = { Jan: month('01', 70, 40), Feb: month('02', 30, 9), Quotas: quotas };

async function openBook(
  sheets: Readonly<Record<string, Rows>>,
  wish: PageWish = {},
): Promise<OpenPage> {
  const opened = await workbench.open({ width: 1200, height: 900, ...wish, file: 'new' });
  const bytes = await workbookWith(sheets).toBytes(Object.keys(sheets));
  await opened.page.locator('input[type=file]').setInputFiles({
    name: 'Test.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });
  await opened.page.waitForFunction(
    (name) => window.workbench?.isReady && window.workbench.host.workbook.findSheet(name),
    Object.keys(sheets)[0] ?? '',
  );
  return opened;
}

/** Selects cells as a person does who drags over them. */
const select = ({ page }: OpenPage, sheet: string, address: string) =>
  page.evaluate(
    ([name, area]) => {
      const { host, findPlace } = window.workbench ?? {};
      const found = host?.workbook.findSheet(name);
      const place = findPlace?.(area)?.area;
      if (!found || !place) throw new Error(`There is no place ${name}!${area}.`);
      host?.workbook.select(found, place);
    },
    [sheet, address] as const,
  );

test('several sheets of one layout are found as one, and a report is built of them', async () => {
  const opened = await openBook(months, { paneWidth: 350 });
  const { pane } = opened;
  await pane.getByText('Jan, Feb (2 sheets)').first().waitFor({ timeout: 30_000 });
  await pane.getByText('4 rows').waitFor();
  await pane.getByRole('button', { name: /^Build/ }).click();
  // 70 + 40 + 30 + 9 in the year to date.
  await pane.getByText('149').first().waitFor({ timeout: 30_000 });
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('the selection becomes the sales, and what moved is asked about before it is read', async () => {
  const cells: Rows = [
    ['Everything'],
    [],
    [null, ...(months.Jan[0] ?? []), null, 'Notes'],
    [null, ...(months.Jan[1] ?? []), null, 'paid'],
    [null, ...(months.Jan[2] ?? []), null, 'open'],
    [null, '2026-01-07', 'Cid', 1000, null, 'not ours'],
  ];
  const opened = await openBook({ Deals: cells, Quotas: quotas }, { paneWidth: 320 });
  const { pane } = opened;
  const change = pane.getByRole('button', { name: 'Change' }).first();
  const useIt = pane.getByRole('button', { name: 'Use the selection for Sales' });
  await change.or(useIt).first().waitFor({ timeout: 30_000 });
  if (await change.isVisible()) await change.click();
  await select(opened, 'Deals', 'B3:D5');
  await useIt.click();
  await pane.getByText('Deals!B3:D5').first().waitFor({ timeout: 30_000 });
  await pane.getByText('2 rows', { exact: true }).first().waitFor({ timeout: 30_000 });
  await opened.host.write('Deals', 'B3:D3', [['Day', 'Person', 'Amount']]);
  const question = pane.getByRole('combobox', { name: /"Deals!B3:D5" is not what it was/ });
  await question.waitFor({ timeout: 30_000 });
  expect(await pane.getByRole('button', { name: /^Build/ }).count()).toBe(0);
  await question.selectOption({ label: 'Read it as it stands' });
  await pane.getByRole('button', { name: /^Build/ }).click();
  // 70 + 40, without the 1,000 below the range.
  await pane.getByText('110').first().waitFor({ timeout: 30_000 });
  expect(opened.errors).toEqual([]);
  expect(await opened.host.unsupported()).toEqual([]);
  await opened.close();
});

const figure = ({ pane }: OpenPage, name: string) =>
  pane.locator(`[data-figure="${name}"] data`).first();

async function build(opened: OpenPage): Promise<void> {
  await opened.pane.getByRole('button', { name: /^Build/ }).click({ timeout: 30_000 });
  await figure(opened, 'actual').waitFor({ timeout: 30_000 });
}

test('one sheet with a column of actuals and one of targets needs no word', async () => {
  const plan: Rows = [
    ['Month', 'Region', 'Actual', 'Target'],
    ['2026-01', 'West', 70, 60],
    ['2026-01', 'East', 40, 65],
  ];
  const opened = await openBook({ Plan: plan }, { paneWidth: 320 });
  await opened.pane.getByText('Month · Actual', { exact: true }).waitFor({ timeout: 30_000 });
  await opened.pane.getByText('Month · Target · by month', { exact: true }).waitFor();
  await build(opened);
  // 70 + 40 of 60 + 65.
  expect(await figure(opened, 'actual').textContent()).toBe('110');
  expect(await figure(opened, 'target').textContent()).toBe('125');
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('the targets can be another column of the sales, whatever it is called', async () => {
  const book: Rows = [
    ['Month', 'Region', 'Revenue', 'Alpha', 'Beta'],
    ['2026-01', 'West', 70, 60, 1],
    ['2026-01', 'East', 40, 65, 2],
  ];
  const opened = await openBook({ Book: book }, { paneWidth: 320 });
  const { pane } = opened;
  const targets = pane.getByRole('combobox', { name: 'Or choose the table of targets' });
  await targets.selectOption({ label: 'Book: beside the sales' }, { timeout: 30_000 });
  // The sales' own column is none of the answers.
  const amount = pane.getByRole('combobox', { name: /could be the target/ });
  await amount.waitFor({ timeout: 30_000 });
  expect(await amount.locator('option').allTextContents()).toEqual(['Choose…', 'Alpha', 'Beta']);
  await amount.selectOption('Alpha');
  await build(opened);
  expect(await figure(opened, 'target').textContent()).toBe('125');
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('a selection of nothing is told, and changes nothing', async () => {
  const opened = await openBook(months, { paneWidth: 320 });
  const { pane } = opened;
  await pane.getByText('Jan, Feb (2 sheets)').first().waitFor({ timeout: 30_000 });
  await pane.getByRole('button', { name: 'Change' }).first().click();
  await select(opened, 'Jan', 'K20:L30');
  await pane.getByRole('button', { name: 'Use the selection for Targets' }).click();
  await pane.getByText('Nothing is filled where the selection is.').waitFor({ timeout: 30_000 });
  await pane.getByText('Quotas').first().waitFor();
  await opened.close();
});

test.each([
  [270, 'light'],
  [320, 'dark'],
  [450, 'light'],
] as const)('a %i px wide pane in a %s theme has nothing to complain of', async (width, theme) => {
  const names = ['January 2026', 'February 2026', 'March 2026', 'April 2026'];
  const sheets = Object.fromEntries(
    names.map((name, index) => [name, month(`0${String(index + 1)}`, 70, index)]),
  );
  const opened = await openBook({ ...sheets, Quotas: quotas }, { paneWidth: width, theme });
  const { pane } = opened;
  await pane
    .getByText(/\(4 sheets\)/)
    .first()
    .waitFor({ timeout: 30_000 });
  await pane.getByRole('button', { name: 'Change' }).first().click();
  await pane.getByRole('combobox').first().waitFor();
  expect(await complaints(opened)).toEqual([]);
  const shots = process.env.SCREENSHOTS;
  if (shots) await opened.page.screenshot({ path: `${shots}/sources-${String(width)}.png` });
  await opened.close();
});
