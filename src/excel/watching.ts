import { findPlace } from '../workbook';
import type { WorkbookChange } from '../workbook';
import { asWorkbookError } from './errors';
import { hasExcelApi, withExcel } from './session';

/** Tells of changes by people and co-authors; our own writing keeps Excel's events off meanwhile. */
export async function watchChanges(
  listener: (change: WorkbookChange) => void,
): Promise<() => Promise<void>> {
  let names = await sheetNames();
  const tell = async (worksheetId: string, change: Omit<WorkbookChange, 'sheet'>) => {
    // People may have added or renamed sheets since.
    if (!names.has(worksheetId)) names = await sheetNames();
    const sheet = names.get(worksheetId);
    if (sheet !== undefined) listener({ sheet, ...change });
  };
  const changed = async (event: Excel.WorksheetChangedEventArgs) => {
    await tell(event.worksheetId, changeOf(event));
  };
  const handlers = await withExcel('workbook', async (context) => {
    const { worksheets } = context.workbook;
    const added: Handler[] = [
      worksheets.onChanged.add(changed),
      worksheets.onCalculated.add(({ worksheetId }) => tell(worksheetId, { isCalculation: true })),
    ];
    if (hasExcelApi('1.10')) {
      added.push(
        worksheets.onRowSorted.add(({ worksheetId, address }) =>
          tell(worksheetId, areaOf(address)),
        ),
      );
    }
    await context.sync();
    return added;
  });
  const renamed = await watchNames(async () => {
    names = await sheetNames();
  });
  return async () => {
    await Promise.all([...handlers, ...renamed].map(stop));
  };
}

type CellsChange = Pick<WorkbookChange, 'area' | 'rows'>;

type Changed = Excel.WorksheetChangedEventArgs;

/** Excel before ExcelApi 1.14 does not tell the way that cells moved. */
type ChangeTold = Pick<Changed, 'address' | 'changeType'> &
  Partial<Pick<Changed, 'changeDirectionState'>>;

/** What happened to which cells; nothing of it where columns moved, or cells sideways. */
function changeOf({ address, changeType, changeDirectionState }: ChangeTold): CellsChange {
  switch (changeType) {
    case 'RangeEdited':
      return areaOf(address);
    case 'RowInserted':
      return areaOf(address, 'inserted');
    case 'RowDeleted':
      return areaOf(address, 'deleted');
    case 'CellInserted':
      return changeDirectionState?.insertShiftDirection === 'Down'
        ? areaOf(address, 'inserted')
        : {};
    case 'CellDeleted':
      return changeDirectionState?.deleteShiftDirection === 'Up' ? areaOf(address, 'deleted') : {};
    default:
      return {};
  }
}

function areaOf(address: string, rows?: 'inserted' | 'deleted'): CellsChange {
  const area = findPlace(address)?.area;
  return area ? { area, ...(rows && { rows }) } : {};
}

type Handler = Pick<OfficeExtension.EventHandlerResult<unknown>, 'remove' | 'context'>;

async function stop(handler: Handler): Promise<void> {
  try {
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
  } catch (cause) {
    throw asWorkbookError(cause, 'workbook');
  }
}

async function watchNames(refresh: () => Promise<void>): Promise<readonly Handler[]> {
  if (!hasExcelApi('1.17')) return [];
  return withExcel('workbook', async (context) => {
    const handler = context.workbook.worksheets.onNameChanged.add(refresh);
    await context.sync();
    return [handler];
  });
}

async function sheetNames(): Promise<ReadonlyMap<string, string>> {
  return withExcel('workbook', async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name');
    await context.sync();
    return new Map(worksheets.items.map(({ id, name }) => [id, name]));
  });
}
