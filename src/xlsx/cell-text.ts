import {
  areaAddress,
  cellAddress,
  columnLetters,
  isError,
  isFormula,
  WorkbookError,
} from '../workbook';
import type { CellContent, CellValue, Formula } from '../workbook';
import { formulaForFile, isSpilling } from './formula-text';

/** Excel's limit for the text of one cell. */
const maxCharacters = 32_767;

/** Texts that cells point to by number, each stored once. */
export class SharedStrings {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  add(text: string): number {
    this.uses += 1;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(text, number);
    return number;
  }

  toXml(): string {
    const items = Array.from(this.numbers.keys(), (text) => `<si>${textElement(text)}</si>`);
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
      `count="${String(this.uses)}" uniqueCount="${String(this.numbers.size)}">${items.join('')}</sst>`
    );
  }
}

function textElement(text: string): string {
  const space = /^\s|\s$|[\n\t]| {2}/.test(text) ? ' xml:space="preserve"' : '';
  return `<t${space}>${escapeText(text)}</t>`;
}

/** Text as XML; what XML forbids is written the way Excel does, `_x0007_`. */
export function escapeText(text: string): string {
  return text
    .replace(/_x(?=[0-9a-fA-F]{4}_)/g, '_x005F_x')
    .replace(
      /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Text as an attribute's value. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}

export interface CellRows {
  readonly sheet: string;
  readonly cells: readonly (readonly CellContent[])[];
  readonly rowHeights: Readonly<Record<number, number>>;
  /** The file's number for the style of a cell or a row; 0 is the plain one. */
  styleOfCell(row: number, column: number): number;
  styleOfRow(row: number): number;
  readonly rows: number;
  readonly columns: number;
}

/** So many rows are one text, of which none may be longer than half a GB. */
const rowsAPiece = 10_000;

/** A sheet's rows as they stand between `<sheetData>` and `</sheetData>`, in pieces. */
export function* cellRowsXml(sheet: CellRows, strings: SharedStrings): Generator<string> {
  const letters = Array.from({ length: sheet.columns }, (_, column) => columnLetters(column));
  let lines: string[] = [];
  const lastHeight = Object.keys(sheet.rowHeights).reduce((most, row) => Math.max(most, +row), -1);
  for (let row = 0; row < Math.max(sheet.rows, lastHeight + 1); row += 1) {
    let line = '';
    const contents = sheet.cells[row] ?? [];
    for (let column = 0; column < sheet.columns; column += 1) {
      const content = contents[column] ?? null;
      const style = sheet.styleOfCell(row, column);
      if (style === 0 && (content === null || content === '')) continue;
      const at = `${letters[column] ?? ''}${String(row + 1)}`;
      line += cellXml(content, at, style, strings, sheet.sheet, row, column);
    }
    const height = sheet.rowHeights[row];
    const style = sheet.styleOfRow(row);
    if (line === '' && height === undefined && style === 0) continue;
    lines.push(
      `<row r="${String(row + 1)}"` +
        (height === undefined ? '' : ` ht="${String(height)}" customHeight="1"`) +
        (style === 0 ? '' : ` s="${String(style)}" customFormat="1"`) +
        (line === '' ? '/>' : `>${line}</row>`),
    );
    if (lines.length < rowsAPiece) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

function cellXml(
  content: CellContent,
  at: string,
  style: number,
  strings: SharedStrings,
  sheet: string,
  row: number,
  column: number,
): string {
  const open = style === 0 ? `<c r="${at}"` : `<c r="${at}" s="${String(style)}"`;
  if (content === null || content === '') return `${open}/>`;
  if (typeof content === 'number') return `${open}><v>${numberText(content, sheet, at)}</v></c>`;
  if (typeof content === 'string') {
    if (content.length > maxCharacters) throw new WorkbookError('tooLarge', `${sheet}!${at}`);
    return `${open} t="s"><v>${String(strings.add(content))}</v></c>`;
  }
  if (typeof content === 'boolean') return `${open} t="b"><v>${content ? '1' : '0'}</v></c>`;
  if (isError(content)) return `${open} t="e"><v>${content.error}</v></c>`;
  if (isFormula(content)) return formulaXml(content, open, sheet, row, column);
  return `${open}/>`;
}

function numberText(number: number, sheet: string, at: string): string {
  if (!Number.isFinite(number))
    throw new Error(`No number for a cell: ${String(number)} at ${sheet}!${at}`);
  return String(number);
}

/** Whether a formula is stored as an array, so that Excel lets its results spill. */
export function isArrayFormula(content: CellContent): content is Formula {
  return isFormula(content) && (content.spill !== undefined || isSpilling(content.formula));
}

function formulaXml(
  content: Formula,
  open: string,
  sheet: string,
  row: number,
  column: number,
): string {
  const size = content.spill ?? { rows: 1, columns: 1 };
  const ref = areaAddress({ row, column, ...size });
  // cm points to the record in metadata.xml that says "dynamic".
  const isArray = isArrayFormula(content);
  const formula = `<f${isArray ? ` t="array" ref="${ref}"` : ''}>${escapeText(formulaForFile(content.formula))}</f>`;
  const { type, value } = resultXml(content.result ?? null, sheet, cellAddress(row, column));
  return `${open}${isArray ? ' cm="1"' : ''}${type}>${formula}${value}</c>`;
}

function resultXml(result: CellValue, sheet: string, at: string): { type: string; value: string } {
  if (result === null) return { type: '', value: '' };
  if (typeof result === 'number') {
    return { type: '', value: `<v>${numberText(result, sheet, at)}</v>` };
  }
  if (typeof result === 'boolean') return { type: ' t="b"', value: `<v>${result ? '1' : '0'}</v>` };
  if (isError(result)) return { type: ' t="e"', value: `<v>${result.error}</v>` };
  return { type: ' t="str"', value: `<v>${escapeText(result)}</v>` };
}
