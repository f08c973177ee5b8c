import { fc } from '../properties';
import { exactSum, isoOf, spreadTargets, type Spread, type SpreadRequest } from '../../src/sales';
import { day, linesOf, type Line } from './sales-data';

const request: SpreadRequest = {
  by: ['Person'],
  year: 2026,
  grain: 'quarter',
  basis: { kind: 'total', total: 1000 },
  phasing: 'lastYear',
};

function spread(lines: readonly Line[], changes: Partial<SpreadRequest> = {}): Spread {
  const found = spreadTargets(linesOf(['Person'], lines), { ...request, ...changes });
  if ('problem' in found) throw new Error(found.problem);
  return found;
}

const lastYear: Line[] = [
  ['2025-01-10', 60, 'Ann'],
  ['2025-05-10', 20, 'Ann'],
  ['2025-12-31', 20, 'Bob'],
  ['2024-12-31', 999, 'Bob'],
  ['2026-01-01', 888, 'Bob'],
];

describe('a proposal of targets', () => {
  test('shares the total as people shared last year’s sales, and phases it as last year', () => {
    // Ann 80 and Bob 20 of 100; quarters 60, 20, 0, 20.
    const { lines, periods, total, sum } = spread(lastYear);
    expect(periods.map(({ label }) => label)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
    expect(lines).toEqual([
      { key: ['Ann'], lastYear: 80, target: 800, amounts: [480, 160, 0, 160] },
      { key: ['Bob'], lastYear: 20, target: 200, amounts: [120, 40, 0, 40] },
    ]);
    expect([total, sum]).toEqual([1000, 1000]);
  });

  test('grows last year’s sales', () => {
    const grown = spread(lastYear, { basis: { kind: 'growth', ratio: 0.05 } });
    expect([grown.lastYearTotal, grown.total, grown.sum]).toEqual([100, 105, 105]);
  });

  test('may be spread evenly', () => {
    const { lines } = spread(lastYear, { phasing: 'even', basis: { kind: 'total', total: 100 } });
    expect(lines[0]?.amounts).toEqual([20, 20, 20, 20]);
  });

  test('holds only those in its scope', () => {
    const { lines, sum } = spread(lastYear, { only: { dimension: 'Person', texts: ['Bob'] } });
    expect(lines.map(({ key }) => key)).toEqual([['Bob']]);
    expect(sum).toBe(1000);
  });

  test.each<[string, readonly Line[], Partial<SpreadRequest>, string]>([
    [
      'a total of fractions of cents',
      lastYear,
      { basis: { kind: 'total', total: 0.005 } },
      'totalHasTooManyDecimals',
    ],
    ['a total that is none', lastYear, { basis: { kind: 'total', total: NaN } }, 'totalIsNoNumber'],
    [
      'no last year to grow from',
      [['2024-01-01', 5, 'Ann']],
      { basis: { kind: 'growth', ratio: 0.1 } },
      'noLastYear',
    ],
    ['no sales at all', [], {}, 'nothingToSpread'],
    [
      'a scope nobody is in',
      lastYear,
      { only: { dimension: 'Person', texts: ['Zoe'] } },
      'nothingToSpread',
    ],
  ])('says that there is %s', (_, lines, changes, problem) => {
    expect(spreadTargets(linesOf(['Person'], lines), { ...request, ...changes })).toEqual({
      problem,
    });
  });

  test('adds up to its total to the cent, over people and over periods', () => {
    const line = fc
      .tuple(
        fc.integer({ min: day('2025-01-01'), max: day('2025-12-31') }),
        fc.integer({ min: 1, max: 1e7 }),
        fc.constantFrom('Ann', 'Bob', 'Cid', 'Dan', ''),
      )
      .map(([date, units, person]): Line => [isoOf(date), units / 100, person]);
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
        fc.constantFrom('lastYear' as const, 'even' as const),
        (sold, units, grain, phasing) => {
          const total = units / 100;
          const proposal = spread(sold, { grain, phasing, basis: { kind: 'total', total } });
          expect(proposal.sum).toBe(total + 0);
          expect(exactSum(proposal.lines.map(({ target }) => target))).toBe(total + 0);
          for (const { target, amounts } of proposal.lines) expect(exactSum(amounts)).toBe(target);
        },
      ),
    );
  });
});
