import { displayUnit } from '../../src/summary/number-formats';

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
