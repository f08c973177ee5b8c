import { isoOf } from '../../sales';
import type { CellValue } from '../../workbook';
import { isSerialDate, type Column } from '../columns/column';
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
    private readonly column: Pick<Column, 'index' | 'header'> & Partial<Pick<Column, 'kind'>>,
  ) {}

  add(row: number, value: CellValue): void {
    this.count += 1;
    if (this.rows.length < mostNamed) this.rows.push(row);
    if (this.values.size >= mostNamed) return;
    const isDay = this.column.kind === 'date' && isSerialDate(value);
    this.values.add(isDay ? isoOf(value) : shown(value));
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

/** How the cells of a column are told apart. */
export interface Signs<Sign extends string> {
  /** Asked once of each distinct cell, however often it stands. */
  readonly ofCell: (cell: CellValue) => Sign | undefined;
  /** Asked of numbers, which are not numbered by what they are; left out where they have no sign. */
  readonly ofNumber?: ((number: number) => Sign | undefined) | undefined;
  /** Left out, all rows count. */
  readonly isCounted?: (row: number) => boolean;
}

/** Cells of a column by a sign. */
export function sortCells<Sign extends string>(
  table: SourceTable,
  column: Column,
  { ofCell, ofNumber, isCounted = () => true }: Signs<Sign>,
): Readonly<Partial<Record<Sign, FoundCells>>> {
  const { codes, numbers, values, length } = table.raw.grid.column(column.index);
  const signs = values.map(ofCell);
  const found: Partial<Record<Sign, FoundCells>> = {};
  if (!ofNumber && signs.every((sign) => sign === undefined)) return found;
  for (let row = 0; row < length; row += 1) {
    const code = codes ? (codes[row] ?? -1) : -1;
    const number = code < 0 ? (numbers?.[row] ?? 0) : 0;
    const sign = code >= 0 ? signs[code] : ofNumber?.(number);
    if (sign === undefined || !isCounted(row)) continue;
    const cell = code >= 0 ? (values[code] ?? null) : number;
    (found[sign] ??= new FoundCells(table, column)).add(row, cell);
  }
  return found;
}
