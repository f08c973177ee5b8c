import { AxeBuilder } from '@axe-core/playwright';
import type { OpenPage } from '../../src/workbench/driver';

/** What axe complains of in the page and its pane, and by how much the pane is too wide. */
export async function complaints({ page, paneFrame }: OpenPage): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(['.pane-page iframe', 'html'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`,
  );
  const frame = await paneFrame();
  const excess = await frame.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  return excess > 0 ? [...found, `${String(excess)} px too wide`] : found;
}
