/** Excel's limit for a sheet's name. */
const maxSheetName = 31;

/**
 * The wished name, or where it is taken the first free one with a number: `Sales report (2)`. Excel
 * does not tell capitals apart.
 */
export function freeSheetName(wished: string, taken: Iterable<string>): string {
  const lower = new Set(Array.from(taken, (name) => name.toLowerCase()));
  const base = validSheetName(wished);
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${String(number)})`;
    const name = base.slice(0, maxSheetName - suffix.length) + suffix;
    if (!lower.has(name.toLowerCase())) return name;
  }
}

/** A name that Excel accepts: without the characters that formulas need, and not too long. */
function validSheetName(wished: string): string {
  const allowed = wished
    .replace(/[\\/?*[\]:]/g, '-')
    .replace(/^'+|'+$/g, '')
    .slice(0, maxSheetName)
    .trim();
  // Excel keeps "History" for itself.
  return allowed === '' || allowed.toLowerCase() === 'history' ? 'Sheet' : allowed;
}

/** The wished table name, or where a table or a defined name bears it the first free one. */
export function freeTableName(wished: string, taken: Iterable<string>): string {
  const lower = new Set(Array.from(taken, (name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wished : `${wished}_${String(number)}`;
    if (!lower.has(name.toLowerCase())) return name;
  }
}

/** Excel's limit for a table's name. */
const maxTableName = 255;

/**
 * A table name that Excel accepts, as like to the wished one as can be.
 * @example validTableName('sales 2026-03') // 'sales_2026_03'
 * @example validTableName('Q1') // '_Q1'
 */
export function validTableName(wished: string): string {
  const name = wished
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_.]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, maxTableName - 10);
  if (name === '') return 'Table';
  // Names may not look like a cell, in either way of naming cells, nor begin with a figure.
  const isCell = /^[a-z]{1,3}\d+$/i.test(name) || /^r?\d*c?\d*$/i.test(name);
  return isCell || !/^\p{L}/u.test(name) ? `_${name}` : name;
}
