import type { Area, Table } from '../../workbook';

export interface TableModel {
  readonly id: string;
  name: string;
  /** Header row and total row included. */
  area: Area;
  style: string;
  showTotals: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
}

export function newTable(id: string, name: string, area: Area): TableModel {
  return {
    id,
    name,
    area,
    style: 'TableStyleMedium2',
    showTotals: false,
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
  };
}

export function fromTable(table: Table, id: string): TableModel {
  return { ...newTable(id, table.name, table.area), style: table.style ?? '' };
}

export function toTable({ name, area, style, showTotals }: TableModel): Table {
  // A total row is a formula row below the table as far as plain data goes.
  const rows = showTotals ? area.rows - 1 : area.rows;
  return { name, area: { ...area, rows }, ...(style !== '' && { style }) };
}

export function headerArea({ area }: TableModel): Area {
  return { ...area, rows: 1 };
}

export function bodyArea({ area, showTotals }: TableModel): Area {
  return { ...area, row: area.row + 1, rows: area.rows - 1 - (showTotals ? 1 : 0) };
}

/** Distinct texts for the header cells, as Excel makes them when a table is created. */
export function headerTexts(shown: readonly string[]): string[] {
  const taken = new Set<string>();
  return shown.map((text, index) => {
    const wish = text === '' ? `Column${String(index + 1)}` : text;
    let name = wish;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wish}${String(count)}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
