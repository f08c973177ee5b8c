import type { Workbook } from '../workbook';
import type { Issue } from './issue';
import type { RawTable, TableReadOptions } from './raw-table';
import { readTable, type TableRead } from './read-table';
import { stackTables, type Stack } from './shapes';

/** Reads sheets of one layout as one table; what is wrong with one of them is wrong with all. */
export async function readStack(
  workbook: Workbook,
  stack: Stack,
  options: TableReadOptions = {},
): Promise<TableRead> {
  const tables: RawTable[] = [];
  const issues: Issue[] = [];
  const all = stack.sources.reduce((rows, { area }) => rows + area.rows, 0);
  let before = 0;
  for (const source of stack.sources) {
    const rowsBefore = before;
    const read = await readTable(workbook, source, {
      ...options,
      ...(options.onProgress && {
        onProgress: ({ rowsRead }) => {
          options.onProgress?.({ rowsRead: rowsBefore + rowsRead, rows: all });
        },
      }),
    });
    if ('issues' in read) issues.push(...read.issues);
    else tables.push(read);
    before += source.area.rows;
  }
  const stacked = issues.length > 0 ? undefined : stackTables(tables, stack);
  return stacked ?? { issues };
}
