import { commandHandlers } from '../commands';
import { mountPane } from './pane';

/** The custom functions by id. Excel may call one before the page is ready, so they come first. */
const functions: Readonly<Record<string, (...cells: unknown[]) => unknown>> = {};
for (const [id, calculate] of Object.entries(functions)) CustomFunctions.associate(id, calculate);

async function start(): Promise<void> {
  await Office.onReady();
  const element = document.getElementById('pane');
  if (!element) throw new Error('The page has no element "pane"');
  const pane = mountPane(element);
  const handlers = commandHandlers({
    rebuildReport: () => Promise.resolve(false),
    async showPane(page) {
      pane.show(page);
      await Office.addin.showAsTaskpane();
    },
    async tellFailure(cause) {
      pane.tell(cause);
      await Office.addin.showAsTaskpane();
    },
  });
  for (const [id, handle] of Object.entries(handlers)) {
    Office.actions.associate(id, (event: Office.AddinCommands.Event) => {
      void handle(event);
    });
  }
}

void start();
