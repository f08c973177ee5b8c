import type { Workbook, WorkbookContents } from '../../src/workbook';
import { openWorkbook } from '../../src/excel';
import { readContents, workbookOf } from '../../src/xlsx';
import { openWorkbench } from '../../src/workbench/node';
import type { Workbench } from '../../src/workbench/node';

/** A workbook under test, whoever holds it. */
export interface Opened {
  readonly workbook: Workbook;
  /** What the workbook holds now, as somebody else would read it. */
  contents(): Promise<WorkbookContents>;
  close(): void;
}

export interface Subject {
  readonly name: string;
  open(contents: WorkbookContents): Promise<Opened>;
}

const file: Subject = {
  name: 'a file',
  open(contents) {
    const workbook = workbookOf(contents);
    return Promise.resolve({
      workbook,
      // Through its bytes, so that what is promised is what a file holds.
      contents: async () => (await readContents(await workbook.toBytes())).contents,
      close: () => undefined,
    });
  },
};

const excel: Subject = {
  name: 'Excel',
  open: openInExcel,
};

export const subjects: readonly Subject[] = [file, excel];

export interface OpenedInExcel extends Opened {
  readonly workbench: Workbench;
}

/** The contract over Microsoft's office.js; its globals are those of the add-in's page. */
export async function openInExcel(contents: WorkbookContents): Promise<OpenedInExcel> {
  const workbench = await openWorkbench({ contents });
  const { Excel: excelGlobal, Office: officeGlobal } = workbench.window;
  Object.assign(globalThis, { Excel: excelGlobal, Office: officeGlobal });
  return {
    workbench,
    workbook: openWorkbook(),
    contents: async () => {
      await workbench.settled();
      return workbench.host.workbook.toContents();
    },
    close: () => {
      workbench.close();
    },
  };
}
