import { startWorkbench } from '../../src/workbench/driver';
import type { OpenPage, RunningWorkbench } from '../../src/workbench/driver';

/** The report and its actions for a person who never touches the mouse. */
let workbench: RunningWorkbench;
let opened: OpenPage;

beforeAll(async () => {
  workbench = await startWorkbench();
  opened = await workbench.open({ width: 1300, height: 900, paneWidth: 320 });
  // Looks change at once, so that they can be compared.
  await opened.page.emulateMedia({ reducedMotion: 'reduce' });
  await opened.pane.getByRole('button', { name: 'Build report' }).waitFor({ timeout: 60_000 });
});

afterAll(async () => {
  await workbench.close();
});

const press = (key: string) => opened.page.keyboard.press(key);

/** The accessible name of what has the focus in the pane, or else its text. */
async function focusInPane(): Promise<string | undefined> {
  const isInPane = await opened.page.evaluate(() => document.activeElement?.tagName === 'IFRAME');
  if (!isInPane) return undefined;
  const frame = await opened.paneFrame();
  return frame.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return '';
    const label =
      element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
    return element.getAttribute('aria-label') ?? label ?? element.textContent;
  });
}

/** Presses Tab; true where what had the focus looks otherwise without it. */
async function tabOn(): Promise<boolean> {
  const frame = await opened.paneFrame();
  const focused = await frame.evaluateHandle(() => document.activeElement ?? document.body);
  const looks = () =>
    frame.evaluate((element) => {
      const styles = [element, element.parentElement ?? element].flatMap((one) => [
        getComputedStyle(one),
        getComputedStyle(one, '::after'),
      ]);
      return styles.map((style) =>
        [style.outline, style.boxShadow, style.border, style.transform].join(),
      );
    }, focused);
  const before = await looks();
  await press('Tab');
  return (await looks()).join() !== before.join();
}

/** Presses Tab until the focus stands on what has this name; every stop shows that it has it. */
async function tabTo(name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    const focus = await focusInPane();
    if (focus !== undefined && name.test(focus)) return;
    const isSeen = await tabOn();
    if (focus !== undefined && !isSeen) throw new Error(`"${focus}" shows no focus`);
    passed.push(focus ?? 'outside');
  }
  throw new Error(`Tab never reaches ${String(name)}, but ${passed.join(', ')}`);
}

test('Tab goes into the pane, and Shift+Tab out of its beginning', async () => {
  const close = opened.page.getByRole('button', { name: 'Close task pane' });
  await close.focus();
  await press('Tab');
  expect(await focusInPane()).toBe('Report');
  await press('Shift+Tab');
  await opened.page.waitForFunction(
    () => document.activeElement?.getAttribute('aria-label') === 'Close task pane',
  );
});

test('the report is built, and a row of it shown in the sheet', async () => {
  await press('Tab');
  await tabTo(/^Build report$/);
  await press('Enter');
  await opened.pane.locator('[data-figure="actual"]').waitFor({ timeout: 30_000 });
  // What had the focus is gone: it is where the report can be changed.
  expect(await focusInPane()).toBe('Change');
  await tabTo(/^Rachel Valdez/);
  await press('Enter');
  const rows = await opened.host.values('Sales report');
  const row = rows.findIndex((cells) => cells[0] === 'Rachel Valdez');
  await opened.page.waitForFunction(
    (wanted) => window.workbench?.host.workbook.findSheet('Sales report')?.selection.row === wanted,
    row,
  );
});

test('an action is added, with a word on what is missing and the focus at it', async () => {
  await tabTo(/^Add action for/);
  const name = await focusInPane();
  await press('Enter');
  await opened.pane.getByRole('textbox', { name: 'What will be done' }).waitFor();
  await tabTo(/^Save action$/);
  await press('Enter');
  await opened.pane.getByText('Say what will be done.').waitFor();
  expect(await focusInPane()).toMatch(/^What will be done/);
  await opened.page.keyboard.type('Call the lost shops');
  await tabTo(/^Owner/);
  await opened.page.keyboard.type('Amy Alberts');
  await tabTo(/^Save action$/);
  await press('Enter');
  await opened.pane.getByText('1 open action').waitFor();
  expect(await focusInPane()).toBe(name);
});

test('Tab leaves the pane at its end', async () => {
  let presses = 0;
  while ((await focusInPane()) !== undefined && presses < 80) {
    await press('Tab');
    presses += 1;
  }
  expect(await focusInPane()).toBeUndefined();
  expect(presses).toBeGreaterThan(1);
  expect(opened.errors).toEqual([]);
  expect(await opened.host.unsupported()).toEqual([]);
});
