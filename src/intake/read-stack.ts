import { areaAddress, quotedSheet, type Source, type Workbook } from '../workbook';
import { partsOf, type DataSource } from './data-source';
import type { Issue } from './issue';
import { addressIn, stepwise, type RawTable, type TableReadOptions } from './raw-table';
import { readTable, type NotRead, type TableRead } from './read-table';
import type { Reading } from './reading';
import { findStranger, stackOf, stackSteps } from './shapes';
import type { Unclear } from './mapping';

/**
 * Reads sheets of one layout as one table; what is wrong with one of them is wrong with all.
 * `readingOf` says how each is to be read, beyond what the options say of all.
 */
export async function readStack(
  workbook: Workbook,
  source: DataSource,
  options: TableReadOptions = {},
  readingOf: (part: Source) => Reading = () => ({}),
): Promise<TableRead> {
  const parts = partsOf(source);
  const tables: RawTable[] = [];
  const issues: Issue[] = [];
  const unclear: Unclear[] = [];
  const all = parts.reduce((rows, { area }) => rows + area.rows, 0);
  let before = 0;
  for (const part of parts) {
    const rowsBefore = before;
    const read = await readTable(workbook, part, {
      ...options,
      ...readingOf(part),
      ...(options.onProgress && {
        onProgress: ({ rowsRead }) => {
          options.onProgress?.({ rowsRead: rowsBefore + rowsRead, rows: all });
        },
      }),
    });
    if ('issues' in read) {
      issues.push(...read.issues);
      unclear.push(...(read.unclear ?? []));
    } else tables.push(read);
    before += part.area.rows;
  }
  const [first, ...others] = tables;
  if (!first || issues.length > 0) return { issues, ...(unclear.length > 0 && { unclear }) };
  const stranger = findStranger(tables);
  if (stranger) return otherLayout(stranger, first);
  const stack = stackOf(tables, options);
  if (stack.isYearOpen) return openYear(source, first, stack.labels);
  return stepwise(stackSteps(source, [first, ...others], stack), source.name, options);
}

function otherLayout(stranger: RawTable, first: RawTable): NotRead {
  const at = addressIn(stranger, -1, 0);
  const found = stranger.headers.filter((header) => header !== '').join(', ');
  return { issues: [{ code: 'otherLayout', at, found, expected: first.source.name }] };
}

/** Sheets named by months or quarters, whose year nothing tells. */
function openYear(source: DataSource, first: RawTable, labels: readonly string[]): NotRead {
  const [label = ''] = labels;
  const { sheet, area } = first.source;
  const at = `${quotedSheet(sheet)}!${areaAddress({ ...area, rows: 1, columns: 1 })}`;
  return {
    issues: [{ code: 'unclearYear', at, found: label, expected: '' }],
    unclear: [{ question: 'periodYear', source: source.name, subject: label, candidates: [], at }],
  };
}
