import { areaAddress, findPlace, quotedSheet } from '../../workbook';
import type { Area } from '../../workbook';
import { shiftArea } from './shift';
import type { Shift } from './shift';

// A string, a structured reference, or a cell reference with or without its sheet. A reference
// ends where no name goes on and no function call begins.
const tokens =
  /"(?:[^"]|"")*"|\[(?:[^[\]]|\[[^\]]*\])*\]|(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_.(!])|[\p{L}_\\][\p{L}\p{N}_.]*/gu;

/** Rewrites every cell reference of a formula; `rewrite` gets the sheet as the formula spells it. */
function rewriteReferences(
  formula: string,
  rewrite: (reference: string, sheet: string | undefined) => string,
): string {
  return formula.replace(tokens, (token: string, quoted?: string, reference?: string) => {
    if (reference === undefined) return token;
    const sheet = quoted?.startsWith("'") ? quoted.slice(1, -1).replaceAll("''", "'") : quoted;
    return rewrite(reference, sheet);
  });
}

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Puts the `$` of one reference onto the address of the area it has become. */
function spell(area: Area, like: string): string {
  const [first = '', last = first] = like.split(':');
  const whole = { columns: !/\d/.test(like), rows: !/[A-Za-z]/.test(like) };
  const parts = areaAddress(area).split(':');
  const [start = '', end = start] = parts;
  const dollar = (cell: string, pattern: string) => {
    const match = /^([A-Za-z]+)(\d+)$/.exec(cell);
    const [, letters = '', digits = ''] = match ?? [];
    const column = whole.rows ? '' : `${/^\$[A-Za-z]/.test(pattern) ? '$' : ''}${letters}`;
    const row = whole.columns ? '' : `${/\$\d/.test(pattern) ? '$' : ''}${digits}`;
    return column + row;
  };
  return like.includes(':') ? `${dollar(start, first)}:${dollar(end, last)}` : dollar(start, first);
}

/** A formula on `home` after cells of `sheet` have shifted. */
export function shiftFormula(formula: string, home: string, sheet: string, shift: Shift): string {
  return rewriteReferences(formula, (reference, named) => {
    const prefix = named === undefined ? '' : `${quotedSheet(named)}!`;
    const place = findPlace(reference);
    if (!place || !sameName(named ?? home, sheet)) return prefix + reference;
    const area = shiftArea(place.area, shift);
    return prefix + (area ? spell(area, reference) : '#REF!');
  });
}

export function renameSheetInFormula(formula: string, from: string, to: string): string {
  return rewriteReferences(formula, (reference, named) => {
    if (named === undefined) return reference;
    return `${quotedSheet(sameName(named, from) ? to : named)}!${reference}`;
  });
}

/** A formula after a sheet is gone: its references say so. */
export function dropSheetFromFormula(formula: string, sheet: string): string {
  return rewriteReferences(formula, (reference, named) => {
    if (named === undefined) return reference;
    return sameName(named, sheet) ? '#REF!' : `${quotedSheet(named)}!${reference}`;
  });
}
