import { fc } from '../../properties';
import {
  amountsOf,
  convertCurrencies,
  getDimension,
  type ConversionRequest,
  type Dataset,
  type Rate,
} from '../../../src/sales';
import { day, linesOf, type Line } from '../sales-data';

const rate = (currency: string, iso: string, value: number): Rate => ({
  currency,
  rate: value,
  day: day(iso),
});

const rates = [
  rate('USD', '2026-01-01', 0.5),
  rate('USD', '2026-02-01', 0.75),
  rate('GBP', '2026-01-15', 1.25),
];

const actual: ConversionRequest = {
  currency: 'Currency',
  to: 'EUR',
  rates,
  method: { kind: 'actual' },
};

function convert(lines: readonly Line[], changes: Partial<ConversionRequest> = {}) {
  return convertCurrencies(linesOf(['Currency'], lines), { ...actual, ...changes });
}

function amountsIn(converted: ReturnType<typeof convertCurrencies>): number[] {
  if (!('dataset' in converted)) throw new Error(JSON.stringify(converted.refused));
  return Array.from(converted.dataset.amounts.values);
}

describe('converting currencies', () => {
  const lines: Line[] = [
    ['2026-01-01', 100, 'USD'],
    ['2026-01-31', 100, 'USD'],
    ['2026-02-01', 100, 'USD'],
    ['2026-12-31', -100, 'USD'],
    ['2026-01-15', 100, 'GBP'],
    ['2025-01-01', 100, 'EUR'],
  ];

  test('takes the last rate on or before the day of the sale', () => {
    expect(amountsIn(convert(lines))).toEqual([50, 50, 75, -75, 125, 100]);
  });

  test('takes the rate of one day for all sales', () => {
    const of = (iso: string) =>
      amountsIn(convert(lines, { method: { kind: 'constant', day: day(iso) } }));
    expect(of('2026-01-31')).toEqual([50, 50, 50, -50, 125, 100]);
    expect(of('2026-02-01')).toEqual([75, 75, 75, -75, 125, 100]);
  });

  test('never takes a later rate, and names the currency, its first day and its rows', () => {
    const early: Line[] = [
      ['2026-01-14', 1, 'GBP'],
      ['2026-01-10', 1, 'gbp '],
      ['2026-01-15', 1, 'GBP'],
      ['2026-01-15', 1, 'SEK'],
    ];
    expect(convert(early)).toEqual({
      refused: {
        missing: [
          { currency: 'GBP', day: day('2026-01-10'), rows: 2 },
          { currency: 'SEK', day: day('2026-01-15'), rows: 1 },
        ],
        blankRows: 0,
      },
    });
    const constant = { kind: 'constant', day: day('2026-01-14') } as const;
    expect(convert([['2026-12-31', 1, 'GBP']], { method: constant })).toEqual({
      refused: {
        missing: [{ currency: 'GBP', day: day('2026-12-31'), rows: 1 }],
        blankRows: 0,
      },
    });
  });

  test('refuses rows without a currency, unless told which one is meant', () => {
    const blank: Line[] = [
      ['2026-01-01', 100, ''],
      ['2026-01-01', 100, ' '],
    ];
    expect(convert(blank)).toEqual({ refused: { missing: [], blankRows: 2 } });
    expect(amountsIn(convert(blank, { blank: 'usd' }))).toEqual([50, 50]);
    expect(amountsIn(convert(blank, { blank: 'EUR' }))).toEqual([100, 100]);
  });

  test('refuses rates that lead to another currency than the report’s', () => {
    const others = [...rates, { currency: 'EUR', rate: 1.08 }];
    expect(convert([['2026-01-01', 1, 'EUR']], { rates: others })).toEqual({
      refused: { missing: [], blankRows: 0, ownRate: 1.08 },
    });
    const same = [...rates, { currency: 'EUR', rate: 1 }];
    expect(amountsIn(convert([['2026-01-01', 1, 'EUR']], { rates: same }))).toEqual([1]);
  });

  test('takes an undated rate for every day', () => {
    const undated = [{ currency: 'USD', rate: 0.25 }];
    expect(amountsIn(convert([['1950-01-01', 100, 'USD']], { rates: undated }))).toEqual([25]);
    const all = [...undated, ...rates];
    expect(amountsIn(convert(lines.slice(0, 3), { rates: all }))).toEqual([50, 50, 75]);
    expect(amountsIn(convert([['2025-12-31', 100, 'USD']], { rates: all }))).toEqual([25]);
  });

  test('does not round rows', () => {
    // A hundredth at 0.123456789: far below a cent.
    const fine = [{ currency: 'USD', rate: 0.123456789 }];
    expect(amountsIn(convert([['2026-01-01', 0.01, 'USD']], { rates: fine }))[0]).toBeCloseTo(
      0.00123456789,
      15,
    );
  });

  test('leaves sales in the report’s currency as exact as they were', () => {
    const sales = linesOf(['Currency'], [['2026-01-01', 0.1, 'eur']]);
    const converted = convertCurrencies(sales, { ...actual, rates: [] });
    expect('dataset' in converted && converted.dataset).toBe(sales);
  });

  test('keeps what each sale was made in', () => {
    const converted = convert(lines);
    if (!('dataset' in converted)) throw new Error('All rates are there');
    expect(getDimension(converted.dataset, 'Currency').values).toEqual(['USD', 'GBP', 'EUR']);
  });

  test('converts those other figures that are money', () => {
    const sales: Dataset = {
      ...linesOf(['Currency'], [['2026-01-01', 100, 'USD']]),
      numbers: new Map([
        ['Quantity', amountsOf(Float64Array.of(3))],
        ['Cost', { ...amountsOf(Float64Array.of(60)), blanks: Uint8Array.of(0) }],
      ]),
    };
    const converted = convertCurrencies(sales, { ...actual, money: ['Cost'] });
    if (!('dataset' in converted)) throw new Error('All rates are there');
    expect(converted.dataset.numbers?.get('Cost')).toEqual({
      values: Float64Array.of(30),
      decimals: 0,
      blanks: Uint8Array.of(0),
    });
    expect(converted.dataset.numbers?.get('Quantity')?.values).toEqual(Float64Array.of(3));
    expect(() => convertCurrencies(sales, actual)).toThrow('Quantity, Cost');
    expect(() => convertCurrencies(sales, { ...actual, money: ['Tax'] })).toThrow('Tax');
  });

  test.each<[string, Partial<ConversionRequest>, string]>([
    ['a rate of 0', { rates: [{ currency: 'USD', rate: 0 }] }, 'The rate of USD is 0'],
    ['a rate below 0', { rates: [{ currency: 'USD', rate: -1 }] }, 'The rate of USD is -1'],
    ['a rate that is no number', { rates: [{ currency: 'USD', rate: NaN }] }, 'USD is NaN'],
    ['a rate of no currency', { rates: [{ currency: ' ', rate: 1 }] }, 'has no currency'],
    [
      'two rates on one day',
      { rates: [rate('usd', '2026-01-01', 1), rate('USD', '2026-01-01', 2)] },
      'USD has the rates 1 and 2 on one day',
    ],
    ['no currency to convert to', { to: ' ' }, 'No currency'],
  ])('throws for %s', (_, changes, message) => {
    expect(() => convert([], changes)).toThrow(message);
  });
});

describe('converting any sales', () => {
  test('takes the same rate as going through all rates from the last day back', () => {
    const anyRates = fc.uniqueArray(
      fc.record({
        currency: fc.constantFrom('USD', 'GBP'),
        day: fc.integer({ min: 46_000, max: 46_060 }),
        // Halves, so that products are exact.
        rate: fc.integer({ min: 1, max: 9 }).map((halves) => halves / 2),
      }),
      { selector: ({ currency, day: on }) => `${currency} ${String(on)}`, maxLength: 12 },
    );
    const anySales = fc.array(
      fc.tuple(fc.integer({ min: 46_000, max: 46_060 }), fc.constantFrom('USD', 'GBP', 'EUR')),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(anyRates, anySales, (given, sales) => {
        const dataset = {
          ...linesOf(
            ['Currency'],
            sales.map(([, currency]) => ['2026-01-01', 10, currency] as const),
          ),
          dates: Int32Array.from(sales, ([on]) => on),
        };
        const expected = sales.map(([on, currency]) => {
          if (currency === 'EUR') return 10;
          const before = given
            .filter((entry) => entry.currency === currency && entry.day <= on)
            .sort((one, other) => other.day - one.day);
          return 10 * (before[0]?.rate ?? NaN);
        });
        const converted = convertCurrencies(dataset, { ...actual, rates: given });
        expect('dataset' in converted).toBe(!expected.some(Number.isNaN));
        if ('dataset' in converted) expect(amountsIn(converted)).toEqual(expected);
      }),
    );
  });
});
