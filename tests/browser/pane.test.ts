import type { FrameLocator, Locator } from 'playwright-core';

import { startWorkbench } from '../../src/workbench/driver';
import type { OpenPage, PageWish, RunningWorkbench } from '../../src/workbench/driver';
import type { CellValue } from '../../src/workbook';
import { complaints } from './complaints';

/**
 * One person's way through the pane of the real add-in, under real office.js, on AdventureWorks.
 * Totals are those of the published sales and quotas; 2020-Q2 was added up from them by hand of a
 * pivot table: sales 8,971,848, quotas 10,359,000.
 */
let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench();
});

afterAll(async () => {
  await workbench.close();
});

const button = (pane: FrameLocator, name: string | RegExp): Locator =>
  pane.getByRole('button', { name });

async function openPane(wish: PageWish = {}): Promise<OpenPage> {
  const opened = await workbench.open({ width: 1300, height: 900, paneWidth: 350, ...wish });
  await button(opened.pane, 'Build report').waitFor({ timeout: 60_000 });
  return opened;
}

async function buildReport({ pane }: OpenPage): Promise<void> {
  await button(pane, 'Build report').click();
  await figure(pane, 'actual').waitFor({ timeout: 30_000 });
}

/** The value behind a card's figure, every digit of it. */
const figure = (pane: FrameLocator, name: string): Locator =>
  pane.locator(`[data-figure="${name}"] data`);

async function valueOf(pane: FrameLocator, name: string): Promise<number> {
  return Number(await figure(pane, name).getAttribute('value'));
}

async function findRow(opened: OpenPage, sheet: string, first: string): Promise<CellValue[]> {
  const rows = await opened.host.values(sheet);
  const row = rows.find((cells) => cells[0] === first);
  if (!row) throw new Error(`"${sheet}" has no row "${first}"`);
  return row;
}

/** Where the report's comments stand: its header, and the row of a name, counted from 0. */
async function commentPlace(opened: OpenPage, name: string): Promise<string> {
  const rows = await opened.host.values('Sales report');
  const header = rows.find((cells) => cells.includes('Comment')) ?? [];
  const row = rows.findIndex((cells) => cells[0] === name);
  return `${String.fromCharCode(65 + header.indexOf('Comment'))}${String(row + 1)}`;
}

describe('the report page', () => {
  let opened: OpenPage;

  beforeAll(async () => {
    opened = await openPane();
  });

  afterAll(async () => {
    await opened.close();
  });

  test('shows what it took for what before anything is written', async () => {
    const { pane, host } = opened;
    await pane.getByText('60,855 rows').waitFor();
    await pane.getByText('Order date · Sales amount').waitFor();
    await pane.getByText('Quarter · Quota · by quarter').waitFor();
    expect(await host.sheets()).not.toContain('Sales report');
  });

  test('builds the report and shows the figures of its sheet', async () => {
    const { pane } = opened;
    await buildReport(opened);
    await pane.getByText('The report is on the new sheet "Sales report".').waitFor();
    const total = await findRow(opened, 'Sales report', 'Total');
    const [, prior, target, actual, variance] = total;
    expect(await valueOf(pane, 'actual')).toBe(actual);
    expect(await valueOf(pane, 'target')).toBe(target);
    expect(await valueOf(pane, 'gap')).toBe(-Number(variance));
    expect(Math.round(Number(actual))).toBe(8_971_848);
    expect(target).toBe(10_359_000);
    expect(await valueOf(pane, 'attainment')).toBeCloseTo(Number(actual) / 10_359_000, 12);
    expect(await valueOf(pane, 'growth')).toBeCloseTo(Number(actual) / Number(prior) - 1, 12);
    await pane.getByText('80,977,720.21').first().waitFor();
    await pane.getByText('95,714,000.00').first().waitFor();
  });

  test('shows the key figures of the period and of the year to date, as the sheet has them', async () => {
    const { pane, host } = opened;
    await figure(pane, 'orders').waitFor();
    const shown = (names: readonly string[]) =>
      Promise.all(names.map((name) => valueOf(pane, name)));
    const rows = await host.values('Sales report');
    const cells = (column: number) =>
      ['Quantity', 'Orders', 'Average price'].map(
        (name) => rows.find(([first]) => first === name)?.[column],
      );
    const names = ['quantity', 'orders', 'averagePrice'];
    expect(await shown(names)).toEqual(cells(1));
    await pane.getByRole('tab', { name: '2020 to date' }).click();
    expect(await shown(names)).toEqual(cells(2));
    await pane.getByRole('tab', { name: '2020-Q2' }).click();
  });

  test('selects a row in the sheet when it is chosen', async () => {
    const { pane, page } = opened;
    await button(pane, /^Rachel Valdez/).click();
    const rows = await opened.host.values('Sales report');
    const row = rows.findIndex((cells) => cells[0] === 'Rachel Valdez');
    const selected = () =>
      page.evaluate(() => window.workbench?.host.workbook.findSheet('Sales report')?.selection.row);
    await expectSoon(selected, row);
  });

  test('keeps a typed comment with its row when the report is built again', async () => {
    const { pane, host } = opened;
    const place = await commentPlace(opened, 'Michael Blythe');
    await host.write('Sales report', place, [['Two large shops closed']]);
    await pane.getByRole('combobox', { name: 'Periods' }).waitFor({ state: 'hidden' });
    await button(pane, 'Change').click();
    await pane.getByRole('combobox', { name: 'Periods' }).selectOption('year');
    await button(pane, 'Build again').click();
    await pane.getByText('comments were kept').waitFor();
    const after = await commentPlace(opened, 'Michael Blythe');
    expect(after).not.toBe(place);
    expect(await host.values('Sales report', after)).toEqual([['Two large shops closed']]);
    expect((await host.sheets()).filter((name) => name.startsWith('Sales report'))).toHaveLength(1);
  });

  test('writes an action for a row that is behind and shows it beside the row', async () => {
    const { pane, host } = opened;
    await button(pane, 'Add action for Jae Pak').click();
    await button(pane, 'Save action').click();
    await pane.getByText('Say what will be done.').waitFor();
    await pane.getByRole('textbox', { name: 'What will be done' }).fill('Call the lost shops');
    await pane.getByRole('textbox', { name: 'Owner' }).fill('Amy Alberts');
    await pane.getByLabel('Due', { exact: true }).fill('2020-07-31');
    await button(pane, 'Save action').click();
    await button(pane, /^Jae Pak.*1 open action/).waitFor();
    const line = await findRow(opened, 'Sales actions', 'Call the lost shops');
    // 44043 is 2020-07-31 in Excel.
    expect(line).toEqual(expect.arrayContaining(['Jae Pak', '2020', 'Amy Alberts', 44_043]));
    await pane.getByRole('tab', { name: 'Actions' }).click();
    await pane.getByRole('heading', { name: 'Open (1)' }).waitFor();
    await pane.getByText('due Jul 31, 2020').waitFor();
    expect((await host.values('Sales actions'))[0]).toBeDefined();
  });

  test.each(['Actions', 'Report'])('has nothing for axe in the light, page %s', async (name) => {
    await opened.pane.getByRole('tab', { name }).click();
    expect(await complaints(opened)).toEqual([]);
  });

  test('leaves no fault uncaught and asks Excel for nothing unknown', async () => {
    expect(opened.errors).toEqual([]);
    expect(await opened.host.unsupported()).toEqual([]);
  });
});

describe('the target wizard', () => {
  let opened: OpenPage;

  beforeAll(async () => {
    opened = await openPane({ theme: 'dark', paneWidth: 270 });
  });

  afterAll(async () => {
    await opened.close();
  });

  test('goes from the report page to a spread with the keyboard alone', async () => {
    const { pane, page } = opened;
    const press = (key: string) => page.keyboard.press(key);
    await pane.getByRole('tab', { name: 'Report' }).focus();
    await press('ArrowRight');
    await pane.getByRole('heading', { name: 'What are the targets for?' }).waitFor();
    await focusByTab(opened, 'Next');
    await press('Enter');
    await pane.getByText('Sales of 2019: 32,500,005.58').waitFor();
    await pane.getByRole('radio', { name: 'growth on last year' }).focus();
    await press('ArrowRight');
    await focusByTab(opened, 'Next');
    await press('Enter');
    await pane.getByText('Enter the total as a number above 0').waitFor();
    await pane.getByLabel('Total of the year').focus();
    await page.keyboard.type('36,000,000.01');
    await focusByTab(opened, 'Next');
    await press('Enter');
    await pane.getByRole('heading', { name: 'In which year?' }).waitFor();
    await focusByTab(opened, 'Next');
    await press('Enter');
    await pane.getByText('Spread 36,000,000.01 = total 36,000,000.01').waitFor();
  });

  test('loses nothing on the way back', async () => {
    const { pane } = opened;
    for (const heading of ['In which year?', 'How much is to be reached?']) {
      await button(pane, 'Back').click();
      await pane.getByRole('heading', { name: heading }).waitFor();
    }
    expect(await pane.getByLabel('Total of the year').inputValue()).toBe('36,000,000.01');
    await button(pane, 'Next').click();
    await button(pane, 'Next').click();
    await button(pane, 'Write targets').waitFor();
  });

  test.each(['Targets', 'Report'])('has nothing for axe in the dark, page %s', async (name) => {
    await opened.pane.getByRole('tab', { name }).click();
    expect(await complaints(opened)).toEqual([]);
  });

  test('writes a table of targets and builds the report on it', async () => {
    const { pane, host } = opened;
    await pane.getByRole('tab', { name: 'Targets' }).click();
    await button(pane, 'Write targets').click();
    await button(pane, 'Build report with these targets').click();
    await figure(pane, 'target').waitFor({ timeout: 30_000 });
    const rows = await host.values('Sales targets');
    const cents = rows
      .slice(1)
      .map((cells) => cells.at(-1))
      .filter((cell) => typeof cell === 'number')
      .reduce((sum, amount) => sum + Math.round(amount * 100), 0);
    expect(cents).toBe(3_600_000_001);
    await pane.getByText('36,000,000.01').first().waitFor();
  });

  test('has nothing for axe in the dark beside a report', async () => {
    expect(await complaints(opened)).toEqual([]);
    expect(opened.errors).toEqual([]);
  });
});

describe('a new workbook', () => {
  test('is met with what is needed first, without a fault for axe', async () => {
    const opened = await workbench.open({ width: 1000, height: 700, file: 'new' });
    await opened.pane.getByRole('heading', { name: 'Start with your sales' }).waitFor();
    expect(await complaints(opened)).toEqual([]);
    expect(opened.errors).toEqual([]);
    await opened.close();
  });
});

/** Presses Tab until the focus stands on the button of this name. */
async function focusByTab({ page, paneFrame }: OpenPage, name: string): Promise<void> {
  const frame = await paneFrame();
  for (let presses = 0; presses < 40; presses += 1) {
    const focused = await frame.evaluate(() => document.activeElement?.textContent ?? '');
    if (focused === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches "${name}"`);
}

/** Waits for what the page does after the pane's call has returned. */
async function expectSoon<T>(read: () => Promise<T>, expected: T): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    if ((await read()) === expected) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await read()).toEqual(expected);
}
