import { fc } from '../properties';
import {
  attainment,
  decimalsOf,
  elapsedShare,
  exactSum,
  gap,
  growth,
  isMeasured,
  pace,
  requiredRunRate,
  runRate,
  statusOf,
  subtractExactly,
  targetToDate,
  unmeasurable,
  variance,
  varianceRatio,
} from '../../src/sales';
import { day } from './sales-data';

describe('variance', () => {
  test('of a period with a target and no sales is −target', () => {
    expect(variance(0, 134_000)).toBe(-134_000);
  });

  test('carries no rounding of its own', () => {
    expect(variance(1.1, 1)).toBe(0.1);
    expect(variance(1_000_000.1, 0.2)).toBe(999_999.9);
    expect(variance(16.448, 16.4)).toBe(0.048);
  });

  test('of equal amounts is a plain zero', () => {
    expect(Object.is(variance(-3.3, -3.3), 0)).toBe(true);
  });

  test('turns its sign when actual and target change places', () => {
    fc.assert(
      fc.property(cents(), cents(), (a, b) => {
        expect(variance(a, b) + variance(b, a)).toBe(0);
      }),
    );
  });
});

describe('varianceRatio', () => {
  // The vectors of the specification; (12000 + 10000) ÷ 10000 = 2.2, (−50 + 100) ÷ 100 = 0.5.
  test.each([
    [12_000, -10_000, 'absolute', 2.2],
    [12_000, -10_000, 'plain', -2.2],
    [-50, -100, 'absolute', 0.5],
    [-50, -100, 'plain', -0.5],
    [0, 100, 'strict', -1],
  ] as const)('of %d against %d, %s, is %d', (actual, target, method, ratio) => {
    expect(varianceRatio(actual, target, method)).toBe(ratio);
  });

  test.each([
    [12_000, -10_000],
    [-50, -100],
  ])('of %d against %d has no strict meaning', (actual, target) => {
    expect(varianceRatio(actual, target)).toBe(unmeasurable('targetNotPositive'));
  });

  test.each(['strict', 'absolute', 'plain'] as const)('to a target of 0 is none, %s', (method) => {
    expect(varianceRatio(7, 0, method)).toBe(unmeasurable('targetIsZero'));
    expect(varianceRatio(7, -0, method)).toBe(unmeasurable('targetIsZero'));
  });

  test('is attainment less 1 for positive targets', () => {
    fc.assert(
      fc.property(cents(), fc.integer({ min: 1, max: 1e9 }), (actual, target) => {
        const [ratio, share] = [varianceRatio(actual, target), attainment(actual, target)];
        if (!isMeasured(ratio) || !isMeasured(share)) throw new Error('A positive target has both');
        expect(ratio).toBeCloseTo(share - 1, 9);
      }),
    );
  });
});

describe('attainment', () => {
  test('of a group is the ratio of sums, not the mean of ratios', () => {
    // 150 of 100 and 800 of 1,000: 950 ÷ 1100 = 86.4 %, where the mean of 150 % and 80 % is 115 %.
    expect(attainment(150 + 800, 100 + 1000)).toBeCloseTo(0.8636, 4);
  });

  test.each([
    [0, 'targetIsZero'],
    [-1, 'targetNotPositive'],
  ] as const)('to a target of %d is none', (target, reason) => {
    expect(attainment(5, target)).toEqual({ reason });
  });
});

describe('gap', () => {
  test('is never negative', () => {
    expect(gap(1200, 1000)).toBe(0);
    expect(gap(800, 1000)).toBe(200);
    expect(gap(-50, 1000)).toBe(1050);
  });
});

describe('growth', () => {
  test('needs an earlier figure above zero', () => {
    expect(growth(110, 100)).toBe(0.1);
    expect(growth(110, 0)).toEqual({ reason: 'baseIsZero' });
    expect(growth(110, -100)).toEqual({ reason: 'baseNotPositive' });
  });
});

describe('status', () => {
  test('changes exactly at 90 % and at 100 %', () => {
    // 0.9 × 7 is 6.3, which binary numbers miss both ways.
    expect(statusOf(6.3, 7)).toBe('onTrack');
    expect(statusOf(6.29, 7)).toBe('behind');
    expect(statusOf(7, 7)).toBe('ahead');
    expect(statusOf(6.99, 7)).toBe('onTrack');
  });

  test('for a target of zero or less goes by the sign of the variance', () => {
    expect(statusOf(0, 0)).toBe('ahead');
    expect(statusOf(-1, 0)).toBe('behind');
    expect(statusOf(-10, -20)).toBe('ahead');
    expect(statusOf(-30, -20)).toBe('behind');
  });

  test('for costs is judged the other way round', () => {
    expect(statusOf(100, 100, undefined, -1)).toBe('ahead');
    expect(statusOf(110, 100, undefined, -1)).toBe('onTrack');
    expect(statusOf(111, 100, undefined, -1)).toBe('behind');
    expect(statusOf(80, 100, undefined, -1)).toBe('ahead');
  });
});

describe('on 13 February 2026, at 52,000 of 100,000', () => {
  const calendar = {
    start: day('2026-02-01'),
    end: day('2026-02-28'),
    phasing: 'calendarDays',
  } as const;
  const working = { ...calendar, phasing: 'workingDays' } as const;
  const asOf = day('2026-02-13');

  // 13 of 28 days, 10 of 20 working days.
  test('46,428.57 are due by calendar days and 50,000 by working days', () => {
    expect(targetToDate(100_000, calendar, asOf)).toBeCloseTo(46_428.57, 2);
    expect(targetToDate(100_000, working, asOf)).toBe(50_000);
  });

  test('the month would end at 112,000 by calendar days and 104,000 by working days', () => {
    expect(runRate(52_000, calendar, asOf)).toBeCloseTo(112_000, 6);
    expect(runRate(52_000, working, asOf)).toBe(104_000);
  });

  test('4,800 are needed on each working day left', () => {
    expect(requiredRunRate(52_000, 100_000, working, asOf)).toBe(4800);
  });

  test('the pace is 104 % of the part due by working days', () => {
    expect(pace(52_000, 50_000)).toBe(1.04);
  });

  test('nothing is due before the month begins, and all from its last day on', () => {
    expect(targetToDate(100_000, working, day('2026-01-31'))).toBe(0);
    expect(targetToDate(100_000, working, day('2026-02-28'))).toBe(100_000);
    expect(targetToDate(100_000, working, day('2026-03-09'))).toBe(100_000);
  });

  test('a reached target needs nothing more, a missed one cannot be reached without days', () => {
    expect(requiredRunRate(120_000, 100_000, working, day('2026-03-09'))).toBe(0);
    expect(requiredRunRate(52_000, 100_000, working, day('2026-02-28'))).toEqual({
      reason: 'noTimeLeft',
    });
  });

  test('there is no pace and no run rate before anything has passed', () => {
    // Sunday 1 February: no working day yet.
    const sunday = day('2026-02-01');
    expect(runRate(500, working, sunday)).toEqual({ reason: 'nothingElapsed' });
    expect(pace(500, targetToDate(100_000, working, sunday))).toEqual({ reason: 'nothingElapsed' });
  });

  test('the share that has passed never falls from day to day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3, max: 32 }), (offset) => {
        for (const { start, end, phasing } of [calendar, working]) {
          const today = elapsedShare(start, end, start + offset, phasing);
          const tomorrow = elapsedShare(start, end, start + offset + 1, phasing);
          expect(tomorrow).toBeGreaterThanOrEqual(today);
          expect(today).toBeGreaterThanOrEqual(0);
          expect(tomorrow).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('exact sums', () => {
  test('of ten dimes are one', () => {
    expect(exactSum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  });

  test('are the same in every order of rows', () => {
    const shuffled = fc
      .array(cents(), { minLength: 1, maxLength: 60 })
      .chain((amounts) =>
        fc.tuple(fc.constant(amounts), fc.shuffledSubarray(amounts, { minLength: amounts.length })),
      );
    fc.assert(
      fc.property(shuffled, ([amounts, otherOrder]) => {
        expect(exactSum(otherOrder)).toBe(exactSum(amounts));
      }),
    );
  });

  test('are those of whole cents', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 60 }), (units) => {
        const sum = units.reduce((total, unit) => total + BigInt(unit), 0n);
        expect(exactSum(units.map((unit) => unit / 100))).toBe(Number(sum) / 100 + 0);
      }),
    );
  });

  test('keep what plain addition loses where amounts have many decimals', () => {
    expect(exactSum([1e16, 1 / 3, -1e16])).toBeCloseTo(1 / 3, 12);
  });

  test('of nothing are 0', () => {
    expect(exactSum([])).toBe(0);
  });
});

test('decimals are those an amount is written with', () => {
  expect([0, 7, -7.5, 16.448, 1e-6, 1e-7, 1 / 3, 1e300].map(decimalsOf)).toEqual([
    0,
    0,
    1,
    3,
    6,
    undefined,
    undefined,
    undefined,
  ]);
});

test('subtraction of amounts written with few decimals is exact', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.integer({ min: 0, max: 3 }),
      (a, b, decimals) => {
        const scale = 10 ** decimals;
        expect(subtractExactly(a / scale, b / scale)).toBe((a - b) / scale + 0);
      },
    ),
  );
});

/** Amounts in cents, as money is. */
function cents() {
  return fc.integer({ min: -1e10, max: 1e10 }).map((units) => units / 100);
}
