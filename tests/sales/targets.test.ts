import { fc } from '../properties';
import { allocate, exactSum, findPeriod, phaseByWorkingDays, type Period } from '../../src/sales';

function parts(total: number, weights: readonly number[], decimals?: number): number[] {
  const spread = allocate(total, weights, decimals);
  if ('problem' in spread) throw new Error(spread.problem);
  return spread;
}

const weights = fc
  .array(fc.oneof(fc.nat(1000), fc.double({ min: 0, max: 1e6, noNaN: true })), {
    minLength: 1,
    maxLength: 24,
  })
  .filter((list) => list.some((weight) => weight > 1e-6));
const units = fc.integer({ min: -1e11, max: 1e11 });

describe('an allocation', () => {
  test('gives what is left over to the first of equal weights', () => {
    expect(parts(100_000, [1, 1, 1], 0)).toEqual([33_334, 33_333, 33_333]);
  });

  test('gives what is left over to the largest remainders', () => {
    expect(parts(498, [83, 57, 106, 87, 57])).toEqual([105.99, 72.79, 135.35, 111.09, 72.78]);
  });

  test('adds up to its total exactly', () => {
    fc.assert(
      fc.property(units, weights, (total, list) => {
        expect(exactSum(parts(total / 100, list))).toBe(total / 100 + 0);
      }),
    );
  });

  test('of a negative total mirrors the positive one', () => {
    expect(parts(-1000, [1, 1, 1], 0)).toEqual([-334, -333, -333]);
    fc.assert(
      fc.property(units, weights, (total, list) => {
        expect(parts(-total / 100, list)).toEqual(parts(total / 100, list).map((part) => 0 - part));
      }),
    );
  });

  test('is the same for weights of another scale', () => {
    const whole = fc.array(fc.nat(1000), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(
        units,
        whole.filter((list) => list.some((weight) => weight > 0)),
        (total, list) => {
          const doubled = list.map((weight) => weight * 2);
          expect(parts(total / 100, doubled)).toEqual(parts(total / 100, list));
        },
      ),
    );
  });

  test('is never a minor unit or more away from the exact share', () => {
    fc.assert(
      fc.property(fc.nat(1e9), weights, (total, list) => {
        const sum = list.reduce((all, weight) => all + weight, 0);
        parts(total, list, 0).forEach((part, index) => {
          expect(Math.abs(part - (total * (list[index] ?? 0)) / sum)).toBeLessThan(1 + 1e-6);
        });
      }),
    );
  });

  test('gives nothing to a weight of zero', () => {
    expect(parts(10, [0, 3, 0])).toEqual([0, 10, 0]);
  });

  test.each([
    [100, [], 'noWeights'],
    [100, [1, -1], 'negativeWeight'],
    [100, [0, 0], 'weightsAreZero'],
    [0.005, [1, 2], 'tooManyDecimals'],
  ] as const)('of %d over %j says what is wrong', (total, list, problem) => {
    expect(allocate(total, list)).toEqual({ problem });
  });
});

describe('phasing by working days', () => {
  const period = (label: string): Period => {
    const found = findPeriod(label);
    if (!found) throw new Error(label);
    return found;
  };

  test('splits a quarter by the working days of its months', () => {
    // January, February and March 2026 have 22, 20 and 22 working days: 64 in all.
    expect(phaseByWorkingDays(64_000, period('2026-Q1'), 'month')).toEqual([
      22_000, 20_000, 22_000,
    ]);
  });

  test('adds up to the target exactly, with as many decimals as it has', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(4), (total, decimals) => {
        const target = total / 10 ** decimals;
        const split = phaseByWorkingDays(target, period('2026-Q1'), 'month');
        expect(exactSum(split)).toBe(target + 0);
      }),
    );
  });
});
