import { amountsOf, type Amounts } from '../../sales';
import { isBlank } from '../../workbook';
import type { Column } from '../columns/column';
import { figuresIn, signOf } from '../convert';
import type { IssueList } from '../issue';
import type { SourceTable } from '../mapping';
import { addressIn, shown } from '../raw-table';

/** Collects the cells of a column that give no value: bad ones each, blank ones as one count. */
export class CellsLeftOut {
  private blanks = 0;
  private firstBlank = -1;

  constructor(
    private readonly table: SourceTable,
    private readonly column: Column,
    private readonly issues: IssueList,
  ) {}

  add(row: number): void {
    const { table, column, issues } = this;
    const cell = table.raw.grid.cell(row, column.index);
    if (isBlank(cell)) {
      if (this.blanks === 0) this.firstBlank = row;
      this.blanks += 1;
      return;
    }
    const at = addressIn(table.raw, row, column.index);
    issues.add({ code: 'valueLeftOut', at, found: shown(cell), expected: column.header });
  }

  /** Names the blank cells, once all rows were looked at. */
  close(): void {
    if (this.blanks === 0) return;
    const at = addressIn(this.table.raw, this.firstBlank, this.column.index);
    const { header } = this.column;
    this.issues.add({ code: 'valuesBlank', at, found: String(this.blanks), expected: header });
  }
}

/** Rows of a table, in the order of a data set: all of them where left out. */
export type RowsTaken = Int32Array | undefined;

/** The numbers of a column at some rows of its table. */
export function numbersAt(
  table: SourceTable,
  column: Column,
  rows: RowsTaken,
  issues: IssueList,
): Amounts {
  const cells = table.raw.grid.column(column.index);
  return amountsAt(table, column, figuresIn(cells, signOf(column)), rows, issues);
}

/** Numbers by row of the table, NaN where there is none, as those of a data set. */
export function amountsAt(
  table: SourceTable,
  column: Column,
  all: Float64Array,
  rows: RowsTaken,
  issues: IssueList,
): Amounts {
  const leftOut = new CellsLeftOut(table, column, issues);
  const picked = rows ? Float64Array.from(rows, (row) => all[row] ?? NaN) : all;
  const blanks = blanksIn(picked);
  if (!blanks) return amountsOf(picked);
  for (const [at, isOut] of blanks.entries()) {
    if (isOut === 1) leftOut.add(rows ? (rows[at] ?? 0) : at);
  }
  leftOut.close();
  return withBlanks(picked);
}

/** Numbers of which NaN stands for none, as those of a data set. */
export function withBlanks(numbers: Float64Array): Amounts {
  const blanks = blanksIn(numbers);
  if (!blanks) return amountsOf(numbers);
  return { ...amountsOf(numbers.map((number) => (Number.isNaN(number) ? 0 : number))), blanks };
}

/** 1 where a number is NaN; undefined where none is. */
function blanksIn(numbers: Float64Array): Uint8Array | undefined {
  let blanks: Uint8Array | undefined;
  for (let row = 0; row < numbers.length; row += 1) {
    if (!Number.isNaN(numbers[row] ?? NaN)) continue;
    blanks ??= new Uint8Array(numbers.length);
    blanks[row] = 1;
  }
  return blanks;
}
