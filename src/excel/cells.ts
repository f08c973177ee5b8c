import { findError, isError, isFormula } from '../workbook';
import type { Area, Block, CellContent, CellValue } from '../workbook';

/** A cell as Excel's interface takes and gives it. */
type HostCell = string | number | boolean;

/** Errors that Excel reads back from their spelling; others are written as text. */
const typeable = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

/**
 * What to write so that Excel changes nothing: texts start with an apostrophe, or `1/2` would
 * become a date and `=HYPERLINK(…)` a link.
 */
export function hostCell(content: CellContent): HostCell {
  if (content === null || content === '') return '';
  if (typeof content === 'string') return `'${content}`;
  if (typeof content !== 'object') return content;
  if (isFormula(content)) return content.formula;
  return typeable.has(content.error) ? content.error : `'${content.error}`;
}

/** A value that Excel gave. Text that merely spells an error cannot be told from one. */
function valueFrom(cell: unknown): CellValue {
  if (cell === '' || cell === null || cell === undefined) return null;
  if (typeof cell === 'string') return (cell.startsWith('#') && findError(cell)) || cell;
  if (typeof cell === 'number' || typeof cell === 'boolean') return cell;
  // Rich values of newer Excel (stocks, places) come as objects.
  return findError('#FIELD!') ?? null;
}

/** Rows that Excel gave, from `offset` on; they are read when somebody asks. */
export function blockOf(
  rows: (readonly unknown[])[],
  offset: number,
  formats?: Block['formats'],
): Block {
  let values: Block['values'] | undefined;
  return {
    offset,
    get values() {
      return (values ??= rows.map(valuesFrom));
    },
    given: { rows, read: valuesFrom },
    ...(formats && { formats }),
  };
}

/** A row of cells. Rows of plain values, which most are, are taken as they came. */
function valuesFrom(row: readonly unknown[]): readonly CellValue[] {
  return isPlain(row) ? row : row.map(valueFrom);
}

/** '#', with which errors begin. */
const hash = 35;

function isPlain(row: readonly unknown[]): row is readonly CellValue[] {
  for (const cell of row) {
    if (typeof cell === 'number' || typeof cell === 'boolean') continue;
    if (typeof cell !== 'string' || cell === '' || cell.charCodeAt(0) === hash) return false;
  }
  return true;
}

/** What a person typed: a formula or a constant. */
export function contentFrom(formula: unknown, value: unknown): CellContent {
  const result = valueFrom(value);
  // A text may begin with "=": Excel then gives it with the same value, a formula with another.
  if (typeof formula === 'string' && formula.startsWith('=') && formula !== value) {
    return { formula, result };
  }
  return result;
}

/** The size of a cell in a request, in bytes, about. */
export function payloadOf(content: CellContent): number {
  if (typeof content === 'string') return content.length + 4;
  if (typeof content === 'object' && content !== null) {
    return (isError(content) ? content.error.length : content.formula.length) + 4;
  }
  return 12;
}

/** Excel takes and gives 5 MB at a time; this leaves room for what surrounds the cells. */
const maxPayload = 3_500_000;

/** The rows in pieces that each fit in one request. */
export function chunksOf(
  cells: readonly (readonly CellContent[])[],
): { readonly start: number; readonly rows: readonly (readonly CellContent[])[] }[] {
  const chunks: { start: number; rows: (readonly CellContent[])[] }[] = [];
  let size = Infinity;
  cells.forEach((row, index) => {
    const bytes = row.reduce<number>((sum, cell) => sum + payloadOf(cell), 2);
    if (size + bytes > maxPayload) {
      chunks.push({ start: index, rows: [] });
      size = 0;
    }
    chunks.at(-1)?.rows.push(row);
    size += bytes;
  });
  return chunks;
}

export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
}
