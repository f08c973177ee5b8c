import axe from 'axe-core';
import type { OpenPage } from '../../src/workbench/driver';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** What axe complains of in the pane, and by how much the pane is too wide. */
export async function complaints({ paneFrame }: OpenPage): Promise<string[]> {
  const frame = await paneFrame();
  // In the pane itself: through the page around it, axe takes five times as long.
  await frame.evaluate(axe.source);
  const found = await frame.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
  });
  const excess = await frame.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  return excess > 0 ? [...found, `${String(excess)} px too wide`] : found;
}
