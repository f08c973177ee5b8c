import {
  findData,
  proposeTargets,
  Session,
  track,
  versionsOf,
  withVersion,
  type ReportWishes,
} from '../../src/jobs';
import type { Reading, VersionsRead } from '../../src/intake';
import { workbookWith, type Rows } from '../intake/raw-tables';

/** Two regions in January: so much of each text of the column. */
const below = (header: string, ...texts: readonly (readonly [string | null, number, number])[]) => [
  ['Region', 'Month', header, 'Amount'],
  ...texts.flatMap(([text, north, south]) => [
    ['North', '2026-01', text, north],
    ['South', '2026-01', text, south],
  ]),
];
const both = below('Scenario', ['Actual', 10, 20], ['Budget', 11, 21]);
const quotas: Rows = [
  ['Region', 'Month', 'Quota'],
  ['North', '2026-01', 61],
  ['South', '2026-01', 66],
];
const orders: Rows = [
  ['Order Date', 'Region', 'Sales'],
  ['2026-01-05', 'North', 7],
  ['2026-01-06', 'South', 8],
];
const sessionOf = (sheets: Readonly<Record<string, Rows>>) => new Session(workbookWith(sheets));

/** What came of it: the sums of each region, or what is asked or wrong. */
async function reported(sheets: Readonly<Record<string, Rows>>, wishes: ReportWishes = {}) {
  const outcome = await track(sessionOf(sheets), wishes);
  if ('stopped' in outcome) {
    const { unclear, issues } = outcome.stopped;
    return [
      ...unclear.map(({ question, candidates }) => [question, ...candidates].join(' ')),
      ...issues.map(({ code, at }) => `${code} ${at}`),
    ];
  }
  return outcome.done.report.rows.map(({ key, actual, target }) => [...key, actual, target]);
}
const bySide = [
  ['North', 10, 11],
  ['South', 20, 21],
];

/** Thousands of rows of sales, and two of a plan where no sample of the rows looks. */
const fewPlans = (header: string): Rows => {
  const rows: Rows[number][] = [['Region', 'Date', header, 'Amount']];
  for (let at = 0; at < 6000; at += 1) {
    rows.push([at % 2 === 0 ? 'North' : 'South', '2026-01-05', 'Sales', 1]);
  }
  rows[402] = ['South', '2026-01-01', 'Budget', 2500];
  rows[403] = ['North', '2026-01-01', 'Budget', 2600];
  return rows;
};

test.each(['Scenario', 'Type', 'Data', 'Record'])(
  'two rows of a plan among 6,000 of sales below "%s" are not added to these',
  async (header) => {
    expect(await reported({ Ledger: fewPlans(header) })).toEqual([
      // 3,000 rows of 1 each, less the one that is a plan's.
      ['North', 2999, 2600],
      ['South', 2999, 2500],
    ]);
  },
);

describe('sales and targets in rows of one table', () => {
  test.each([
    ['Scenario', 'Actual', 'Budget'],
    ['Version', 'Actuals', 'Plan v2'],
    ['Type', 'Actual 2026', 'Target 2026'],
    ['Werttyp', 'Ist', 'Soll'],
    ['Datenart', 'Ist-Werte', 'Planwerte'],
    ['Szenario', 'IST', 'PLAN'],
    ['Nature', 'Réalisé', 'Objectif'],
    ['Escenario', 'Real', 'Presupuesto'],
    ['区分', '実績', '予算'],
    ['Measure', 'Sales', 'Sales target'],
    ['Type', 'AC', 'PL'],
    ['Kind', 'Act', 'Bud'],
    ['Ist/Plan', 'Ist', 'Plan'],
    ['Ist/Plan', 'I', 'P'],
  ])('are told apart by their texts, found or named: %s with %s and %s', async (...texts) => {
    const [header, sold, planned] = texts;
    const sheets = { Data: below(header, [sold, 10, 20], [planned, 11, 21]) };
    expect(await reported(sheets)).toEqual(bySide);
    expect(await reported(sheets, { sales: 'Data', targets: 'Data' })).toEqual(bySide);
  });

  test.each([
    ['A/F', 'A', 'F'],
    ['Act/Fcst', 'A', 'F'],
    ['Scenario', 'A', 'F'],
    ['Type', 'Act', 'Fcst'],
  ])('are told apart where the others are forecasts: %s with %s and %s', async (...texts) => {
    const [header, sold, forecast] = texts;
    const sheets = { Data: below(header, [sold, 10, 20], [forecast, 11, 21]), Quotas: quotas };
    expect(await reported(sheets)).toEqual([
      ['North', 10, 61],
      ['South', 20, 66],
    ]);
    expect(await reported(sheets, { sales: 'Data', targets: 'Data' })).toEqual(bySide);
  });

  test.each([
    ['Class', 'A', 'B'],
    ['Customer class', 'A', 'F'],
    ['Type', 'A', 'B'],
    ['Type', 'P', 'F'],
    ['Type', 'A', 'S'],
    ['Type', 'AB', 'F'],
    // Active and pending.
    ['Status', 'A', 'P'],
    ['Country', 'AC', 'PL'],
  ])('are no letters and codes that may be names: %s with %s and %s', async (...texts) => {
    const [header, one, other] = texts;
    const sheets = { Data: below(header, [one, 10, 20], [other, 11, 21]), Quotas: quotas };
    // 10 + 11 and 20 + 21
    const added = [
      ['North', 21, 61],
      ['South', 41, 66],
    ];
    expect(await reported(sheets, { by: ['Region'] })).toEqual(added);
  });

  // Invoices and credit notes of French exports are F and A as well.
  test.each([
    ['Type', 'A', 'F'],
    ['Kind', 'A', 'P'],
    ['Art', 'I', 'P'],
    ['Art', 'S', 'I'],
    ['Status', 'A', 'F'],
    ['Scenario', 'A', 'P'],
  ])('are asked about where letters may say it: %s with %s and %s', async (...texts) => {
    const [header, one, other] = texts;
    const sheets = { Data: below(header, [one, 10, 20], [other, 11, 21]), Quotas: quotas };
    expect(await reported(sheets)).toEqual([`salesRows ${one} ${other}`]);
    const said = (versions: Record<string, 'sales'>) =>
      reported(sheets, { readings: { Data: { versions } } });
    expect(await said({ [one]: 'sales' })).toEqual([
      ['North', 10, 61],
      ['South', 20, 66],
    ]);
    // 10 + 11 and 20 + 21
    expect(await said({ [one]: 'sales', [other]: 'sales' })).toEqual([
      ['North', 21, 61],
      ['South', 41, 66],
    ]);
  });

  test('count for one side each, and every row is used or set aside by it', async () => {
    const sheets = { Data: [...both, ...below('', ['PY', 1, 2], [null, 3, 4]).slice(1)] };
    const outcome = await track(sessionOf(sheets));
    if ('stopped' in outcome) throw new Error(JSON.stringify(outcome.stopped.unclear));
    const { sales, targets, issues, mapping } = outcome.done;
    // 8 rows: 2 of Actual are 10 + 20, 2 of Budget are 11 + 21.
    expect(sales).toEqual({ rows: 8, used: 2, setAside: 6, total: 30 });
    expect(targets).toEqual({ rows: 8, used: 2, setAside: 6, total: 32 });
    expect(issues.map(({ code, at, found, expected }) => [code, at, found, expected])).toEqual([
      ['rowsNotSold', 'Data!C4', '2', 'Budget'],
      ['rowsNotSold', 'Data!C6', '2', 'PY'],
      ['rowsNotSold', 'Data!C8', '2', ''],
      ['rowsNotPlanned', 'Data!C2', '2', 'Actual'],
      ['rowsNotPlanned', 'Data!C6', '2', 'PY'],
      ['rowsNotPlanned', 'Data!C8', '2', ''],
    ]);
    // The column says how a row counts, not whose it is.
    expect(mapping.sales.by).toEqual(['Region']);
  });

  test.each([
    ['Budget', 'Forecast'],
    ['Plan v1', 'Plan v2'],
  ])('are asked about where several plans stand there: %s and %s', async (one, other) => {
    const rows = below('Scenario', ['Actual', 10, 20], [one, 5, 6], [other, 11, 21]);
    const asked = `targetRows ${one} ${other}`;
    expect(await reported({ Data: rows })).toEqual([asked]);
    expect(await reported({ Data: rows }, { sales: 'Data', targets: 'Data' })).toEqual([asked]);
    const readings = { Data: { versions: { [other]: 'targets' as const } } };
    expect(await reported({ Data: rows }, { readings })).toEqual(bySide);
  });

  test('of one plan for several years are not', async () => {
    const rows = below(
      'Scenario',
      ['Actual', 10, 20],
      ['Budget 2025', 1, 1],
      ['Budget 2026', 10, 20],
    );
    const earlier = rows.map((row) =>
      row[2] === 'Budget 2025' ? row.map((cell) => (cell === '2026-01' ? '2025-01' : cell)) : row,
    );
    const outcome = await track(sessionOf({ Data: earlier }));
    expect(outcome).toMatchObject({ done: { targets: { used: 4, total: 32 } } });
  });

  test('leave the sales to a table of nothing else, and are asked about beside other targets', async () => {
    expect(await reported({ Orders: orders, Data: both })).toEqual([
      ['North', 7, 11],
      ['South', 8, 21],
    ]);
    expect(await reported({ Data: both, Quotas: quotas })).toEqual(['targetSource Quotas Data']);
    const wishes = { sales: 'Data', targets: 'Quotas' };
    expect(await reported({ Data: both, Quotas: quotas }, wishes)).toEqual([
      ['North', 10, 61],
      ['South', 20, 66],
    ]);
  });

  test.each(['Actual', 'Budget'])('are found where the first rows are all of %s', async (first) => {
    const other = first === 'Actual' ? 'Budget' : 'Actual';
    const rows = Array.from({ length: 300 }, () => [first, 1, 0] as const);
    const sums = await reported({ Data: below('Scenario', ...rows, [other, 5, 6]) });
    // 300 rows of 1, against 5; 300 of 0, against 6.
    const expected =
      first === 'Actual'
        ? [
            ['North', 300, 5],
            ['South', 0, 6],
          ]
        : undefined;
    if (expected) expect(sums).toEqual(expected);
    // Of the targets 300 stand twice.
    else expect(JSON.stringify(sums)).toContain('duplicateTarget Data!D4');
  });

  test('share what both have: plans that name no customer are not split by customers', async () => {
    const rows: Rows = [
      ['Date', 'Region', 'Customer', 'Scenario', 'Amount'],
      ['2026-01-05', 'North', 'A', 'Actual', 4],
      ['2026-01-06', 'North', 'A', 'Actual', 6],
      ['2026-01-16', 'South', 'B', 'Actual', 20],
      ['2026-01-01', 'North', null, 'Budget', 11],
      ['2026-01-01', 'South', null, 'Budget', 21],
    ];
    expect(await reported({ Data: rows })).toEqual(bySide);
    // Their period is that of their own days, not of the days of the sales.
    const more = [...rows, ['2026-02-01', 'North', null, 'Budget', 30]];
    const { targets } = await findData(sessionOf({ Data: more }));
    expect(targets?.grain).toBe('month');
  });

  test.each([['Version', 'V1'] as const, ['Version', 'Plan V1'] as const])(
    'are told by their scenario where a column "%s" of %s stands before it',
    async (header, version) => {
      const rows = both.map(([region = null, ...cells], at) => [
        region,
        at === 0 ? header : version,
        ...cells,
      ]);
      expect(await reported({ Data: rows })).toEqual(bySide);
    },
  );

  test('are refused where those of one side have several versions of their own', async () => {
    const versions = ['Version', null, null, 'V1', 'V1', 'V2', 'V2'];
    const scenarios = below('Scenario', ['Actual', 10, 20], ['Budget', 5, 6], ['Budget', 11, 21]);
    const rows = scenarios.map((cells, at) => [...cells, versions[at] ?? null]);
    expect(await reported({ Data: rows })).toEqual(['severalVersions Data!E6']);
  });

  test('are told by their scenario, and refused with several measures, where these stand first', async () => {
    const measured = (measure: string) => (row: Rows[number]) => [
      row[0] ?? null,
      measure,
      ...row.slice(1),
    ];
    const [header = [], ...rows] = both;
    const ofSales = [measured('Measure')(header), ...rows.map(measured('Sales'))];
    expect(await reported({ Data: [...ofSales, ...rows.map(measured('Cost'))] })).toEqual([
      'severalVersions Data!B6',
      'severalVersions Data!B8',
    ]);
  });

  test('are no targets where they are in percent', async () => {
    const rows = below('Measure', ['Sales', 10, 20], ['Target', 11, 21], ['Target %', 0.9, 0.95]);
    expect(await reported({ Data: rows })).toEqual(bySide);
  });

  test('may stand on several sheets of one layout, read as one', async () => {
    const later = both.map((row) => row.map((cell) => (cell === '2026-01' ? '2026-02' : cell)));
    const outcome = await track(sessionOf({ Jan: both, Feb: later }));
    // Twice 10 + 20 of 11 + 21.
    expect(outcome).toMatchObject({
      done: { sales: { used: 4, total: 60 }, targets: { used: 4, total: 64 } },
    });
  });

  test('do not spread into the targets that are proposed from the sales', async () => {
    const proposed = await proposeTargets(sessionOf({ Data: both }), {
      by: ['Region'],
      year: 2027,
      grain: 'month',
      basis: { kind: 'growth', ratio: 0 },
      phasing: 'lastYear',
    });
    // 10 + 20 were sold, and 32 planned.
    expect(proposed).toMatchObject({ done: { lastYearTotal: 30 } });
  });
});

describe('rows that are not of both sides', () => {
  test('all count where the column has one text, and are targets where it is a plan', async () => {
    const sold = below('Scenario', ['Actual', 10, 20]);
    expect(await reported({ Data: sold, Quotas: quotas })).toEqual([
      ['North', 10, 61],
      ['South', 20, 66],
    ]);
    const planned = below('Scenario', ['Budget', 11, 21]);
    expect(await reported({ Orders: orders, Data: planned })).toEqual([
      ['North', 7, 11],
      ['South', 8, 21],
    ]);
    const ofYears = below('Scenario', ['Budget 2025', 5, 6], ['Budget 2026', 11, 21]).map(
      (row, at) =>
        at === 1 || at === 2 ? row.map((cell) => (cell === '2026-01' ? '2025-01' : cell)) : row,
    );
    expect(await reported({ Orders: orders, Data: ofYears })).toEqual([
      ['North', 0, 5],
      ['South', 0, 6],
      ['North', 7, 11],
      ['South', 8, 21],
    ]);
    // Nobody sold a budget.
    const wishes = { sales: 'Data', targets: 'Quotas' };
    expect(await reported({ Data: planned, Quotas: quotas }, wishes)).toEqual(['salesRows Budget']);
  });

  test.each([
    ['Cost', below('Measure', ['Sales', 10, 20], ['Cost', 4, 5])],
    ['Units', below('Category', ['Revenue', 10, 20], ['Units', 4, 5])],
    ['Target %', below('Measure', ['Sales', 10, 20], ['Target %', 0.9, 0.95])],
    [
      'Units',
      [
        ['Region', 'Measure', '2026-01', '2026-02'],
        ['North', 'Sales', 10, null],
        ['North', 'Units', 4, null],
        ['South', 'Sales', 20, null],
        ['South', 'Units', 5, null],
      ],
    ],
    [
      'Expense',
      [
        ['Region', 'Type', '2026-01', '2026-02'],
        ['North', 'Income', 10, null],
        ['North', 'Expense', 4, null],
        ['South', 'Income', 20, null],
        ['South', 'Expense', 5, null],
      ],
    ],
  ] as readonly (readonly [string, Rows])[])(
    'are never added to sales: those of %s',
    async (measure, rows) => {
      const outcome = await track(sessionOf({ Data: rows, Quotas: quotas }));
      if ('stopped' in outcome) throw new Error(JSON.stringify(outcome.stopped.unclear));
      expect(outcome.done.sales).toMatchObject({ used: 2, total: 30 });
      expect(outcome.done.issues).toContainEqual(
        expect.objectContaining({ code: 'rowsNotSold', expected: measure }),
      );
    },
  );

  test('are never added to sales: those of the lines of an income statement', async () => {
    const names = ['Rent', 'Salaries', 'Travel', 'Interest', 'Tax paid', 'Depreciation', 'Energy'];
    const lines = names.map((name) => [name, -1, -1] as const);
    const rows = below('Position', ['Revenue', 10, 20], ['COGS', -4, -5], ...lines);
    expect(await reported({ Data: rows, Quotas: quotas })).toEqual([
      ['North', 10, 61],
      ['South', 20, 66],
    ]);
  });

  test('are asked about where two measures are sales', async () => {
    const rows = below('Measure', ['Net sales', 10, 20], ['Gross sales', 11, 22], ['Units', 4, 5]);
    expect(await reported({ Data: rows, Quotas: quotas })).toEqual([
      'salesRows Net sales Gross sales',
    ]);
  });

  test.each([
    ['Type', 'Sale', 'Discount'],
    ['Type', 'Sale', 'Price adjustment'],
    ['Line', 'Sales', 'Shipping cost'],
    ['Revenue type', 'Service revenue', 'Product revenue'],
    ['Product', 'Plan', 'Real'],
  ])('are added as before: %s with %s and %s', async (header, one, other) => {
    const rows = below(header, [one, 10, 20], [other, -1, -2]);
    expect(await reported({ Data: rows, Quotas: quotas }, { by: ['Region'] })).toEqual([
      ['North', 9, 61],
      ['South', 18, 66],
    ]);
  });
});

describe('measures and versions as headings', () => {
  const across = (one: string, other: string): Rows => [
    ['Region', 'Jan 2026', 'Feb 2026'],
    [one],
    ['North', 100, 300],
    ['South', 200, 150],
    [other],
    ['North', 10, 3],
    ['South', 15, 4],
  ];
  const ofYear: Rows = [
    ['Region', 'Target 2026'],
    ['North', 1000],
    ['South', 2000],
  ];

  test.each([
    ['Revenue', 'Units'],
    ['This year', 'Last year'],
  ])('count for sales alone: %s above %s', async (one, other) => {
    // 100 + 300 and 200 + 150.
    expect(await reported({ Sales: across(one, other), Targets: ofYear })).toEqual([
      ['North', 400, 1000],
      ['South', 350, 2000],
    ]);
  });

  test.each([
    ['V1', 'V2'],
    ['Paid', 'Cancelled'],
    ['Invoices', 'Credit notes'],
  ])('are refused where they would be added: %s and %s', async (one, other) => {
    expect(await reported({ Sales: across(one, other), Targets: ofYear })).toEqual([
      'severalVersions Sales!A5',
    ]);
  });

  test.each(['Headcount', 'Units', 'Prior year'])(
    'below names leave "%s" out of the targets',
    async (other) => {
      const targets: Rows = [
        ['KPI', 'Jan 2026', 'Feb 2026'],
        ['North'],
        ['Target', 110, 120],
        [other, 2, 2],
        ['South'],
        ['Target', 210, 220],
        [other, 3, 3],
      ];
      const sales: Rows = [
        ['Date', 'Region', 'Amount'],
        ['2026-01-05', 'North', 100],
        ['2026-02-05', 'South', 350],
      ];
      // 110 + 120 and 210 + 220.
      const found = await reported({ Sales: sales, Targets: targets });
      const sum = (name: string) =>
        found
          .flatMap((row) => (row[0] === name ? [Number(row[2])] : []))
          .reduce((a, b) => a + b, 0);
      expect([sum('North'), sum('South')]).toEqual([230, 430]);
    },
  );
});

describe('what each text of the column was taken for', () => {
  const three = below('Scenario', ['Actual', 10, 20], ['Budget', 11, 21], ['Forecast', 12, 22]);
  const unknown = below('Scenario', ['V1', 10, 20], ['V2', 11, 21], ['V3', 12, 22]);
  const versionsIn = async (rows: Rows, wishes: ReportWishes = {}, side: 'sales' | 'targets') => {
    const found = (await findData(sessionOf({ Data: rows }), wishes))[side];
    const versions = found && versionsOf(found.table);
    if (!versions) throw new Error('no versions');
    return versions;
  };
  const told = ({ texts }: VersionsRead) => texts.map(({ is, by }) => `${is ?? '?'} ${by}`);

  test('is told, asked or known', async () => {
    expect(told(await versionsIn(both, {}, 'sales'))).toEqual(['sales cells', 'targets cells']);
    const wishes = { sales: 'Data', targets: 'Data' };
    expect(told(await versionsIn(three, wishes, 'targets'))).toEqual([
      'sales cells',
      '? cells',
      '? cells',
    ]);
    const readings = { Data: { versions: { Forecast: 'targets' } } } as const;
    expect(told(await versionsIn(three, { readings }, 'sales'))).toEqual([
      'sales cells',
      'neither cells',
      'targets person',
    ]);
  });

  test('can be said otherwise, one text after the other', async () => {
    const wishes = { sales: 'Data', targets: 'Data' };
    const first = withVersion(await versionsIn(both, wishes, 'sales'), 'Budget', 'neither');
    const readings = { Data: first as Reading };
    // Without a target there is nothing but the question which rows are those.
    expect(await reported({ Data: both }, { ...wishes, readings })).toEqual([
      'targetRows Actual Budget',
    ]);
    const versions = await versionsIn(both, { ...wishes, readings }, 'sales');
    const again = { Data: withVersion(versions, 'Budget', 'targets') as Reading };
    expect(await reported({ Data: both }, { ...wishes, readings: again })).toEqual(bySide);
  });

  test('is open where no text is known, until it is said', async () => {
    const versions = await versionsIn(unknown, { sales: 'Data' }, 'sales');
    expect(versions.areUnknown).toBe(true);
    expect(told(versions)).toEqual(['? cells', '? cells', '? cells']);
    const first = { Data: withVersion(versions, 'V2', 'targets') as Reading };
    const names = { sales: 'Data', targets: 'Data' };
    const half = await versionsIn(unknown, { ...names, readings: first }, 'sales');
    expect(told(half)).toEqual(['? cells', 'targets person', '? cells']);
    const readings = { Data: withVersion(half, 'V1', 'sales') as Reading };
    expect(await reported({ Data: unknown }, { readings })).toEqual(bySide);
    // One text alone said to be the targets leaves open which are the sales.
    const alone = { Data: { versions: { V2: 'targets' } } } as const;
    expect(await reported({ Data: unknown }, { ...names, readings: alone })).toEqual([
      'salesRows V1 V2 V3',
    ]);
  });
});

describe('a ledger', () => {
  const booked = (header: string, [sold, cost, rent]: readonly [string, string, string]): Rows => [
    ['Date', header, 'Region', 'Amount'],
    ['2026-01-05', sold, 'North', 100],
    ['2026-01-06', cost, 'South', 60],
    ['2026-01-07', sold, 'South', 20],
    ['2026-01-08', rent, 'South', 30],
  ];

  test.each([
    ['Account', ['4000 Sales', '5000 COGS', '6000 Rent']],
    ['GL Account', ['Revenue', 'Cost of goods sold', 'Rent']],
    ['Kontobezeichnung', ['Erlöse 19 % USt', 'Wareneingang 19 % Vorsteuer', 'Miete']],
    ['Compte', ['Ventes', 'Achats', 'Loyer']],
  ] as const)('gives its sales alone, by the names under "%s"', async (header, names) => {
    // Of North 100, of South 20: the 60 of goods and the 30 of rent are no sales.
    expect(await reported({ Ledger: booked(header, names), Plan: quotas })).toEqual([
      ['North', 100, 61],
      ['South', 20, 66],
    ]);
  });

  test('is not what customers make up, of whatever name', async () => {
    const customers = booked('Account', ['Sales Boost Ltd', 'Target', 'Costa']);
    expect(await reported({ Deals: customers, Plan: quotas })).toEqual([
      ['North', 100, 61],
      ['South', 110, 66],
    ]);
  });
});
