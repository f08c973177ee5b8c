import { columnIndex, columnLetters, maxColumns, maxRows } from '../workbook';

/** Functions newer than Excel 2007: a file spells them with `_xlfn.`, or Excel shows `#NAME?`. */
const newer = new Set(
  (
    'ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE ' +
    'BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE ' +
    'CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA ' +
    'CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL ' +
    'DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT ' +
    'F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT ' +
    'FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST ' +
    'GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC ' +
    'IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST ' +
    'LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NETWORKDAYS.INTL ' +
    'NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC ' +
    'PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY POISSON.DIST QUARTILE.EXC ' +
    'QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST ' +
    'RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SINGLE SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST ' +
    'T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL ' +
    'TOROW TRANSLATE TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE ' +
    'WEIBULL.DIST WORKDAY.INTL WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST ANCHORARRAY'
  ).split(' '),
);
/** These two carry a second prefix. */
const worksheetFunctions = new Set(['FILTER', 'SORT']);
/** In a file without a prefix although newer: they were add-in functions first. */
const unprefixed = new Set(['NETWORKDAYS.INTL', 'WORKDAY.INTL']);

/** Functions whose result spills, so that the cell must be marked as a dynamic array. */
const spilling =
  /\b(?:FILTER|SORT|SORTBY|UNIQUE|SEQUENCE|RANDARRAY|BYROW|BYCOL|MAKEARRAY|MAP|SCAN|HSTACK|VSTACK|TAKE|DROP|EXPAND|TOCOL|TOROW|WRAPROWS|WRAPCOLS|CHOOSEROWS|CHOOSECOLS|TEXTSPLIT|GROUPBY|PIVOTBY|XLOOKUP|TRIMRANGE)\(/i;

interface Token {
  readonly kind: 'word' | 'quoted' | 'other';
  readonly text: string;
}

const tokens =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]|[$\p{L}_\\][$\p{L}\p{N}_.\\]*|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|[^]/gu;

function tokensOf(formula: string): Token[] {
  return Array.from(formula.matchAll(tokens), ([text]) => ({
    kind: /^["'[]/.test(text) ? 'quoted' : /^[$\p{L}_\\]/u.test(text) ? 'word' : 'other',
    text,
  }));
}

/** The names that LET and LAMBDA declare anywhere in the formula, in capitals. */
function declaredNames(parts: readonly Token[]): Set<string> {
  const names = new Set<string>();
  const calls: { isLet: boolean; isLambda: boolean; argument: number; start: number }[] = [];
  const declare = (start: number, end: number) => {
    const argument = parts.slice(start, end).filter((part) => part.text.trim() !== '');
    const [only] = argument;
    if (argument.length === 1 && only?.kind === 'word') names.add(only.text.toUpperCase());
  };
  parts.forEach((part, index) => {
    const call = calls.at(-1);
    if (part.text === '(') {
      const name = parts[index - 1]?.kind === 'word' ? parts[index - 1]?.text.toUpperCase() : '';
      calls.push({
        isLet: name === 'LET',
        isLambda: name === 'LAMBDA',
        argument: 0,
        start: index + 1,
      });
    } else if (part.text === ')') calls.pop();
    else if (part.text === ',' && call) {
      if ((call.isLet && call.argument % 2 === 0) || call.isLambda) declare(call.start, index);
      call.argument += 1;
      call.start = index + 1;
    }
  });
  return names;
}

/** A formula as people see it, with its `=`, in the spelling that files use, without. */
export function formulaForFile(formula: string): string {
  const parts = tokensOf(formula.startsWith('=') ? formula.slice(1) : formula);
  const names = declaredNames(parts);
  let text = '';
  parts.forEach((part, index) => {
    const next = parts[index + 1]?.text;
    const name = part.text.toUpperCase();
    const isCall = next === '(';
    if (part.kind === 'word' && names.has(name) && next !== '!') text += `_xlpm.${part.text}`;
    else if (part.kind === 'word' && isCall && worksheetFunctions.has(name))
      text += `_xlfn._xlws.${name}`;
    else if (part.kind === 'word' && isCall && newer.has(name) && !unprefixed.has(name))
      text += `_xlfn.${name}`;
    else if (part.kind === 'word' && next === '#' && parseReference(part.text))
      text += `_xlfn.ANCHORARRAY(${part.text})`;
    else if (part.text === '#' && parts[index - 1]?.kind === 'word') {
      if (!parseReference(parts[index - 1]?.text ?? '')) text += part.text;
    } else text += part.text;
  });
  return text;
}

/** The reverse: a file's spelling as people see it, with its `=`. */
export function formulaFromFile(text: string): string {
  if (!/_xl(?:fn|ws|pm)\./i.test(text)) return `=${text}`;
  const seen = tokensOf(text)
    .map((part) =>
      part.kind === 'word' ? part.text.replace(/^(?:_xlfn\.|_xlws\.|_xlpm\.)+/i, '') : part.text,
    )
    .join('');
  return `=${seen.replace(/ANCHORARRAY\((\$?[A-Z]{1,3}\$?\d+)\)/gi, '$1#')}`;
}

/** Whether Excel would spill the formula's results, so that a file must mark it as an array. */
export function isSpilling(formula: string): boolean {
  return spilling.test(formula) || /[A-Za-z]\d+#/.test(formula);
}

interface Reference {
  readonly column: number | undefined;
  readonly row: number | undefined;
  readonly isColumnFixed: boolean;
  readonly isRowFixed: boolean;
}

function parseReference(text: string): Reference | undefined {
  const match = /^(\$?)([A-Za-z]{1,3})(\$?)(\d+)$/.exec(text);
  if (!match) return undefined;
  const [, columnMark, letters = '', rowMark, digits = ''] = match;
  const column = columnIndex(letters);
  const row = Number(digits) - 1;
  if (column >= maxColumns || row >= maxRows || row < 0) return undefined;
  return { column, row, isColumnFixed: columnMark === '$', isRowFixed: rowMark === '$' };
}

/**
 * A formula moved by rows and columns: what stands relative moves along, what is fixed stays. How a
 * file's shared formulas and rules over several areas are meant.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const parts = tokensOf(formula);
  return parts
    .map((part, index) => {
      if (part.kind !== 'word') return part.text;
      const next = parts[index + 1]?.text;
      if (next === '(' || next === '!') return part.text;
      const reference = parseReference(part.text);
      if (!reference) return shiftColumnOnly(parts, index, columns) ?? part.text;
      const column = (reference.column ?? 0) + (reference.isColumnFixed ? 0 : columns);
      const row = (reference.row ?? 0) + (reference.isRowFixed ? 0 : rows);
      if (column < 0 || row < 0 || column >= maxColumns || row >= maxRows) return '#REF!';
      const columnMark = reference.isColumnFixed ? '$' : '';
      const rowMark = reference.isRowFixed ? '$' : '';
      return `${columnMark}${columnLetters(column)}${rowMark}${String(row + 1)}`;
    })
    .join('');
}

/** `A:C` moves like cells do; undefined where the token is no side of such a pair. */
function shiftColumnOnly(parts: readonly Token[], index: number, columns: number) {
  const isSide = (at: number) => /^\$?[A-Za-z]{1,3}$/.test(parts[at]?.text ?? '');
  const isPair =
    (parts[index + 1]?.text === ':' && isSide(index + 2)) ||
    (parts[index - 1]?.text === ':' && isSide(index - 2));
  const text = parts[index]?.text ?? '';
  if (!isPair || !isSide(index) || text.startsWith('$')) return undefined;
  return columnLetters(columnIndex(text) + columns);
}
