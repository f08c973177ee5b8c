import { fc } from '../properties';
import {
  exactSum,
  isMeasured,
  isoOf,
  trackAgainstTargets,
  type Measure,
  type TrackingReport,
} from '../../src/sales';
import { day, linesOf, requestFor, type Line } from './sales-data';

function track(
  sales: readonly Line[],
  targets: readonly Line[],
  asOf: string,
  changes: Parameters<typeof requestFor>[1] = {},
): TrackingReport {
  const by = changes.by ?? ['Person'];
  return trackAgainstTargets(linesOf(by, sales), linesOf(by, targets), requestFor(asOf, changes));
}

const keysOf = (rows: readonly { readonly key: readonly string[] }[]) =>
  rows.map(({ key }) => key.join('/'));
const sumOf = (measures: readonly Measure[]) => exactSum(measures.filter(isMeasured));

test('a period with a target and no sales has a variance of −target', () => {
  const { rows } = track(
    [['2026-01-15', 70, 'Ann']],
    [
      ['2026-01-01', 80, 'Ann'],
      ['2026-02-01', 90, 'Ann'],
    ],
    '2026-02-28',
  );
  expect(rows[1]).toMatchObject({
    key: ['Ann'],
    actual: 0,
    target: 90,
    variance: -90,
    varianceRatio: -1,
    attainment: 0,
    status: 'behind',
  });
});

test('keys and periods of either side are in the rows, whatever the other side has', () => {
  const { rows, total } = track(
    [
      ['2026-01-15', 70, 'Ann'],
      ['2026-02-03', 11, 'Bob'],
    ],
    [
      ['2026-01-01', 80, 'Cid'],
      ['2026-03-01', 90, 'Ann'],
    ],
    '2026-03-31',
  );
  expect(rows.map(({ key, period }) => [period.label, ...key])).toEqual([
    ['2026-01', 'Ann'],
    ['2026-01', 'Cid'],
    ['2026-02', 'Bob'],
    ['2026-03', 'Ann'],
  ]);
  expect(rows[0]).toMatchObject({ target: { reason: 'noTarget' }, status: 'noTarget' });
  // 81 sold of 170, sales without a target included.
  expect(total).toMatchObject({ actual: 81, target: 170, variance: -89 });
});

test('a target of 0 is a target', () => {
  const { rows } = track([], [['2026-01-01', 0, 'Ann']], '2026-01-31');
  expect(rows).toMatchObject([{ target: 0, variance: 0, attainment: { reason: 'targetIsZero' } }]);
});

test('rows without a key are told apart, and assigned and unassigned make the total', () => {
  const { control, current } = track(
    [
      ['2026-01-15', 70, 'Ann'],
      ['2026-01-16', 5, ''],
    ],
    [
      ['2026-01-01', 80, 'Ann'],
      ['2026-01-01', 9, ''],
    ],
    '2026-01-31',
  );
  expect(control.sales).toEqual({ assigned: 70, unassigned: 5, total: 75 });
  expect(control.targets).toEqual({ assigned: 80, unassigned: 9, total: 89 });
  expect(keysOf(current.rows)).toEqual(['Ann', '']);
});

test('a key that lacks one of two parts is unassigned', () => {
  const { control } = track([['2026-01-15', 70, 'Ann', '']], [], '2026-01-31', {
    by: ['Person', 'Region'],
  });
  expect(control.sales).toEqual({ assigned: 0, unassigned: 70, total: 70 });
});

test('sales without a target are named, so that the variances can be reconciled', () => {
  const { control, rows, total } = track(
    [
      ['2026-01-15', 70, 'Ann'],
      ['2026-01-16', 5.5, 'Bob'],
    ],
    [['2026-01-01', 80, 'Ann']],
    '2026-01-31',
  );
  expect(control.salesWithoutTarget).toBe(5.5);
  // −10 of Ann, and 5.5 that no row's variance holds: −4.5.
  expect(exactSum([sumOf(rows.map((row) => row.variance)), 5.5])).toBe(-4.5);
  expect(total.variance).toBe(-4.5);
});

test('rows come worst first, without a target behind, unassigned last', () => {
  const { current } = track(
    [
      ['2026-01-15', 70, 'Ann'],
      ['2026-01-15', 40, 'Bob'],
      ['2026-01-15', 5, 'Dan'],
      ['2026-01-15', 6, 'Eve'],
      ['2026-01-15', 1, ''],
    ],
    [
      ['2026-01-01', 60, 'Ann'],
      ['2026-01-01', 65, 'Bob'],
      ['2026-01-01', 30, 'Cid'],
      ['2026-01-01', 99, ''],
    ],
    '2026-01-31',
  );
  // −30, −25, +10; Eve sold more than Dan.
  expect(keysOf(current.rows)).toEqual(['Cid', 'Bob', 'Ann', 'Eve', 'Dan', '']);
});

test('an open period is judged by its pace, a closed one by its target', () => {
  const sales: Line[] = [
    ['2026-01-15', 60, 'Ann'],
    ['2026-02-10', 60, 'Ann'],
  ];
  const targets: Line[] = [
    ['2026-01-01', 100, 'Ann'],
    ['2026-02-01', 100, 'Ann'],
    ['2026-03-01', 100, 'Ann'],
  ];
  // 13 of 28 days: 46.43 due, 60 there; a closed February is behind with the same 60.
  const open = track(sales, targets, '2026-02-13');
  expect(open.rows.map(({ status }) => status)).toEqual(['behind', 'ahead', 'notStarted']);
  expect(open.current.total.pace).toBeCloseTo(60 / ((100 * 13) / 28), 12);
  const closed = track(sales, targets, '2026-02-28');
  expect(closed.rows[1]?.status).toBe('behind');
});

test('nobody is ahead on a weekend before the first working day', () => {
  // 1 February 2026 is a Sunday: nothing is due yet.
  const sunday = track(
    [['2026-02-01', 5, 'Bob']],
    [
      ['2026-02-01', 100, 'Ann'],
      ['2026-02-01', 100, 'Bob'],
    ],
    '2026-02-01',
    { phasing: 'workingDays' },
  );
  expect(sunday.rows.map(({ key, status }) => [...key, status])).toEqual([
    ['Ann', 'notStarted'],
    ['Bob', 'ahead'],
  ]);
  expect(sunday.current.rows.map(({ key, status }) => [...key, status])).toEqual([
    ['Ann', 'notStarted'],
    ['Bob', 'ahead'],
  ]);
});

test('sales after the as-of day are left out and counted', () => {
  const { total, control, rows } = track(
    [
      ['2026-01-15', 60, 'Ann'],
      ['2026-01-16', 7, 'Ann'],
      ['2026-02-01', 8, 'Bob'],
    ],
    [['2026-01-01', 100, 'Ann']],
    '2026-01-15',
  );
  expect(total.actual).toBe(60);
  expect(control).toMatchObject({ rowsAfterAsOf: 2, sales: { total: 60 } });
  expect(keysOf(rows)).toEqual(['Ann']);
});

describe('the year before', () => {
  const sales: Line[] = [
    ['2025-01-10', 3, 'Ann'],
    ['2025-02-13', 10, 'Ann'],
    ['2025-02-14', 1000, 'Ann'],
    ['2026-02-05', 20, 'Ann'],
  ];

  test('is cut at the same day in an open period', () => {
    const { current, yearToDate } = track(sales, [], '2026-02-13');
    expect(current.total).toMatchObject({ actual: 20, prior: 10, change: 10, growth: 1 });
    expect(yearToDate.total).toMatchObject({ actual: 20, prior: 13 });
  });

  test('is whole in a closed period', () => {
    expect(track(sales, [], '2026-02-28').current.total.prior).toBe(1010);
  });

  test('keeps 29 February of a month that is compared whole', () => {
    const leap: Line[] = [
      ['2024-01-02', 1, 'Ann'],
      ['2024-02-29', 50, 'Ann'],
      ['2025-02-28', 70, 'Ann'],
    ];
    expect(track(leap, [], '2025-02-28').current.total.prior).toBe(50);
    expect(track(leap, [], '2025-03-31', { shown: day('2025-02-01') }).current.total.prior).toBe(
      50,
    );
  });

  test('covers the same days in the period and in the year to date', () => {
    // On 28 February 2025 the first quarter is open: 29 February 2024 lies beyond its same day.
    const leap: Line[] = [
      ['2024-01-02', 1, 'Ann'],
      ['2024-02-29', 50, 'Ann'],
      ['2025-02-28', 70, 'Ann'],
    ];
    const { current, yearToDate } = track(leap, [], '2025-02-28', { grain: 'quarter' });
    expect(current.total.prior).toBe(1);
    expect(yearToDate.total.prior).toBe(1);
  });

  test('is no figure where the data do not reach back to it', () => {
    const { current } = track([['2026-02-05', 20, 'Ann']], [], '2026-02-13');
    expect(current.total).toMatchObject({
      prior: { reason: 'noPriorSales' },
      growth: { reason: 'noPriorSales' },
    });
  });
});

describe('the year to date', () => {
  test('holds the target that is due by the as-of day', () => {
    const { yearToDate } = track(
      [['2026-01-15', 90, 'Ann']],
      [
        ['2026-01-01', 100, 'Ann'],
        ['2026-02-01', 280, 'Ann'],
        ['2026-03-01', 1000, 'Ann'],
      ],
      '2026-02-13',
    );
    // 100 and 13 of February's 28 days: 130.
    expect(yearToDate.total).toMatchObject({ actual: 90, target: 230, variance: -140 });
    expect(isoOf(yearToDate.start)).toBe('2026-01-01');
    expect(isoOf(yearToDate.end)).toBe('2026-02-13');
  });

  test('ends with the period that is shown', () => {
    const { yearToDate, current } = track(
      [
        ['2026-01-15', 90, 'Ann'],
        ['2026-03-15', 7, 'Ann'],
      ],
      [
        ['2026-01-01', 100, 'Ann'],
        ['2026-03-01', 1000, 'Ann'],
      ],
      '2026-03-31',
      { shown: day('2026-01-20') },
    );
    expect(current.period.label).toBe('2026-01');
    expect(yearToDate.total).toMatchObject({ actual: 90, target: 100 });
  });
});

describe('targets of a longer period', () => {
  test('are split by working days and add up to what was set', () => {
    const { rows, total } = track(
      [['2026-01-15', 50, 'Ann']],
      [['2026-01-01', 100, 'Ann']],
      '2026-03-31',
      { targetGrain: 'quarter' },
    );
    // 22, 20 and 22 working days of 64: 34.375, 31.25, 34.375, the odd cent to the first.
    expect(rows.map(({ target }) => target)).toEqual([34.38, 31.25, 34.37]);
    expect(total.target).toBe(100);
  });

  test('of shorter periods are added', () => {
    const { rows } = track(
      [],
      [
        ['2026-01-01', 10.1, 'Ann'],
        ['2026-02-01', 20.2, 'Ann'],
        ['2026-04-01', 7, 'Ann'],
      ],
      '2026-06-30',
      { grain: 'quarter' },
    );
    expect(rows.map(({ target }) => target)).toEqual([30.3, 7]);
  });
});

test('without a dimension there is one row a period', () => {
  const { rows, current, control } = track(
    [['2026-01-15', 50]],
    [['2026-01-01', 100]],
    '2026-01-31',
    { by: [] },
  );
  expect(rows).toMatchObject([{ key: [], actual: 50, target: 100 }]);
  expect(current.rows).toHaveLength(1);
  expect(control.sales).toEqual({ assigned: 50, unassigned: 0, total: 50 });
});

test('no sales and no targets make an empty report', () => {
  const report = track([], [], '2026-01-31');
  expect(report).toMatchObject({ periods: [], rows: [], totals: [] });
  expect(report.total).toMatchObject({ actual: 0, target: { reason: 'noTarget' } });
});

describe('for any sales and targets', () => {
  const line = fc
    .tuple(
      fc.integer({ min: day('2025-11-01'), max: day('2026-04-30') }),
      fc.integer({ min: -50_000, max: 100_000 }),
      fc.constantFrom('Ann', 'Bob', 'Cid', ''),
    )
    .map(([date, units, person]): Line => [isoOf(date), units / 100, person]);
  const target = line.map(([iso, amount, person = '']): Line => [
    `${iso.slice(0, 7)}-01`,
    Math.abs(amount),
    person,
  ]);
  const lines = fc.array(line, { maxLength: 40 });
  const targets = fc.array(target, { maxLength: 20 });
  const grains = fc.constantFrom('month' as const, 'quarter' as const, 'year' as const);

  test('variances add up to the variance of the total', () => {
    fc.assert(
      fc.property(lines, targets, grains, (sold, planned, grain) => {
        const { rows, total, control } = track(sold, planned, '2026-04-30', { grain });
        const variances = sumOf(rows.map((row) => row.variance));
        const whole = isMeasured(total.variance) ? total.variance : total.actual;
        expect(exactSum([variances, control.salesWithoutTarget])).toBe(whole);
      }),
    );
  });

  test('rows and totals of periods add up to the total, for sales and targets', () => {
    fc.assert(
      fc.property(lines, targets, grains, (sold, planned, grain) => {
        const { rows, totals, total, control } = track(sold, planned, '2026-02-10', { grain });
        const target = isMeasured(total.target) ? total.target : 0;
        for (const parts of [rows, totals]) {
          expect(exactSum(parts.map(({ actual }) => actual))).toBe(total.actual);
          expect(sumOf(parts.map((part) => part.target))).toBe(target);
        }
        for (const split of [control.sales, control.targets]) {
          expect(exactSum([split.assigned, split.unassigned])).toBe(split.total);
        }
      }),
    );
  });

  test('the order of rows changes nothing', () => {
    fc.assert(
      fc.property(lines, targets, (sold, planned) => {
        const there = track(sold, planned, '2026-02-10');
        const back = track([...sold].reverse(), [...planned].reverse(), '2026-02-10');
        expect(back.rows).toEqual(there.rows);
        expect(back.current).toEqual(there.current);
        expect(back.yearToDate).toEqual(there.yearToDate);
      }),
    );
  });

  test('no figure is ever infinite or no number', () => {
    fc.assert(
      fc.property(lines, targets, grains, (sold, planned, grain) => {
        const report = track(sold, planned, '2026-02-10', { grain });
        for (const figure of figuresIn(report)) expect(Number.isFinite(figure)).toBe(true);
      }),
    );
  });
});

/** Every number of a report, however deep. */
function figuresIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(figuresIn);
}
