import { serialOf } from '../../src/sales';
import { findAmountColumn, findDateColumn } from '../../src/intake';
import { assessQuality, changesOf, effectOf, type Quality } from '../../src/intake/quality';
import { columnOf, get, tableOf, type Rows } from './raw-tables';

async function look(rows: Rows, dimensions: readonly string[] = [], today?: number) {
  const table = await tableOf(rows);
  const choice = {
    date: get(findDateColumn(table, 'salesDate')),
    amount: get(findAmountColumn(table, 'amount', 'salesAmount')),
    dimensions: new Map(dimensions.map((name) => [name, columnOf(table, name)])),
  };
  const quality = assessQuality(table, choice, {
    side: 'sales',
    ...(today !== undefined && { today }),
  });
  return { table, choice, quality };
}

const codes = ({ findings }: Quality) => findings.map(({ code }) => code);
const findingOf = ({ findings }: Quality, code: string) => {
  const found = findings.find((finding) => finding.code === code);
  if (!found) throw new Error(`No ${code} among ${findings.map((one) => one.code).join(', ')}`);
  return found;
};

const day = (iso: string) => {
  const [year = 0, month = 0, date = 0] = iso.split('-').map(Number);
  return serialOf(year, month, date);
};

/** Every third day of 2026, oldest first, with an amount that stands once. */
const days = Array.from({ length: 100 }, (_, index) => day('2026-01-02') + index * 3);
const plain = (dates: readonly (string | number)[]): Rows => [
  ['Date', 'Sales'],
  ...dates.map((date, index) => [date, 100 + index]),
];
const civil = (serial: number) => {
  const date = new Date((serial - 25_569) * 86_400_000);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const;
};
/** What Excel with another order makes of a text: a date where it can, else the text. */
const misread = (order: 'dmy' | 'mdy') => (serial: number) => {
  const [year, month, date] = civil(serial);
  if (date <= 12) return serialOf(year, date, month);
  return (order === 'dmy' ? [date, month, year] : [month, date, year]).join('/');
};

test('nothing is found in plain data', async () => {
  const { quality } = await look(plain(days));
  expect(quality.findings).toEqual([]);
  expect(quality.counts).toEqual({ rows: 100, used: 100, setAside: 0, skipped: 0 });
  expect(quality.total).toBe(14_950);
});

describe('dates that Excel took in half', () => {
  test.each(['dmy', 'mdy'] as const)('are found by the column, its texts %s', async (order) => {
    const { table, choice, quality } = await look(plain(days.map(misread(order))));
    const finding = findingOf(quality, 'swappedDates');
    const wrong = days.filter(
      (serial) => civil(serial)[2] <= 12 && misread(order)(serial) !== serial,
    );
    expect(finding).toMatchObject({ weight: 'wrong', count: wrong.length, column: 'Date' });
    expect(finding.facts.order).toBe(order);
    // The fix gives every row the day it had.
    const [fix] = finding.fixes;
    if (!fix) throw new Error('No fix');
    const mended = days.map(misread(order));
    for (const change of changesOf(table, choice, fix)) {
      expect(change).toMatchObject({ sheet: 'Data', column: 0, old: mended[change.row - 1] });
      mended[change.row - 1] = Number(change.new);
    }
    expect(mended).toEqual(days);
  });

  test('are asked about where two cells alone say so', async () => {
    const { quality } = await look(plain(['13/02/2026', day('2026-03-02')]));
    const finding = findingOf(quality, 'maybeSwappedDates');
    expect(finding.weight).toBe('ask');
    expect(finding.fixes.map(({ rule }) => rule.kind)).toEqual(['swap', 'dates']);
  });

  test('are none where a real date has a day above 12', async () => {
    const { quality } = await look(plain([...days.map(misread('dmy')), day('2026-03-15')]));
    expect(codes(quality)).not.toContain('swappedDates');
    expect(codes(quality)).not.toContain('maybeSwappedDates');
  });

  test('are none where a text could have been a date as well', async () => {
    const { quality } = await look(plain([...days.map(misread('dmy')), '03/02/2026']));
    expect(codes(quality)).not.toContain('swappedDates');
  });

  test('are none in a column of first days of months with a text in it', async () => {
    const firsts = Array.from({ length: 12 }, (_, month) => serialOf(2026, month + 1, 1));
    const { quality } = await look(plain([...firsts, '15/11/2026']));
    expect(codes(quality)).not.toContain('swappedDates');
  });
});

describe('texts', () => {
  test('that leave the order of day and month open have a fix for each reading', async () => {
    const { table, choice, quality } = await look(plain(['3/2/2026', '4/5/2026']));
    const { fixes } = findingOf(quality, 'ambiguousDates');
    const read = fixes.map((fix) => changesOf(table, choice, fix).map((change) => change.new));
    expect(read).toEqual([
      [day('2026-02-03'), day('2026-05-04')],
      [day('2026-03-02'), day('2026-04-05')],
    ]);
  });

  test('become dates with their time of day', async () => {
    const { table, choice, quality } = await look(plain(['13/02/2026 6:00', '14/02/2026 6:00 pm']));
    const [fix] = findingOf(quality, 'textDates').fixes;
    if (!fix) throw new Error('No fix');
    expect(changesOf(table, choice, fix).map((change) => change.new)).toEqual([
      day('2026-02-13') + 0.25,
      day('2026-02-14') + 0.75,
    ]);
  });

  test('become numbers and move no total, since they were read before', async () => {
    const { table, choice, quality } = await look([
      ['Date', 'Sales'],
      [day('2026-02-13'), '1.234,50 €'],
      [day('2026-02-14'), '(7,25)'],
      [day('2026-02-15'), 10],
    ]);
    expect(quality.total).toBe(1237.25);
    const [fix] = findingOf(quality, 'textNumbers').fixes;
    if (!fix) throw new Error('No fix');
    expect(changesOf(table, choice, fix).map(({ old, new: next }) => [old, next])).toEqual([
      ['1.234,50 €', 1234.5],
      ['(7,25)', -7.25],
    ]);
    expect(effectOf(table, choice, fix)).toEqual({ cells: 2, rows: 0, amount: 0 });
  });

  test('that contradict each other have no fix', async () => {
    const { quality } = await look([
      ['Date', 'Sales'],
      [day('2026-02-13'), '1.234,50'],
      [day('2026-02-14'), '1,234.50'],
      [day('2026-02-15'), '7,25'],
    ]);
    const finding = findingOf(quality, 'contradictingNumbers');
    expect(finding).toMatchObject({ weight: 'wrong', at: 'Data!B3', fixes: [] });
  });
});

test('cells that keep their row out of the figures are counted by reason', async () => {
  const { quality } = await look(
    [
      ['Date', 'Sales', 'Region'],
      [day('2026-02-13'), 10, 'West'],
      [day('2026-02-14'), 'n/a', 'West'],
      [null, 11, 'West'],
      ['soon', 12, 'West'],
      [day('2026-02-15'), { error: '#REF!' }, 'West'],
      [day('2026-02-16'), null, 'West'],
      [null, null, null],
      [day('2026-02-17'), 13, null],
      [day('2026-02-18'), 14, 'West'],
    ],
    ['Region'],
  );
  expect(quality.counts).toEqual({ rows: 9, used: 3, setAside: 6, skipped: 0 });
  expect(quality.findings.map(({ code, at, count }) => [code, at, count])).toEqual([
    ['blankDates', 'Data!A4', 1],
    ['notDates', 'Data!A5', 1],
    ['errorCells', 'Data!B6', 1],
    ['blankAmounts', 'Data!B7', 1],
    ['notNumbers', 'Data!B3', 1],
    ['blankKeys', 'Data!C9', 1],
    ['blankRows', 'Data!A8', 1],
  ]);
});

test('a blank cell among periods across is told once, and is nothing to mend', async () => {
  const table = await tableOf([
    ['Region', 'Jan 2026', 'Feb 2026', 'Mar 2026'],
    ['West', 10, 20, 30],
    ['East', 10, null, 30],
  ]);
  const [date, amount] = [columnOf(table, 'Period'), columnOf(table, 'Value')];
  const quality = assessQuality(
    table,
    { date, amount, dimensions: new Map() },
    { side: 'targets' },
  );
  expect(quality.counts).toMatchObject({ rows: 6, used: 5, setAside: 1 });
  expect(codes(quality)).not.toContain('blankAmounts');
  expect(quality.issues.map(({ code, at }) => [code, at])).toEqual([['blankAcross', 'Data!C3']]);
});

describe('names', () => {
  const named = (...names: (readonly [string, number])[]): Rows => [
    ['Date', 'Sales', 'Product'],
    ...names.flatMap(([name, count], at) =>
      Array.from({ length: count }, (_, index) => [days[index] ?? 0, 1 + index + at * 1000, name]),
    ),
  ];
  const merges = async (...names: (readonly [string, number])[]) =>
    (await look(named(...names), ['Product'])).quality.findings
      .filter(({ code }) => code === 'nearNames')
      .map(({ facts, values, count }) => [facts.into, [...values], count]);

  test('that differ by space, case, accent or sign are offered for merging', async () => {
    expect(
      await merges(['GTX Pro', 9], ['GTXPro', 3], ['Café', 5], ['CAFE', 2], ['X-Y', 1]),
    ).toEqual([
      ['GTX Pro', ['GTXPro'], 3],
      ['Café', ['CAFE'], 2],
    ]);
  });

  test('that differ by a slip are offered where one is much rarer', async () => {
    expect(await merges(['Michael Blythe', 20], ['Micheal Blythe', 1])).toEqual([
      ['Michael Blythe', ['Micheal Blythe'], 1],
    ]);
    expect(await merges(['Michael Blythe', 20], ['Micheal Blythe', 18])).toEqual([]);
  });

  test('that are others are left alone', async () => {
    const pairs: [string, string][] = [
      ['Product 1', 'Product 2'],
      ['Product 1-1', 'Product 11'],
      ['North East', 'North West'],
      ['Eastern', 'Western'],
      ['Team A', 'Team B'],
      ['Phase II', 'Phase III'],
      ['C', 'C++'],
      ['ガム', 'カム'],
    ];
    for (const [often, rare] of pairs) expect(await merges([often, 30], [rare, 2])).toEqual([]);
  });

  test('with needless spaces are trimmed by their own fix', async () => {
    const { table, choice, quality } = await look(named(['Ann ', 2], ['Ann', 3], ['B\u00a0B', 1]), [
      'Product',
    ]);
    const finding = findingOf(quality, 'spaces');
    expect(finding.count).toBe(3);
    expect(codes(quality)).not.toContain('nearNames');
    const [fix] = finding.fixes;
    if (!fix) throw new Error('No fix');
    expect(changesOf(table, choice, fix).map((change) => change.new)).toEqual([
      'Ann',
      'Ann',
      'B B',
    ]);
  });
});

describe('rows and ids', () => {
  test('rows that repeat are told of and stay', async () => {
    const rows: Rows = [
      ...plain(days),
      [days[3] ?? 0, 103],
      [days[3] ?? 0, 103],
      [days[4] ?? 0, 103],
    ];
    const { quality } = await look(rows);
    expect(findingOf(quality, 'duplicateRows')).toMatchObject({
      count: 2,
      at: 'Data!A102',
      // Three times three days after 2 January.
      values: ['2026-01-11'],
      facts: { amount: 206, other: 'Data!A5' },
      fixes: [],
    });
    expect(quality.counts.used).toBe(103);
  });

  test('ids that stand once but for one are told of, those of order lines are not', async () => {
    const rows = (id: (index: number) => string): Rows => [
      ['Date', 'Sales', 'Order ID'],
      ...days.map((date, index) => [date, 100 + index, id(index)]),
    ];
    const once = await look(rows((index) => `SO-${String(index === 99 ? 7 : index)}`));
    expect(findingOf(once.quality, 'duplicateIds')).toMatchObject({
      count: 1,
      at: 'Data!C101',
      facts: { other: 'Data!C9' },
    });
    const lines = await look(rows((index) => `SO-${String(Math.floor(index / 3))}`));
    expect(codes(lines.quality)).not.toContain('duplicateIds');
  });
});

describe('days and amounts', () => {
  test('days far from the rest are named, and future ones', async () => {
    const rows = plain([...days, day('2062-03-01'), day('1926-03-01'), day('2027-01-05')]);
    const { quality } = await look(rows, [], day('2026-12-31'));
    expect(findingOf(quality, 'farDates')).toMatchObject({ count: 2, at: 'Data!A102' });
    expect(findingOf(quality, 'futureDates')).toMatchObject({ count: 1, at: 'Data!A104' });
  });

  test('months without sales are named', async () => {
    const { quality } = await look(plain(days.filter((date) => civil(date)[1] !== 5)));
    expect(findingOf(quality, 'gaps').values).toEqual(['2026-05']);
  });

  test('negative amounts count as returns, with their sum', async () => {
    const { quality } = await look([...plain(days), [days[1] ?? 0, -20], [days[2] ?? 0, 0]]);
    expect(findingOf(quality, 'negativeAmounts')).toMatchObject({
      weight: 'note',
      count: 1,
      facts: { amount: -20 },
    });
    expect(findingOf(quality, 'zeroAmounts').count).toBe(1);
  });

  test('amounts a thousand times as large as before have a fix that says what it moves', async () => {
    const rows: Rows = [
      ['Date', 'Sales'],
      ...days.map((date, index) => [
        date,
        (100 + index / 4) * (date >= day('2026-10-01') ? 1000 : 1),
      ]),
    ];
    const { table, choice, quality } = await look(rows);
    const finding = findingOf(quality, 'unlikelyScale');
    expect(finding).toMatchObject({
      weight: 'ask',
      facts: { factor: 1000, from: day('2026-10-01') },
    });
    const late = rows.slice(1).filter(([date]) => Number(date) >= day('2026-10-01'));
    const [fix] = finding.fixes;
    if (!fix) throw new Error('No fix');
    const effect = effectOf(table, choice, fix);
    expect(effect.cells).toBe(late.length);
    const sum = late.reduce((total, [, amount]) => total + Number(amount), 0);
    expect(effect.amount).toBeCloseTo(-sum * 0.999, 6);
  });

  test('rows of an odd scale beside its months are named with them, and mended with them', async () => {
    // A row each sixth day from 2024-01-01 on; from the 101st, 2025-08-23, on a thousand times as much.
    const rows: Rows = [
      ['Date', 'Sales'],
      ...Array.from({ length: 120 }, (_, row) => [
        day('2024-01-01') + row * 6,
        (100 + (row % 20)) * (row >= 100 ? 1000 : 1),
      ]),
    ];
    const { table, choice, quality } = await look(rows);
    const finding = findingOf(quality, 'unlikelyScale');
    expect(finding).toMatchObject({ count: 20, at: 'Data!B102', facts: { factor: 1000 } });
    const [fix] = finding.fixes;
    if (!fix) throw new Error('No fix');
    const changed = changesOf(table, choice, fix);
    expect(changed).toHaveLength(20);
    // Six times the sum of 100 to 119, which is 2,190.
    const mended = rows.map(([date = null, amount = null], at) =>
      at > 100 ? [date, changed[at - 101]?.new ?? null] : [date, amount],
    );
    const again = await look(mended);
    expect(again.quality.total).toBe(13_140);
    expect(codes(again.quality)).toEqual([]);
  });

  test('rows of the usual scale within a month of an odd one are left as they are', async () => {
    // October has 11 of these days; the first three keep the usual scale.
    const october = days.filter((date) => civil(date)[1] === 10);
    const odd = new Set(october.slice(3));
    const rows: Rows = [
      ['Date', 'Sales'],
      ...days.map((date, row) => [date, (100 + row) * (odd.has(date) ? 100 : 1)]),
    ];
    const { quality } = await look(rows);
    expect(findingOf(quality, 'unlikelyScale').count).toBe(october.length - 3);
  });

  const withCents = (odd: readonly number[], factor = 1000): Rows => [
    ['Date', 'Sales'],
    ...Array.from({ length: 60 }, (_, row) => [
      day('2026-01-02') + row * 3,
      odd.includes(row) ? (12_345 * factor) / 100 : (12_345 + row * 100) / 100,
    ]),
  ];

  test.each([
    [[10], 1000],
    [[3, 14, 25, 36, 47], 1000],
    [[3, 14, 25, 36, 47], 100],
  ])(
    'single amounts (rows %j) about %d times the usual are to be looked at',
    async (odd, factor) => {
      const { table, choice, quality } = await look(withCents(odd, factor));
      const finding = findingOf(quality, 'oddAmounts');
      expect(finding).toMatchObject({
        weight: 'ask',
        count: odd.length,
        places: odd.map((row) => `Data!B${String(row + 2)}`),
        facts: { factor },
      });
      const changed = finding.fixes.flatMap((fix) => changesOf(table, choice, fix));
      expect(changed.map((change) => change.new)).toEqual(odd.map(() => 123.45));
    },
  );

  test('amounts far above the rest are no slip where no power of ten, or a name of their own, explains them', async () => {
    // 61,725 / 1,000 and / 100 are 61.7 and 617: neither lies among 123.45 to 182.45.
    expect(codes((await look(withCents([10], 500))).quality)).toEqual([]);
    // More than a tenth of the rows.
    expect(codes((await look(withCents([1, 9, 17, 25, 33, 41, 49]))).quality)).toEqual([]);
    const named = withCents([3, 14, 25], 100).map((cells, row) => [
      ...cells,
      row === 0 ? 'Product' : [4, 15, 26].includes(row) ? 'Truck' : row % 2 ? 'Bike' : 'Bell',
    ]);
    expect(codes((await look(named)).quality)).toEqual([]);
    const unnamed = named.map((cells, row) =>
      row === 40 ? [...cells.slice(0, 2), 'Truck'] : cells,
    );
    expect(codes((await look(unnamed)).quality)).toEqual(['oddAmounts']);
  });

  test('amounts with a long tail, as real sales have, are no slips', async () => {
    // Pareto by its quantiles: the k-th of 200 is (200 / k) ** 1.2, from 1 to 577.
    const tail = Array.from({ length: 200 }, (_, row) =>
      Math.round((200 / (row + 1)) ** 1.2 * 100),
    );
    const rows: Rows = [
      ['Date', 'Sales'],
      ...tail.map((amount, row) => [day('2026-01-02') + ((row * 37) % 200), amount]),
    ];
    expect(codes((await look(rows)).quality)).not.toContain('oddAmounts');
  });

  test('amounts that grow are of no unlikely scale', async () => {
    const rows: Rows = [
      ['Date', 'Sales'],
      ...days.map((date, index) => [date, 100 * 1.08 ** index]),
    ];
    const { quality } = await look(rows);
    expect(codes(quality)).not.toContain('unlikelyScale');
  });
});
