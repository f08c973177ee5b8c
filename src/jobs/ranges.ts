import {
  findRange,
  rangeSource,
  textsIn,
  usedArea,
  type DataSource,
  type Unclear,
} from '../intake';
import {
  findPlace,
  intersection,
  isBlank,
  maxRows,
  readAll,
  type Area,
  type Place,
  type Source,
} from '../workbook';
import type { Session } from './session';

/** What a range looked like when it was chosen: it tells when its cells have moved since. */
export interface RangeMark {
  /** The texts of its first filled row. */
  readonly first: readonly string[];
  /** Something stood in the row below its last one. */
  readonly isFollowed: boolean;
}

/** By the address of a range, what it looked like. */
export type RangeMarks = Readonly<Record<string, RangeMark>>;

/** Ranges that are named by their address, and what they look like now. */
export interface RangesNamed {
  /** By the text that names them. */
  readonly byText: ReadonlyMap<string, DataSource>;
  readonly marks: RangeMarks;
  /** Those that look otherwise than when they were chosen. */
  readonly moved: readonly Unclear[];
}

/** The answer that takes a range as its cells stand now. */
const asItStands = 'asItStands';

/** The title above a table, and its header, stand in these rows. */
const firstRows = 20;

/** Finds the ranges among what was wished, and whether they are still what they were. */
export async function rangesNamed(
  session: Session,
  wished: readonly (string | undefined)[],
  known: RangeMarks = {},
): Promise<RangesNamed> {
  const byText = new Map<string, DataSource>();
  const marks: Record<string, RangeMark> = {};
  const moved: Unclear[] = [];
  const texts = wished.filter((text) => text !== undefined && findPlace(text)?.sheet !== undefined);
  const sources = texts.length > 0 ? await session.workbook.listSources() : [];
  for (const text of texts) {
    const range = text === undefined ? undefined : await rangeOf(session, text, sources);
    if (text === undefined || !range) continue;
    byText.set(text, range);
    const mark = await markOf(session, range);
    marks[range.name] = mark;
    const before = known[range.name];
    if (before && JSON.stringify(before) !== JSON.stringify(mark)) {
      moved.push({
        question: 'rangeMoved',
        source: range.name,
        subject: before.first.join(', '),
        candidates: [asItStands],
        at: range.name,
      });
    }
  }
  return { byText, marks, moved };
}

/** The range that a text names; a single cell means the region around it. */
async function rangeOf(
  session: Session,
  text: string,
  sources: readonly Source[],
): Promise<Source | undefined> {
  const range = findRange(text, sources);
  if (!range || !isOneCell(range.area)) return range;
  const { sheet } = range;
  const area = await session.workbook.findRegion(range);
  return rangeSource({ sheet, area }, usedArea(sheet, sources));
}

const isOneCell = ({ rows, columns }: Area) => rows === 1 && columns === 1;

async function markOf(session: Session, { sheet, area }: Place): Promise<RangeMark> {
  const top = { ...area, rows: Math.min(area.rows, firstRows) };
  const rows = await readAll(session.workbook, { sheet, area: top });
  const first = rows.map((row) => textsIn(row)).find((texts) => texts.length > 0) ?? [];
  const below = area.row + area.rows;
  const next =
    below < maxRows
      ? await readAll(session.workbook, { sheet, area: { ...area, row: below, rows: 1 } })
      : [];
  return { first, isFollowed: next.some((row) => row.some((cell) => !isBlank(cell))) };
}

/** What the selection makes of itself as a source. */
export type Selected =
  | { readonly kind: 'chosen'; readonly name: string; readonly marks: RangeMarks }
  /** Nothing is filled there. */
  | { readonly kind: 'blank' }
  /** It stands on a sheet that we wrote. */
  | { readonly kind: 'ours' };

/**
 * Takes the selection for a source: the table or sheet that it is, or the range. A single cell means
 * its table or the region around it.
 */
export async function takeSelection(session: Session): Promise<Selected> {
  const selected = await session.workbook.findSelection();
  if (!selected) return { kind: 'blank' };
  const sources = await session.sources();
  const { sheet } = selected;
  const isCell = isOneCell(selected.area);
  const onSheet = sources.filter((source) => source.sheet === sheet);
  const table = onSheet.find(
    ({ kind, area }) =>
      kind === 'table' &&
      (isCell ? intersection(area, selected.area) : isSame(area, selected.area)),
  );
  if (table) return { kind: 'chosen', name: table.name, marks: {} };
  if (session.isOurs(selected)) return { kind: 'ours' };
  const area = isCell ? await session.workbook.findRegion(selected) : selected.area;
  const used = usedArea(sheet, await session.workbook.listSources());
  if (!used || !intersection(used, area)) return { kind: 'blank' };
  const whole = onSheet.find((source) => source.kind === 'sheet' && isSame(source.area, area));
  if (whole) return { kind: 'chosen', name: whole.name, marks: {} };
  const range = rangeSource({ sheet, area }, used);
  return {
    kind: 'chosen',
    name: range.name,
    marks: { [range.name]: await markOf(session, range) },
  };
}

function isSame(one: Area, other: Area): boolean {
  const common = intersection(one, other);
  const sizeOf = ({ rows, columns }: Area) => rows * columns;
  return common !== undefined && sizeOf(common) === sizeOf(one) && sizeOf(one) === sizeOf(other);
}
