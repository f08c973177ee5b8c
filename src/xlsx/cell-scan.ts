import { columnIndex, findError, findPlace } from '../workbook';
import type { CellContent, CellValue } from '../workbook';
import { formulaFromFile, shiftFormula } from './formula-text';
import { Unreadable } from './package';

/** The cells of one sheet as its file states them; styles are numbers into the file's own list. */
export interface ScannedCells {
  readonly cells: CellContent[][];
  /** By row and column; a hole where the file has no cell. */
  readonly styles: (number | undefined)[][];
  readonly rowStyles: Map<number, number>;
  readonly rowHeights: Record<number, number>;
  readonly hasHiddenRows: boolean;
  readonly hasGroupedRows: boolean;
}

/** A walk over XML's tags, front to back. Trees of a million cells would not fit in memory. */
class TagWalk {
  private at: number;
  /** What stands between `<` and `>`. */
  tag = '';
  name = '';
  isClosing = false;
  isEmpty = false;

  constructor(
    private readonly xml: string,
    private readonly part: string,
    start = 0,
  ) {
    this.at = start;
  }

  next(): boolean {
    const { xml } = this;
    let open = xml.indexOf('<', this.at);
    while (open >= 0 && xml.startsWith('<!--', open)) {
      open = xml.indexOf('<', this.need(xml.indexOf('-->', open)));
    }
    if (open < 0) return false;
    const close = this.need(xml.indexOf('>', open));
    this.at = close + 1;
    this.isClosing = xml.charCodeAt(open + 1) === 47;
    this.isEmpty = xml.charCodeAt(close - 1) === 47;
    this.tag = xml.slice(open + (this.isClosing ? 2 : 1), this.isEmpty ? close - 1 : close);
    if (this.tag.includes('<')) throw new Unreadable('brokenPart', this.part);
    const end = this.tag.search(/\s/);
    this.name = end < 0 ? this.tag : this.tag.slice(0, end);
    return true;
  }

  /** The text up to the next tag. */
  text(): string {
    const { xml } = this;
    if (xml.startsWith('<![CDATA[', this.at)) {
      const end = this.need(xml.indexOf(']]>', this.at));
      const text = xml.slice(this.at + 9, end);
      this.at = end + 3;
      return text;
    }
    const end = this.need(xml.indexOf('<', this.at));
    const text = xml.slice(this.at, end);
    this.at = end;
    return text.includes('&') ? decodeEntities(text) : text;
  }

  attribute(name: string): string | undefined {
    const { tag } = this;
    let from = tag.indexOf(` ${name}="`);
    let quote = '"';
    if (from < 0) {
      const match = new RegExp(`\\s${name}\\s*=\\s*(["'])`).exec(tag);
      if (!match) return undefined;
      quote = match[1] ?? '"';
      from = match.index + match[0].length;
    } else from += name.length + 3;
    const value = tag.slice(from, tag.indexOf(quote, from));
    return value.includes('&') ? decodeEntities(value) : value;
  }

  private need(index: number): number {
    if (index < 0) throw new Unreadable('brokenPart', this.part);
    return index;
  }
}

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(parseInt(String(hex), 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return namedEntities[String(name)] ?? whole;
  });
}

/** Files write characters that XML forbids as `_x000D_`. */
function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}

/** The texts that cells point to by number, and whether parts of any are formatted. */
export interface ScannedStrings {
  readonly strings: readonly string[];
  readonly areFormatted: boolean;
}

/** Reads the list of texts in pieces; formatted runs are joined, phonetic ones left out. */
export function scanSharedStrings(pieces: Iterable<string>, part: string): ScannedStrings {
  const strings: string[] = [];
  let areFormatted = false;
  let text = '';
  let phonetic = 0;
  let last = '';
  for (const xml of pieces) {
    const walk = new TagWalk(xml, part);
    while (walk.next()) {
      const { name, isClosing, isEmpty } = walk;
      if (name === 'si') {
        if (isEmpty) strings.push('');
        else if (isClosing) strings.push(decodeEscapes(text));
        text = '';
      } else if (name === 'r') areFormatted = true;
      else if (name === 'rPh' && !isEmpty) phonetic += isClosing ? -1 : 1;
      else if (name === 't' && !isClosing && !isEmpty && phonetic === 0) text += walk.text();
    }
    last = xml;
  }
  if (!/<\/sst>\s*$/.test(last.slice(-40)) && !/<sst[^>]*\/>\s*$/.test(last.slice(-400)))
    throw new Unreadable('brokenPart', part);
  return { strings, areFormatted };
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

export interface CellSource {
  /** What stands between `<sheetData>` and `</sheetData>`, cut at ends of rows. */
  readonly pieces: Iterable<string>;
  /** The part's path, to name it where it is broken. */
  readonly part: string;
  readonly strings: readonly string[];
  /** The 1900-based serial number of the day that the file counts from: 0, or that of 1904. */
  readonly firstDay: number;
}

/** Reads the cells of a sheet. */
export function scanCells(source: CellSource): ScannedCells {
  const { pieces, part } = source;
  const cells: CellContent[][] = [];
  const styles: (number | undefined)[][] = [];
  const rowStyles = new Map<number, number>();
  const rowHeights: Record<number, number> = {};
  const shared = new Map<string, SharedFormula>();
  let hasHiddenRows = false;
  let hasGroupedRows = false;
  let row = -1;
  let column = -1;
  const broken = () => new Unreadable('brokenPart', part);

  const takeRow = (walk: TagWalk) => {
    const number = walk.attribute('r');
    row = number === undefined ? row + 1 : Number(number) - 1;
    if (!(row >= 0)) throw broken();
    column = -1;
    const height = walk.attribute('ht');
    if (height !== undefined) rowHeights[row] = Number(height);
    const style = walk.attribute('s');
    if (style !== undefined && walk.attribute('customFormat') === '1') {
      rowStyles.set(row, Number(style));
    }
    hasHiddenRows ||= walk.attribute('hidden') === '1';
    hasGroupedRows ||= walk.attribute('outlineLevel') !== undefined;
    while (cells.length <= row) {
      cells.push([]);
      styles.push([]);
    }
  };
  const takeCell = (walk: TagWalk) => {
    const address = walk.attribute('r');
    column = address === undefined ? column + 1 : columnOf(address);
    const cellRow = cells[row];
    const styleRow = styles[row];
    if (!cellRow || !styleRow || !(column >= 0)) throw broken();
    const style = walk.attribute('s');
    styleRow[column] = style === undefined ? 0 : Number(style);
    const content = walk.isEmpty ? null : scanCell(walk, source, shared, row, column, broken);
    if (content === null) return;
    while (cellRow.length < column) cellRow.push(null);
    cellRow[column] = content;
  };
  for (const xml of pieces) {
    const walk = new TagWalk(xml, part);
    while (walk.next()) {
      if (walk.isClosing) continue;
      if (walk.name === 'row') takeRow(walk);
      else if (walk.name === 'c') takeCell(walk);
    }
  }
  return { cells, styles, rowStyles, rowHeights, hasHiddenRows, hasGroupedRows };
}

function columnOf(address: string): number {
  let end = 0;
  while (address.charCodeAt(end) > 57) end += 1;
  return columnIndex(address.slice(0, end));
}

function scanCell(
  walk: TagWalk,
  source: CellSource,
  shared: Map<string, SharedFormula>,
  row: number,
  column: number,
  broken: () => Unreadable,
): CellContent {
  const type = walk.attribute('t') ?? 'n';
  let raw: string | undefined;
  let inline = '';
  let formula: string | undefined;
  let spill: { rows: number; columns: number } | undefined;
  let isPhonetic = false;
  for (;;) {
    if (!walk.next()) throw broken();
    const { name, isClosing, isEmpty } = walk;
    if (name === 'c' && isClosing) break;
    if (name === 'row' || name === 'c') throw broken();
    if (name === 'rPh') isPhonetic = !isClosing && !isEmpty;
    if (isClosing) continue;
    if (name === 'v') raw = isEmpty ? '' : walk.text();
    else if (name === 't' && !isEmpty && !isPhonetic) inline += walk.text();
    else if (name === 'f') {
      const kind = walk.attribute('t');
      const index = walk.attribute('si');
      const area = walk.attribute('ref');
      const text = isEmpty ? '' : walk.text();
      const first = kind === 'shared' && index !== undefined ? shared.get(index) : undefined;
      if (text !== '') {
        formula = text;
        if (kind === 'shared' && index !== undefined) shared.set(index, { text, row, column });
      } else if (first) {
        formula = shiftFormula(first.text, row - first.row, column - first.column);
      }
      if (kind === 'array' && area !== undefined) {
        const place = findPlace(area);
        if (place) spill = { rows: place.area.rows, columns: place.area.columns };
      }
      if (kind === 'dataTable') formula = undefined;
    }
  }
  const value = valueFrom(type, raw, inline, source, broken);
  if (formula === undefined) return value;
  // An empty text is a result; no text at all is none.
  const isCalculated = type === 'inlineStr' || (raw !== undefined && raw !== '');
  const result = value ?? (isCalculated ? '' : null);
  return { formula: formulaFromFile(formula), result, ...(spill && { spill }) };
}

function valueFrom(
  type: string,
  raw: string | undefined,
  inline: string,
  { strings, firstDay }: CellSource,
  broken: () => Unreadable,
): CellValue {
  if (type === 'inlineStr') return inline === '' ? null : decodeEscapes(inline);
  if (raw === undefined) return null;
  if (type === 'str') return decodeEscapes(raw);
  if (raw === '') return null;
  if (type === 's') {
    const text = strings[Number(raw)];
    if (text === undefined) throw broken();
    return text === '' ? null : text;
  }
  if (type === 'b') return /^(?:1|true)$/i.test(raw.trim());
  if (type === 'e') return findError(raw.trim()) ?? findError('#UNKNOWN!') ?? null;
  if (type === 'd') return serialOfIso(raw, firstDay) ?? raw;
  const number = Number(raw);
  if (Number.isNaN(number)) throw broken();
  return number;
}

/** A date of a file's ISO cells as the file itself counts its days, or a time of day. */
function serialOfIso(text: string, firstDay: number): number | undefined {
  const isTime = /^T?\d\d:\d\d/.test(text);
  const iso = isTime ? `1899-12-30T${text.replace(/^T/, '')}` : text;
  const milliseconds = Date.parse(
    /Z$|[+-]\d\d:\d\d$/.test(iso) || iso.length <= 10 ? iso : `${iso}Z`,
  );
  if (Number.isNaN(milliseconds)) return undefined;
  return milliseconds / 86_400_000 + 25_569 - (isTime ? 0 : firstDay);
}
