import { findPlace } from '../workbook';
import type { Table } from '../workbook';
import type { NotCarried } from './not-carried';
import type { Parts } from './package';
import { findChild, findChildren, findTree, relationshipsOf } from './xml';

/** The tables of the sheet whose part stands at `path`. A totals row is no part of ours. */
export function readTables(
  parts: Parts,
  path: string,
  sheet: string,
): { tables: Table[]; lost: NotCarried[] } {
  const tables: Table[] = [];
  const lost: NotCarried[] = [];
  for (const relation of relationshipsOf(parts, path)) {
    if (relation.type !== 'table') continue;
    const tree = findTree(parts, relation.target);
    const area = findPlace(tree?.attributes['ref'] ?? '')?.area;
    const name = tree?.attributes['displayName'] ?? tree?.attributes['name'];
    if (!tree || !area || name === undefined) continue;
    if (tree.attributes['headerRowCount'] === '0') {
      lost.push({ part: sheet, what: 'tableWithoutHeader' });
      continue;
    }
    const totals = Number(tree.attributes['totalsRowCount'] ?? '0');
    if (totals > 0) lost.push({ part: sheet, what: 'tableTotals' });
    const filters = findChild(tree, 'autoFilter');
    const filtered = filters ? findChildren(filters, 'filterColumn') : [];
    if (filtered.some(({ children }) => children.length > 0))
      lost.push({ part: sheet, what: 'tableFilters' });
    const style = findChild(tree, 'tableStyleInfo')?.attributes['name'];
    tables.push({
      name,
      area: { ...area, rows: Math.max(1, area.rows - totals) },
      ...(style !== undefined && { style }),
    });
  }
  return { tables, lost };
}
