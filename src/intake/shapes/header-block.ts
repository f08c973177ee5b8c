import { isBlank, isUncalculated, type Area } from '../../workbook';
import { isDateFormat } from '../columns/column';
import { findColumnRole, findRole } from '../header-words';
import { classOf } from '../roles';
import { isDash } from '../texts/plain-text';
import { withLongMonths } from '../texts/short-months';
import { looksLikeNumber, mayBeNumber } from '../texts/text-numbers';
import { holdsTimes, isCode } from './column-look';
import { finenessOf, headerPart, type HeaderPart } from '../texts/header-part';
import { headerText, type Row } from './shape';
import { findSummed } from '../texts/total-words';

/** Cells in which a table is looked for. */
export interface Region {
  readonly rows: readonly Row[];
  readonly area: Area;
  /** Number formats of the first rows, from the top of `rows`. */
  readonly formats: readonly (readonly string[])[];
  /** The first row is the header, as in a table of Excel. */
  readonly startsWithHeader: boolean;
}

/** The header of a table with periods across: its rows, and what each column's cells say. */
export interface HeaderBlock {
  readonly rows: readonly number[];
  /** The row that names the finest periods. */
  readonly main: number;
  /** By column of the area: the parts of its header, top down; merged cells reach to the right. */
  readonly parts: readonly (readonly HeaderPart[])[];
  /** By column of the area: the text of its lowest header cell. */
  readonly texts: readonly string[];
  /** Each header row tells one measure, and so does each row of a block of data. */
  readonly measureRows?: readonly string[];
}

/** Headers stand in one of the first rows. */
export const headerSearch = 30;
const mostHeaderRows = 3;
/** Rows below a header that tell what its columns hold. */
const looked = 50;

/** What a pivot table writes above its columns, which says nothing of them. */
const caption =
  /^(?:column labels|spaltenbeschriftungen|étiquettes de colonnes|etiquetas de columna|rótulos de coluna|列ラベル|(?:years|quarters|months|jahre|quartale|monate|années|trimestres|años|anos|meses)(?: \(.+\))?)$/i;

type Parts = readonly (HeaderPart | undefined)[];

/** Finds the header of a table whose columns are periods. */
export function findHeaderBlock(region: Region): HeaderBlock | undefined {
  const { area } = region;
  const last = region.startsWithHeader ? area.row + 1 : area.row + headerSearch;
  for (let row = area.row; row < Math.min(last, area.row + area.rows - 1); row += 1) {
    const parts = partsOf(region, row);
    if (!parts) continue;
    if (isPeriodRow(region, row, parts) || isLoneYear(region, row, parts)) {
      return blockAt(region, row, parts);
    }
  }
  return undefined;
}

function cellsOf({ rows, area }: Region, row: number): Row {
  return (rows[row] ?? []).slice(area.column, area.column + area.columns);
}

const headersOf = (region: Region, row: number): Row => withLongMonths(cellsOf(region, row));

const timesIn = (parts: Parts) =>
  [...parts.entries()].flatMap(([column, part]) => (part && finenessOf(part) ? [column] : []));

/** What the cells of a row say of time; undefined where numbers stand in it that are no time. */
function partsOf(region: Region, row: number): Parts | undefined {
  const cells = headersOf(region, row);
  const parts = cells.map((cell) => headerPart(cell));
  const numbers = [...cells.keys()].filter((column) => typeof cells[column] === 'number');
  if (numbers.length === 0) return parts;
  if (numbers.some((column) => parts[column] === undefined)) return undefined;
  const values = numbers.map((column) => Number(cells[column]));
  const isYears = values.every((value) => value <= 2100);
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0));
  const isRising = steps.every((step) => step > 0) || steps.every((step) => step < 0);
  if (isYears) return isRising && steps.every((step) => Math.abs(step) === 1) ? parts : undefined;
  const isDated = numbers.every((column) =>
    isDateFormat(region.formats[row]?.[region.area.column + column] ?? ''),
  );
  const isRegular =
    steps.every((step) => Math.abs(step - (steps[0] ?? 0)) <= 3) && values.length > 2;
  return isRising && (isDated || isRegular) ? parts : undefined;
}

/** Whether a row names periods above columns of figures, and is no row of data itself. */
function isPeriodRow(region: Region, row: number, parts: Parts): boolean {
  const times = timesIn(parts);
  if (times.length < 2) return false;
  const { area } = region;
  if (row > area.row && namesColumns(region, row - 1, times)) return false;
  // Dates in a row further below the header of a table whose rows are its dates.
  const filled = cellsOf(region, row).flatMap((cell, column) => (isBlank(cell) ? [] : [column]));
  for (let above = area.row; above < row - 1; above += 1) {
    if (namesColumns(region, above, filled)) return false;
  }
  const shareOf = (first: number, last: number) => figureShare(region, row + 1, [first, last + 1]);
  // Below some periods may stand texts that nobody can read: the others are not all that there is.
  return (
    shareOf(times[0] ?? 0, times.at(-1) ?? 0) >= 0.5 ||
    times.some((column) => shareOf(column, column) === 1)
  );
}

/**
 * Whether a row is the header of figures of a single year: `Region | 2026`. A list without a header may
 * begin with such a number too: beside one, a word for the names has to stand.
 */
function isLoneYear(region: Region, row: number, parts: Parts): boolean {
  const { rows, area } = region;
  const [column = -1, ...others] = timesIn(parts);
  const part = parts[column];
  if (others.length > 0 || !part || finenessOf(part) !== 'year' || part.rest !== '') return false;
  const cells = cellsOf(region, row);
  const names = cells.filter((cell, at) => at !== column && !isBlank(cell));
  const roles = names.map((name) => findRole(headerText(name)));
  const isNamed =
    typeof cells[column] === 'string' ||
    names.some((name) => findColumnRole(headerText(name)) !== undefined);
  if (names.length === 0 || roles.includes('date') || roles.includes('year') || !isNamed)
    return false;
  const above = rows.slice(area.row, row).map((one) => one.slice(area.column));
  if (above.some((one) => isNameAndFigure(one, cells, column))) return false;
  const below = rows
    .slice(row + 1, Math.min(row + 1 + looked, area.row + area.rows))
    .map((one) => one[area.column + column]);
  const holdsCodes = below.some((cell) => typeof cell === 'string' && isCode(cell));
  return (
    !isBlank(below[0]) &&
    !holdsCodes &&
    figureShare(region, row + 1, [column, column + 1]) === 1 &&
    !cells.some((_, at) => holdsTimes(region, row, area.column + at))
  );
}

/**
 * Whether a row names a column of figures, or has a name's figure itself: below it `Online sales | 2026` is
 * data. "Currency: | EUR" is said of all that follows.
 */
function isNameAndFigure(cells: Row, below: Row, column: number): boolean {
  const over = cells[column];
  const name = cells.find((cell, at) => at !== column && !isBlank(cell) && !isBlank(below[at]));
  const label = headerText(name);
  if (isBlank(over) || label === '' || /[:：]$/.test(label) || findRole(label) === 'year') {
    return false;
  }
  const text = headerText(over);
  return typeof over === 'number' || looksLikeNumber(text) || findColumnRole(text) !== undefined;
}

/** Whether a row gives each of these columns a name of its own that is no time. */
function namesColumns(region: Region, row: number, columns: readonly number[]): boolean {
  const cells = headersOf(region, row);
  const names = columns.map((column) => cells[column]);
  const areNames = names.every(
    (cell) => typeof cell === 'string' && !isBlank(cell) && headerPart(cell) === undefined,
  );
  return areNames && new Set(names).size === names.length;
}

/** How many of the filled cells below are figures. */
function figureShare(
  { rows, area }: Region,
  from: number,
  columns: readonly [number, number],
): number {
  let [figures, filled] = [0, 0];
  const to = Math.min(from + looked, area.row + area.rows);
  for (let row = from; row < to; row += 1) {
    for (let column = columns[0]; column < columns[1]; column += 1) {
      const cell = rows[row]?.[area.column + column];
      if (isBlank(cell) || isDash(cell)) continue;
      filled += 1;
      if (
        typeof cell === 'number' ||
        isUncalculated(cell) ||
        (typeof cell === 'string' && mayBeNumber(cell))
      )
        figures += 1;
    }
  }
  return filled === 0 ? 0 : figures / filled;
}

function blockAt(region: Region, main: number, parts: Parts): HeaderBlock {
  const times = timesIn(parts);
  const first = times[0] ?? 0;
  const top = region.startsWithHeader ? main : topOf(region, main, first);
  const measures = region.startsWithHeader ? [] : measureRowsAt(region, main, parts, times);
  const bottom =
    measures.length > 1
      ? main + measures.length - 1
      : region.startsWithHeader
        ? main
        : bottomOf(region, main, times, mostHeaderRows - (main - top) - 1);
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  const levels = rows.filter((row) => measures.length < 2 || row <= main);
  const filled = levels.map((row) => {
    const cells = headersOf(region, row);
    const isLowest = row === levels.at(-1);
    return isLowest ? cells.map(headerText) : filledRight(cells);
  });
  const lowest = measures.length > 1 ? main : bottom;
  return {
    rows,
    main,
    parts: Array.from({ length: region.area.columns }, (_, column) =>
      levels.flatMap((row, level) => {
        const text = filled[level]?.[column] ?? '';
        const cell = cellsOf(region, row)[column];
        const part = headerPart(typeof cell === 'number' ? cell : text) ?? numberPartOf(text);
        const summed = row === main ? undefined : findSummed(text);
        if (summed !== undefined && filled[level]?.includes(summed) !== true) {
          return [{ rest: summed }];
        }
        const isCaption = text === '' || caption.test(text) || (row < main && namesTime(text));
        return isCaption ? [] : [part ?? { rest: text }];
      }),
    ),
    texts: Array.from({ length: region.area.columns }, (_, column) => {
      const stacked = rows.filter((row) => row <= lowest).reverse();
      return (
        stacked
          .map((row) => headerText(cellsOf(region, row)[column]))
          .find((text) => text !== '') ?? ''
      );
    }),
    ...(measures.length > 1 && { measureRows: measures.map(({ rest }) => rest) }),
  };
}

/** "Month" above January, as in a pivot table. */
function namesTime(text: string): boolean {
  const role = findColumnRole(text);
  return role !== undefined && classOf(role) === 'time';
}

/** A year or a day that a merged cell of numbers passes on to the right. */
function numberPartOf(text: string): HeaderPart | undefined {
  return /^\d{4,5}$/.test(text) ? headerPart(Number(text)) : undefined;
}

/** Cells that are merged hold their text in the first one. */
function filledRight(cells: Row): string[] {
  let last = '';
  return cells.map((cell) => (last = isBlank(cell) ? last : headerText(cell)));
}

/** Rows above whose cells stand over the periods: years, or measures. */
function topOf(region: Region, main: number, first: number): number {
  let top = main;
  while (top > region.area.row && main - top < mostHeaderRows - 1) {
    const cells = cellsOf(region, top - 1);
    const filled = [...cells.keys()].filter((column) => !isBlank(cells[column]));
    const isGroup =
      !isBlank(cells[first]) &&
      filled.some((column) => column >= first) &&
      filled.every((column) => typeof cells[column] === 'string' || headerPart(cells[column])) &&
      partsOf(region, top - 1) !== undefined;
    // A title stands over the table's first column and over nothing else.
    const isTitle = filled.length === 1 && first === 0 && headerPart(cells[0]) === undefined;
    if (!isGroup || isTitle) break;
    top -= 1;
  }
  return top;
}

/** Rows below that name measures, or finer periods. */
function bottomOf(region: Region, main: number, times: readonly number[], most: number): number {
  const { area } = region;
  const first = times[0] ?? 0;
  let bottom = main;
  while (bottom - main < most && bottom + 1 < area.row + area.rows - 1) {
    const cells = cellsOf(region, bottom + 1);
    const across = cells.slice(first).filter((cell) => !isBlank(cell));
    const isHeader = across.every(
      (cell) => typeof cell === 'string' && !mayBeNumber(cell) && !isDash(cell),
    );
    if (!isHeader || across.length < Math.max(2, times.length)) break;
    bottom += 1;
  }
  return bottom;
}

/** Header rows that name the same periods with other measures: rows of data come in such blocks. */
function measureRowsAt(
  region: Region,
  main: number,
  parts: Parts,
  times: readonly number[],
): { readonly rest: string }[] {
  const [first = 0] = times;
  const restOf = (row: Parts) => row[first]?.rest ?? '';
  const same = (one: HeaderPart | undefined, other: HeaderPart | undefined) =>
    one?.month === other?.month && one?.quarter === other?.quarter && one?.year === other?.year;
  const found = [{ rest: restOf(parts) }];
  for (let row = main + 1; row < main + 6; row += 1) {
    const next = partsOf(region, row);
    if (next && times.every((column) => next[column] && same(next[column], parts[column]))) {
      found.push({ rest: restOf(next) });
      continue;
    }
    const cells = cellsOf(region, row);
    const isLone = cells.every((cell, column) => isBlank(cell) || column === first);
    if (found.length > 1 && isLone && typeof cells[first] === 'string') {
      found.push({ rest: headerText(cells[first]) });
      continue;
    }
    break;
  }
  const isDistinct = new Set(found.map(({ rest }) => rest)).size === found.length;
  return isDistinct && found.length > 1 && found.every(({ rest }) => rest !== '') ? found : [];
}
