import { CellValueType } from '@univerjs/core';
import type { ICellData, Nullable } from '@univerjs/core';

import { findError, isError, isFormula } from '../../../workbook';
import type { CellContent, CellValue } from '../../../workbook';

/** Files keep newer functions under a prefix that no grid shows. */
const filePrefixes = /_xlfn\.|_xlws\.|_xlpm\./g;

/** `D3#` is spelled `ANCHORARRAY(D3)` inside Univer, whose reader does not know the sign. */
const spillReference =
  /(^|[^A-Za-z0-9_.$#])((?:'(?:[^']|'')+'!|[A-Za-z_][\w.]*!)?\$?[A-Za-z]{1,3}\$?\d+)#/g;
const anchorArray = /ANCHORARRAY\(([^()]*)\)/g;

/** Applies a change to a formula outside its quoted texts. */
function outsideTexts(formula: string, change: (part: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}

export function toUniverFormula(formula: string): string {
  return outsideTexts(formula, (part) =>
    part.replace(filePrefixes, '').replace(spillReference, '$1ANCHORARRAY($2)'),
  );
}

export function fromUniverFormula(formula: string): string {
  return outsideTexts(formula, (part) => part.replace(anchorArray, '$1#'));
}

/** A value and its type as Univer keeps them. */
function typedValue(value: CellValue): ICellData {
  if (value === null) return { v: null, t: null };
  if (isError(value)) return { v: value.error, t: CellValueType.STRING };
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: CellValueType.STRING };
}

/** What a cell holds, replacing whatever stood there but its style. */
export function toCellData(content: CellContent): ICellData {
  if (!isFormula(content)) return { ...typedValue(content), f: null, si: null, p: null };
  return {
    ...typedValue(content.result ?? null),
    f: toUniverFormula(content.formula),
    si: null,
    p: null,
  };
}

/** The same for a cell on which nothing stood: no empty properties. */
export function toNewCellData(content: CellContent): ICellData {
  if (!isFormula(content)) return typedValue(content);
  const formula = { f: toUniverFormula(content.formula) };
  const { result } = content;
  return result === undefined || result === null ? formula : { ...typedValue(result), ...formula };
}

/** The contents less the results that array formulas among them fill into other cells. */
export function withoutSpilled(
  contents: readonly (readonly CellContent[])[],
): readonly (readonly CellContent[])[] {
  const blank = new Set<string>();
  contents.forEach((line, row) => {
    line.forEach((content, column) => {
      if (content === null || !isFormula(content) || !content.spill) return;
      const { rows, columns } = content.spill;
      for (let down = 0; down < rows; down += 1) {
        for (let across = 0; across < columns; across += 1) {
          if (down + across > 0) blank.add(`${String(row + down)},${String(column + across)}`);
        }
      }
    });
  });
  if (blank.size === 0) return contents;
  return contents.map((line, row) =>
    line.map((content, column) => (blank.has(`${String(row)},${String(column)}`) ? null : content)),
  );
}

/** The value of a cell; `isResult` says that a formula made it, so an error's text is an error. */
export function toCellValue(cell: Nullable<ICellData>, isResult = true): CellValue {
  const value = cell?.v;
  if (cell === null || cell === undefined || value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value;
  if (cell.t === CellValueType.BOOLEAN) return Number(value) === 1 || value === 'TRUE';
  if (cell.t === CellValueType.NUMBER) return Number(value);
  if (typeof value === 'number') return value;
  return isResult ? (toError(value) ?? value) : value;
}

/** Univer's own spellings among the errors, in Excel's. */
function toError(text: string): CellValue | undefined {
  if (text === '#GETTING_DATA') return { error: '#BUSY!' };
  if (text === '#CYCLE!' || text === '#ERROR!')
    return { error: text === '#CYCLE!' ? '#NUM!' : '#VALUE!' };
  return findError(text);
}
