import { format, isTextFormat, parseValue } from 'numfmt';
import { findError } from '../../workbook';
import type { CellContent, CellValue } from '../../workbook';

/** What a cell holds after somebody typed into it, and the number format the typing brings along. */
export interface Typed {
  readonly content: CellContent;
  readonly numberFormat?: string;
}

const general = 'General';

// Digits with thousands, a sign or brackets keep the format General only without the separators.
const plainNumber = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)\s*$/;

/**
 * What Excel makes of a value written into a cell: text that reads as a number, a percentage, a
 * date, TRUE or an error becomes one, unless the cell has the text format or an apostrophe leads.
 */
export function typed(value: unknown, cellFormat: string): Typed | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? { content: value } : undefined;
  if (typeof value === 'boolean') return { content: value };
  if (typeof value !== 'string') return undefined;
  if (value === '') return { content: null };
  if (value.startsWith("'")) return { content: value.slice(1) };
  if (isTextFormat(cellFormat)) return { content: value };
  if (value.startsWith('=') && value.length > 1) return { content: { formula: value } };
  const error = findError(value.toUpperCase());
  if (error) return { content: error };
  if (plainNumber.test(value)) return { content: Number(value) };
  const parsed = parseValue(value);
  if (!parsed) return { content: value };
  const content = parsed.v;
  // The cell's own format stays; only General gives way to the one the text brings.
  if (parsed.z === undefined || cellFormat !== general) return { content };
  return { content, numberFormat: parsed.z };
}

/** The text a cell shows in a column that is wide enough. */
export function displayText(value: CellValue, numberFormat: string): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return format(numberFormat, value, { throws: false, locale: 'en-US' });
}

/** Brackets and quotes that do not close: Excel refuses the formula. */
export function isBrokenFormula(formula: string): boolean {
  const bare = formula.replaceAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '');
  if (bare.includes('"')) return true;
  let depth = 0;
  for (const character of bare) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth < 0) return true;
  }
  return depth !== 0;
}
