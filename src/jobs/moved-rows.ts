import type { Area, WorkbookChange } from '../workbook';

/** A change of cells: which ones, and whether their rows are new or gone. */
export interface CellsChange extends Pick<WorkbookChange, 'rows'> {
  readonly area: Area;
}

/** A table as it was read: its cells with the rows above its data, and how many rows of data. */
export interface RowsKnown {
  readonly area: Area;
  /** Rows of the area that stand above its data. */
  readonly above: number;
  readonly rowCount: number;
}

/** Where the rows of a table stand after some changes, and what has to be read. */
export interface RowsNow {
  readonly area: Area;
  /** By row of data, which one it was before, −1 for a new one; undefined where they are as before. */
  readonly origins: Int32Array | undefined;
  readonly edited: readonly Area[];
  /** Rows of the sheet that stand below a place where something moved. */
  readonly seams: readonly number[];
}

/** Some rows that stood one below the other before; `from` is −1 where they are new. */
interface Piece {
  readonly from: number;
  readonly count: number;
}

/** Beyond so many places where rows moved a table is better read anew. */
const mostSeams = 40;

/**
 * Follows the rows of a table through changes of its sheet, in their order. Undefined where that
 * cannot be told: the header is touched, or cells of some of its columns alone were moved.
 */
export function rowsAfter(changes: readonly CellsChange[], known: RowsKnown): RowsNow | undefined {
  let { area } = known;
  let edited: Area[] = [];
  let seams: number[] = [];
  let pieces: Piece[] = [{ from: 0, count: known.rowCount }];
  for (const { area: changed, rows } of changes) {
    if (!rows) {
      edited.push(changed);
      continue;
    }
    const isBeside =
      changed.column >= area.column + area.columns ||
      changed.column + changed.columns <= area.column;
    if (isBeside) continue;
    const isWhole =
      changed.column <= area.column &&
      changed.column + changed.columns >= area.column + area.columns;
    const { row, rows: count } = changed;
    const top = area.row + known.above;
    const bottom = area.row + area.rows;
    const last = rows === 'inserted' ? row : row + count;
    if (!isWhole || (row < top && last > area.row)) return undefined;
    if (row >= bottom) continue;
    const step = rows === 'inserted' ? count : -count;
    edited = edited.flatMap((one) => shifted(one, row, step));
    seams = seams.map((seam) => (seam < row ? seam : Math.max(row, seam + step)));
    if (row < top) {
      area = { ...area, row: area.row + step };
      continue;
    }
    const at = row - top;
    const left = pieces.reduce((sum, piece) => sum + piece.count, 0);
    if (at > left) return undefined;
    const above = piecesWithin(pieces, 0, at);
    if (rows === 'inserted') {
      pieces = [...above, { from: -1, count }, ...piecesWithin(pieces, at, left)];
      edited.push({ ...area, row, rows: count });
      seams.push(row, row + count);
      area = { ...area, rows: area.rows + count };
    } else {
      pieces = [...above, ...piecesWithin(pieces, at + count, left)];
      seams.push(row);
      area = { ...area, rows: area.rows - Math.min(count, bottom - row) };
    }
  }
  if (seams.length > mostSeams) return undefined;
  return { area, origins: seams.length > 0 ? originsOf(pieces) : undefined, edited, seams };
}

/** The pieces of the rows from one to before another. */
function piecesWithin(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const within: Piece[] = [];
  let start = 0;
  for (const piece of pieces) {
    const first = Math.max(from, start);
    const count = Math.min(to, start + piece.count) - first;
    if (count > 0) {
      within.push({ from: piece.from < 0 ? -1 : piece.from + first - start, count });
    }
    start += piece.count;
  }
  return within;
}

/** An area after rows were inserted at one, or, of a negative step, deleted from it on. */
function shifted(area: Area, row: number, step: number): Area[] {
  const end = area.row + area.rows;
  const first = area.row < row ? area.row : Math.max(row, area.row + step);
  const last = end <= row ? end : Math.max(row, end + step);
  return last > first ? [{ ...area, row: first, rows: last - first }] : [];
}

function originsOf(pieces: readonly Piece[]): Int32Array {
  const origins = new Int32Array(pieces.reduce((sum, { count }) => sum + count, 0));
  let at = 0;
  for (const { from, count } of pieces) {
    for (let row = 0; row < count; row += 1) origins[at + row] = from < 0 ? -1 : from + row;
    at += count;
  }
  return origins;
}
