import { findNumber, numbersOf } from '../../src/taskpane/numbers';

describe('a number that a person types', () => {
  // Each line as a person of that country writes it.
  test.each([
    ['1,500,000', 'en-US', 1_500_000],
    ['1500000.25', 'en-US', 1_500_000.25],
    ['1.500.000,25', 'de-DE', 1_500_000.25],
    ['1 500 000,25', 'fr-FR', 1_500_000.25],
    ['-7.5', 'en-GB', -7.5],
    ['−3', 'en-US', -3],
    ['12,5', 'de-DE', 12.5],
  ])('%s in %s is read', (text, locale, expected) => {
    expect(findNumber(text, locale)).toBe(expected);
  });

  test.each(['', 'about 5', '1,50,000', '5 %', '1e6', '1,5'])('"%s" is refused', (text) => {
    expect(findNumber(text, 'en-US')).toBeUndefined();
  });

  test('three digits behind the locale’s own separator are a group, never a fraction', () => {
    expect(findNumber('1.500', 'de-DE')).toBe(1500);
    expect(findNumber('1.500', 'en-US')).toBe(1.5);
  });
});

describe('figures in the pane', () => {
  const numbers = numbersOf('en-US');

  test('amounts of a report have the decimals of the report', () => {
    const { amount, signed } = numbers.amounts(2);
    expect([850.5, 3000.5, 482].map(amount)).toEqual(['850.50', '3,000.50', '482.00']);
    expect(signed(-2150)).toBe('-2,150.00');
    expect(numbers.amounts(0).amount(8_971_848.44)).toBe('8,971,848');
    expect(numbers.amounts(0).signed(850.5)).toBe('+851');
  });

  test('a variance alone is shown whole where it is large, else with its cents', () => {
    expect(numbers.signed(-13_870.4)).toBe('-13,870');
    expect(numbers.signed(-850.5)).toBe('-850.50');
    expect(numbers.signed(-850)).toBe('-850');
  });

  test('a variance carries its sign, a plus too, and none where it is zero', () => {
    expect(numbers.signed(-1387)).toBe('-1,387');
    expect(numbers.signed(1387)).toBe('+1,387');
    expect(numbers.signed(0)).toBe('0');
  });

  test('the exact value keeps every digit', () => {
    expect(numbers.exact(80_977_720.2109)).toBe('80,977,720.2109');
  });

  test('a day is that of its serial number on every machine', () => {
    // 46066 is 2026-02-13 in Excel.
    expect(numbers.day(46_066)).toBe('Feb 13, 2026');
  });
});
