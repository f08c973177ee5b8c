/** A rectangle of cells on one sheet; rows and columns count from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** An area on a named sheet. */
export interface Place {
  readonly sheet: string;
  readonly area: Area;
}

/** The sheet limits of Excel 2007 and later. */
export const maxRows = 1_048_576;
export const maxColumns = 16_384;

/**
 * The letters of a column, counted from 0.
 * @example columnLetters(27) // 'AB'
 */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * The column, counted from 0, that letters name.
 * @example columnIndex('AB') // 27
 */
export function columnIndex(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** @example cellAddress(6, 3) // 'D7' */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${String(row + 1)}`;
}

/** @example areaAddress({ row: 0, column: 0, rows: 2, columns: 3 }) // 'A1:C2' */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${cellAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** A sheet name as formulas spell it: quoted unless it is a plain word. */
export function quotedSheet(sheet: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^[A-Za-z]{1,3}\d+$/.test(sheet);
  return plain ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

/** @example placeAddress({ sheet: 'My sales', area: { row: 0, column: 0, rows: 2, columns: 3 } }) // "'My sales'!A1:C2" */
export function placeAddress(place: Place): string {
  return `${quotedSheet(place.sheet)}!${areaAddress(place.area)}`;
}

const a1 =
  /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Za-z]{1,3})?\$?(\d+)?(?::\$?([A-Za-z]{1,3})?\$?(\d+)?)?$/;

/**
 * Reads an A1 address: `D7`, `A1:C2`, `Sales!A:C`, `'My sales'!3:4`. Whole columns and rows reach
 * to the sheet's limits. Undefined where the text is no address.
 */
export function findPlace(text: string): { sheet: string | undefined; area: Area } | undefined {
  const match = a1.exec(text.trim());
  if (!match) return undefined;
  const [, quoted, plain, firstLetters, firstRow, lastLetters, lastRow] = match;
  const hasColon = text.includes(':', text.lastIndexOf('!') + 1);
  if (firstLetters === undefined && firstRow === undefined) return undefined;
  if (!hasColon && (firstLetters === undefined || firstRow === undefined)) return undefined;
  if (hasColon && (firstLetters === undefined) !== (lastLetters === undefined)) return undefined;
  if (hasColon && (firstRow === undefined) !== (lastRow === undefined)) return undefined;
  const left = firstLetters === undefined ? 0 : columnIndex(firstLetters);
  const top = firstRow === undefined ? 0 : Number(firstRow) - 1;
  const right = hasColon
    ? lastLetters === undefined
      ? maxColumns - 1
      : columnIndex(lastLetters)
    : left;
  const bottom = hasColon ? (lastRow === undefined ? maxRows - 1 : Number(lastRow) - 1) : top;
  if (top < 0 || bottom < 0 || Math.max(top, bottom) >= maxRows) return undefined;
  if (Math.max(left, right) >= maxColumns) return undefined;
  return {
    sheet: quoted === undefined ? plain : quoted.replaceAll("''", "'"),
    area: {
      row: Math.min(top, bottom),
      column: Math.min(left, right),
      rows: Math.abs(bottom - top) + 1,
      columns: Math.abs(right - left) + 1,
    },
  };
}
