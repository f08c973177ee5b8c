import { asWorkbookError, hostCode } from './errors';

/** Waits between attempts while a person is typing in a cell, in milliseconds. */
const editWaits = [250, 500, 1000];

/**
 * One conversation with Excel. Refusals become a `WorkbookError` about `subject`. While a person is
 * typing in a cell Excel refuses everything; for that it is tried again, so `work` must be able to
 * start over: what it does before its first sync is all it may have done.
 */
export async function withExcel<Result>(
  subject: string,
  work: (context: Excel.RequestContext) => Promise<Result>,
): Promise<Result> {
  const waits = [...editWaits];
  const attempt = async (): Promise<Result> => {
    try {
      return await Excel.run(work);
    } catch (cause) {
      const wait = waits.shift();
      if (wait === undefined || hostCode(cause) !== 'InvalidOperationInCellEditMode') {
        throw asWorkbookError(cause, subject);
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
      return attempt();
    }
  };
  return attempt();
}

/** The same, where Excel itself waits until the person has left the cell: for work half done. */
export async function afterCellEdit<Result>(
  subject: string,
  work: (context: Excel.RequestContext) => Promise<Result>,
): Promise<Result> {
  try {
    return await Excel.run({ delayForCellEdit: true }, work);
  } catch (cause) {
    throw asWorkbookError(cause, subject);
  }
}

/** Whether this Excel has a level of its interface. */
export function hasExcelApi(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}
