import { fc } from '../../properties';
import {
  allocate,
  amountsOf,
  getDimension,
  splitCredit,
  type Credit,
  type Dataset,
  type SplitRequest,
} from '../../../src/sales';
import { linesOf, type Line } from '../sales-data';

const credit = (deal: string, person: string, share: number): Credit => ({ deal, person, share });

function split(
  lines: readonly Line[],
  credits: readonly Credit[],
  changes: Partial<SplitRequest> = {},
) {
  const sales = linesOf(['Order ID', 'Rep', 'Region'], lines);
  return splitCredit(sales, { deal: 'Order ID', person: 'Rep', credits, ...changes });
}

function rowsOf(dataset: Dataset): (readonly [string, number])[] {
  const { codes, values } = getDimension(dataset, 'Rep');
  return Array.from(codes, (code, row) => [
    values[code] ?? '?',
    dataset.amounts.values[row] ?? NaN,
  ]);
}

describe('splitting credit', () => {
  const halves = [credit('D1', 'Ann', 0.5), credit('D1', 'Bob', 0.5)];

  test('gives each row of a credited deal to its people, and leaves other rows whole', () => {
    const { dataset, sourceRows, unknownDeals } = split(
      [
        ['2026-01-01', 100, 'D1', 'Zoe', 'West'],
        ['2026-01-02', 40, 'D2', 'Zoe', 'East'],
        ['2026-01-03', 10, 'D1', '', 'West'],
        ['2026-01-04', 7, '', 'Ann', 'West'],
      ],
      halves,
    );
    expect(rowsOf(dataset)).toEqual([
      ['Ann', 50],
      ['Bob', 50],
      ['Zoe', 40],
      ['Ann', 5],
      ['Bob', 5],
      ['Ann', 7],
    ]);
    expect([...sourceRows]).toEqual([0, 0, 1, 2, 2, 3]);
    expect(unknownDeals).toEqual([]);
    const regions = getDimension(dataset, 'Region');
    expect(Array.from(regions.codes, (code) => regions.values[code])).toEqual([
      'West',
      'West',
      'East',
      'West',
      'West',
      'West',
    ]);
    expect([...dataset.dates]).toEqual([46_023, 46_023, 46_024, 46_025, 46_025, 46_026]);
  });

  test('gives the cents left over to the largest remainders, of returns as well', () => {
    // A third of 100.00 is 33.33 each and a cent over; 0.25 and 0.75 of 0.01 are 0.25 and 0.75 cents.
    const thirds = ['Ann', 'Bob', 'Cid'].map((person) => credit('D1', person, 1 / 3));
    expect(rowsOf(split([['2026-01-01', -100, 'D1', '', '']], thirds).dataset)).toEqual([
      ['Ann', -33.34],
      ['Bob', -33.33],
      ['Cid', -33.33],
    ]);
    const quarters = [credit('D1', 'Ann', 0.25), credit('D1', 'Bob', 0.75)];
    expect(rowsOf(split([['2026-01-01', 0.01, 'D1', '', '']], quarters).dataset)).toEqual([
      ['Ann', 0],
      ['Bob', 0.01],
    ]);
  });

  test('takes remainders that differ by rounding alone for equal, and prefers the larger share', () => {
    // 13.5 and 31.5 cents: floating point makes 31.499… of the second.
    const credits = [credit('D1', 'Ann', 0.3), credit('D1', 'Bob', 0.7)];
    expect(rowsOf(split([['2026-01-01', 0.45, 'D1', '', '']], credits).dataset)).toEqual([
      ['Ann', 0.13],
      ['Bob', 0.32],
    ]);
  });

  test('splits whole amounts to the cent, to fewer or more digits where told', () => {
    const one: Line[] = [['2026-01-01', 101, 'D1', '', '']];
    expect(rowsOf(split(one, halves).dataset)).toEqual([
      ['Ann', 50.5],
      ['Bob', 50.5],
    ]);
    expect(rowsOf(split(one, halves, { decimals: 0 }).dataset)).toEqual([
      ['Ann', 51],
      ['Bob', 50],
    ]);
  });

  test('keeps the digits of amounts that have more', () => {
    expect(rowsOf(split([['2026-01-01', 0.0625, 'D1', '', '']], halves).dataset)).toEqual([
      ['Ann', 0.0313],
      ['Bob', 0.0312],
    ]);
  });

  test('stays with the units of amounts that smaller ones could not count', () => {
    const large = 2 ** 51 - 1;
    const { dataset } = split([['2026-01-01', large, 'D1', '', '']], halves);
    expect(rowsOf(dataset)).toEqual([
      ['Ann', (large + 1) / 2],
      ['Bob', (large - 1) / 2],
    ]);
  });

  test('never gives rows without a deal to anybody', () => {
    const { dataset, unknownDeals } = split(
      [['2026-01-01', 1, '', 'Ann', '']],
      [credit('', 'Bob', 1)],
    );
    expect(rowsOf(dataset)).toEqual([['Ann', 1]]);
    expect(unknownDeals).toEqual(['']);
  });

  test('names deals with credits that no row has', () => {
    const { unknownDeals } = split([['2026-01-01', 1, 'd1', 'Ann', '']], halves);
    expect(unknownDeals).toEqual(['D1']);
  });

  test('adds up the shares of someone named twice, and makes no row for a share of 0', () => {
    const credits = [
      credit('D1', 'Ann', 0.25),
      credit('D1', 'Bob', 0.5),
      credit('D1', 'Cid', 0),
      credit('D1', 'Ann', 0.25),
    ];
    expect(rowsOf(split([['2026-01-01', 10, 'D1', '', '']], credits).dataset)).toEqual([
      ['Ann', 5],
      ['Bob', 5],
    ]);
  });

  test('gives a deal of one person to that person', () => {
    const { dataset } = split([['2026-01-01', 10, 'D1', 'Zoe', '']], [credit('D1', 'Ann', 1)]);
    expect(rowsOf(dataset)).toEqual([['Ann', 10]]);
  });

  test('gives the last person the rest of an amount without whole units', () => {
    const third = 1 / 3;
    const credits = [credit('D1', 'Ann', 0.3), credit('D1', 'Bob', 0.7)];
    const { dataset } = split([['2026-01-01', third, 'D1', '', '']], credits);
    expect(rowsOf(dataset)).toEqual([
      ['Ann', third * 0.3],
      ['Bob', third - third * 0.3],
    ]);
  });

  test('splits a quantity with its row and repeats a price', () => {
    const sales = linesOf(['Order ID', 'Rep'], [['2026-01-01', 10, 'D1', 'Zoe']]);
    const numbers = new Map([
      ['Quantity', { ...amountsOf(Float64Array.of(3)), blanks: Uint8Array.of(0) }],
      ['Price', amountsOf(Float64Array.of(3.5))],
    ]);
    const request = { deal: 'Order ID', person: 'Rep', credits: halves };
    const { dataset } = splitCredit({ ...sales, numbers }, { ...request, totals: ['Quantity'] });
    expect(dataset.numbers?.get('Quantity')).toEqual({
      values: Float64Array.of(1.5, 1.5),
      decimals: 2,
      blanks: Uint8Array.of(0, 0),
    });
    expect(dataset.numbers?.get('Price')).toEqual(amountsOf(Float64Array.of(3.5, 3.5)));
    expect(() => splitCredit({ ...sales, numbers }, request)).toThrow('Quantity, Price');
    expect(() => splitCredit(sales, { ...request, totals: ['Cost'] })).toThrow('Cost');
  });

  test.each<[string, readonly Credit[], string]>([
    ['that add up to less', [credit('D1', 'Ann', 0.9)], 'The shares of D1 add up to 0.9'],
    [
      'that add up to less by rounding thirds',
      ['Ann', 'Bob', 'Cid'].map((person) => credit('D1', person, 0.3333)),
      'The shares of D1 add up to 0.9999',
    ],
    [
      'below 0',
      [credit('D1', 'Ann', 1.5), credit('D1', 'Bob', -0.5)],
      'Bob has a share of -0.5 in D1',
    ],
    ['that are no number', [credit('D1', 'Ann', NaN)], 'Ann has a share of NaN in D1'],
  ])('refuses shares %s', (_, credits, message) => {
    expect(() => split([], credits)).toThrow(message);
  });
});

/** Shares of one deal in twelfths, which floating point does not add up to one exactly. */
const anyShares = fc
  .array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 })
  .filter((parts) => parts.some((part) => part > 0))
  .map((parts) => {
    const sum = parts.reduce((all, part) => all + part, 0);
    return parts.map((part) => part / sum);
  });

describe('splitting any credit', () => {
  test('never changes the sum of a row, to the last unit, nor the part by a unit or more', () => {
    const cents = fc.integer({ min: -10_000_000, max: 10_000_000 });
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 10 }), anyShares, (units, shares) => {
        const lines = units.map((unit, row): Line => [
          '2026-01-01',
          unit / 100,
          row % 3 === 2 ? 'D2' : 'D1',
          'Zoe',
          '',
        ]);
        const credits = shares.map((share, index) => credit('D1', `P${String(index)}`, share));
        const { dataset, sourceRows } = split(lines, credits);
        const sums = units.map(() => 0);
        for (const [at, row] of sourceRows.entries()) {
          const part = Math.round((dataset.amounts.values[at] ?? NaN) * 100);
          sums[row] = (sums[row] ?? 0) + part;
          const person = getDimension(dataset, 'Rep');
          const name = person.values[person.codes[at] ?? 0] ?? '';
          const share = name === 'Zoe' ? 1 : (shares[Number(name.slice(1))] ?? NaN);
          expect(Math.abs(part - (units[row] ?? 0) * share)).toBeLessThan(1);
        }
        expect(sums).toEqual(units.map((unit) => unit + 0));
      }),
    );
  });

  test('gives the same parts as targets are spread by', () => {
    const shares = anyShares.map((all) => all.filter((share) => share > 0));
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), shares, (units, weights) => {
        const credits = weights.map((share, index) => credit('D1', `P${String(index)}`, share));
        const { dataset } = split([['2026-01-01', units / 100, 'D1', '', '']], credits);
        expect(rowsOf(dataset).map(([, part]) => part)).toEqual(allocate(units / 100, weights));
      }),
    );
  });
});
