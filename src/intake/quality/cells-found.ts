import type { CellValue } from '../../workbook';
import type { Column } from '../column';
import type { SourceTable } from '../mapping';
import { addressIn, shown } from '../raw-table';
import { mostNamed, type Finding, type FindingCode, type FindingWeight } from './finding';

/** Makes findings of cells: how many there are, the first of them, and what they hold. */
export class FoundCells {
  count = 0;
  private readonly rows: number[] = [];
  private readonly values = new Set<string>();

  constructor(
    private readonly table: SourceTable,
    private readonly column: Pick<Column, 'index' | 'header'>,
  ) {}

  add(row: number, value: CellValue): void {
    this.count += 1;
    if (this.rows.length < mostNamed) this.rows.push(row);
    if (this.values.size < mostNamed) this.values.add(shown(value));
  }

  /** Undefined while no cell was added. */
  finding(
    code: FindingCode,
    weight: FindingWeight,
    more: Partial<Pick<Finding, 'facts' | 'fixes' | 'values' | 'column' | 'count'>> = {},
  ): Finding | undefined {
    if (this.count === 0) return undefined;
    const places = this.rows.map((row) => addressIn(this.table.raw, row, this.column.index));
    return {
      code,
      weight,
      at: places[0] ?? '',
      places,
      column: this.column.header,
      count: this.count,
      values: [...this.values],
      facts: {},
      fixes: [],
      ...more,
    };
  }
}

/**
 * Cells of a column by a sign that each distinct one has: judged once, however often it stands. Rows
 * that count for nothing can be left out.
 */
export function sortCells<Sign extends string>(
  table: SourceTable,
  column: Column,
  signOf: (cell: CellValue) => Sign | undefined,
  isCounted: (row: number) => boolean = () => true,
): Readonly<Partial<Record<Sign, FoundCells>>> {
  const cells = table.raw.grid.column(column.index);
  const signs = cells.values.map(signOf);
  const found: Partial<Record<Sign, FoundCells>> = {};
  for (let row = 0; row < cells.length; row += 1) {
    const code = cells.codes ? (cells.codes[row] ?? -1) : -1;
    const sign = code >= 0 ? signs[code] : signOf(cells.numbers?.[row] ?? 0);
    if (sign !== undefined && isCounted(row))
      (found[sign] ??= new FoundCells(table, column)).add(row, cells.at(row));
  }
  return found;
}
