import { maxColumns, maxRows } from '../workbook';
import type { CellStyle, FormatRun } from '../workbook';

interface OpenRun {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  rows: number;
  readonly style: CellStyle;
}

/**
 * The cells' styles as few areas of one style each: runs along a row, joined to the same run in the
 * row above. Equal styles must be the same object.
 */
export function runsOf(rows: readonly (readonly (CellStyle | undefined)[])[]): FormatRun[] {
  const done: OpenRun[] = [];
  let open = new Map<string, OpenRun>();
  rows.forEach((styles, row) => {
    const next = new Map<string, OpenRun>();
    for (let column = 0; column < styles.length;) {
      const style = styles[column];
      const start = column;
      while (column < styles.length && styles[column] === style) column += 1;
      if (!style) continue;
      const key = `${String(start)}:${String(column)}`;
      const above = open.get(key);
      if (above?.style === style) {
        above.rows += 1;
        next.set(key, above);
      } else {
        const run = { row, column: start, columns: column - start, rows: 1, style };
        done.push(run);
        next.set(key, run);
      }
    }
    open = next;
  });
  return done.map(({ row, column, rows: height, columns, style }) => ({
    area: { row, column, rows: height, columns },
    style,
  }));
}

/** One style laid over another, property by property. */
function overlaid(below: CellStyle, above: CellStyle): CellStyle {
  return {
    ...below,
    ...above,
    ...((below.font ?? above.font) && { font: { ...below.font, ...above.font } }),
    ...((below.border ?? above.border) && { border: { ...below.border, ...above.border } }),
  };
}

/** Which style each cell, row and column has, when runs are laid over each other in order. */
export interface StyleGrid {
  /** By row and column, within the size asked for. */
  readonly cells: readonly (readonly (CellStyle | undefined)[])[];
  /** Of columns that a run covers down to the sheet's end. */
  readonly columns: ReadonlyMap<number, CellStyle>;
  /** Of rows that a run covers to the sheet's right end. */
  readonly rows: ReadonlyMap<number, CellStyle>;
}

export function styleGrid(
  runs: readonly FormatRun[],
  usedRows: number,
  usedColumns: number,
): StyleGrid {
  const isTall = ({ area }: FormatRun) => area.row + area.rows >= maxRows;
  const isWide = ({ area }: FormatRun) => area.column + area.columns >= maxColumns;
  const height = runs
    .filter((run) => !isTall(run))
    .reduce((most, { area }) => Math.max(most, area.row + area.rows), usedRows);
  const width = runs
    .filter((run) => !isWide(run))
    .reduce((most, { area }) => Math.max(most, area.column + area.columns), usedColumns);
  const cells = Array.from({ length: height }, () =>
    new Array<CellStyle | undefined>(width).fill(undefined),
  );
  const columns = new Map<number, CellStyle>();
  const rows = new Map<number, CellStyle>();
  const intern = styleInterner();
  for (const run of runs) {
    const { area, style } = run;
    const laid = new Map<CellStyle | undefined, CellStyle>();
    const lay = (below: CellStyle | undefined): CellStyle => {
      const known = laid.get(below);
      if (known) return known;
      const result = intern(below ? overlaid(below, style) : style);
      laid.set(below, result);
      return result;
    };
    const bottom = Math.min(area.row + area.rows, height);
    const right = Math.min(area.column + area.columns, width);
    for (let row = area.row; row < bottom; row += 1) {
      const line = cells[row];
      if (!line) continue;
      for (let column = area.column; column < right; column += 1) line[column] = lay(line[column]);
      if (isWide(run)) rows.set(row, lay(rows.get(row)));
    }
    if (isTall(run) && !isWide(run)) {
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        columns.set(column, lay(columns.get(column)));
      }
    }
  }
  return { cells, columns, rows };
}

/** Gives equal styles the same object, so that they can be told apart by identity. */
export function styleInterner(): (style: CellStyle) => CellStyle {
  const known = new Map<string, CellStyle>();
  return (style) => {
    const key = JSON.stringify(style);
    const found = known.get(key);
    if (found) return found;
    known.set(key, style);
    return style;
  };
}
