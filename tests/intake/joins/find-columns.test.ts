import {
  findAssignmentColumns,
  findCreditColumns,
  findRateColumns,
  looksLike,
  type Column,
  type JoinFound,
} from '../../../src/intake';
import { columnOf, tableOf, type Rows } from '../raw-tables';

const lines: Rows = [
  ['Order Date', 'Order ID', 'Salesperson', 'Currency', 'Sales'],
  ['2026-01-02', 'D-1001', 'Ann', 'USD', 10],
  ['2026-01-03', 'D-1002', 'Bob', 'EUR', 20],
  ['2026-01-04', 'D-1003', 'Cid', 'EUR', 30],
  ['2026-01-05', 'D-1004', 'Ann', 'EUR', 40],
];

async function salesBy(header: string) {
  const table = await tableOf(lines);
  return { table, column: columnOf(table, header) };
}

/** The headers that were found, by what they are; or the questions with their candidates. */
function headersOf<T extends object>(
  found: JoinFound<T>,
): Record<string, string | readonly string[]> {
  if ('found' in found) {
    return Object.fromEntries(
      Object.entries(found.found).map(([part, column]) => [part, (column as Column).header]),
    );
  }
  return Object.fromEntries(
    found.unclear.map(({ question, candidates }) => [question, candidates]),
  );
}

async function assignmentsIn(rows: Rows) {
  return headersOf(findAssignmentColumns(await tableOf(rows), await salesBy('Salesperson')));
}

describe('the columns of assignments', () => {
  test('are told by the sales’ names, by headers of days and by what is left', async () => {
    expect(
      await assignmentsIn([
        ['Group', 'Who', 'Start', 'End'],
        ['West', 'Ann', '2026-01-01', '2026-06-30'],
        ['East', 'Bob', '2026-01-01', null],
      ]),
    ).toEqual({ key: 'Who', parent: 'Group', from: 'Start', to: 'End' });
  });

  test.each([
    ['en', 'Valid from', 'Valid to'],
    ['de', 'Gültig ab', 'Gültig bis'],
    ['fr', 'Début', 'Fin'],
    ['es', 'Desde', 'Hasta'],
    ['pt', 'Início', 'Fim'],
    ['ja', '適用開始', '適用終了'],
  ])('have days that are told in the language %s', async (_, from, to) => {
    const found = await assignmentsIn([
      ['X', 'Y', from, to],
      ['Ann', 'West', '2026-01-01', '2026-06-30'],
      ['Bob', 'East', '2026-01-01', '2026-06-30'],
    ]);
    expect(found).toEqual({ key: 'X', parent: 'Y', from, to });
  });

  test('have the name of the sales’ column where names stand in two', async () => {
    expect(
      await assignmentsIn([
        ['Salesperson', 'Deputy', 'Team'],
        ['Ann', 'Bob', 'West'],
        ['Bob', 'Ann', 'East'],
        ['Cid', 'Ann', 'East'],
      ]),
    ).toEqual({ key: 'Salesperson', parent: 'Team' });
  });

  test('have it as well where headers say nothing of what they are', async () => {
    const sales = await tableOf([
      ['Order Date', 'Kürzel', 'Sales'],
      ['2026-01-02', 'AA', 10],
      ['2026-01-03', 'BB', 20],
    ]);
    const table = await tableOf([
      ['Vertretung', 'Kürzel', 'Team'],
      ['BB', 'AA', 'West'],
      ['AA', 'BB', 'East'],
    ]);
    const found = findAssignmentColumns(table, {
      table: sales,
      column: columnOf(sales, 'Kürzel'),
    });
    expect(headersOf(found)).toMatchObject({ key: 'Kürzel' });
  });

  test('need at least half of the sales’ names: one of three is not enough', async () => {
    const one = await assignmentsIn([
      ['Who', 'Team'],
      ['Ann', 'West'],
      ['Zoe', 'East'],
    ]);
    expect(one).toHaveProperty('assignedKey', []);
  });

  test('are asked for where names could belong to two things', async () => {
    expect(
      await assignmentsIn([
        ['Salesperson', 'Team', 'Region'],
        ['Ann', 'A-Team', 'West'],
        ['Bob', 'B-Team', 'East'],
      ]),
    ).toEqual({ assignedParent: ['Team', 'Region'] });
  });

  test('are those that a person chose', async () => {
    const table = await tableOf([
      ['Salesperson', 'Team', 'Region'],
      ['Ann', 'A-Team', 'West'],
      ['Bob', 'B-Team', 'East'],
    ]);
    const chosen = { assignedParent: 'Region' };
    const found = findAssignmentColumns(table, await salesBy('Salesperson'), chosen);
    expect(headersOf(found)).toEqual({ key: 'Salesperson', parent: 'Region' });
  });

  test('take a single date as the first day, but not the day somebody was hired', async () => {
    const withDate = (header: string): Rows => [
      ['Salesperson', 'Team', header],
      ['Ann', 'West', '2026-01-01'],
      ['Bob', 'East', '2026-01-01'],
    ];
    expect(await assignmentsIn(withDate('Date'))).toHaveProperty('from', 'Date');
    expect(await assignmentsIn(withDate('Hire date'))).not.toHaveProperty('from');
  });

  test('are asked for where two dates could be the first day', async () => {
    expect(
      await assignmentsIn([
        ['Salesperson', 'Team', 'A', 'B'],
        ['Ann', 'West', '2026-01-01', '2026-02-01'],
        ['Bob', 'East', '2026-01-01', '2026-02-01'],
      ]),
    ).toEqual({ assignedFrom: ['A', 'B'] });
  });
});

describe('the columns of split credit', () => {
  const split: Rows = [
    ['Ref', 'Who', 'Role', 'Part'],
    ['D-1001', 'Ann', 'Lead', 0.6],
    ['D-1001', 'Bob', 'Support', 0.4],
    ['D-1002', 'Bob', 'Lead', 1],
  ];

  test('are told by the deals and people of the sales', async () => {
    const [deal, person] = [await salesBy('Order ID'), await salesBy('Salesperson')];
    const found = findCreditColumns(await tableOf(split), { deal, person });
    expect(headersOf(found)).toEqual({ deal: 'Ref', person: 'Who', share: 'Part' });
  });

  test('are told by headers where the sales have none of them', async () => {
    const table = await tableOf([
      ['Auftragsnummer', 'Vertriebsmitarbeiter', 'Bonus', 'Anteil'],
      ['X-1', 'Zoe', 5, '50 %'],
      ['X-1', 'Yan', 5, '50 %'],
    ]);
    expect(headersOf(findCreditColumns(table))).toEqual({
      deal: 'Auftragsnummer',
      person: 'Vertriebsmitarbeiter',
      share: 'Anteil',
    });
  });

  test('are asked for where two columns of numbers could be the share', async () => {
    const table = await tableOf([
      ['Order ID', 'Rep', 'A', 'B'],
      ['D-1001', 'Ann', 0.6, 0.5],
      ['D-1001', 'Bob', 0.4, 0.5],
    ]);
    expect(headersOf(findCreditColumns(table))).toEqual({ creditShare: ['A', 'B'] });
  });
});

describe('the columns of exchange rates', () => {
  test.each([
    ['en', 'Date', 'Currency', 'Exchange rate'],
    ['de', 'Datum', 'Währung', 'Kurs'],
    ['fr', 'Date', 'Devise', 'Taux de change'],
    ['es', 'Fecha', 'Moneda', 'Tipo de cambio'],
    ['pt', 'Data', 'Moeda', 'Taxa de câmbio'],
    ['ja', '日付', '通貨', 'レート'],
  ])('are told in the language %s', async (_, date, currency, rate) => {
    const table = await tableOf([
      [date, currency, 'Units', rate],
      ['2026-01-01', 'USD', 1, 0.9],
      ['2026-01-01', 'GBP', 1, 1.2],
    ]);
    expect(headersOf(findRateColumns(table))).toEqual({ date, currency, rate });
  });

  test('are told by their cells alone', async () => {
    const table = await tableOf([
      ['Code', 'X'],
      ['USD', 0.9],
      ['GBP', 1.2],
    ]);
    expect(headersOf(findRateColumns(table))).toEqual({ currency: 'Code', rate: 'X' });
  });

  test('are told by the sides that two columns of currencies name', async () => {
    const table = await tableOf([
      ['To currency', 'From currency', 'Rate'],
      ['EUR', 'USD', 0.9],
      ['EUR', 'GBP', 1.2],
    ]);
    expect(headersOf(findRateColumns(table))).toEqual({
      currency: 'From currency',
      into: 'To currency',
      rate: 'Rate',
    });
  });

  test('are asked for where two columns hold currencies and name no side', async () => {
    const table = await tableOf([
      ['Currency 1', 'Currency 2', 'Rate'],
      ['USD', 'EUR', 0.9],
      ['GBP', 'EUR', 1.2],
    ]);
    expect(headersOf(findRateColumns(table))).toEqual({
      rateCurrency: ['Currency 1', 'Currency 2'],
    });
    const chosen = findRateColumns(table, { rateCurrency: 'Currency 2' });
    expect(headersOf(chosen)).toMatchObject({ currency: 'Currency 2', into: 'Currency 1' });
  });

  test('are told by pairs, and by columns named by currencies', async () => {
    const pairs = await tableOf([
      ['Day', 'Pair', 'X'],
      ['2026-01-01', 'EUR/USD', 1.1],
      ['2026-01-01', 'EUR/GBP', 0.9],
    ]);
    expect(headersOf(findRateColumns(pairs))).toEqual({ date: 'Day', currency: 'Pair', rate: 'X' });
    const across = findRateColumns(
      await tableOf([
        ['Date', 'USD', 'EUR per GBP', 'Remarks no.'],
        ['2026-01-01', 0.9, 1.2, 7],
      ]),
    );
    expect('found' in across && 'each' in across.found && across.found.each).toMatchObject([
      { column: { header: 'USD' }, pair: { first: 'USD' } },
      { column: { header: 'EUR per GBP' }, pair: { first: 'EUR', second: 'GBP', base: 'second' } },
    ]);
  });
});

describe('a table', () => {
  test.each<[string, Rows, ReturnType<typeof looksLike>]>([
    [
      'of names and teams looks like assignments',
      [
        ['Rep', 'Team', 'From'],
        ['Ann', 'West', '2026-01-01'],
      ],
      'assignments',
    ],
    [
      'of products and categories looks like assignments',
      [
        ['Produkt', 'Warengruppe'],
        ['Bolt', 'Parts'],
        ['Nut', 'Parts'],
      ],
      'assignments',
    ],
    [
      'of deals, people and shares looks like credits',
      [
        ['Order ID', 'Rep', 'Split %'],
        ['D-1001', 'Ann', '60 %'],
        ['D-1001', 'Bob', '40 %'],
      ],
      'credits',
    ],
    [
      'of deals, people and fractions looks like credits',
      [
        ['Order ID', 'Rep', 'X'],
        ['D-1001', 'Ann', 0.6],
        ['D-1001', 'Bob', 0.4],
      ],
      'credits',
    ],
    [
      'of deals, people and other numbers looks like none',
      [
        ['Order ID', 'Rep', 'X'],
        ['D-1001', 'Ann', 0.6],
        ['D-1001', 'Bob', 3],
      ],
      undefined,
    ],
    [
      'of currencies and numbers looks like rates',
      [
        ['Date', 'Currency', 'Rate'],
        ['2026-01-01', 'USD', 0.9],
      ],
      'rates',
    ],
    [
      'of days with a column for each currency looks like rates',
      [
        ['Date', 'USD', 'GBP'],
        ['2026-01-01', 0.9, 1.2],
      ],
      'rates',
    ],
    [
      'of days with a figure in one currency looks like none',
      [
        ['Date', 'EUR'],
        ['2026-01-01', 1200],
      ],
      undefined,
    ],
    ['of sales in several currencies looks like none', lines, undefined],
    [
      'of targets by team looks like none',
      [
        ['Month', 'Team', 'Target'],
        ['2026-01', 'West', 100],
        ['2026-02', 'West', 100],
      ],
      undefined,
    ],
    [
      'of visits on days looks like none',
      [
        ['Date', 'Rep', 'Customer'],
        ['2026-01-01', 'Ann', 'Acme'],
        ['2026-01-02', 'Bob', 'Bolt'],
      ],
      undefined,
    ],
  ])('%s', async (_, rows, kind) => {
    expect(looksLike(await tableOf(rows))).toBe(kind);
  });
});
