import { areaAddress, isBlank, type Area } from '../../workbook';
import { findRole } from '../header-words';
import { holdsTimes } from './column-look';
import { findList } from './find-list';
import { findLong } from './find-long';
import { findTurned } from './find-turned';
import { findWide, type ShapeContext } from './find-wide';
import type { Region } from './header-block';
import { scanRows } from './row-scan';
import type { Layout, ShapeFound } from './shape';
import { findTables } from './tables-on-sheet';

/** What is found in small steps, between which the caller may let others work. */
type Steps<Found> = Generator<undefined, Found>;

/**
 * How the cells of a place are best read as a table; undefined where no reading fits. Of several
 * tables the only one with figures and their dates or periods is taken; else one has to be chosen,
 * and chosen anew where the one that was is gone.
 */
export function* shapeSteps(region: Region, context: ShapeContext): Steps<ShapeFound | undefined> {
  const { rows, area, startsWithHeader } = region;
  if (startsWithHeader) return yield* shapeIn(region, context);
  const areas = findTables(rows, context.scan, area.columns);
  const { tableAt } = context;
  const chosen = tableAt && (yield* findChosen(region, areas, context));
  if (chosen) return { ...chosen.found, others: areas.filter((one) => one !== chosen.area) };
  const found = yield* shapeAmong(region, areas, context);
  if (!found || !tableAt) return found;
  const candidates = [found.shape.area, ...found.others].map(areaAddress);
  const gone = { row: 0, column: 0, text: tableAt.text, candidates };
  const rest = found.questions.filter(({ question }) => question !== 'severalTables');
  return { ...found, questions: [{ question: 'severalTables', ...gone }, ...rest] };
}

/** One of several tables on a sheet, as it was found there and as it was read. */
interface PartFound {
  readonly area: Area;
  readonly found: ShapeFound;
}

/** The table that a person pointed out: by its first cell, or by that of what was read of it. */
function* findChosen(
  region: Region,
  areas: readonly Area[],
  context: ShapeContext,
): Steps<PartFound | undefined> {
  const isThere = ({ row, column }: Area) =>
    row === context.tableAt?.row && column === context.tableAt.column;
  const tables = [...areas.filter(isThere), ...areas.filter((one) => !isThere(one))];
  for (const area of tables) {
    const found = yield* shapeOfPart(region, area, context);
    if (found && (isThere(area) || isThere(found.shape.area))) return { area, found };
  }
  return undefined;
}

function* shapeAmong(
  region: Region,
  areas: readonly Area[],
  context: ShapeContext,
): Steps<ShapeFound | undefined> {
  const { area } = region;
  const [only] = areas;
  if (areas.length < 2 || !only) {
    return yield* shapeIn({ ...region, area: only ?? area }, context);
  }
  const { layout } = context;
  const mayBeList = layout === undefined || layout === 'list';
  const list = mayBeList ? findList(region, context) : undefined;
  if (list?.shape.kind === 'records') return list;
  const found: PartFound[] = [];
  for (const one of areas) {
    const shape = yield* shapeOfPart(region, one, context);
    if (shape) found.push({ area: one, found: shape });
  }
  const dated = found.filter((one) => isDated(region, one.found));
  const [first] = dated.length > 0 ? dated : found;
  if (!first) return undefined;
  const others = areas.filter((one) => one !== first.area);
  if (dated.length === 1 || found.length === 1) return { ...first.found, others };
  const candidates = (dated.length > 0 ? dated : found).map((one) => areaAddress(one.area));
  return {
    ...first.found,
    others,
    questions: [{ question: 'severalTables', row: 0, column: 0, text: '', candidates }],
  };
}

function* shapeIn(region: Region, context: ShapeContext): Steps<ShapeFound | undefined> {
  const inside = withoutCounter(region);
  const tried = context.layout === undefined ? usualOrder : [context.layout];
  for (const layout of tried) {
    const found = finders[layout](inside, context);
    if (found) return found;
    yield;
  }
  return undefined;
}

type Finder = (region: Region, context: ShapeContext) => ShapeFound | undefined;

const finders: Readonly<Record<Layout, Finder>> = {
  wide: findWide,
  turned: findTurned,
  list: findList,
  long: findLong,
  crossed: findCrossed,
};

/** The layout that asks most of the cells comes first. */
const usualOrder: readonly Layout[] = ['wide', 'turned', 'list', 'long'];

/** Names across, where the figures below them are of one kind. */
function findCrossed(region: Region, context: ShapeContext): ShapeFound | undefined {
  const long = findLong(region, context);
  const [shape] = long?.alternatives ?? [];
  if (!long || !shape) return undefined;
  const unnamed = ['label', 'value'] as const;
  return { ...long, layout: 'crossed', shape, alternatives: [long.shape], unnamed };
}

/** The shape of one of several tables: what stands beside it is not looked at. */
function* shapeOfPart(
  region: Region,
  area: Area,
  context: ShapeContext,
): Steps<ShapeFound | undefined> {
  if (area.column === 0 && area.columns === region.area.columns) {
    return yield* shapeIn({ ...region, area }, context);
  }
  const cut = <T>(row: readonly T[]) => row.slice(area.column, area.column + area.columns);
  const rows = region.rows.slice(area.row, area.row + area.rows).map(cut);
  const formats = region.formats.slice(area.row, area.row + area.rows).map(cut);
  const own = { row: 0, column: 0, rows: rows.length, columns: area.columns };
  const found = yield* shapeIn(
    { ...region, rows, formats, area: own },
    { ...context, scan: scanRows(rows) },
  );
  if (!found) return undefined;
  const moved = (shape: ShapeFound['shape']) => ({
    ...shape,
    area: {
      ...shape.area,
      row: area.row + shape.area.row,
      column: area.column + shape.area.column,
    },
  });
  return { ...found, shape: moved(found.shape), alternatives: found.alternatives.map(moved) };
}

/** Whether a table says when its figures were: periods across, or a column of dates or periods. */
function isDated(region: Region, { shape }: ShapeFound): boolean {
  if (shape.kind === 'wide' || shape.period !== undefined) return true;
  const { area } = shape;
  const header = area.row + (shape.headerRows.at(-1) ?? 0);
  return shape.columns.some((use, column) => {
    const role = 'header' in use ? findRole(use.header) : undefined;
    return role === 'date' || role === 'year' || holdsTimes(region, header, area.column + column);
  });
}

/** A first column that counts the rows, the header's too, is no part of the table. */
function withoutCounter(region: Region): Region {
  const { rows, area, startsWithHeader } = region;
  if (startsWithHeader || area.columns < 3 || area.rows < 3) return region;
  const first = rows[area.row]?.[area.column];
  if (typeof first !== 'number') return region;
  for (let row = 0; row < area.rows; row += 1) {
    const cell = rows[area.row + row]?.[area.column];
    if (!isBlank(cell) && cell !== first + row) return region;
  }
  return { ...region, area: { ...area, column: area.column + 1, columns: area.columns - 1 } };
}
