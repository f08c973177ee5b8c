import { findRole, looksLikeDate, looksLikeNumber } from '../intake';

type Fields = readonly string[];

const isFilled = (text: string | undefined): text is string =>
  text !== undefined && text.trim() !== '';

const isYear = (text: string) => /^\s*(?:19|20)\d{2}\s*$/.test(text);

/** Plain figures are no names; years are, as of columns side by side. */
function isFigure(text: string): boolean {
  return looksLikeNumber(text) && !isYear(text);
}

/** "Year:" beside a year is said of what follows, as is any other word with blank fields behind it. */
function isYearSaid(fields: Fields): boolean {
  const [word, year, ...others] = fields.filter(isFilled);
  if (word === undefined || year === undefined || !isYear(year) || others.length > 0) return false;
  return fields.length > 2 || findRole(word) === 'year';
}

/** Whether a row's fields could be the names of columns, seen with the row below it. */
function couldBeHeader(fields: Fields, below: Fields | undefined): boolean {
  const filled = fields.filter(isFilled);
  if (filled.length === 0 || filled.some(isFigure) || isYearSaid(fields)) return false;
  // Days side by side name columns; a day above another is data.
  return !fields.some(
    (text, column) => looksLikeDate(text) && looksLikeDate(below?.[column] ?? ''),
  );
}

/** Where the columns begin among a file's first records. */
export interface TableStart {
  /** Records above it are titles. */
  readonly at: number;
  readonly hasHeader: boolean;
  readonly width: number;
}

/**
 * The first record that is about as wide as most and names columns. Where none does, the first one
 * of full width is data already. `hasHeader` given, it is as the person says.
 */
export function findTableStart(records: readonly Fields[], hasHeader?: boolean): TableStart {
  const width = commonWidth(records);
  const isWide = (fields: Fields) =>
    fields.length >= width && fields.filter(isFilled).length >= Math.max(1, width * 0.6);
  const first = Math.max(0, records.findIndex(isWide));
  const header =
    hasHeader === false
      ? -1
      : records.findIndex(
          (fields, at) =>
            isWide(fields) && (hasHeader === true || couldBeHeader(fields, records[at + 1])),
        );
  if (header < 0) return { at: first, hasHeader: false, width };
  // A row of figures above the first row of names says that the names are data.
  if (hasHeader !== true && records.slice(first, header).some(hasFigures(isWide))) {
    return { at: first, hasHeader: false, width };
  }
  return { at: header, hasHeader: true, width: records[header]?.length ?? width };
}

const hasFigures = (isWide: (fields: Fields) => boolean) => (fields: Fields) =>
  isWide(fields) && fields.some(isFigure);

/** The number of fields that most records have; blank lines do not count. */
function commonWidth(records: readonly Fields[]): number {
  const counts = new Map<number, number>();
  let [width, most] = [1, 0];
  for (const fields of records) {
    if (!fields.some(isFilled)) continue;
    const count = (counts.get(fields.length) ?? 0) + 1;
    counts.set(fields.length, count);
    if (count > most) [width, most] = [fields.length, count];
  }
  return width;
}

/**
 * Headers as an Excel table wants them: none blank, each once. Gives those it had to change.
 */
export function tableHeaders(
  fields: Fields,
  width: number,
  nameless: (column: number) => string,
): { readonly headers: readonly string[]; readonly renamed: readonly string[] } {
  const taken = new Set<string>();
  const renamed: string[] = [];
  const headers = Array.from({ length: width }, (_, column) => {
    const given = (fields[column] ?? '').replace(/\s+/g, ' ').trim();
    const wished = given === '' ? nameless(column + 1) : given;
    let name = wished;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      name = `${wished} ${String(number)}`;
    }
    taken.add(name.toLowerCase());
    if (name !== given) renamed.push(name);
    return name;
  });
  return { headers, renamed };
}
