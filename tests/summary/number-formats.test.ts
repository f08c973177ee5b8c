import { amountDecimals, displayUnit, keyFigureDecimals } from '../../src/summary/number-formats';

test.each([
  // Four digits at most, and never so few that figures of one report look alike.
  [9_999, '', '#,##0'],
  [10_000, 'k', '#,##0.0,'],
  [999_949, 'k', '#,##0.0,'],
  [999_950, 'k', '#,##0,'],
  [9_999_499, 'k', '#,##0,'],
  [9_999_500, 'M', '#,##0.0,,'],
  [-65_000, 'k', '#,##0.0,'],
  [9_999_500_000, 'bn', '#,##0.0,,,'],
])('the largest figure %p is shown with unit "%s" as %s', (largest, name, amount) => {
  expect(displayUnit(largest)).toMatchObject({ name, amount });
});

test('amounts side by side show cents where one has some and none is large', () => {
  const none = { reason: 'noTarget' } as const;
  expect(amountDecimals([850.5, 3000, none])).toBe(2);
  expect(amountDecimals([850, 3000, none])).toBe(0);
  // 0.1 + 0.2 is 0.30000000000000004 in binary, and has no more cents for it.
  expect(amountDecimals([3 + 1e-13])).toBe(0);
  expect(amountDecimals([850.5, 9_999.49])).toBe(2);
  // Would be shown as 10,000: the sheet shows thousands from there on.
  expect(amountDecimals([850.5, 9_999.5])).toBe(0);
  expect(amountDecimals([850.5, -10_000])).toBe(0);
});

test('a unit shows cents only where it is not a thousand or more', () => {
  expect(displayUnit(9_999, 2)).toMatchObject({ amount: '#,##0.00', decimals: 2 });
  expect(displayUnit(10_000, 2)).toMatchObject({ amount: '#,##0.0,', decimals: 0 });
});

test('key figures in money have the cents of the report, or else their own', () => {
  expect(keyFigureDecimals('money', [300, 900], 2)).toBe(2);
  expect(keyFigureDecimals('money', [300, 900.25], 0)).toBe(2);
  expect(keyFigureDecimals('money', [300, 900], 0)).toBe(0);
  expect(keyFigureDecimals('count', [3, 2.5], 0)).toBe(2);
  expect(keyFigureDecimals('count', [3, 2], 2)).toBe(0);
  expect(keyFigureDecimals('days', [49], 0)).toBe(1);
});
