import { isBlank } from '../../workbook';
import { decimalSignOf, findTextNumber, type DecimalSign } from '../texts/text-numbers';
import type { Row } from './shape';

/** So many texts of a column tell its decimal sign. */
const mostAsked = 2000;

/** The figures of some columns, those written as text by the decimal sign of their column. */
export class Figures {
  private readonly signs = new Map<number, DecimalSign | undefined>();
  private readonly read = new Map<number, Map<string, number | undefined>>();

  constructor(
    private readonly rows: readonly Row[],
    private readonly span: readonly [from: number, to: number],
    private readonly columns: readonly number[],
  ) {}

  /** Undefined where a cell is no figure, and where its text may mean two. Shares add up to nothing. */
  at(row: number, column: number): number | undefined {
    const cell = this.rows[row]?.[column];
    if (typeof cell === 'number') return cell;
    if (typeof cell !== 'string' || isBlank(cell) || cell.includes('%')) return undefined;
    let read = this.read.get(column);
    if (!read) this.read.set(column, (read = new Map<string, number | undefined>()));
    if (!read.has(cell)) {
      const sign = this.signOf(column);
      read.set(cell, sign && findTextNumber(cell, sign));
    }
    return read.get(cell);
  }

  private signOf(column: number): DecimalSign | undefined {
    if (!this.signs.has(column)) {
      const own = decimalSignOf(this.textsIn(column));
      const all = own.kind === 'ambiguous' ? decimalSignOf(this.texts()) : own;
      this.signs.set(column, all.kind === 'found' ? all.sign : undefined);
    }
    return this.signs.get(column);
  }

  private *texts(): Generator<readonly [number, string]> {
    for (const column of this.columns) yield* this.textsIn(column);
  }

  private *textsIn(column: number): Generator<readonly [number, string]> {
    const [from, to] = this.span;
    let asked = 0;
    for (let row = from; row < to && asked < mostAsked; row += 1) {
      const cell = this.rows[row]?.[column];
      if (typeof cell !== 'string') continue;
      asked += 1;
      yield [row, cell];
    }
  }
}
