import {
  aggregate,
  amountsOf,
  periodIndex,
  type Aggregate,
  type AggregateRequest,
  type Amounts,
  type Dataset,
  type MeasureName,
} from '../../src/sales';
import { day, linesOf } from './sales-data';

const none = null;

/** A column of numbers, null where the row has none. */
function numbers(cells: readonly (number | null)[]): Amounts {
  return {
    ...amountsOf(Float64Array.from(cells, (cell) => cell ?? 0)),
    ...(cells.includes(none) && {
      blanks: Uint8Array.from(cells, (cell) => Number(cell === none)),
    }),
  };
}

/** Five lines of sales worked out by hand below. */
function lines(): Dataset {
  return {
    ...linesOf(
      ['Person', 'Region', 'Invoice', 'Client'],
      [
        ['2026-01-05', 100.1, 'Ann', 'West', '1', 'Acme'],
        ['2026-01-20', 200.2, 'Ann', 'West', '1', 'Acme'],
        ['2026-02-03', 50, 'Ann', 'East', '2', 'Bolt'],
        ['2026-02-10', 400, 'Bob', 'West', '3', 'Acme'],
        ['2026-04-01', -30, 'Bob', '', '', ''],
      ],
    ),
    numbers: new Map([
      ['Pieces', numbers([10, 10, none, 40, -3])],
      ['Cost', numbers([60, 120, none, 300, none])],
    ]),
    roles: new Map([
      ['quantity', 'Pieces'],
      ['cost', 'Cost'],
      ['orderId', 'Invoice'],
      ['customer', 'Client'],
    ]),
  };
}

/** Of each key the sums of its cells, in minor units; null for a step without rows. */
function sumsByKey(sold: Aggregate): [readonly string[], (number | null)[]][] {
  const { keys, steps, cells } = sold.byKey();
  const sums = sold.minorSums('sales');
  return keys.map((key, at) => [
    key,
    Array.from(cells.subarray(at * steps, (at + 1) * steps), (cell) =>
      cell === 0 ? null : (sums?.[cell] ?? NaN),
    ),
  ]);
}

function figures(dataset: Dataset, by: readonly string[], measure: MeasureName) {
  const result = aggregate(dataset, { by, measures: [measure] });
  return Object.fromEntries(
    result.groups().map(({ cell, key }) => [key.join(), result.figure(cell, measure)]),
  );
}

describe('an aggregate', () => {
  test.each([
    ['sales', { Ann: 350.3, Bob: 370 }],
    ['lines', { Ann: 3, Bob: 2 }],
    ['quantity', { Ann: 20, Bob: 37 }],
    ['orders', { Ann: 2, Bob: 1 }],
    ['customers', { Ann: 2, Bob: 1 }],
    ['averageDeal', { Ann: 350.3 / 3, Bob: 185 }],
    ['medianDeal', { Ann: 100.1, Bob: 185 }],
    ['smallestDeal', { Ann: 50, Bob: -30 }],
    ['largestDeal', { Ann: 200.2, Bob: 400 }],
    ['latestDeal', { Ann: 50, Bob: -30 }],
    // Of the rows with an invoice: 350.3 of two, 400 of one.
    ['averageOrder', { Ann: 175.15, Bob: 400 }],
    ['salesPerCustomer', { Ann: 175.15, Bob: 400 }],
    // The line of 50 has no pieces: 300.3 ÷ 20; 370 ÷ 37.
    ['averagePrice', { Ann: 15.015, Bob: 10 }],
    // Of the lines with a cost: 300.3 − 180 of 300.3; 100 of 400.
    ['grossMargin', { Ann: 120.3, Bob: 100 }],
    ['grossMarginRate', { Ann: 120.3 / 300.3, Bob: 0.25 }],
  ] as const)('computes %s of every group', (measure, expected) => {
    const found = figures(lines(), ['Person'], measure);
    expect(Object.keys(found)).toEqual(Object.keys(expected));
    for (const [name, value] of Object.entries(expected))
      expect(found[name]).toBeCloseTo(value, 10);
  });

  test('adds amounts exactly, whatever their order', () => {
    const cents = [0.1, 0.2, 0.3, -0.6, 16.448];
    const dataset = linesOf(
      [],
      cents.map((amount) => ['2026-01-01', amount] as const),
    );
    expect(figures(dataset, [], 'sales')).toEqual({ '': 16.448 });
  });

  test('takes a ratio of sums, never the mean of ratios', () => {
    // 150 of 100 and 800 of 1,000 make 950 of 1,100.
    const dataset: Dataset = {
      ...linesOf(
        ['Person'],
        [
          ['2026-01-01', 150, 'Ann'],
          ['2026-01-01', 800, 'Ann'],
        ],
      ),
      numbers: new Map([['quantity', numbers([100, 1000])]]),
    };
    expect(figures(dataset, ['Person'], 'averagePrice')).toEqual({ Ann: 950 / 1100 });
  });

  test('groups by several dimensions and by period at once', () => {
    const result = aggregate(lines(), {
      by: ['Person', 'Region'],
      grain: 'month',
      measures: ['sales', 'lines'],
    });
    const january = periodIndex(day('2026-01-01'), 'month');
    expect(
      result
        .groups()
        .map(({ cell, key, step }) => [
          ...key,
          step - january,
          result.figure(cell, 'sales'),
          result.figure(cell, 'lines'),
        ]),
    ).toEqual([
      ['Ann', 'West', 0, 300.3, 2],
      ['Ann', 'East', 1, 50, 1],
      ['Bob', 'West', 1, 400, 1],
      ['Bob', '', 3, -30, 1],
    ]);
    expect(result.periods().map(({ label }) => label)).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
    ]);
    expect(result.figure(result.find(['Bob', 'West'], january + 1), 'sales')).toBe(400);
  });

  test('tells spans of days apart by the days on which they begin', () => {
    const result = aggregate(lines(), {
      by: [],
      cuts: [day('2026-01-20'), day('2026-02-10')],
      measures: ['sales'],
    });
    expect(result.groups().map(({ cell, step }) => [step, result.figure(cell, 'sales')])).toEqual([
      [0, 100.1],
      [1, 250.2],
      [2, 370],
    ]);
  });

  test('leaves out other days and other texts', () => {
    const request: AggregateRequest = { by: ['Person'], measures: ['sales', 'medianDeal'] };
    const total = (conditions: Partial<AggregateRequest>) => {
      const result = aggregate(lines(), { ...request, ...conditions });
      return result.groups().map(({ cell, key }) => [...key, result.figure(cell, 'sales')]);
    };
    expect(total({ from: day('2026-01-20'), to: day('2026-02-03') })).toEqual([['Ann', 250.2]]);
    expect(total({ where: new Map([['Region', ['East', '', 'North']]]) })).toEqual([
      ['Ann', 50],
      ['Bob', -30],
    ]);
    expect(total({ from: day('2027-01-01') })).toEqual([]);
  });

  test.each([[['Person']], [['Person', 'Region']]])(
    'knows a group by its rows where they add up to nothing, by %j and month',
    (by) => {
      const dataset = linesOf(
        ['Person', 'Region'],
        [
          ['2026-01-05', 10.1, 'Ann', 'West'],
          ['2026-02-05', 0, 'Ann', 'West'],
          ['2026-02-06', -0, 'Bob', 'West'],
          ['2026-03-05', 0.3, 'Bob', 'West'],
          ['2026-03-06', -0.1, 'Bob', 'West'],
          ['2026-03-07', -0.2, 'Bob', 'West'],
        ],
      );
      const result = aggregate(dataset, { by, grain: 'month', measures: ['sales'] });
      const first = result.firstStep;
      const found = result
        .groups()
        .map(({ cell, key, step }) => [key[0], step - first, result.figure(cell, 'sales')]);
      expect(found).toEqual([
        ['Ann', 0, 10.1],
        ['Ann', 1, 0],
        ['Bob', 1, 0],
        ['Bob', 2, 0],
      ]);
      expect(result.byKey().cells.filter((cell) => cell !== 0)).toHaveLength(4);
    },
  );

  test('answers for a group without rows as for no rows', () => {
    const measures = ['sales', 'lines', 'customers', 'averageDeal', 'medianDeal'] as const;
    const result = aggregate(lines(), { by: ['Person'], measures });
    const cell = result.find(['Cid']);
    expect(measures.map((measure) => result.figure(cell, measure))).toEqual([
      0,
      0,
      0,
      { reason: 'noRows' },
      { reason: 'noRows' },
    ]);
  });

  test('says why a figure cannot be computed', () => {
    const bare = linesOf(['Person'], [['2026-01-01', 5, 'Ann']]);
    for (const measure of ['quantity', 'averagePrice', 'customers', 'salesCycle'] as const) {
      expect(figures(bare, ['Person'], measure)).toEqual({ Ann: { reason: 'noColumn' } });
    }
    const pieces = (count: number | null) => ({
      ...bare,
      numbers: new Map([['quantity', numbers([count])]]),
    });
    expect(figures(pieces(0), [], 'averagePrice')).toEqual({ '': { reason: 'divisorIsZero' } });
    expect(figures(pieces(none), [], 'averagePrice')).toEqual({ '': { reason: 'noValues' } });
    expect(figures(pieces(none), [], 'quantity')).toEqual({ '': { reason: 'noValues' } });
    expect(figures(pieces(-1), [], 'averagePrice')).toEqual({ '': { reason: 'divisorNegative' } });
  });

  test('refuses a dimension and a measure that are not there', () => {
    expect(() => aggregate(lines(), { by: ['Team'], measures: [] })).toThrow('"Team"');
    expect(() => aggregate(lines(), { by: [], measures: ['sales'] }).figure(1, 'lines')).toThrow(
      '"lines"',
    );
  });

  test('finds the groups of another data set by their texts', () => {
    const sales = aggregate(lines(), { by: ['Person'], grain: 'month', measures: ['sales'] });
    const targets = aggregate(
      linesOf(
        ['Person'],
        [
          ['2026-02-01', 9, 'Cid'],
          ['2026-02-01', 500, 'Bob'],
          ['2026-01-01', 300, 'Ann'],
        ],
      ),
      { by: ['Person'], grain: 'month', measures: ['sales'] },
    );
    const cells = sales.cells();
    const met = Array.from(targets.matching(sales, cells), (cell) => targets.figure(cell, 'sales'));
    expect(Array.from(cells, (cell) => sales.groupAt(cell).key[0])).toEqual([
      'Ann',
      'Ann',
      'Bob',
      'Bob',
    ]);
    expect(met).toEqual([300, 0, 500, 0]);
  });

  test('gives each key its cells by step, none where it has no rows', () => {
    const sold = aggregate(lines(), { by: ['Person'], grain: 'month', measures: ['sales'] });
    expect(sumsByKey(sold)).toEqual([
      // January to April 2026, in tenths as the amounts are: 100.1 + 200.2, and 50.
      [['Ann'], [3003, 500, null, null]],
      [['Bob'], [null, 4000, null, -300]],
    ]);
  });

  test.each([
    ['has all combinations of few texts', 20],
    // 400 × 400 texts in 3 months: more than 65,536 and than twice the rows.
    ['has those that occur of many texts', 400],
  ])('gives keys the same cells as adding up the rows does where it %s', (_, texts) => {
    const values = Array.from({ length: texts }, (__, code) => `T${String(code)}`);
    // Two keys of each text of A, a row of every key each twenty days.
    const places = Array.from({ length: 90 }, (__, row) => [row % 10, row % 20] as const);
    const first = day('2026-01-01');
    const dataset: Dataset = {
      rows: 90,
      dates: Int32Array.from(places, (__, row) => first + row),
      amounts: amountsOf(Float64Array.from(places, (__, row) => row + 1)),
      dimensions: new Map([
        ['A', { codes: Int32Array.from(places, ([a]) => a), values }],
        ['B', { codes: Int32Array.from(places, ([, b]) => b), values }],
      ]),
    };
    const expected = new Map<string, (number | null)[]>();
    for (const [row, [a, b]] of places.entries()) {
      const key = `T${String(a)},T${String(b)}`;
      // 31 days of January, then 28 of February, then March.
      const month = row < 31 ? 0 : row < 59 ? 1 : 2;
      const sums = expected.get(key) ?? [null, null, null];
      sums[month] = (sums[month] ?? 0) + row + 1;
      expected.set(key, sums);
    }
    const sold = aggregate(dataset, { by: ['A', 'B'], grain: 'month', measures: ['sales'] });
    expect(expected.size).toBe(20);
    expect(new Map(sumsByKey(sold).map(([key, sums]) => [key.join(), sums]))).toEqual(expected);
  });

  test('keeps groups apart where there are more combinations than cells or numbers', () => {
    // 300,000 texts in each of three columns: 2.7 · 10^16 combinations.
    const size = 300_000;
    const values = Array.from({ length: size }, (_, index) => String(index));
    const codes = Int32Array.of(size - 1, 5, size - 1, 5);
    const dataset: Dataset = {
      rows: 4,
      dates: new Int32Array(4).fill(46_000),
      amounts: amountsOf(Float64Array.of(1, 2, 4, 8)),
      dimensions: new Map([
        ['A', { codes, values }],
        ['B', { codes, values }],
        ['C', { codes: Int32Array.of(0, 1, 2, 1), values }],
      ]),
    };
    const last = String(size - 1);
    expect(figures(dataset, ['A', 'B', 'C'], 'sales')).toEqual({
      '5,5,1': 10,
      [`${last},${last},0`]: 1,
      [`${last},${last},2`]: 4,
    });
  });
});
