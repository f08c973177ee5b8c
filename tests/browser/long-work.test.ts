import { startWorkbench } from '../../src/workbench/driver';
import type { OpenPage, RunningWorkbench } from '../../src/workbench/driver';

/** Work of more than half a second, in an Excel that takes its time for every answer. */
let workbench: RunningWorkbench;
let opened: OpenPage;

beforeAll(async () => {
  workbench = await startWorkbench();
  opened = await workbench.open({ width: 1300, height: 900 });
  await opened.pane.getByRole('button', { name: 'Build report' }).waitFor({ timeout: 60_000 });
});

afterAll(async () => {
  await workbench.close();
});

const setDelay = (milliseconds: number) =>
  opened.page.evaluate((delay) => {
    const { workbench: own } = window;
    if (own) own.host.faults.delay = delay;
  }, milliseconds);

async function lookAnew(): Promise<void> {
  const frame = await opened.paneFrame();
  await frame.evaluate(() => {
    window.location.reload();
  });
}

test('shows how far it is and can be cancelled, and nothing is changed', async () => {
  const { pane, host } = opened;
  const sheets = await host.sheets();
  await setDelay(400);
  await lookAnew();
  const bar = pane.getByRole('progressbar');
  await bar.first().waitFor();
  await pane.getByText(/rows/).first().waitFor();
  await pane.getByRole('button', { name: 'Cancel' }).click();
  await pane.getByText('Cancelled. Nothing was changed.').waitFor();
  await bar.first().waitFor({ state: 'hidden' });
  expect(await host.sheets()).toEqual(sheets);
});

test('goes on from there when it is asked to', async () => {
  const { pane } = opened;
  await setDelay(0);
  await pane.getByRole('button', { name: 'Look again' }).click();
  await pane.getByRole('button', { name: 'Build report' }).waitFor({ timeout: 30_000 });
  await pane.getByText('60,855 rows').waitFor();
  expect(opened.errors).toEqual([]);
});
