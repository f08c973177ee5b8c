import type { Area } from './address';
import type { Layout } from './layout';

/**
 * Cells of one of our sheets that people fill: one text per row of `typed`, belonging to the row
 * whose key stands in `keys`. They follow their key when the sheet is written again.
 */
export interface PeoplesCells {
  readonly keys: Area;
  readonly typed: Area;
}

/** A sheet to be written: what goes on it, as data. Whatever holds a workbook executes it. */
export interface SheetPlan extends Layout {
  /**
   * Which sheet of ours this is, for good: `variance-report`. The same id writes the same sheet
   * again, whatever people renamed it to.
   */
  readonly id: string;
  /** The wished name. Where a sheet of somebody else's bears it, a free one is taken. */
  readonly name: string;
  readonly people: readonly PeoplesCells[];
  /** What the sheet was asked to show, as JSON, for whoever plans it again. */
  readonly request?: string;
}

/** A plan less its cells: what is remembered of a sheet of ours between two writings. */
export type PlanShape = Omit<SheetPlan, 'cells'> & {
  readonly rows: number;
  readonly columns: number;
};

export function shapeOf(plan: SheetPlan): PlanShape {
  const { cells, ...rest } = plan;
  const columns = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  return { ...rest, rows: cells.length, columns };
}
