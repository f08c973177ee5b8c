import { startWorkbench } from '../../src/workbench/driver';
import type { OpenPage, PageWish, RunningWorkbench } from '../../src/workbench/driver';
import type { Rows } from '../intake/raw-tables';
import { complaints } from './complaints';
import { openBook } from './open-book';

/** What the pane asks about cells that fit two ways, and what it makes of the answers. */
let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench();
});

afterAll(async () => {
  await workbench.close();
});

const orders: Rows = [
  ['Order Date', 'Person', 'Amount'],
  ['1/2/2026', 'Ann', 70],
  ['2/3/2026', 'Bob', 71],
];
/** Months of no year. */
const quotas: Rows = [
  ['Person', 'Jan', 'Feb', 'Mar'],
  ['Ann', 50, 60, 61],
  ['Bob', 55, 65, 66],
];

const openQuestions = (wish: PageWish) =>
  openBook(workbench, { Orders: orders, Quotas: quotas }, wish);

const questionOf = ({ pane }: OpenPage, about: RegExp) =>
  pane.getByRole('combobox', { name: about });

test('asks for the order of dates and for the year, and builds the report as answered', async () => {
  const opened = await openQuestions({ paneWidth: 350 });
  const { pane } = opened;
  const year = questionOf(opened, /"Jan" does not tell its year/);
  await year.waitFor({ timeout: 30_000 });
  expect(await pane.getByRole('button', { name: /^Build/ }).count()).toBe(0);
  const dates = questionOf(opened, /the dates of "Order Date" fit day first and month first/);
  await dates.focus();
  await dates.selectOption({ label: 'Day first (31/12/2026)' });
  await dates.waitFor({ state: 'detached', timeout: 30_000 });
  // The person stays at the questions: at the next one.
  expect(await year.evaluate((select) => select === document.activeElement)).toBe(true);
  await year.selectOption('2026');
  await year.waitFor({ state: 'detached', timeout: 30_000 });
  await pane.getByRole('button', { name: /^Build/ }).click();
  // Day first, the sale of 2 March is the last one: 71 of March's 61 + 66.
  await pane.getByText('2026-03').first().waitFor({ timeout: 30_000 });
  await pane.getByText('127').first().waitFor({ timeout: 30_000 });
});

test('moves the focus on by keyboard when an answer turns the page, and the last one too', async () => {
  const sales: Rows = [
    ['Person', 'Jan', 'Feb'],
    ['Ann', 70, 71],
    ['Bob', 40, 41],
  ];
  // Neither tells its year: first no sales are found, then no targets, and then both.
  const opened = await openBook(workbench, { Sales: sales, Quotas: quotas }, { paneWidth: 320 });
  const { pane, page } = opened;
  const isFocused = (place: ReturnType<typeof questionOf>) =>
    place.evaluate((select) => select === document.activeElement);
  const ofSales = questionOf(opened, /no title of "Sales" does/);
  const ofTargets = questionOf(opened, /no title of "Quotas" does/);
  await pane.getByRole('heading', { name: 'First some questions' }).waitFor({ timeout: 30_000 });
  expect(await pane.getByText('No sheet or table has a date column').count()).toBe(0);
  await ofSales.focus();
  await page.keyboard.press('ArrowDown');
  await ofSales.waitFor({ state: 'detached', timeout: 30_000 });
  expect(await isFocused(ofTargets)).toBe(true);
  await page.keyboard.press('ArrowDown');
  await ofTargets.waitFor({ state: 'detached', timeout: 30_000 });
  expect(await isFocused(questionOf(opened, /^Group by$/))).toBe(true);
  expect(opened.errors).toEqual([]);
});

test.each([
  { paneWidth: 270, theme: 'light' },
  { paneWidth: 450, theme: 'dark' },
] as const)('asks without a fault for axe at $paneWidth pixels, $theme', async (wish) => {
  const opened = await openQuestions(wish);
  await questionOf(opened, /does not tell its year/).waitFor({ timeout: 30_000 });
  expect(await complaints(opened)).toEqual([]);
});

test('asks no wider than the pane where an answer is long', async () => {
  const sales: Rows = [
    ['Date', 'Person', 'Amount'],
    ['2026-02-03', 'Ann', 70],
    ['2026-02-04', 'Bob', 71],
    // Not their sum: 141.
    ['Total February', null, 150],
    ['2026-03-04', 'Bob', 72],
  ];
  const opened = await openBook(workbench, { Sales: sales }, { paneWidth: 270 });
  await questionOf(opened, /can be a total of other rows or a name/).waitFor({ timeout: 30_000 });
  expect(await complaints(opened)).toEqual([]);
});

test('builds the report of the total where the targets lack what the sales are split by', async () => {
  const sales: Rows = [
    ['Date', 'Product', 'Sales'],
    ['2026-02-03', 'Tea', 10],
    ['2026-02-04', 'Rum', 20],
  ];
  const regions: Rows = [
    ['Region', 'Month', 'Target'],
    ['North', '2026-02', 60],
    ['South', '2026-02', 70],
  ];
  const opened = await openBook(workbench, { Sales: sales, Plan: regions }, { paneWidth: 320 });
  const { pane } = opened;
  const total = pane.getByRole('button', { name: 'Total only' });
  await total.waitFor({ timeout: 30_000 });
  // Nothing is chosen yet, so that the list can answer too.
  expect(await questionOf(opened, /^Group by$/).inputValue()).toBe('');
  await total.focus();
  await total.press('Enter');
  await total.waitFor({ state: 'detached', timeout: 30_000 });
  const by = questionOf(opened, /^Group by$/);
  expect(await by.evaluate((select) => select === document.activeElement)).toBe(true);
  await pane.getByRole('button', { name: /^Build/ }).click();
  // 60 + 70 planned.
  await pane.getByText('130').first().waitFor({ timeout: 30_000 });
  expect(opened.errors).toEqual([]);
});
