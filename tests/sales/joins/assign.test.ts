import { fc } from '../../properties';
import {
  assign,
  exactSum,
  findClashes,
  getDimension,
  type AssignedAs,
  type Assignment,
  type Dataset,
} from '../../../src/sales';
import { day, linesOf, type Line } from '../sales-data';

const asWas: AssignedAs = { kind: 'asWas' };
const asOn = (iso: string): AssignedAs => ({ kind: 'asIs', day: day(iso) });

function teamsOf(dataset: Dataset, dimension = 'Team'): string[] {
  const { codes, values } = getDimension(dataset, dimension);
  return Array.from(codes, (code) => values[code] ?? '?');
}

function assigned(lines: readonly Line[], assignments: readonly Assignment[], as: AssignedAs) {
  const sales = linesOf(['Person'], lines);
  const { dataset, unassigned } = assign(sales, { from: 'Person', to: 'Team', assignments, as });
  return { dataset, unassigned, teams: teamsOf(dataset) };
}

/** Ann moved from West to East on the first of March. */
const moved: Assignment[] = [
  { key: 'Ann', parent: 'West', from: day('2026-01-01'), to: day('2026-02-28') },
  { key: 'Ann', parent: 'East', from: day('2026-03-01') },
  { key: 'Bob', parent: 'West' },
];

describe('assigning people to teams', () => {
  const lines: Line[] = [
    ['2025-12-31', 1, 'Ann'],
    ['2026-01-01', 2, 'Ann'],
    ['2026-02-28', 4, 'Ann'],
    ['2026-03-01', 8, 'Ann'],
    ['1950-01-01', 16, 'Bob'],
    ['2026-03-01', 32, 'Cid'],
    ['2026-03-01', -64, ''],
  ];

  test('takes the team of the day of the sale as-was, both ends of a span included', () => {
    expect(assigned(lines, moved, asWas).teams).toEqual([
      '',
      'West',
      'West',
      'East',
      'West',
      '',
      '',
    ]);
  });

  test('takes the team of one day for all sales as-is', () => {
    const east = ['East', 'East', 'East', 'East', 'West', '', ''];
    expect(assigned(lines, moved, asOn('2026-06-30')).teams).toEqual(east);
    const west = ['West', 'West', 'West', 'West', 'West', '', ''];
    expect(assigned(lines, moved, asOn('2026-02-28')).teams).toEqual(west);
  });

  test('counts rows without a team by key, the largest amounts first', () => {
    expect(assigned(lines, moved, asWas).unassigned).toEqual([
      { key: '', rows: 1, amount: -64 },
      { key: 'Cid', rows: 1, amount: 32 },
      { key: 'Ann', rows: 1, amount: 1 },
    ]);
  });

  test('leaves a key without a team between two spans, and where it is assigned to none', () => {
    const { teams } = assigned(
      [
        ['2026-01-31', 1, 'Ann'],
        ['2026-02-01', 1, 'Ann'],
        ['2026-03-01', 1, 'Ann'],
        ['2026-04-01', 1, 'Ann'],
      ],
      [
        { key: 'Ann', parent: '', from: day('2026-04-01') },
        { key: 'Ann', parent: 'East', from: day('2026-03-01'), to: day('2026-03-31') },
        { key: 'Ann', parent: 'West', to: day('2026-01-31') },
      ],
      asWas,
    );
    expect(teams).toEqual(['West', '', 'East', '']);
  });

  test('lets a span within a longer one of the same team change nothing', () => {
    const inner = { from: day('2026-02-01'), to: day('2026-02-10') };
    const spans = [
      { key: 'Ann', parent: 'West', from: day('2026-01-01'), to: day('2026-12-31') },
      { key: 'Ann', parent: 'West', ...inner },
    ];
    expect(assigned([['2026-06-01', 1, 'Ann']], spans, asWas).teams).toEqual(['West']);
  });

  test('tells keys apart by case and spaces', () => {
    const lines: Line[] = [
      ['2026-01-01', 1, 'ann'],
      ['2026-01-01', 1, 'Ann '],
    ];
    expect(assigned(lines, [{ key: 'Ann', parent: 'West' }], asWas).teams).toEqual(['', '']);
  });

  test('never gives rows without a key a team', () => {
    expect(assigned([['2026-01-01', 1, '']], [{ key: '', parent: 'West' }], asWas).teams).toEqual([
      '',
    ]);
  });

  test('climbs step by step', () => {
    const { dataset } = assigned([['2026-03-01', 5, 'Ann']], moved, asWas);
    const regions = assign(dataset, {
      from: 'Team',
      to: 'Region',
      assignments: [{ key: 'East', parent: 'Coast' }],
      as: asWas,
    });
    expect(teamsOf(regions.dataset, 'Region')).toEqual(['Coast']);
  });

  test('refuses a key with two teams on one day, and names them', () => {
    const twice = [
      { key: 'Ann', parent: 'West', to: day('2026-03-01') },
      { key: 'Ann', parent: 'East', from: day('2026-03-01') },
    ];
    expect(findClashes(twice)).toEqual([{ first: 0, second: 1 }]);
    expect(() => assigned([], twice, asWas)).toThrow('Ann is assigned to West and East at once');
  });

  test('refuses a span that ends before it begins', () => {
    const turned = [{ key: 'Ann', parent: 'West', from: 46_100, to: 46_099 }];
    expect(() => assigned([], turned, asWas)).toThrow('Ann is assigned from 46100 to 46099');
  });

  test('refuses to replace a dimension', () => {
    const sales = linesOf(['Person', 'Team'], []);
    const request = { from: 'Person', to: 'Team', assignments: [], as: asWas };
    expect(() => assign(sales, request)).toThrow('"Team" already');
  });
});

describe('clashes', () => {
  test('are found behind a short span within a long one', () => {
    // West all year, a month of West within, and East in autumn.
    const spans = [
      { key: 'Ann', parent: 'West', from: 100, to: 465 },
      { key: 'Ann', parent: 'West', from: 131, to: 160 },
      { key: 'Ann', parent: 'East', from: 400, to: 420 },
    ];
    expect(findClashes(spans)).toEqual([{ first: 0, second: 2 }]);
  });

  test('are none between different keys', () => {
    const spans = [
      { key: 'Ann', parent: 'West' },
      { key: 'Bob', parent: 'East' },
    ];
    expect(findClashes(spans)).toEqual([]);
  });
});

const people = ['Ann', 'Bob', 'Cid', ''];
const anyLines = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: 364 }),
      fc.integer({ min: -99_999, max: 99_999 }),
      fc.constantFrom(...people),
    )
    .map(([offset, cents, person]) => ({ date: 46_023 + offset, amount: cents / 100, person })),
  { maxLength: 40 },
);
const anySpans = fc.array(
  fc.record({
    key: fc.constantFrom('Ann', 'Bob'),
    parent: fc.constantFrom('West', 'East'),
    from: fc.integer({ min: 46_000, max: 46_400 }),
    length: fc.integer({ min: 0, max: 120 }),
  }),
  { maxLength: 8 },
);

function salesOf(lines: readonly { date: number; amount: number; person: string }[]): Dataset {
  const sales = linesOf(
    ['Person'],
    lines.map(({ amount, person }) => ['2026-01-01', amount, person] as const),
  );
  return { ...sales, dates: Int32Array.from(lines, ({ date }) => date) };
}

describe('assigning any sales', () => {
  test('finds on every row the one span that holds its day, by trying all of them', () => {
    fc.assert(
      fc.property(anyLines, anySpans, (lines, spans) => {
        const assignments = spans.map(({ key, parent, from, length }) => ({
          key,
          parent,
          from,
          to: from + length,
        }));
        const parentsOn = (key: string, date: number) =>
          new Set(
            assignments
              .filter((span) => span.key === key && span.from <= date && date <= span.to)
              .map(({ parent }) => parent),
          );
        const days = Array.from({ length: 600 }, (_, index) => 46_000 + index);
        const isClear = ['Ann', 'Bob'].every((key) =>
          days.every((date) => parentsOn(key, date).size < 2),
        );
        expect(findClashes(assignments).length === 0).toBe(isClear);
        if (!isClear) return;
        const request = { from: 'Person', to: 'Team', assignments, as: asWas };
        const { dataset, unassigned } = assign(salesOf(lines), request);
        expect(teamsOf(dataset)).toEqual(
          lines.map(({ date, person }) => [...parentsOn(person, date)][0] ?? ''),
        );
        // Rows in = rows out, and unassigned + assigned = the whole.
        expect(dataset.rows).toBe(lines.length);
        const assignedAmounts = lines
          .filter(({ date, person }) => parentsOn(person, date).size > 0)
          .map(({ amount }) => amount);
        const unassignedAmounts = unassigned.map(({ amount }) => amount);
        expect(exactSum([...assignedAmounts, ...unassignedAmounts])).toBe(
          exactSum(lines.map(({ amount }) => amount)),
        );
      }),
    );
  });

  test('is the same as-was and as-is where nobody ever moved', () => {
    fc.assert(
      fc.property(anyLines, fc.integer({ min: 1, max: 99_999 }), (lines, asOf) => {
        const assignments = [
          { key: 'Ann', parent: 'West' },
          { key: 'Bob', parent: 'East' },
        ];
        const request = { from: 'Person', to: 'Team', assignments };
        const was = assign(salesOf(lines), { ...request, as: asWas });
        const is = assign(salesOf(lines), { ...request, as: { kind: 'asIs', day: asOf } });
        expect(teamsOf(was.dataset)).toEqual(teamsOf(is.dataset));
        expect(was.unassigned).toEqual(is.unassigned);
      }),
    );
  });
});
