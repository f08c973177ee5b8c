import { startWorkbench } from '../../src/workbench/driver';
import type { RunningWorkbench } from '../../src/workbench/driver';

/** A long file of text, from the drop to the table. `IMPORTED_ROWS` makes it longer, by hand. */
const rowCount = Number(process.env.IMPORTED_ROWS ?? 100_000);
const shown = rowCount.toLocaleString('en');
const limit = 30 * 60_000;

let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench();
});

afterAll(async () => {
  await workbench.close();
});

test(
  'a hundred thousand rows are read and written with progress, and cancelled in between',
  async () => {
    const opened = await workbench.open({ width: 1300, height: 900, paneWidth: 350, file: 'new' });
    const { pane, host, page } = opened;
    await pane.getByRole('button', { name: 'Add a file…' }).waitFor({ timeout: limit });
    const before = await host.sheets();
    const frame = await opened.paneFrame();
    await frame.evaluate((rows) => {
      const lines = ['Order,Day,Region,Amount\n'];
      for (let row = 0; row < rows; row += 1) {
        const day = String((row % 28) + 1).padStart(2, '0');
        lines.push(`K${String(row)},2026-01-${day},${row % 2 ? 'West' : 'East'},0.25\n`);
      }
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(lines, 'long.csv', { type: 'text/csv' }));
      for (const type of ['dragover', 'drop']) {
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
        );
      }
    }, rowCount);
    await pane.getByText(`${shown} rows, 4 columns`).waitFor({ timeout: limit });
    const importing = pane.getByRole('button', { name: 'Import' });
    await importing.click();
    await pane.getByText(new RegExp(`of ${shown} rows`)).waitFor({ timeout: limit });
    await pane.getByRole('button', { name: 'Cancel' }).dispatchEvent('click');
    await pane.getByText('Cancelled. Nothing was changed.').waitFor({ timeout: limit });
    expect(await host.sheets()).toEqual(before);
    await importing.click();
    const started = Date.now();
    await pane
      .getByText(`${shown} rows are now in table long on sheet "long".`)
      .waitFor({ timeout: limit });
    const counted = await pane.locator('dl').filter({ hasText: 'Lines in the file' }).innerText();
    // All lines, those written, the header, and none left out.
    expect(counted.replaceAll(',', '').match(/\d+/g)).toEqual([
      String(rowCount + 1),
      String(rowCount),
      '1',
    ]);
    const last = `A${String(rowCount + 1)}:D${String(rowCount + 1)}`;
    // 2026-01-01 is day 46023.
    expect(await host.values('long', last)).toEqual([
      [
        `K${String(rowCount - 1)}`,
        46_023 + ((rowCount - 1) % 28),
        (rowCount - 1) % 2 ? 'West' : 'East',
        0.25,
      ],
    ]);
    if (process.env.IMPORTED_ROWS) process.stderr.write(`${String(Date.now() - started)} ms\n`);
    expect(opened.errors).toEqual([]);
    await page.close();
  },
  limit,
);
