import { areaAddress, quotedSheet } from '../workbook';
import type { DataSource } from './data-source';
import type { Issue } from './issue';
import { addressIn, stepwise, type RawTable, type TableReadOptions } from './raw-table';
import type { NotRead, TableRead } from './read-table';
import { findStranger, stackOf, stackSteps } from './shapes';
import type { Unclear } from './mapping';

/** Makes one table of what sheets of one layout gave; what is wrong with one is wrong with all. */
export async function stackTables(
  source: DataSource,
  parts: readonly TableRead[],
  options: TableReadOptions = {},
): Promise<TableRead> {
  const tables: RawTable[] = [];
  const issues: Issue[] = [];
  const unclear: Unclear[] = [];
  for (const part of parts) {
    if ('issues' in part) {
      issues.push(...part.issues);
      unclear.push(...(part.unclear ?? []));
    } else tables.push(part);
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
