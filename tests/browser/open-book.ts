import type { OpenPage, PageWish, RunningWorkbench } from '../../src/workbench/driver';
import { workbookWith, type Rows } from '../intake/raw-tables';

/** Opens a workbook with a sheet per name as a person opens a file. */
export async function openBook(
  workbench: RunningWorkbench,
  sheets: Readonly<Record<string, Rows>>,
  wish: PageWish = {},
): Promise<OpenPage> {
  const opened = await workbench.open({ width: 1200, height: 900, ...wish, file: 'new' });
  const names = Object.keys(sheets);
  const bytes = await workbookWith(sheets).toBytes(names);
  await opened.page.locator('input[type=file]').setInputFiles({
    name: 'Test.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });
  await opened.page.waitForFunction(
    (name) => window.workbench?.isReady && window.workbench.host.workbook.findSheet(name),
    names[0] ?? '',
  );
  return opened;
}
