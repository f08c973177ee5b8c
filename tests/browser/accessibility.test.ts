import { startWorkbench } from '../../src/workbench/driver';
import type { RunningWorkbench } from '../../src/workbench/driver';
import { complaints } from './complaints';

let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench();
});

afterAll(async () => {
  await workbench.close();
});

const looks = [
  { paneWidth: 450, theme: 'light' },
  { paneWidth: 450, theme: 'dark' },
  { paneWidth: 270, theme: 'light' },
  { paneWidth: 320, theme: 'dark' },
] as const;

test.each(looks)('axe finds nothing at $paneWidth pixels, $theme', async (look) => {
  const opened = await workbench.open({ width: 1200, height: 900, ...look });
  const { pane } = opened;
  const build = pane.getByRole('button', { name: 'Build report' });
  await build.waitFor({ timeout: 60_000 });
  expect(await complaints(opened)).toEqual([]);
  await build.click();
  await pane.locator('[data-figure="actual"]').waitFor({ timeout: 30_000 });
  await pane
    .getByRole('button', { name: /^Add action for/ })
    .first()
    .click();
  await pane.getByRole('textbox', { name: 'What will be done' }).waitFor();
  expect(await complaints(opened)).toEqual([]);
  const pages = [
    ['Targets', 'What are the targets for?'],
    ['Actions', /^Open/],
    ['Data', /./],
  ] as const;
  for (const [tab, heading] of pages) {
    await pane.getByRole('tab', { name: tab }).click();
    await pane.getByRole('tabpanel').getByRole('heading', { name: heading }).first().waitFor();
    expect([tab, await complaints(opened)]).toEqual([tab, []]);
  }
  expect(opened.errors).toEqual([]);
  await opened.close();
});
