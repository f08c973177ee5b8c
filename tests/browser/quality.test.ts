import { startWorkbench } from '../../src/workbench/driver';
import type { OpenPage, PageWish, RunningWorkbench } from '../../src/workbench/driver';
import type { CellContent } from '../../src/workbook';
import { complaints } from './complaints';

/** The Data page of the real add-in, on sales whose dates Excel took in half. */
let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench();
});

afterAll(async () => {
  await workbench.close();
});

/** Every third day from 2026-01-02, and what an Excel with the month first makes of day/month/year. */
const days = Array.from({ length: 120 }, (_, index) => 46_024 + index * 3);
const misread = (serial: number): CellContent => {
  const date = new Date((serial - 25_569) * 86_400_000);
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear()];
  if (day > 12) return `${String(day)}/${String(month + 1)}/${String(year)}`;
  return Math.round(Date.UTC(year, day - 1, month + 1) / 86_400_000) + 25_569;
};
/** Of the second of February the second reading is the same. */
const changed = String(days.filter((serial) => misread(serial) !== serial).length);
const rows: CellContent[][] = [
  ['Order date', 'Sales amount', 'Product'],
  ...days.map((serial, index): CellContent[] => [
    misread(serial),
    index === 50 ? 'n/a' : 100 + index,
    index === 20 ? 'GTXPro' : index % 2 === 0 ? 'GTX Pro' : 'Mug',
  ]),
];

async function openDirty(wish: PageWish): Promise<OpenPage> {
  const opened = await workbench.open({ width: 1300, height: 900, ...wish, file: 'new' });
  const [sheet = ''] = await opened.host.sheets();
  await opened.host.write(sheet, `A1:C${String(rows.length)}`, rows);
  await opened.pane.getByRole('tab', { name: 'Data' }).click();
  await opened.pane.getByText('Swap day and month back').waitFor({ timeout: 30_000 });
  return opened;
}

test('tells of half-swapped dates, and mends them with the keyboard alone', async () => {
  const opened = await openDirty({ paneWidth: 350 });
  const { pane, page, host } = opened;
  const [sheet = ''] = await host.sheets();
  const frame = await opened.paneFrame();
  const focus = (text: string) =>
    frame.waitForFunction((wanted) => document.activeElement?.textContent === wanted, text);
  await pane.getByText('Rows read').waitFor();
  await pane.getByRole('button', { name: 'Swap day and month back' }).focus();
  await page.keyboard.press('Enter');
  await pane.getByText(`Changes ${changed} cells. The total stays.`).waitFor();
  expect(await frame.evaluate(() => document.activeElement?.textContent)).toBe('Change the cells');
  await page.keyboard.press('Enter');
  await pane.getByText(`${changed} cells were changed.`).waitFor({ timeout: 30_000 });
  const dates = await host.values(sheet, `A2:A${String(rows.length)}`);
  expect(dates.map(([date]) => date)).toEqual(days);
  await pane.getByText('Excel took day for month').waitFor({ state: 'detached' });

  // What had the focus is gone: it is where the change can be taken back, and then at the finding.
  await focus('Undo');
  await page.keyboard.press('Enter');
  await pane.getByText('The cells are as they were.').waitFor({ timeout: 30_000 });
  const back = await host.values(sheet, `A2:A${String(rows.length)}`);
  expect(back.map(([date]) => date)).toEqual(days.map(misread));
  await focus('Swap day and month back');

  await pane.getByRole('button', { name: 'Write to a sheet' }).click();
  await pane.getByText('The findings are on the sheet "Data quality".').waitFor();
  expect((await host.values('Data quality')).flat()).toContain('Rows read');
  expect(opened.errors).toEqual([]);
  expect(await host.unsupported()).toEqual([]);
  await opened.close();
});

test('forgets an undo whose cells have moved, and writes what stands in the cells now', async () => {
  const opened = await openDirty({ paneWidth: 350 });
  const { pane, host } = opened;
  const [sheet = ''] = await host.sheets();
  await pane.getByRole('button', { name: 'Rename to "GTX Pro"' }).click();
  await pane.getByRole('button', { name: 'Change the cells' }).click();
  await pane.getByText('1 cell was changed.').waitFor({ timeout: 30_000 });
  await host.write(sheet, 'C22', [['Cup']]);
  await pane.getByText('The workbook has changed since it was read.').waitFor({ timeout: 30_000 });
  await host.write(sheet, 'C23', [['GTXPro']]);
  await pane.getByRole('button', { name: 'Write to a sheet' }).click();
  await pane
    .getByText('The findings are on the sheet "Data quality".')
    .waitFor({ timeout: 30_000 });
  expect((await host.values('Data quality')).flat()).toContain(`${sheet}!C23`);
  await pane.getByRole('button', { name: 'Look again' }).click();
  await pane
    .getByText(`cannot be undone any more: ${sheet}!C22 holds`)
    .waitFor({ timeout: 30_000 });
  expect(await pane.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  await opened.close();
});

test('a cell typed over while its preview is open is left alone, and that is said', async () => {
  const opened = await openDirty({ paneWidth: 350 });
  const { pane, host } = opened;
  const [sheet = ''] = await host.sheets();
  await pane.getByRole('button', { name: 'Rename to "GTX Pro"' }).click();
  await pane.getByRole('button', { name: 'Change the cells' }).waitFor();
  await host.write(sheet, 'C22', [['Cup']]);
  await pane.getByText('The workbook has changed since it was read.').waitFor({ timeout: 30_000 });
  await pane.getByRole('button', { name: 'Change the cells' }).click();
  await pane
    .getByText(`Nothing was changed: ${sheet}!C22 holds something else by now.`)
    .waitFor({ timeout: 30_000 });
  // The data are looked through again: what was found of the cell before is found no more.
  const rename = pane.getByRole('button', { name: 'Rename to "GTX Pro"' });
  await rename.waitFor({ state: 'detached', timeout: 30_000 });
  expect(await pane.getByText('were changed').count()).toBe(0);
  expect(await pane.getByRole('button', { name: 'Change the cells' }).count()).toBe(0);
  expect(await host.values(sheet, 'C22')).toEqual([['Cup']]);
  await opened.close();
});

test.each([
  [270, 'light'],
  [350, 'dark'],
] as const)('a %i px wide pane in a %s theme has nothing to complain of', async (width, theme) => {
  const opened = await openDirty({ paneWidth: width, theme });
  await opened.pane.getByRole('button', { name: 'Swap day and month back' }).click();
  await opened.pane.getByRole('button', { name: 'Change the cells' }).waitFor();
  expect(await complaints(opened)).toEqual([]);
  await opened.close();
});
