import { isBlank, type Area, type CellValue } from '../../workbook';
import { findRole } from '../header-words';
import { isDash } from '../texts/plain-text';
import { findColumnRole } from '../roles';
import { looksLikeNumber } from '../texts/text-numbers';
import { headerPart } from '../texts/header-part';
import type { RowScan } from './row-scan';
import { headerText, type Row } from './shape';
import { areSalesAndTargets, areSalesBesideTarget, findSeam } from './two-sides';

/** Rows without a blank one among them. */
interface Band {
  readonly from: number;
  readonly to: number;
}

/** Neighbours that fill the same rows to this share are one table with a blank column inside. */
const sameRows = 0.8;
/** Rows below a header that tell whether it is one. */
const looked = 6;
/** A header stands in one of the first rows. */
const mostRowsAbove = 30;
/** Rows of a band that may be above its figures. */
const mostHeaders = 4;

/** Where tables stand on a sheet: told apart by blank rows and columns, and by headers of their own. */
export function findTables(rows: readonly Row[], scan: RowScan, width: number): readonly Area[] {
  const whole = { row: 0, column: 0, rows: rows.length, columns: width };
  const segments = segmentsOf(rows, scan, width);
  const areas = segments.flatMap(({ from, to }) => {
    const apart = bandsOf(rows, scan, from, to, segments.length === 1);
    const bands = apart.flatMap((band) => splitAtHeaders(rows, scan, band, from, to));
    return tablesIn(rows, bands, from, to).map((band): Area => ({
      row: band.from,
      column: from,
      rows: band.to - band.from,
      columns: to - from,
    }));
  });
  return areas.length > 0 ? areas : [whole];
}

/** Runs of columns between blank ones, joined again where they are one table. */
function segmentsOf(rows: readonly Row[], scan: RowScan, width: number): Band[] {
  const runs: Band[] = [];
  for (let column = 0; column < width; column += 1) {
    if (scan.isBlankColumn(column)) continue;
    const last = runs.at(-1);
    if (last?.to === column) runs[runs.length - 1] = { from: last.from, to: column + 1 };
    else runs.push({ from: column, to: column + 1 });
  }
  const [first, ...others] = runs.flatMap((run) => atSeam(rows, run));
  if (!first || others.length === 0) return [{ from: 0, to: width }];
  const segments: Band[] = [first];
  for (const run of others) {
    const last = segments.at(-1) ?? first;
    if (areOne(rows, last, run)) segments[segments.length - 1] = { from: last.from, to: run.to };
    else segments.push(run);
  }
  return segments.length === 1 ? [{ from: 0, to: width }] : segments;
}

/** A run of columns, or the two of sales and targets that touch. */
function atSeam(rows: readonly Row[], run: Band): Band[] {
  const { from, to } = run;
  const cut = (row: Row) => row.slice(from, to);
  for (const [row, cells] of rows.slice(0, mostRowsAbove).map(cut).entries()) {
    if (cells.some(isFigure)) break;
    if (cells.length < to - from || cells.some(isBlank)) continue;
    const seam = findSeam(rows, row, run);
    if (seam !== undefined)
      return [
        { from, to: seam },
        { from: seam, to },
      ];
  }
  return [run];
}

const isFilledIn = (row: Row | undefined, { from, to }: Band): boolean => {
  for (let column = from; column < to; column += 1) if (!isBlank(row?.[column])) return true;
  return false;
};

/**
 * Whether two runs of columns are one table: the second has a header in the row of the first, and is
 * no table of its own that names the same things or fills other rows.
 */
function areOne(rows: readonly Row[], left: Band, right: Band): boolean {
  let [both, one, other] = [0, 0, 0];
  for (const row of rows) {
    const [inLeft, inRight] = [isFilledIn(row, left), isFilledIn(row, right)];
    if (inLeft) one += 1;
    if (inRight) other += 1;
    if (inLeft && inRight) both += 1;
  }
  const header = firstHeader(rows, left);
  const own = firstHeader(rows, right);
  if (header && own && areSalesAndTargets(header.texts, own.texts)) return false;
  if (header && own && areNamedApart(rows, [left, header], [right, own])) return false;
  if (!header) return both >= Math.max(one, other) * sameRows;
  if (!isFilledIn(rows[header.row], right)) return false;
  const isShared = (text: string) => header.texts.includes(text);
  if (!own) return isHeaded(rows, header.row, right, isShared);
  if (own.texts.length < 2) return true;
  if (both < Math.max(one, other) * sameRows) return false;
  return !own.texts.some(isShared);
}

interface HeaderFound {
  readonly row: number;
  readonly texts: readonly string[];
}

/** Whether sales stand beside targets that have no time, but names of their own before them. */
function areNamedApart(
  rows: readonly Row[],
  ...[one, other]: readonly [readonly [Band, HeaderFound], readonly [Band, HeaderFound]]
): boolean {
  const areApart = (sales: typeof one, [{ from, to }, { row, texts }]: typeof one) => {
    if (!areSalesBesideTarget(sales[1].texts, texts)) return false;
    const header = (rows[row] ?? []).slice(from, to).map(headerText);
    const target = header.findIndex((text) => findRole(text) === 'target');
    const isText = (cell: CellValue) => typeof cell === 'string' && !isFigure(cell);
    const below = rows.slice(row + 1, row + looked);
    return below.some((cells) => cells.slice(from, from + target).some(isText));
  };
  return areApart(one, other) || areApart(other, one);
}

/** Whether a row heads all columns of a run that hold something, with texts that are no other's alone. */
function isHeaded(
  rows: readonly Row[],
  row: number,
  { from, to }: Band,
  isOther: (text: string) => boolean,
): boolean {
  const cells = rows[row] ?? [];
  const columns = Array.from({ length: to - from }, (_, index) => from + index);
  const filled = columns.filter((column) => !isBlank(cells[column]));
  const isName = (column: number) =>
    !isFigure(cells[column]) || headerPart(cells[column]) !== undefined;
  const below = rows.slice(row + 1, row + looked);
  const isAbove = (column: number) =>
    filled.includes(column) || below.every((one) => isBlank(one[column]));
  const isRepeated = filled.length > 1 && filled.some((at) => isOther(headerText(cells[at])));
  return filled.every(isName) && columns.every(isAbove) && !isRepeated;
}

function firstHeader(rows: readonly Row[], { from, to }: Band): HeaderFound | undefined {
  for (let row = 0; row < Math.min(rows.length, mostRowsAbove); row += 1) {
    const texts = headerOf(rows, { from: row, to: Math.min(rows.length, row + 2) }, from, to);
    if (texts) return { row, texts };
  }
  return undefined;
}

function bandsOf(
  rows: readonly Row[],
  scan: RowScan,
  from: number,
  to: number,
  isWhole: boolean,
): Band[] {
  const bands: Band[] = [];
  let start = -1;
  for (let row = 0; row <= rows.length; row += 1) {
    const isFilled =
      row < rows.length && (isWhole ? scan.filled(row) > 0 : isFilledIn(rows[row], { from, to }));
    if (isFilled && start < 0) start = row;
    if (!isFilled && start >= 0) {
      bands.push({ from: start, to: row });
      start = -1;
    }
  }
  return bands;
}

/** So many rows without a number are looked at for headers. */
const mostWordy = 5000;

/** A further header right below rows of figures begins a table, as one below a blank row does. */
function splitAtHeaders(
  rows: readonly Row[],
  scan: RowScan,
  band: Band,
  from: number,
  to: number,
): Band[] {
  if (scan.wordy.length > mostWordy) return [band];
  const cellsOf = (row: number) => (rows[row] ?? []).slice(from, to);
  const isHeader = (row: number) => {
    const cells = cellsOf(row);
    // First, since what words mean takes long to find, and most rows of words alone have others above.
    if (!cellsOf(row - 1).some(isFigure) || cells.some(isFigure)) return false;
    const texts = cells.map(headerText).filter(Boolean);
    // A row of data may hold a day or a currency, and lack its figure.
    const periods = texts.filter((text) => headerPart(text) !== undefined);
    const isWide = periods.length > 1 && periods.every((text) => /\p{L}/u.test(text));
    const named = texts.filter((text) => findColumnRole(text) !== undefined);
    const isNamed = named.length > 1 && named.length * 2 >= texts.length;
    return (
      (isWide || isNamed) &&
      headerOf(rows, { from: row, to: band.to }, from, to)?.join('\n') === texts.join('\n')
    );
  };
  const starts = scan.wordy.filter((row) => row > band.from && row < band.to && isHeader(row));
  return [band.from, ...starts].map((start, at) => ({ from: start, to: starts[at] ?? band.to }));
}

const isFigure = (cell: unknown) =>
  typeof cell === 'number' || (typeof cell === 'string' && looksLikeNumber(cell));

/** The texts of a band's header, if it has one: different ones, above each column that holds figures. */
function headerOf(
  rows: readonly Row[],
  band: Band,
  from: number,
  to: number,
): readonly string[] | undefined {
  for (let row = band.from; row < Math.min(band.from + mostHeaders, band.to - 1); row += 1) {
    const cells = (rows[row] ?? []).slice(from, to);
    const filled = [...cells.keys()].filter((column) => !isBlank(cells[column]));
    const isText = filled.every(
      (column) => typeof cells[column] === 'string' && !isFigure(cells[column]),
    );
    if (!isText) return undefined;
    const texts = filled.map((column) => headerText(cells[column]));
    if (filled.length < 2 || new Set(texts).size < texts.length) continue;
    const below = rows.slice(row + 1, Math.min(band.to, row + looked));
    const isAbove = (column: number) =>
      below.every((one) => isBlank(one[from + column]) || filled.includes(column));
    const isFigures = (column: number) => {
      const some = below
        .map((one) => one[from + column])
        .filter((cell) => !isBlank(cell) && !isDash(cell));
      return some.length > 0 && some.every(isFigure);
    };
    const columns = [...cells.keys()];
    if (columns.every(isAbove) && filled.some(isFigures)) return texts;
  }
  return undefined;
}

/** Tables below each other: each begins with a header that is not the one before. */
function tablesIn(rows: readonly Row[], bands: readonly Band[], from: number, to: number): Band[] {
  const tables: { from: number; to: number; header: readonly string[] | undefined }[] = [];
  let title: number | undefined;
  const isProse = (band: Band) =>
    rows
      .slice(band.from, Math.min(band.to, band.from + 10))
      .every(
        (row) =>
          row.slice(from, to).filter((cell) => !isBlank(cell)).length <= 2 &&
          row
            .slice(from, to)
            .every((cell) => isBlank(cell) || (typeof cell === 'string' && !isFigure(cell))),
      );
  for (const band of bands) {
    const last = tables.at(-1);
    const header = headerOf(rows, band, from, to);
    const isSame = header && last?.header && header.join('\n') === last.header.join('\n');
    if (!last || (header && last.header && !isSame)) {
      tables.push({ from: title ?? band.from, to: band.to, header });
      title = undefined;
    } else if (header && !last.header) {
      // What stood above was a title, or a block of its own.
      last.to = band.to;
      last.header = header;
      title = undefined;
    } else if (isProse(band) && !header) {
      title ??= band.from;
    } else {
      last.to = band.to;
      title = undefined;
    }
  }
  const end = bands.at(-1);
  const last = tables.at(-1);
  // Prose below the last table are its notes.
  if (last && end && title !== undefined) last.to = end.to;
  return tables;
}
