import {
  arePeriods,
  findStranger,
  namesTargets,
  partsOf,
  type DataSource,
  type Issue,
  type Reading,
  type TableReadOptions,
} from '../intake';
import { areaAddress, quotedSheet, type Source } from '../workbook';
import type { Session } from './session';

/**
 * Sheets that may hold more of the sales that were found, and are not read with them: those of their
 * layout, hidden or not, and ones named by a period beside theirs.
 */
export async function sheetsLeftOut(
  session: Session,
  plain: readonly Source[],
  sales: DataSource,
  targets: DataSource,
  saidOf: (source: Source) => Reading,
  options: TableReadOptions,
): Promise<Issue[]> {
  const parts = partsOf(sales);
  const names = parts.map(({ name }) => name);
  const used = new Set([...parts, ...partsOf(targets)].map(({ sheet }) => sheet));
  const rawOf = async (source: Source) => {
    const loaded = await session.glance(source, { ...options, ...saidOf(source) });
    return 'table' in loaded ? loaded.table.raw : undefined;
  };
  const isAlike = async (source: Source) => {
    const [first, other] = [parts[0] && (await rawOf(parts[0])), await rawOf(source)];
    return first && other && !findStranger([first, other]);
  };
  const issues: Issue[] = [];
  for (const source of plain) {
    const { kind, name, sheet, area, isHidden } = source;
    if (kind === 'name' || used.has(sheet) || area.rows < 2 || session.isOurs(source)) continue;
    const isLike = (isHidden || parts.length > 1) && !namesTargets(name) && (await isAlike(source));
    if (!isLike && (isHidden || !arePeriods([...names, name]))) continue;
    const at = `${quotedSheet(sheet)}!${areaAddress({ ...area, rows: 1, columns: 1 })}`;
    issues.push({ code: 'sheetLeftOut', at, found: name, expected: isHidden ? 'hidden' : '' });
  }
  return issues;
}
