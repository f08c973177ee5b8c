import { isFormula, valueOf } from '../../workbook';
import type { Area, CellContent, CellValue, Formula } from '../../workbook';
import { shiftArea } from './shift';
import type { Shift } from './shift';

interface Spill {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
}

const keyOf = (row: number, column: number) => row * 16_384 + column;

/** The contents of one sheet's cells, and what its formulas spill. */
export class Cells {
  #rows: (CellContent[] | undefined)[] = [];
  readonly #spills = new Map<number, Spill>();

  constructor(rows: readonly (readonly CellContent[])[] = []) {
    this.#rows = rows.map((row) => [...row]);
    for (const [row, cells] of this.#rows.entries()) {
      cells?.forEach((content, column) => {
        if (isFormula(content) && content.spill) this.#takeSpill(row, column, content);
      });
    }
  }

  get(row: number, column: number): CellContent {
    return this.#rows[row]?.[column] ?? null;
  }

  /** The value a cell shows, spilled ones included. */
  value(row: number, column: number): CellValue {
    const content = this.get(row, column);
    if (content !== null) return shown(content);
    for (const spill of this.#spills.values()) {
      const value = spill.values[row - spill.row]?.[column - spill.column];
      if (value !== undefined) return value;
    }
    return null;
  }

  set(row: number, column: number, content: CellContent): void {
    this.#spills.delete(keyOf(row, column));
    let cells = this.#rows[row];
    if (!cells) {
      if (content === null) return;
      cells = this.#rows[row] = [];
    }
    while (cells.length < column) cells.push(null);
    cells[column] = content;
  }

  /** The same formula, spelled anew because what it refers to has moved. */
  replaceFormula(row: number, column: number, formula: Formula): void {
    const cells = this.#rows[row];
    if (cells) cells[column] = formula;
  }

  /** Takes what the engine calculated for a formula. */
  calculated(row: number, column: number, value: CellValue, spill?: Spill['values']): void {
    const content = this.get(row, column);
    if (!isFormula(content)) return;
    this.set(row, column, { formula: content.formula, result: value });
    if (spill && (spill.length > 1 || (spill[0]?.length ?? 0) > 1)) {
      this.#spills.set(keyOf(row, column), { row, column, values: spill });
    }
  }

  /** The area a formula spills over, its own cell included. */
  findSpill(row: number, column: number): Area | undefined {
    const spill = this.#spills.get(keyOf(row, column));
    return spill && spillArea(spill);
  }

  get spills(): readonly Area[] {
    return [...this.#spills.values()].map(spillArea);
  }

  read(area: Area): CellContent[][] {
    return Array.from({ length: area.rows }, (_, down) => {
      const cells = this.#rows[area.row + down];
      return Array.from(
        { length: area.columns },
        (_, right) => cells?.[area.column + right] ?? null,
      );
    });
  }

  readValues(area: Area): CellValue[][] {
    const values = this.read(area).map((row) => row.map(shown));
    for (const spill of this.#spills.values()) {
      spill.values.forEach((line, down) => {
        const row = values[spill.row + down - area.row];
        if (!row) return;
        line.forEach((value, right) => {
          const column = spill.column + right - area.column;
          if (column >= 0 && column < area.columns && row[column] === null) row[column] = value;
        });
      });
    }
    return values;
  }

  /** The smallest area around everything in the cells; undefined for a blank sheet. */
  used(): Area | undefined {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    const include = (area: Area) => {
      top = Math.min(top, area.row);
      left = Math.min(left, area.column);
      bottom = Math.max(bottom, area.row + area.rows - 1);
      right = Math.max(right, area.column + area.columns - 1);
    };
    this.#rows.forEach((cells, row) => {
      const first = cells?.findIndex((content) => content !== null) ?? -1;
      if (!cells || first < 0) return;
      const last = cells.findLastIndex((content) => content !== null);
      include({ row, column: first, rows: 1, columns: last - first + 1 });
    });
    this.spills.forEach(include);
    if (bottom < 0) return undefined;
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  *formulas(): Generator<{ row: number; column: number; formula: string }> {
    for (const [row, cells] of this.#rows.entries()) {
      if (!cells) continue;
      for (const [column, content] of cells.entries()) {
        if (isFormula(content)) yield { row, column, formula: content.formula };
      }
    }
  }

  shift(shift: Shift): void {
    this.#shiftSpills(shift);
    const { at, count, from, to } = shift;
    if (shift.axis === 'row') {
      if (from === 0 && to >= this.#width() - 1) {
        while (this.#rows.length < at) this.#rows.push(undefined);
        if (count < 0) this.#rows.splice(at, -count);
        else this.#rows.splice(at, 0, ...new Array<undefined>(count).fill(undefined));
        return;
      }
      const last = Math.min(to, this.#width() - 1);
      for (let column = from; column <= last; column += 1) this.#shiftColumn(column, at, count);
      return;
    }
    for (let row = from; row <= Math.min(to, this.#rows.length - 1); row += 1) {
      const cells = this.#rows[row];
      if (!cells || cells.length <= at) continue;
      if (count < 0) cells.splice(at, -count);
      else cells.splice(at, 0, ...new Array<null>(count).fill(null));
    }
  }

  toContents(): CellContent[][] {
    const used = this.used();
    if (!used) return [];
    const { row, column, rows, columns } = used;
    const contents = this.read({ row: 0, column: 0, rows: row + rows, columns: column + columns });
    for (const { row: top, column: left, values } of this.#spills.values()) {
      values.forEach((line, down) => {
        const cells = contents[top + down];
        line.forEach((value, right) => {
          if (cells && (down > 0 || right > 0)) cells[left + right] = value;
        });
      });
      const anchor = contents[top]?.[left] ?? null;
      if (!contents[top] || !isFormula(anchor)) continue;
      const spill = { rows: values.length, columns: values[0]?.length ?? 1 };
      contents[top][left] = { ...anchor, spill };
    }
    return contents.map((line) => line.slice(0, line.findLastIndex((cell) => cell !== null) + 1));
  }

  /** Plain data has what a formula spilled as constants beside it. */
  #takeSpill(row: number, column: number, { formula, result, spill }: Formula): void {
    const area = { row, column, rows: spill?.rows ?? 1, columns: spill?.columns ?? 1 };
    const values = this.read(area).map((line) => line.map(valueOf));
    for (let down = 0; down < area.rows; down += 1) {
      for (let right = 0; right < area.columns; right += 1)
        this.set(row + down, column + right, null);
    }
    this.set(row, column, { formula, ...(result !== undefined && { result }) });
    if (result !== undefined) this.calculated(row, column, result, values);
  }

  #shiftSpills(shift: Shift): void {
    const spills = [...this.#spills.values()];
    this.#spills.clear();
    for (const { row, column, values } of spills) {
      const anchor = shiftArea({ row, column, rows: 1, columns: 1 }, shift);
      if (anchor) this.#spills.set(keyOf(anchor.row, anchor.column), { ...anchor, values });
    }
  }

  #width(): number {
    return this.#rows.reduce((widest, cells) => Math.max(widest, cells?.length ?? 0), 0);
  }

  #shiftColumn(column: number, at: number, count: number): void {
    const lower = this.#rows.slice(at).map((cells) => cells?.[column] ?? null);
    const moved =
      count < 0 ? lower.slice(-count) : [...new Array<null>(count).fill(null), ...lower];
    for (let index = 0; index < Math.max(lower.length, moved.length); index += 1) {
      this.set(at + index, column, moved[index] ?? null);
    }
  }
}

/** A formula that has no result yet is still being calculated. */
function shown(content: CellContent): CellValue {
  if (isFormula(content) && content.result === undefined) return { error: '#BUSY!' };
  return valueOf(content);
}

function spillArea({ row, column, values }: Spill): Area {
  return { row, column, rows: values.length, columns: values[0]?.length ?? 0 };
}
