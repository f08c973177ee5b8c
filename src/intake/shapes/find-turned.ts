import { civilOf, isoOf } from '../../sales';
import { isBlank, type Area } from '../../workbook';
import { isDateFormat } from '../columns/column';
import { findRole } from '../header-words';
import { withLongMonths } from '../texts/short-months';
import { findLong } from './find-long';
import { findWide, type ShapeContext } from './find-wide';
import type { Region } from './header-block';
import { finenessOf, headerPart } from '../texts/header-part';
import { scanRows } from './row-scan';
import { headerText, type Row, type ShapeFound } from './shape';
import { findTotal } from '../texts/total-words';
import { turned, viewOf } from './view';

/** Larger tables are not turned. */
const [mostRows, mostColumns] = [400, 200];

/** What stands above a table: texts of rows with hardly a cell. */
function titlesAbove({ rows, area }: Region): { readonly body: Area; readonly titles: string[] } {
  const titles: string[] = [];
  let top = area.row;
  const last = area.row + area.rows - 1;
  for (; top < last; top += 1) {
    const cells = (rows[top] ?? []).slice(area.column, area.column + area.columns);
    const filled = cells.filter((cell) => !isBlank(cell));
    if (filled.length > 1) break;
    titles.push(...filled.map(headerText));
  }
  return { body: { ...area, row: top, rows: area.row + area.rows - top }, titles };
}

function turnedRegion(
  region: Region,
  body: Area,
): { readonly region: Region; readonly cells: readonly Row[] } {
  const { rows } = viewOf(region.rows, { area: body });
  const cells = turned(rows, body.columns);
  const area = { row: 0, column: 0, rows: body.columns, columns: body.rows };
  return { region: { rows: cells, area, formats: [], startsWithHeader: true }, cells };
}

/**
 * Reads a table that is turned: periods down and names across, or a record in each column. Only
 * where something proves it; else it is read as it stands.
 */
export function findTurned(region: Region, context: ShapeContext): ShapeFound | undefined {
  const { area } = region;
  if (region.startsWithHeader || area.rows > mostRows || area.columns > mostColumns)
    return undefined;
  const { body, titles } = titlesAbove(region);
  if (body.rows < 2 || body.columns < 2) return undefined;
  const above = { ...context, titles: [...titles, ...(context.titles ?? [])] };
  return periodsDown(region, body, above) ?? recordsAcross(region, body, above);
}

function periodsDown(region: Region, body: Area, context: ShapeContext): ShapeFound | undefined {
  const asItStands = turnedRegion(region, body);
  const [dates = [], ...columns] = asItStands.cells;
  const format = region.formats[body.row + 1]?.[body.column] ?? '';
  const down = isDateFormat(format) ? withMonths(dates) : dates;
  const cells = [down, ...columns];
  const turnedCells = { ...asItStands.region, rows: cells };
  const parts = withLongMonths(down).map((cell) =>
    typeof cell === 'string' ? headerPart(cell) : undefined,
  );
  const times = parts.filter((part) => part && finenessOf(part) !== undefined);
  const filled = down.filter((cell) => !isBlank(cell)).length;
  if (times.length < 2 || times.length < filled - 3) return undefined;
  const names = columns
    .map((column) => headerText(column[0]))
    .filter((text) => text !== '' && !findTotal(text));
  const figures = columns.filter((column) =>
    column.slice(1).some((cell) => typeof cell === 'number'),
  );
  const isPlain = figures.length === columns.filter((column) => !column.every(isBlank)).length;
  if (!isPlain || names.some((name) => findRole(name) !== undefined)) return undefined;
  const found = findWide(turnedCells, { ...context, scan: scanRows(cells) });
  if (!found) return undefined;
  const isSummed =
    found.shape.aside.some(({ code }) => code === 'subtotalRow') &&
    !found.evidence.some(({ what }) => what === 'totalDisagrees');
  const isYearless = times.some((part) => part?.year === undefined && part?.day === undefined);
  const saysOneMeasure = found.shape.columns.some(
    (use) => use.use === 'value' && use.measure !== context.names.value,
  );
  // A list of periods with one column of figures is the same either way.
  const isSingle = figures.length === 1 && (isYearless || names.length === 0);
  if (figures.length < 2 && !isSingle) return undefined;
  // Dates stand beside columns of any kind: only sums prove what these are.
  const isSaid = saysOneMeasure && down === dates;
  if (figures.length > 1 && !isSummed && !isSaid) return undefined;
  const shape = {
    ...found.shape,
    area: body,
    isTurned: true,
    columns: found.shape.columns.map((use, column) =>
      use.use === 'key' && column === 0 ? { ...use, header: context.names.label } : use,
    ),
  };
  const unnamed = new Set([...(found.unnamed ?? []), 'label' as const]);
  return { ...found, layout: 'turned', shape, unnamed: [...unnamed] };
}

/** First or last days of months, each once, as the texts of their months. */
function withMonths(cells: Row): Row {
  const days = cells.filter((cell) => typeof cell === 'number');
  const areEdges = [0, 1].some((more) => days.every((day) => civilOf(day + more).day === 1));
  if (days.length === 0 || new Set(days).size < days.length || !areEdges) return cells;
  return cells.map((cell) => (typeof cell === 'number' ? isoOf(cell).slice(0, 7) : cell));
}

/** A column for each record: the first column holds the names of what stands in its row. */
function recordsAcross(region: Region, body: Area, context: ShapeContext): ShapeFound | undefined {
  if (body.rows > 30) return undefined;
  const { region: turnedCells, cells } = turnedRegion(region, body);
  const [labels = [], ...records] = cells;
  const isNamed = labels.every((label) => typeof label === 'string' && label.trim() !== '');
  const roles = new Set(labels.flatMap((label) => findRole(headerText(label)) ?? []));
  if (!isNamed || roles.size < 2 || records.length === 0) return undefined;
  // The first row is no header where it names nothing known, and columns mix texts and figures.
  const isHeader = records.some((record) => findRole(headerText(record[0])) !== undefined);
  const kinds = (some: Row) =>
    new Set(some.filter((cell) => !isBlank(cell)).map((cell) => typeof cell));
  const areMixed = records.every((record) => kinds(record).size > 1);
  const areEven = labels.every(
    (_, row) => kinds(records.map((record) => record[row] ?? null)).size <= 1,
  );
  if (isHeader || !areMixed || !areEven) return undefined;
  const found = findLong(turnedCells, { ...context, scan: scanRows(cells) });
  return (
    found && {
      ...found,
      layout: 'turned',
      shape: { ...found.shape, area: body, isTurned: true },
      alternatives: [],
    }
  );
}
