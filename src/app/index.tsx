import { commandHandlers, type CommandPage } from '../commands';
import { missingRequirements, openWorkbook } from '../excel';
import { functions } from '../functions';
import { Session } from '../jobs';
import { mountPane } from '../taskpane';
import { paneWordsFor } from '../wording';
import type { WorkbookChange } from '../workbook';
import { officeTheme } from './office-theme';

// Excel may call a function before the page is ready, so they come first.
for (const [id, calculate] of Object.entries(functions)) CustomFunctions.associate(id, calculate);

async function start(): Promise<void> {
  await Office.onReady();
  const element = document.getElementById('pane');
  if (!element) throw new Error('The page has no element "pane"');
  const missing = missingRequirements();
  if (missing.length > 0) {
    tellPlainly(element, paneWordsFor('en').faults.tooOld(missing));
    return;
  }
  const workbook = openWorkbook();
  const session = new Session(workbook, 'en');
  const pane = mountPane(element, {
    session,
    environment: { locale: Office.context.contentLanguage || 'en-US', theme: officeTheme() },
  });
  const showPane = async (page: CommandPage) => {
    pane.show(page);
    await Office.addin.showAsTaskpane();
  };
  const handlers = commandHandlers({
    rebuildReport: () => pane.rebuild(),
    showPane,
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
  const note = async (change: WorkbookChange) => {
    // Every edit may calculate formulas somewhere; what was read is mostly none of them.
    try {
      if (change.isCalculation && !(await session.isCalculated(change.sheet))) return;
    } catch (cause) {
      pane.tell(cause);
      return;
    }
    session.noteChange(change);
    pane.noteChange(change);
  };
  try {
    await workbook.watch((change) => {
      void note(change);
    });
  } catch (cause) {
    pane.tell(cause);
  }
}

/** Without the pane, which may need what is missing. */
function tellPlainly(element: HTMLElement, text: string): void {
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  line.style.cssText = 'font-family: "Segoe UI", sans-serif; margin: 16px; line-height: 1.4';
  line.textContent = text;
  element.replaceChildren(line);
}

void start();
