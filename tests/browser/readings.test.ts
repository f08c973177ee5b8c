import { startWorkbench } from '../../src/workbench/driver';
import type { OpenPage, PageWish, RunningWorkbench } from '../../src/workbench/driver';
import type { Rows } from '../intake/raw-tables';
import { complaints } from './complaints';
import { openBook } from './open-book';

/** How tables were read, as the pane shows it and lets a person correct it. */
let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench();
});

afterAll(async () => {
  await workbench.close();
});

const deals: Rows = [
  ['Deal Name', 'Stage', 'Close Date', 'Amount', 'Owner'],
  ['Roof', 'Closed Won', '2026-02-01', 10, 'Ann'],
  ['Barn', 'Verbal yes', '2026-02-02', 20, 'Ann'],
  ['Shed', 'Closed Lost', '2026-02-03', 40, 'Bob'],
  ['Mill', 'Verbal yes', '2026-02-04', 80, 'Bob'],
];
const plan: Rows = [
  ['Plan 2026', null, null, null],
  [null, null, null, null],
  ['Owner', 'Jan', 'Feb', 'Mar'],
  ['Ann', 100, 200, 300],
  ['Bob', 110, 210, 310],
  ['Total', 210, 410, 610],
  [null, null, null, null],
  ['Agreed by the board', null, null, null],
];

const openSide = async ({ pane }: OpenPage, side: 'sales' | 'targets') => {
  const button = pane.getByRole('button', { name: `How it was read: ${side}` });
  await button.waitFor({ timeout: 30_000 });
  // By its key: what opens above moves the button from under a mouse that is pressed and not yet released.
  await button.press('Enter');
};
const choice = ({ pane }: OpenPage, name: string | RegExp) =>
  pane.getByRole('combobox', { name, exact: typeof name === 'string' });
const chosen = (opened: OpenPage, name: string) =>
  choice(opened, name).evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text);
const figure = ({ pane }: OpenPage, name: string) => pane.locator(`[data-figure="${name}"] data`);
const focused = async (opened: OpenPage) =>
  (await opened.paneFrame()).evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLSelectElement ? element.labels[0]?.textContent : undefined;
    return label ?? element?.textContent;
  });
const preview = ({ pane }: OpenPage, source: string) =>
  pane
    .getByRole('region', { name: `First rows of "${source}" as read for` })
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
    );
const says = ({ pane }: OpenPage, text: string) =>
  pane.getByText(text, { exact: true }).first().waitFor({ timeout: 30_000 });

async function build(opened: OpenPage): Promise<void> {
  await opened.pane.getByRole('button', { name: /^Build/ }).click();
  await figure(opened, 'actual').first().waitFor({ timeout: 30_000 });
}

test('counts a stage that tells nothing once a person says that it means won', async () => {
  const opened = await openBook(workbench, { Deals: deals, Plan: plan }, { paneWidth: 350 });
  await openSide(opened, 'sales');
  await says(opened, '1 of 4 rows used');
  await says(opened, '2 deals, nothing tells');
  await build(opened);
  expect(await figure(opened, 'actual').first().textContent()).toBe('10');

  await opened.pane.getByRole('button', { name: 'Change' }).first().click();
  await openSide(opened, 'sales');
  await choice(opened, 'Verbal yes').focus();
  await choice(opened, 'Verbal yes').selectOption('Won');
  await says(opened, '3 of 4 rows used');
  expect(await focused(opened)).toBe('Verbal yes');
  await build(opened);
  // 10 + 20 + 80, of Ann's 200 and Bob's 210.
  await opened.pane.getByText('110', { exact: true }).first().waitFor({ timeout: 30_000 });
  expect(await figure(opened, 'target').first().textContent()).toBe('410');
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('leaves blank cells blank that were read as the name above, once a person says so', async () => {
  const sales: Rows = [
    ['Customer', 'Date', 'Amount'],
    ['Acme', '2026-02-01', 10],
    [null, '2026-02-02', 20],
    ['Bolt', '2026-02-03', 40],
    [null, '2026-02-04', 80],
  ];
  const opened = await openBook(workbench, { Sales: sales }, { paneWidth: 320 });
  await openSide(opened, 'sales');
  const box = (checked: boolean) =>
    opened.pane.getByRole('checkbox', { name: 'Customer', checked });
  const customers = async () => (await preview(opened, 'Sales')).slice(1).map(([name]) => name);
  await box(true).waitFor({ timeout: 30_000 });
  expect(await customers()).toEqual(['Acme', 'Acme', 'Bolt', 'Bolt']);
  await box(true).click();
  await box(false).waitFor({ timeout: 30_000 });
  expect(await customers()).toEqual(['Acme', '', 'Bolt', '']);
  await box(false).click();
  await box(true).waitFor({ timeout: 30_000 });
  expect(await customers()).toEqual(['Acme', 'Acme', 'Bolt', 'Bolt']);
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('keeps a correction with the report, for the Data page and the wizard too', async () => {
  const opened = await openBook(workbench, { Deals: deals, Plan: plan }, { paneWidth: 350 });
  const { pane, page } = opened;
  await pane.getByRole('tab', { name: 'Data' }).click();
  const total = () => pane.locator('#page-quality data').first();
  await total().waitFor({ timeout: 30_000 });
  expect(await total().textContent()).toBe('10.00');
  await pane.getByRole('tab', { name: 'Report' }).click();
  await openSide(opened, 'sales');
  await choice(opened, 'Verbal yes').selectOption('Won');
  await says(opened, '3 of 4 rows used');
  await build(opened);
  await pane.getByRole('tab', { name: 'Data' }).click();
  await pane.locator('#page-quality data', { hasText: '110.00' }).waitFor({ timeout: 30_000 });

  await pane.getByRole('tab', { name: 'Targets' }).click();
  await pane.getByRole('button', { name: 'Next' }).click();
  await pane.getByText('Sales of 2025').or(pane.getByText('no sales of 2025')).first().waitFor();

  // A pane that is opened anew knows it from the report's sheet.
  await page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('.pane-page iframe');
    frame?.contentWindow?.location.reload();
  });
  await openSide(opened, 'sales');
  await says(opened, '3 of 4 rows used');
  await says(opened, '2 deals, as you said');
  await pane.getByRole('button', { name: 'Take the corrections back' }).click();
  await says(opened, '1 of 4 rows used');
  expect(await focused(opened)).toBe('Layout');
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('shows months across as rows, with their year, their total and the cells set aside', async () => {
  const opened = await openBook(workbench, { Deals: deals, Plan: plan }, { paneWidth: 350 });
  await openSide(opened, 'targets');
  await says(opened, 'Months across: a row for each month.');
  await says(opened, '6 figures used, 3 set aside');
  expect(await preview(opened, 'Plan')).toEqual([
    ['OwnerGrouping', 'PeriodDate', 'TargetAmount'],
    ['Ann', '2026-01', '100'],
    ['Ann', '2026-02', '200'],
    ['Ann', '2026-03', '300'],
    ['Bob', '2026-01', '110'],
    ['Bob', '2026-02', '210'],
  ]);
  expect(await chosen(opened, 'Row of headers')).toBe('Row 3: Owner, Jan, Feb, Mar');
  await says(opened, 'From the title "Plan 2026".');
  await choice(opened, 'Year of the periods').selectOption('2027');
  await says(opened, 'As you said.');
  expect((await preview(opened, 'Plan'))[1]).toEqual(['Ann', '2027-01', '100']);

  await choice(opened, 'Row "Total"').selectOption('A name like the others');
  await says(opened, '9 figures used, 2 set aside');
  await opened.pane.getByRole('button', { name: 'Take the corrections back' }).click();
  await says(opened, '6 figures used, 3 set aside');
  await opened.pane.getByRole('button', { name: 'Show Plan!A6' }).first().click();
  expect(opened.errors).toEqual([]);
  await opened.close();
});

/** Of two rows of headers the first is meant. */
const twoHeaders: Rows = [
  ['Owner', 'Jan 2026', 'Feb 2026'],
  ['Owner', 'Mar 2026', 'Apr 2026'],
  ['Ann', 31, 41],
  ['Bob', 50, 60],
];

test('reads the row of headers, and then the layout, as a person says', async () => {
  const opened = await openBook(workbench, { Deals: deals, Plan: twoHeaders }, { paneWidth: 350 });
  await openSide(opened, 'targets');
  expect(await chosen(opened, 'Row of headers')).toBe('Row 2: Owner, Mar 2026, Apr 2026');
  await choice(opened, 'Row of headers').focus();
  await choice(opened, 'Row of headers').selectOption('Row 1: Owner, Jan 2026, Feb 2026');
  await says(opened, '4 figures used, 2 set aside');
  expect(await focused(opened)).toBe('Row of headers');
  expect((await preview(opened, 'Plan')).slice(1)).toEqual([
    ['Ann', '2026-01', '31'],
    ['Ann', '2026-02', '41'],
    ['Bob', '2026-01', '50'],
    ['Bob', '2026-02', '60'],
  ]);
  await choice(opened, 'Layout').focus();
  await choice(opened, 'Layout').selectOption('A row each');
  await says(opened, 'A row each, as it stands.');
  expect((await preview(opened, 'Plan'))[2]).toEqual(['Ann', '31', '41']);
  expect(await focused(opened)).toBe('Layout');

  // Once that row is gone the correction fits no more, and is asked anew.
  await opened.host.write('Plan', 'A1:C1', [['Name', 'May 2026', 'Jun 2026']]);
  await opened.pane.getByText('does not read any more as it was corrected').first().waitFor({
    timeout: 30_000,
  });
  await says(
    opened,
    'It is not read yet: answer what is asked about it on this page, correct it here, or take the corrections back.',
  );
  await opened.pane.getByRole('button', { name: 'Take the corrections back' }).click();
  await says(opened, 'Months across: a row for each month.');
  expect(opened.errors).toEqual([]);
  await opened.close();
});

/** Excel with the month first made day 43,170, 11 March 2018, of 3/11/2018, and left the rest as text. */
const half: Rows = [
  ['Order Date', 'Owner', 'Amount'],
  [43_170, 'Ann', 10],
  ['13/11/2018', 'Ann', 11],
  ['25/11/2018', 'Bob', 12],
];
const november: Rows = [
  ['Owner', 'Month', 'Target'],
  ['Ann', '2018-11', 20],
  ['Bob', '2018-11', 30],
];

test('changes day and month of half-taken dates back in the panel, and again as they were', async () => {
  const opened = await openBook(workbench, { Orders: half, Plan: november }, { paneWidth: 320 });
  await openSide(opened, 'sales');
  const swap = 'Day and month of "Order Date"';
  await says(opened, 'Excel may have exchanged them.');
  await choice(opened, swap).selectOption('Change day and month back');
  await says(opened, 'As you said.');
  await build(opened);
  // 10 of 3 November, which was 11 March, and 11 + 12.
  expect(await figure(opened, 'actual').first().textContent()).toBe('33');

  await opened.pane.getByRole('button', { name: 'Change' }).first().click();
  await openSide(opened, 'sales');
  await choice(opened, swap).selectOption('Leave the dates as they are');
  await build(opened);
  await opened.pane.getByText('23', { exact: true }).first().waitFor({ timeout: 30_000 });
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('names columns that no header names, and keeps what was chosen of them', async () => {
  const opened = await openBook(workbench, { Deals: deals, Plan: plan }, { paneWidth: 270 });
  const { pane } = opened;
  await openSide(opened, 'targets');
  const periods = pane.getByRole('textbox', { name: 'Periods' });
  await periods.fill('owner');
  await pane.getByText('"Owner" is another column. Give this one a name of its own.').waitFor();
  await periods.press('Tab');
  const headers = async () => (await preview(opened, 'Plan'))[0];
  expect(await headers()).toEqual(['OwnerGrouping', 'PeriodDate', 'TargetAmount']);
  await periods.fill('Month');
  await periods.press('Enter');
  await pane.getByText('MonthDate').waitFor({ timeout: 30_000 });
  await says(opened, 'As you said.');
  expect(await periods.evaluate((input) => input === document.activeElement)).toBe(true);
  await build(opened);
  expect(await figure(opened, 'target').first().textContent()).toBe('410');
  // An empty name is the one that it had.
  await pane.getByRole('button', { name: 'Change' }).first().click();
  await openSide(opened, 'targets');
  await periods.fill('');
  await periods.press('Enter');
  await pane.getByText('PeriodDate').waitFor({ timeout: 30_000 });
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('reads several sheets in the layout that a person says for all of them', async () => {
  const shops = (ann: number): Rows => [
    ['Owner', 'Jan 2026', 'Feb 2026'],
    ['Ann', ann, ann + 1],
    ['Bob', ann + 2, ann + 3],
  ];
  const opened = await openBook(workbench, { North: shops(10), South: shops(20) });
  await openSide(opened, 'sales');
  await says(opened, 'Several sheets, read as one table.');
  await says(opened, 'What is said here holds for each of the sheets.');
  await choice(opened, 'Layout').focus();
  await choice(opened, 'Layout').selectOption('Names across');
  await says(opened, 'Names across: a row for each name.');
  expect(await focused(opened)).toBe('Layout');
  await opened.pane.getByRole('textbox', { name: 'Sheets' }).fill('Region');
  await opened.pane.getByRole('textbox', { name: 'Sheets' }).press('Enter');
  await opened.pane.getByRole('columnheader', { name: 'Region' }).waitFor({ timeout: 30_000 });
  // Each sheet has two owners by two names; the first five of the eight rows are shown.
  expect(
    (await preview(opened, 'North, South (2 sheets)')).map(([owner, name]) => [owner, name]),
  ).toEqual([
    ['Owner', 'NameDate'],
    ['Ann', 'Jan 2026'],
    ['Ann', 'Feb 2026'],
    ['Bob', 'Jan 2026'],
    ['Bob', 'Feb 2026'],
    ['Ann', 'Jan 2026'],
  ]);
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('asks which table is meant where the one that was chosen is gone', async () => {
  const tables: Rows = [
    ['Owner', 'Jan 2026', 'Feb 2026'],
    ['Ann', 100, 200],
    [null, null, null],
    ['Owner', 'Mar 2026', 'Apr 2026'],
    ['Ann', 31, 41],
    ['Bob', 50, 60],
  ];
  const opened = await openBook(workbench, { Deals: deals, Plan: tables }, { paneWidth: 320 });
  const { pane } = opened;
  await choice(opened, /several tables on "Plan"/).selectOption('Plan!A4:C6', { timeout: 30_000 });
  await pane.getByRole('button', { name: /^Build/ }).waitFor({ timeout: 30_000 });
  const blank = [null, null, null];
  await opened.host.write('Plan', 'A4:C6', [blank, blank, blank]);
  const gone = choice(opened, /No table starts at Plan!A4:C6 any more/);
  await gone.waitFor({ timeout: 30_000 });
  expect(await pane.getByRole('button', { name: /^Build/ }).count()).toBe(0);
  expect(await gone.locator('option').allTextContents()).toEqual(['Choose…', 'Plan!A1:C2']);
  await pane.getByRole('button', { name: 'Take the correction back' }).click();
  await pane.getByRole('button', { name: /^Build/ }).waitFor({ timeout: 30_000 });
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test.each([
  { paneWidth: 270, theme: 'light' },
  { paneWidth: 320, theme: 'dark' },
  { paneWidth: 450, theme: 'light' },
  { paneWidth: 450, theme: 'dark' },
] as const)('axe finds nothing at $paneWidth pixels, $theme', async (wish: PageWish) => {
  const opened = await openBook(workbench, { Deals: deals, Plan: plan }, wish);
  await openSide(opened, 'sales');
  await says(opened, '1 of 4 rows used');
  await openSide(opened, 'targets');
  await says(opened, '6 figures used, 3 set aside');
  await choice(opened, 'Verbal yes').selectOption('Won');
  await says(opened, '3 of 4 rows used');
  expect(await complaints(opened)).toEqual([]);
  await opened.close();
});
