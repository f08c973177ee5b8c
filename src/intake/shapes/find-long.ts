import { isBlank } from '../../workbook';
import { namesFigures } from '../texts/code-texts';
import { findExport, type KnownExport } from '../exports';
import { findColumnRole, findRole } from '../header-words';
import { mayBeDays } from '../texts/short-months';
import { fillsDown, holdsNumbers, lookAt, type ColumnLook } from './column-look';
import type { ShapeContext } from './find-wide';
import { headerSearch, type Region } from './header-block';
import { headerPart } from '../texts/header-part';
import { headingsColumn, headingsName, headingsSeen, tellsTime, type Headings } from './headings';
import { findRowsAside } from './rows-aside';
import type { RowsToJudge } from './rows-to-judge';
import {
  headerText,
  type ColumnNames,
  type ColumnUse,
  type Row,
  type Shape,
  type ShapeFound,
  type ShapeQuestion,
} from './shape';

/** Longer columns are not looked through for labels that stand once for several rows. */
const mostToFill = 100_000;

/** A blank day of closing, payment or shipping says that it has not come, whatever stands above it. */
function isEnd(header: string): boolean {
  const role = findColumnRole(header);
  return role === 'closedDate' || role === 'expectedClose' || role === 'otherDate';
}

/** Reads a table of a row each. Undefined where no row can be its header. */
export function findLong(region: Region, { scan, names }: ShapeContext): ShapeFound | undefined {
  const { rows, area } = region;
  const to = area.row + area.rows;
  const top = rows.slice(area.row, Math.min(to, area.row + headerSearch));
  const cells = top.map((row) => row.slice(area.column, area.column + area.columns));
  const found = region.startsWithHeader ? 0 : findHeaderRow(cells);
  if (found === undefined) return undefined;
  const header = cells[found] ?? [];
  const groups = found > 0 ? groupsAbove(cells[found - 1] ?? [], header) : [];
  const from = area.row + found + 1;
  const headers = joinedHeaders(header, groups);
  const looks = headers.map((text, column) =>
    lookAt(rows, area.column + column, [from, to], namesFigures(text, findColumnRole(text))),
  );
  const isFigure = (column: number) => {
    const look = looks[column];
    const role = findRole(headers[column] ?? '');
    const isKey = role === 'date' || role === 'otherDate' || role === 'year' || role === 'id';
    return look !== undefined && holdsNumbers(look) && !isKey;
  };
  const columns = [...headers.keys()].filter((column) => (looks[column]?.filled ?? 0) > 0);
  const absolute = (some: readonly number[]) => some.map((column) => area.column + column);
  const keys = columns.filter((column) => !isFigure(column));
  const toJudge = {
    rows,
    scan,
    from,
    to,
    headerRows: [from - 1],
    keys: absolute(keys),
    numbers: absolute(columns.filter(isFigure)),
  };
  const judged = findRowsAside(toJudge);
  const evidence = judged.evidence.map((one) => ({
    ...one,
    row: one.row - area.row,
    column: one.column - area.column,
  }));
  const asideRows = new Set(judged.aside.map(({ row }) => row));
  const { headings, own } = judged;
  const known = findExport(headers);
  const isExport = known?.sure === 'certain';
  const order = isExport ? ordersAbove(known, looks) : undefined;
  const uses = headers.map((text, column): ColumnUse => {
    const look = looks[column];
    if (order?.isOfOrder(text) && keys.includes(column)) {
      const expected = column === order.key ? '' : (headers[order.key] ?? '');
      evidence.push({ what: 'filledDown', row: found + 1, column, text, expected });
      return { use: 'key', header: text, fillsDown: true, within: order.key };
    }
    const isText = look !== undefined && look.texts > 0 && look.blank > 0;
    if (!isText || !keys.includes(column) || to - from > mostToFill) {
      return { use: 'key', header: text };
    }
    const others = absolute(columns.filter((other) => other > column));
    const isOutlined = judged.outlined.includes(area.column + column);
    const mayFill = !isExport && !isEnd(text);
    const isFilled =
      isOutlined ||
      (mayFill && fillsDown(rows, area.column + column, others, [from, to], asideRows));
    if (!isFilled) return { use: 'key', header: text };
    const isLabelled = isOutlined && own?.label !== undefined;
    const name = isOutlined && own && text === '' ? headingsName(own, names, headers) : text;
    evidence.push({ what: 'filledDown', row: found + 1, column, text: name });
    return { use: 'key', header: name, fillsDown: true, isLabelled };
  });
  if (headings) {
    uses.push(headingsColumn(headings, area, names, headers));
    evidence.push(headingsSeen(headings, rows, area));
  }
  const shape: Shape = {
    kind: 'long',
    area,
    headerRows: groups.length > 0 ? [found - 1, found] : [found],
    columns: uses,
    aside: judged.aside.map(({ row, code }) => ({ row: row - area.row, code })),
  };
  const figures = columns.filter((column) => isFigure(column) && !findRole(headers[column] ?? ''));
  const isHeaded = own !== undefined && headers[own.column - area.column] !== '';
  const unnamed = headings ?? (isHeaded ? undefined : own);
  return {
    layout: 'long',
    shape,
    evidence,
    alternatives: figures.length > 1 && keys.length > 0 ? [crossed(shape, figures, names)] : [],
    questions: [...dayOrMonth(toJudge, headings), ...judged.questions].map((one) => ({
      ...one,
      row: one.row - area.row,
      column: one.column - area.column,
    })),
    others: [],
    ...(unnamed && { unnamed: [unnamed.arePeriods ? 'period' : 'group'] as const }),
  };
}

/** In exports of lines that have the columns of their order on the first of them: where an order begins. */
function ordersAbove(
  { traps, amount, roles, lineColumns }: KnownExport,
  looks: readonly ColumnLook[],
): { readonly key: number; isOfOrder: (header: string) => boolean } | undefined {
  const key = roles.indexOf('orderId');
  const areLines = traps.includes('orderOnFirstLine') && amount?.reason === 'ofTheLine';
  if (!areLines || (looks[key]?.blank ?? 0) === 0) return undefined;
  return { key, isOfOrder: (header) => header !== '' && !lineColumns.includes(header) };
}

/** "01/26" and "01/27", across or as headings, where nothing else tells the time of the figures. */
function dayOrMonth(table: RowsToJudge, headings: Headings | undefined): ShapeQuestion[] {
  const { rows, headerRows, numbers } = table;
  const [header = 0] = headerRows;
  const across = numbers.map((column) => rows[header]?.[column]);
  const places = [
    ...(mayBeDays(across) && !tellsTime(table) ? [{ row: header, column: numbers[0] ?? 0 }] : []),
    ...(headings?.areOpen ? [{ row: headings.rows[0] ?? 0, column: headings.column }] : []),
  ];
  return places.map(({ row, column }) => {
    const text = headerText(rows[row]?.[column]);
    return { question: 'dayOrMonth', row, column, text, candidates: [] };
  });
}

/** The same cells as a table whose figures are of one kind: names across, and not measures. */
function crossed(shape: Shape, figures: readonly number[], names: ColumnNames): Shape {
  return {
    ...shape,
    kind: 'wide',
    across: names.label,
    columns: shape.columns.map((use, column): ColumnUse => {
      const header = 'header' in use ? use.header : '';
      if (header === '') return { use: 'aside', header };
      return figures.includes(column)
        ? { use: 'value', across: header, measure: names.value }
        : use;
    }),
  };
}

/**
 * The first row of nothing but texts that is about as wide as the widest row near the top. One of
 * them stands above the header where the header follows, at once or below a blank row: a wider row
 * of texts. Where there is none, years may stand among the texts.
 */
function findHeaderRow(rows: readonly Row[]): number | undefined {
  const looks = rows.map((row) => {
    const filled = row.filter((cell) => !isBlank(cell));
    return {
      width: filled.length,
      isText: filled.every((cell) => typeof cell === 'string'),
      isNamed:
        filled.some((cell) => typeof cell === 'string') &&
        filled.every((cell) => typeof cell === 'string' || headerPart(cell)?.year !== undefined),
    };
  });
  const widest = Math.max(...looks.map(({ width }) => width));
  const least = Math.max(2, Math.ceil(widest * 0.6));
  const candidates = looks.flatMap(({ width, isText }, row) =>
    isText && width >= least ? [row] : [],
  );
  const standsAbove = (row: number): boolean => {
    const [own, next, afterNext] = [looks[row], looks[row + 1], looks[row + 2]];
    if (!own || !next) return false;
    if (next.width === 0) {
      return candidates.some((later) => later > row && (looks[later]?.width ?? 0) > own.width);
    }
    if (next.isText && next.width > own.width && afterNext?.isText === false) return true;
    // Of a few rows of texts below each other the one that is full stands above the data.
    const last = looks.findIndex(({ isText }, at) => at > row && !isText) - 1;
    const isFew = last > row && last <= row + 4;
    return isFew && own.width < widest && looks[last]?.width === widest;
  };
  const found = candidates.find((row) => !standsAbove(row)) ?? candidates[0];
  const named = looks.findIndex(({ width }) => width >= least);
  const isNamed = looks[named]?.isText === false && looks[named].isNamed;
  return isNamed && (found ?? Infinity) > named && isAboveTexts(rows.slice(named)) ? named : found;
}

/** Whether the first row's numbers stand above texts, and above nothing else. */
function isAboveTexts(rows: readonly Row[]): boolean {
  return (rows[0] ?? []).every(
    (cell, column) =>
      typeof cell !== 'number' ||
      rows.slice(1).every((row) => isBlank(row[column]) || typeof row[column] === 'string'),
  );
}

/** The texts of a row of merged cells above a header that names the same columns in each group. */
function groupsAbove(above: Row, header: Row): readonly string[] {
  const texts = header.map(headerText);
  const named = texts.filter((text) => text !== '');
  if (new Set(named).size === named.length) return [];
  const filled = above.filter((cell) => !isBlank(cell));
  if (filled.length < 2 || !filled.every((cell) => typeof cell === 'string')) return [];
  let last = '';
  return texts.map(
    (_, column) => (last = isBlank(above[column]) ? last : headerText(above[column])),
  );
}

/** Headers that come twice are told apart by what stands above them. */
function joinedHeaders(header: Row, groups: readonly string[]): string[] {
  const texts = header.map(headerText);
  const isTwice = (text: string) => texts.indexOf(text) !== texts.lastIndexOf(text);
  return texts.map((text, column) => {
    const group = groups[column] ?? '';
    return text !== '' && group !== '' && isTwice(text) ? `${group} ${text}` : text;
  });
}
