import { dimensionText, type TableReadOptions } from '../intake';
import { rowIdentity, type Comments } from '../summary';
import {
  isBlank,
  sheetIds,
  valueOf,
  type Area,
  type CellContent,
  type SheetPlan,
} from '../workbook';
import type { KeyFigures } from './key-figures';
import type { Session } from './session';
import { track, type Outcome, type ReportWishes, type Tracked } from './track';

/** The key figures that stand on a report's sheet. */
export type ShownKeyFigures = KeyFigures<'period' | 'yearToDate'>;

/** A report on a sheet. */
export interface BuiltReport extends Tracked {
  readonly keyFigures: ShownKeyFigures;
  readonly sheet: string;
  readonly isNew: boolean;
  readonly decimals: 0 | 2;
  /** Where each key's row stands, by `rowIdentity`. */
  readonly rowAreas: ReadonlyMap<string, Area>;
}

/** A report as it would be written: for whoever writes it elsewhere. */
export interface PlannedReport extends Tracked {
  readonly keyFigures: ShownKeyFigures;
  readonly plan: SheetPlan;
  /** Of its amounts as the sheet shows them, where not in a larger unit. */
  readonly decimals: 0 | 2;
  readonly rowAreas: ReadonlyMap<string, Area>;
}

/** Computes the report and plans its sheet, with what people typed on the earlier one. */
export async function planReport(
  session: Session,
  wishes: ReportWishes = {},
  options: TableReadOptions = {},
): Promise<Outcome<PlannedReport>> {
  const tracked = await track(session, wishes, options);
  if ('stopped' in tracked) return tracked;
  const { report, origin } = tracked.done;
  const { ranges } = tracked.done.data;
  const asked = { ...wishes, ...(Object.keys(ranges).length > 0 && { ranges }) };
  // Loaded once a report is built: the pane's first look does without them.
  const { keyFiguresOf } = await import('./key-figures');
  const { planVarianceSheet } = await import('../summary/variance-sheet');
  const keyFigures = await keyFiguresOf(tracked.done, ['period', 'yearToDate'], false, options);
  const comments = await readComments(session);
  const { spans } = keyFigures;
  const { plan, rowAreas, decimals } = planVarianceSheet(
    report,
    origin,
    session.words,
    comments,
    spans,
  );
  return {
    done: {
      ...tracked.done,
      keyFigures,
      plan: { ...plan, request: JSON.stringify(asked) },
      rowAreas,
      decimals,
    },
  };
}

/** What the report of this workbook was last asked to show; undefined where it has none. */
export async function findLastWishes(session: Session): Promise<ReportWishes | undefined> {
  const earlier = await session.workbook.findOwnSheet(sheetIds.varianceReport);
  return earlier && (JSON.parse(earlier.shape.request ?? '{}') as ReportWishes);
}

/** Builds the report sheet, or builds it again in place, and shows it. */
export async function buildReport(
  session: Session,
  wishes: ReportWishes = {},
  options: TableReadOptions = {},
): Promise<Outcome<BuiltReport>> {
  const planned = await planReport(session, wishes, options);
  if ('stopped' in planned) return planned;
  const { plan, ...tracked } = planned.done;
  const { sheet, isNew } = await session.workbook.write(plan);
  await session.workbook.select({ sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } });
  return { done: { ...tracked, sheet, isNew } };
}

/** What people typed beside the rows of the earlier report, by row. */
async function readComments(session: Session): Promise<Comments> {
  const earlier = await session.workbook.findOwnSheet(sheetIds.varianceReport);
  const comments = new Map<string, CellContent>();
  if (!earlier) return comments;
  for (const { keys, typed } of earlier.shape.people) {
    const keyCells = await session.workbook.readContents({ sheet: earlier.sheet, area: keys });
    const typedCells = await session.workbook.readContents({ sheet: earlier.sheet, area: typed });
    typedCells.forEach((row, index) => {
      const content = row[0];
      if (content === undefined || isBlank(content)) return;
      const texts = (keyCells[index] ?? []).map((cell) => dimensionText(valueOf(cell)));
      comments.set(rowIdentity(texts), content);
    });
  }
  return comments;
}
