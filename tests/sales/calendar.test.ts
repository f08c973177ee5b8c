import { fc } from '../properties';
import {
  civilOf,
  daysInMonth,
  findIso,
  findPeriod,
  isDay,
  isFiner,
  isoOf,
  periodAt,
  periodIndex,
  periodOf,
  periodsWithin,
  phasedDays,
  serialOf,
  shiftYears,
  workingDays,
} from '../../src/sales';
import { day } from './sales-data';

// Serial numbers as Excel shows them for these dates.
test.each([
  [1900, 1, 1, 1],
  [1900, 2, 28, 59],
  [1900, 3, 1, 61],
  [1999, 12, 31, 36_525],
  [2000, 2, 29, 36_585],
  [2026, 2, 13, 46_066],
  [9999, 12, 31, 2_958_465],
])('%d-%d-%d is serial %d', (year, month, date, serial) => {
  expect(serialOf(year, month, date)).toBe(serial);
  expect(civilOf(serial)).toEqual({ year, month, day: date });
});

test('1900 and 2100 are no leap years, 2000 and 2024 are', () => {
  expect([1900, 2000, 2024, 2025, 2100].map((year) => daysInMonth(year, 2))).toEqual([
    28, 29, 29, 28, 28,
  ]);
  expect(isDay(2100, 2, 29)).toBe(false);
  expect(isDay(2026, 4, 31)).toBe(false);
});

test('months and days beyond the year run over into the next, as in DATE', () => {
  expect(isoOf(serialOf(2026, 14, 1))).toBe('2027-02-01');
  expect(isoOf(serialOf(2026, 3, 0))).toBe('2026-02-28');
});

test('every day from 1900-03-01 on reads back as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
      expect(findIso(isoOf(serial))).toBe(serial);
    }),
  );
});

test.each(['2026-02-30', '2026-13-01', '13.02.2026', '2026-2-13', 'x', ''])(
  '%p is no ISO date',
  (text) => {
    expect(findIso(text)).toBeUndefined();
  },
);

test('an ISO date may carry a time', () => {
  expect(findIso('2026-02-13T09:30:00Z')).toBe(46_066);
});

test('a year before 29 February is 28 February', () => {
  expect(isoOf(shiftYears(day('2024-02-29'), -1))).toBe('2023-02-28');
  expect(isoOf(shiftYears(day('2023-02-28'), 1))).toBe('2024-02-28');
});

test('31 March belongs to March and to the first quarter', () => {
  expect(periodOf(day('2026-03-31'), 'month').label).toBe('2026-03');
  expect(periodOf(day('2026-03-31'), 'quarter').label).toBe('2026-Q1');
  expect(periodOf(day('2026-04-01'), 'quarter').label).toBe('2026-Q2');
});

test('February ends on the 28th, or on the 29th', () => {
  expect(isoOf(periodOf(day('2025-02-10'), 'month').end)).toBe('2025-02-28');
  expect(isoOf(periodOf(day('2024-02-10'), 'month').end)).toBe('2024-02-29');
});

test('December is followed by January', () => {
  const december = periodOf(day('2025-12-31'), 'month');
  expect(periodAt(december.index + 1, 'month').label).toBe('2026-01');
});

test('periods of a grain follow each other without gap or overlap', () => {
  fc.assert(
    fc.property(
      // To the end of 2199: a bare number beyond is not read as a year.
      fc.integer({ min: 61, max: 109_574 }),
      fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
      (date, grain) => {
        const period = periodOf(date, grain);
        expect(period.start).toBeLessThanOrEqual(date);
        expect(period.end).toBeGreaterThanOrEqual(date);
        expect(periodAt(period.index + 1, grain).start).toBe(period.end + 1);
        expect(periodIndex(period.end, grain)).toBe(period.index);
        expect(findPeriod(period.label)).toEqual(period);
      },
    ),
  );
});

test('a quarter has three months, a year four quarters', () => {
  const labels = (text: string, grain: 'month' | 'quarter') => {
    const period = findPeriod(text);
    return period && periodsWithin(period, grain).map(({ label }) => label);
  };
  expect(labels('2026-Q1', 'month')).toEqual(['2026-01', '2026-02', '2026-03']);
  expect(labels('2026', 'quarter')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
  expect(isFiner('quarter', 'year')).toBe(true);
  expect(isFiner('year', 'year')).toBe(false);
});

test.each([
  ['2026-03', '2026-03'],
  ['2026/3', '2026-03'],
  ['2026Q1', '2026-Q1'],
  ['2026-Q4', '2026-Q4'],
  ['Q3 2026', '2026-Q3'],
  [' 2026 ', '2026'],
])('%p names the period %s', (text, label) => {
  expect(findPeriod(text)?.label).toBe(label);
});

test.each(['2026-13', '2026-0', '2026-Q5', 'Q0 2026', '1234', '2026-03-01', 'March'])(
  '%p names no period',
  (text) => {
    expect(findPeriod(text)).toBeUndefined();
  },
);

test('working days are Monday to Friday', () => {
  // February 2026 begins on a Sunday: 20 working days, 10 of them by the 13th.
  expect(workingDays(day('2026-02-01'), day('2026-02-28'))).toBe(20);
  expect(workingDays(day('2026-02-01'), day('2026-02-13'))).toBe(10);
  expect(workingDays(day('2026-02-14'), day('2026-02-15'))).toBe(0);
  expect(workingDays(day('2026-02-16'), day('2026-02-16'))).toBe(1);
  expect(workingDays(day('2026-02-16'), day('2026-02-15'))).toBe(0);
});

test('two spans that meet have the working days of both', () => {
  const date = fc.integer({ min: 40_000, max: 50_000 });
  fc.assert(
    fc.property(date, fc.nat(400), fc.nat(400), (start, first, second) => {
      const middle = start + first;
      const end = middle + 1 + second;
      expect(workingDays(start, middle) + workingDays(middle + 1, end)).toBe(
        workingDays(start, end),
      );
      expect(phasedDays(start, end, 'calendarDays')).toBe(end - start + 1);
    }),
  );
});
