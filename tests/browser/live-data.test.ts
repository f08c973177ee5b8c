import { startWorkbench } from '../../src/workbench/driver';
import type { OpenPage, RunningWorkbench } from '../../src/workbench/driver';
import type { Rows } from '../intake/raw-tables';
import { openBook } from './open-book';

/** More sales than are read anew unasked, which somebody types into. */
let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench();
});

afterAll(async () => {
  await workbench.close();
});

const waiting = { timeout: 60_000 };
const count = 100_010;

/** 2026-01-01 is day 46023; the last sale is of 28 January. */
const sales: Rows = [
  ['Date', 'Region', 'Amount'],
  ...Array.from({ length: count }, (_, row) => [
    46_023 + (row % 28),
    row % 2 === 0 ? 'West' : 'East',
    row % 7,
  ]),
];
const targets: Rows = [
  ['Month', 'Region', 'Target'],
  ['2026-01', 'West', 1000],
  ['2026-01', 'East', 1000],
];

/** As `Insert` does in the row's or the column's menu. */
const insert = ({ page }: OpenPage, axis: 'row' | 'column', at: number) =>
  page.evaluate(
    ([which, before]) => {
      const [rows, columns] = [1_048_576, 16_384];
      const isRow = which === 'row';
      window.workbench?.host.workbook
        .findSheet('Sales')
        ?.shift(
          { axis: which, at: before - 1, count: 1, from: 0, to: (isRow ? columns : rows) - 1 },
          isRow
            ? { row: before - 1, column: 0, rows: 1, columns }
            : { row: 0, column: before - 1, rows, columns: 1 },
        );
    },
    [axis, at] as const,
  );

test('cells typed and rows inserted count at once; where all would be read anew, a button says so', async () => {
  const opened = await openBook(workbench, { Sales: sales, Targets: targets }, { paneWidth: 350 });
  const { pane, host } = opened;
  const rows = (found: number) => pane.getByText(`${found.toLocaleString('en')} rows`).first();
  await rows(count).waitFor(waiting);
  const asOf = pane.getByLabel('As of');
  const refresh = pane.getByRole('button', { name: 'Refresh' });
  await asOf.waitFor(waiting);
  expect(await asOf.inputValue()).toBe('2026-01-28');

  await host.write('Sales', 'A50000', [[46_052]]);
  await pane.locator('input[value="2026-01-30"]').waitFor(waiting);
  await insert(opened, 'row', 50_000);
  await host.write('Sales', 'A50000:C50000', [[46_053, 'West', 5]]);
  await pane.locator('input[value="2026-01-31"]').waitFor(waiting);
  await rows(count + 1).waitFor(waiting);
  expect(await refresh.count()).toBe(0);

  await insert(opened, 'column', 1);
  await refresh.waitFor(waiting);
  await refresh.click();
  await refresh.waitFor({ ...waiting, state: 'hidden' });
  await rows(count + 1).waitFor(waiting);
  expect(opened.errors).toEqual([]);
});
