import {
  formulaForFile,
  formulaFromFile,
  isSpilling,
  shiftFormula,
} from '../../src/xlsx/formula-text';

/** Spellings as Excel itself stores them. */
const spellings: readonly (readonly [string, string])[] = [
  ['=SUM(A1:A3)', 'SUM(A1:A3)'],
  ['=XLOOKUP(A1,B:B,C:C)', '_xlfn.XLOOKUP(A1,B:B,C:C)'],
  ['=SORT(FILTER(A1:A9,B1:B9>0))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>0))'],
  ['=LET(x,A1,y,2,x*y)', '_xlfn.LET(_xlpm.x,A1,_xlpm.y,2,_xlpm.x*_xlpm.y)'],
  ['=MAP(A1:A3,LAMBDA(value,value+1))', '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.value,_xlpm.value+1))'],
  ['=SUM(D3#)', 'SUM(_xlfn.ANCHORARRAY(D3))'],
  ['=NETWORKDAYS.INTL(A1,A2)', 'NETWORKDAYS.INTL(A1,A2)'],
  ['="IFS("&A1&"x#"', '"IFS("&A1&"x#"'],
  ["='My IFS(x)'!A1", "'My IFS(x)'!A1"],
  ['=SALES.VARIANCE(A1,B1)', 'SALES.VARIANCE(A1,B1)'],
  ['=SUM(Sales[Sales amount])', 'SUM(Sales[Sales amount])'],
];

test.each(spellings)('%s is stored as %s and read back', (seen, stored) => {
  expect(formulaForFile(seen)).toBe(stored);
  expect(formulaFromFile(stored)).toBe(seen);
});

test('a formula that moves takes its relative references along', () => {
  expect(shiftFormula('A1+$B1+C$1+$D$1', 2, 1)).toBe('B3+$B3+D$1+$D$1');
  expect(shiftFormula("SUM('A1'!A1:B2,A:A)", 1, 1)).toBe("SUM('A1'!B2:C3,B:B)");
  expect(shiftFormula('LOG10(A1)&"A1"&A1B2&Table1[A1]', 1, 0)).toBe(
    'LOG10(A2)&"A1"&A1B2&Table1[A1]',
  );
  expect(shiftFormula('A1', -1, 0)).toBe('#REF!');
});

test('formulas whose results spill are told apart', () => {
  expect(isSpilling('=UNIQUE(A1:A9)')).toBe(true);
  expect(isSpilling('=SUM(A1:A9)')).toBe(false);
});
