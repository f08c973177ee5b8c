import { AxeBuilder } from '@axe-core/playwright';
import { startWorkbench } from '../../src/workbench/driver';
import type { OpenPage, RunningWorkbench } from '../../src/workbench/driver';

let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench();
});

afterAll(async () => {
  await workbench.close();
});

/** What axe complains of in the pane, and by how many pixels its page is too wide. */
async function complaints({ page, paneFrame }: OpenPage): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(['.pane-page iframe', 'html'])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
  const frame = await paneFrame();
  const excess = await frame.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  return excess > 0 ? [...found, `${String(excess)} px too wide`] : found;
}

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
