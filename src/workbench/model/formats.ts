import type { Area, CellStyle, FormatRun } from '../../workbook';
import { covers, intersect, isBelow, sameArea, shiftArea, without } from './shift';
import type { Shift } from './shift';

export function mergeStyles(under: CellStyle, over: CellStyle): CellStyle {
  return {
    ...under,
    ...over,
    ...(under.font || over.font ? { font: { ...under.font, ...over.font } } : {}),
    ...(under.border || over.border ? { border: { ...under.border, ...over.border } } : {}),
  };
}

export function omitStyle(style: CellStyle, property: keyof CellStyle): CellStyle {
  return Object.fromEntries(Object.entries(style).filter(([key]) => key !== property));
}

const sameStyle = (a: CellStyle, b: CellStyle) => JSON.stringify(a) === JSON.stringify(b);

// Painting cell by cell is exact; above this many cells the last run that covers all decides.
const paintable = 50_000;

/** The looks of one sheet's cells, as runs of which the later win. */
export class Formats {
  #runs: FormatRun[];

  constructor(runs: readonly FormatRun[] = []) {
    this.#runs = [...runs];
  }

  get runs(): readonly FormatRun[] {
    return this.#runs;
  }

  add(area: Area, style: CellStyle): void {
    const last = this.#runs.at(-1);
    if (last && sameArea(last.area, area)) {
      this.#runs[this.#runs.length - 1] = { area, style: mergeStyles(last.style, style) };
      return;
    }
    // A large write comes in pieces, one below the other.
    if (last && isBelow(last.area, area) && sameStyle(last.style, style)) {
      const rows = last.area.rows + area.rows;
      this.#runs[this.#runs.length - 1] = { area: { ...last.area, rows }, style };
      return;
    }
    this.#runs.push({ area, style });
  }

  /** Changes the style of all runs inside an area, and gives the area's runs as they are then. */
  edit(area: Area, change: (style: CellStyle) => CellStyle): FormatRun[] {
    this.#runs = this.#runs.flatMap((run) => {
      const inside = intersect(run.area, area);
      if (!inside) return [run];
      const style = change(run.style);
      const outside = without(run.area, area).map((part) => ({ area: part, style: run.style }));
      return Object.keys(style).length === 0 ? outside : [...outside, { area: inside, style }];
    });
    return this.within(area);
  }

  clear(area: Area): void {
    this.edit(area, () => ({}));
  }

  within(area: Area): FormatRun[] {
    return this.#runs.flatMap((run) => {
      const inside = intersect(run.area, area);
      return inside ? [{ area: inside, style: run.style }] : [];
    });
  }

  at(row: number, column: number): CellStyle {
    return this.within({ row, column, rows: 1, columns: 1 }).reduce<CellStyle>(
      (style, run) => mergeStyles(style, run.style),
      {},
    );
  }

  /** One property of every cell of an area; undefined where nobody set it. */
  paint<T>(area: Area, pick: (style: CellStyle) => T | undefined): (T | undefined)[][] {
    const grid = Array.from({ length: area.rows }, () =>
      new Array<T | undefined>(area.columns).fill(undefined),
    );
    for (const run of this.within(area)) {
      const value = pick(run.style);
      if (value === undefined) continue;
      const left = run.area.column - area.column;
      for (let down = 0; down < run.area.rows; down += 1) {
        grid[run.area.row - area.row + down]?.fill(value, left, left + run.area.columns);
      }
    }
    return grid;
  }

  /** The property's value where all cells of the area share it, else null. */
  uniform<T>(area: Area, pick: (style: CellStyle) => T | undefined): T | undefined | null {
    const values = new Set<T | undefined>();
    if (area.rows * area.columns <= paintable) {
      for (const row of this.paint(area, pick)) for (const value of row) values.add(value);
    } else {
      values.add(undefined);
      for (const run of this.#runs) {
        const value = pick(run.style);
        if (value === undefined || !intersect(run.area, area)) continue;
        if (covers(run.area, area)) values.clear();
        values.add(value);
      }
    }
    const [first, ...others] = values;
    return others.length > 0 ? null : first;
  }

  shift(shift: Shift): void {
    this.#runs = this.#runs.flatMap((run) => {
      const area = shiftArea(run.area, shift);
      return area ? [{ area, style: run.style }] : [];
    });
  }
}
