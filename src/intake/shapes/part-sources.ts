import { maxRows, type Area, type Source } from '../../workbook';
import { rangeSource } from './range-source';
import type { ShapeFound } from './shape';

/** The tables of a sheet, as sources of their own. */
export interface SheetParts {
  /** The one that the sheet itself is read as. */
  readonly own: Source;
  readonly others: readonly Source[];
  /** One of them stands below another. */
  readonly areStacked: boolean;
  /** Columns that none of the tables stands in, each run of them a source. */
  readonly gaps: readonly Source[];
}

/**
 * The tables that a sheet was found to hold. One that is alone in its columns is all of these, so that
 * rows below it are its own; one with another below or above ends where it does.
 */
export function partsOfSheet({ sheet, area }: Source, { shape, others }: ShapeFound): SheetParts {
  const areas = [shape.area, ...others].map((one) => ({
    ...one,
    row: area.row + one.row,
    column: area.column + one.column,
  }));
  const isAlone = (one: Area) => areas.every((other) => other === one || !shareColumn(one, other));
  const sourceOf = (one: Area) => rangeSource({ sheet, area: one }, area);
  const [own = rangeSource({ sheet, area }, area), ...rest] = areas.map((one) =>
    sourceOf(isAlone(one) ? { ...one, row: 0, rows: maxRows } : one),
  );
  return {
    own,
    others: rest,
    areStacked: !areas.every(isAlone),
    gaps: columnsBeside(areas, area).map(sourceOf),
  };
}

/** The runs of whole columns of an area in which no table stands. */
function columnsBeside(tables: readonly Area[], { column: first, columns }: Area): Area[] {
  const runs: Area[] = [];
  for (let column = first; column < first + columns; column += 1) {
    const one = { row: 0, column, rows: maxRows, columns: 1 };
    if (tables.some((table) => shareColumn(one, table))) continue;
    const last = runs.at(-1);
    if (last && last.column + last.columns === column) {
      runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
    } else runs.push(one);
  }
  return runs;
}

function shareColumn(one: Area, other: Area): boolean {
  return one.column < other.column + other.columns && other.column < one.column + one.columns;
}
