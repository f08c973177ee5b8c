import { commandHandlers, commandIds } from '../../src/commands';
import type { CommandId, Commands } from '../../src/commands';

/** Handles one click and tells what came of it, in order. */
async function click(id: CommandId, hasReport: boolean, failure?: Error): Promise<string[]> {
  const seen: string[] = [];
  const commands: Commands = {
    rebuildReport() {
      if (failure) return Promise.reject(failure);
      seen.push('rebuild');
      return Promise.resolve(hasReport);
    },
    showPane(page) {
      seen.push(`show ${page}`);
      return Promise.resolve();
    },
    tellFailure(cause) {
      seen.push(cause instanceof Error ? `tell ${cause.message}` : 'tell');
      return Promise.resolve();
    },
  };
  await commandHandlers(commands)[id]({
    completed() {
      seen.push('completed');
    },
  });
  return seen;
}

describe('a ribbon button', () => {
  test('builds the last report again without opening the pane', async () => {
    expect(await click('buildReport', true)).toEqual(['rebuild', 'completed']);
  });

  test('opens the pane where no report was built yet', async () => {
    expect(await click('buildReport', false)).toEqual(['rebuild', 'show report', 'completed']);
  });

  test('opens its own page of the pane', async () => {
    expect(await click('openTargets', true)).toEqual(['show targets', 'completed']);
    expect(await click('openActions', true)).toEqual(['show actions', 'completed']);
  });

  test('tells why it failed and comes free again', async () => {
    const seen = await click('buildReport', true, new Error('The sheet is protected'));
    expect(seen).toEqual(['tell The sheet is protected', 'completed']);
  });

  test('keeps its id, which installed manifests name', () => {
    expect(commandIds).toEqual(['buildReport', 'openTargets', 'openActions']);
  });
});
