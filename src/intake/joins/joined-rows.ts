import { isBlank, isError, type CellValue } from '../../workbook';
import { dimensionText, type Column } from '../columns/column';
import type { RowCounts } from '../convert';
import { IssueList, type Issue, type IssueCode } from '../issue';
import type { SourceTable } from '../mapping';
import { addressIn, shown } from '../raw-table';
import { findTextNumber } from '../texts/text-numbers';

/** Goes through the rows of a table; each is used, or set aside with an issue that names its cell. */
export class JoinedRows {
  private readonly issues = new IssueList();
  private used = 0;

  constructor(private readonly table: SourceTable) {
    const { findings = [], setAside = [] } = table.raw;
    for (const issue of [...findings, ...setAside]) this.issues.add(issue);
  }

  /** What `read` makes of each row, but for those that it makes nothing of. */
  read<Entry>(read: (row: number) => Entry | undefined): Entry[] {
    const entries: Entry[] = [];
    for (let row = 0; row < this.table.raw.grid.rowCount; row += 1) {
      const entry = read(row);
      if (entry !== undefined) entries.push(entry);
    }
    this.used = entries.length;
    return entries;
  }

  cell(row: number, { index }: Column): CellValue {
    return this.table.raw.grid.cell(row, index);
  }

  at(row: number, { index }: Column): string {
    return addressIn(this.table.raw, row, index);
  }

  /** Takes note of a cell; what is expected there is its column, unless told otherwise. */
  note(code: IssueCode, row: number, column: Column, told: Partial<Issue> = {}): void {
    const found = shown(this.cell(row, column));
    this.issues.add({ code, at: this.at(row, column), found, expected: column.header, ...told });
  }

  /** The text of a cell that has to be filled. */
  text(row: number, column: Column): string | undefined {
    const cell = this.cell(row, column);
    if (isBlank(cell) || isError(cell)) {
      this.noteEmpty(row, column);
      return undefined;
    }
    return dimensionText(cell);
  }

  /** The number of a cell that has to be filled. */
  number(row: number, column: Column): number | undefined {
    const cell = this.cell(row, column);
    if (isBlank(cell) || isError(cell)) {
      this.noteEmpty(row, column);
      return undefined;
    }
    const { decimalSign } = column;
    const sign = decimalSign.kind === 'found' ? decimalSign.sign : '.';
    const number = typeof cell === 'string' ? findTextNumber(cell, sign) : cell;
    if (typeof number === 'number') return number;
    this.note('notANumber', row, column);
    return undefined;
  }

  /** Takes note of a blank cell or an error value. */
  noteEmpty(row: number, column: Column, blank: IssueCode = 'blankCell'): void {
    if (isError(this.cell(row, column))) this.note('errorCell', row, column);
    else if (this.table.raw.grid.isBlankRow(row)) this.note('blankRow', row, column);
    else this.note(blank, row, column);
  }

  /** Rows in = rows used + rows set aside. */
  counts(): RowCounts {
    const { grid, setAside = [] } = this.table.raw;
    const rows = grid.rowCount + setAside.length;
    return { rows, used: this.used, setAside: rows - this.used };
  }

  all(): readonly Issue[] {
    return this.issues.all();
  }
}
