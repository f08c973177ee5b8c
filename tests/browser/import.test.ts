import { startWorkbench } from '../../src/workbench/driver';
import type { OpenPage, PageWish, RunningWorkbench } from '../../src/workbench/driver';
import { complaints } from './complaints';

/** Files of text dropped on the pane of the real add-in. */
let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench();
});

afterAll(async () => {
  await workbench.close();
});

/** Day and month leave both readings open; the third line lacks a field. */
const orders = [
  'Order;Order date;Sales amount;Region',
  '00123;01/02/2026;1.234,50;West',
  '00124;03/04/2026;99,90',
  '00125;05/06/2026;-10,00;=SUM(1)',
  '00126;07/08/2026;0,25;Münster',
  '',
].join('\r\n');

/** The text in the encoding of western Windows, whose letters here are those of Unicode. */
const western = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

async function openEmpty(wish: PageWish = {}): Promise<OpenPage> {
  const opened = await workbench.open({ width: 1300, height: 900, ...wish, file: 'new' });
  await opened.pane.getByRole('button', { name: 'Add a file…' }).waitFor({ timeout: 60_000 });
  return opened;
}

async function dropOn(opened: OpenPage, files: readonly { name: string; bytes: number[] }[]) {
  const frame = await opened.paneFrame();
  // A list of numbers takes half a minute to reach the page, a text none.
  const given = files.map(({ name, bytes }) => ({
    name,
    packed: Buffer.from(bytes).toString('latin1'),
  }));
  await frame.evaluate((all) => {
    const dataTransfer = new DataTransfer();
    for (const { name, packed } of all) {
      const unpacked = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
      dataTransfer.items.add(new File([unpacked], name, { type: 'text/csv' }));
    }
    for (const type of ['dragover', 'drop']) {
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
      );
    }
  }, given);
}

test('a dropped file is shown as it is read, asked about, and becomes a table that is found', async () => {
  const opened = await openEmpty({ paneWidth: 350 });
  const { pane, host, page } = opened;
  await dropOn(opened, [{ name: 'Orders 2026.csv', bytes: western(orders) }]);
  await pane.getByText('3 rows, 4 columns · Western Europe (Windows-1252) · Semicolon').waitFor();
  await pane.getByText('Line 3 has 3 fields, not 4: 00124 · 03/04/2026 · 99,90').waitFor();
  const question = pane.getByLabel('"01/02/2026" in Order date (line 2) can mean two things.');
  const importing = pane.getByRole('button', { name: 'Import' });
  expect(await importing.getAttribute('aria-disabled')).toBe('true');
  await question.selectOption({ label: 'Day/month/year' });
  await importing.focus();
  await page.keyboard.press('Enter');
  await pane
    .getByText('3 rows are now in table Orders_2026 on sheet "Orders 2026".')
    .waitFor({ timeout: 30_000 });
  const frame = await opened.paneFrame();
  await frame.waitForFunction(() => document.activeElement?.textContent === 'Show the table');
  // 2026-02-01 is day 46054 of Excel's calendar.
  expect(await host.contents('Orders 2026')).toEqual([
    ['Order', 'Order date', 'Sales amount', 'Region'],
    ['00123', 46_054, 1234.5, 'West'],
    ['00125', 46_178, -10, '=SUM(1)'],
    ['00126', 46_241, 0.25, 'Münster'],
  ]);
  const counted = await pane.locator('dl').filter({ hasText: 'Lines in the file' }).innerText();
  expect(counted.match(/\d+/g)).toEqual(['5', '3', '1', '1']);
  await pane.getByRole('button', { name: 'Close' }).click();
  await pane.getByText('Orders_2026').first().waitFor({ timeout: 30_000 });
  expect(await frame.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tab');
  expect(opened.errors).toEqual([]);
  expect(await host.unsupported()).toEqual([]);
  await opened.close();
});

test('titles above the column names are shown before the rows', async () => {
  const opened = await openEmpty({ paneWidth: 270 });
  const text = 'Plan 2026;in T€\r\n\r\nRegion;Jan;Feb\r\nNorth;1;2\r\nSouth;3;4\r\nEast;5\r\n';
  await dropOn(opened, [{ name: 'Plan.csv', bytes: [...Buffer.from(text)] }]);
  await opened.pane.getByText('Plan 2026 · in T€').waitFor();
  await opened.pane.getByText('Line 6 has 2 fields, not 3: East · 5').waitFor();
  expect(await complaints(opened)).toEqual([]);
  await opened.close();
});

test('several files are chosen with the button, and one that is no text is refused', async () => {
  const opened = await openEmpty({ paneWidth: 350 });
  const { pane, host } = opened;
  const file = (name: string, text: string) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });
  await pane
    .locator('input[type="file"]')
    .first()
    .setInputFiles([
      file('a.csv', 'Day,Amount\n2026-01-31,5\n'),
      file('book.xlsx', 'PK\u0003\u0004…'),
      file('b.tsv', 'Day\tAmount\n2026-02-28\t7\n'),
    ]);
  await pane.getByText('"book.xlsx" is not a text file.').waitFor();
  await pane.getByRole('button', { name: 'Import 2 files' }).click();
  await pane.getByText('on sheet "b"').waitFor({ timeout: 30_000 });
  expect((await host.sheets()).slice(1)).toEqual(['a', 'b']);
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('a long import shows how far it is, and Cancel leaves no sheet behind', async () => {
  const opened = await openEmpty({ paneWidth: 350 });
  const { pane, host, page } = opened;
  const before = await host.sheets();
  // Enough blocks that the hand on Cancel comes before the last of them, on a slow machine too.
  const rows = Array.from(
    { length: 30_000 },
    (_, row) => `K${String(row)},2026-01-31,${String(row)}.5`,
  );
  const bytes = western(`Order,Day,Amount\n${rows.join('\n')}\n`);
  await dropOn(opened, [{ name: 'long.csv', bytes }]);
  await pane.getByText('30,000 rows, 3 columns').waitFor({ timeout: 30_000 });
  // An Excel that takes its time for every block.
  await page.evaluate(() => {
    const { workbench: own } = window;
    if (own) own.host.faults.delay = 1000;
  });
  await pane.getByRole('button', { name: 'Import' }).click();
  await pane.getByText(/of 30,000 rows/).waitFor({ timeout: 30_000 });
  await pane.getByRole('button', { name: 'Cancel' }).dispatchEvent('click');
  await pane.getByText('Cancelled. Nothing was changed.').waitFor({ timeout: 30_000 });
  expect(await host.sheets()).toEqual(before);
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('a preview wider than the pane has a shadow at the edge behind which there is more', async () => {
  const opened = await openEmpty({ paneWidth: 270 });
  await dropOn(opened, [{ name: 'Orders 2026.csv', bytes: western(orders) }]);
  const preview = opened.pane.getByRole('region', { name: 'First rows' });
  await preview.waitFor();
  const looks = await preview.evaluate((frame) => ({
    isWider: frame.scrollWidth > frame.clientWidth,
    stays: getComputedStyle(frame).backgroundAttachment,
    shadows: getComputedStyle(frame).backgroundImage.split('linear-gradient').length - 1,
  }));
  expect(looks).toEqual({ isWider: true, stays: 'local, local, scroll, scroll', shadows: 4 });
  await opened.close();
});

test('two files beside each other have previews of different names', async () => {
  const opened = await openEmpty({ paneWidth: 320 });
  await dropOn(opened, [
    { name: 'Orders 2025.csv', bytes: western(orders) },
    { name: 'Orders 2026.csv', bytes: western(orders) },
  ]);
  for (const year of ['2025', '2026']) {
    await opened.pane.getByRole('region', { name: `First rows: Orders ${year}.csv` }).waitFor();
  }
  expect(await complaints(opened)).toEqual([]);
  await opened.close();
});

test.each([
  [270, 'light'],
  [320, 'dark'],
  [450, 'light'],
] as const)('a %i px wide pane in a %s theme has nothing to complain of', async (width, theme) => {
  const opened = await openEmpty({ paneWidth: width, theme });
  const { pane } = opened;
  await dropOn(opened, [{ name: 'Orders 2026.csv', bytes: western(orders) }]);
  await pane.getByText(/Line 3 has 3 fields, not 4/).waitFor();
  await pane.getByRole('button', { name: 'Change' }).click();
  expect(await complaints(opened)).toEqual([]);
  await opened.close();
});
