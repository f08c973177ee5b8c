import { Table as FileTable } from '@cj-tech-master/excelts';
import type { Worksheet } from '@cj-tech-master/excelts';
import { areaAddress, isBlank, isError, valueOf } from '../workbook';
import type { CellContent, Table } from '../workbook';

/**
 * A table's column names: its header cells as text, each once. Excel repairs files in which a header
 * cell is blank, a number or there twice.
 */
export function headersOf(
  cells: readonly (readonly CellContent[])[],
  { area }: Table,
): readonly string[] {
  const taken = new Set<string>();
  return Array.from({ length: area.columns }, (_, index) => {
    const content = cells[area.row]?.[area.column + index];
    const value = valueOf(content);
    const text = isError(value) ? value.error : String(value);
    const wished = isBlank(value) ? `Column${String(index + 1)}` : text;
    let name = wished;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      name = `${wished}${String(number)}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Adds a table over cells that are written elsewhere. */
export function addTable(worksheet: Worksheet, table: Table, headers: readonly string[]): void {
  // A table without data rows gets one, as Excel requires.
  const area = { ...table.area, rows: Math.max(2, table.area.rows) };
  const ref = areaAddress(area);
  const file = new FileTable(worksheet);
  file.model = {
    name: table.name,
    displayName: table.name,
    ref,
    tableRef: ref,
    autoFilterRef: ref,
    headerRow: true,
    totalsRow: false,
    style: { theme: table.style ?? 'TableStyleMedium2', showRowStripes: true },
    columns: headers.map((name) => ({ name, filterButton: true })),
    rows: [],
  };
  worksheet.tables[table.name] = file;
}
