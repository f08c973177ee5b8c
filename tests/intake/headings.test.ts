import { asideOf, read, rowsOf, table } from './shape-tables';
import type { Rows } from './raw-tables';

/** Sales of two regions, whose names stand alone above their rows. */
const sections: Rows = [
  ['Date', 'Product', 'Amount'],
  ['North'],
  ['2026-01-05', 'Bolt', 10],
  ['2026-01-06', 'Nut', 20],
  ['South'],
  ['2026-01-05', 'Bolt', 30],
];
const plan: Rows = [
  ['Product', 'Jan 2026', 'Feb 2026'],
  ['North'],
  ['Bolt', 100, 110],
  ['Nut', 50, 60],
  ['South'],
  ['Bolt', 30, 31],
];
const findings = async (rows: Rows, said = {}) => {
  const found = await table(rows, said);
  return (found.findings ?? []).flatMap(({ code, at, found: text, expected }) =>
    code.startsWith('headings') ? [`${code} ${at} ${text} +${expected}`] : [],
  );
};

describe('names alone in rows above their rows', () => {
  test('become a column that names each row, and are told', async () => {
    const found = await table(sections);
    expect(rowsOf(found)).toEqual([
      ['Date', 'Product', 'Amount', 'Group'],
      ['2026-01-05', 'Bolt', 10, 'North'],
      ['2026-01-06', 'Nut', 20, 'North'],
      ['2026-01-05', 'Bolt', 30, 'South'],
    ]);
    expect(asideOf(found)).toEqual(['headingRow Data!A2', 'headingRow Data!A5']);
    expect(await findings(sections)).toEqual(['headingsRead Data!A2 North +1']);
    // The name of the second row stands in A2, and that of the column nowhere: at its first heading's.
    expect(found.placeOf?.(1, 3)).toEqual({ sheet: 'Data', row: 1, column: 0 });
  });

  test('stand above periods across likewise, where names come again below another', async () => {
    expect(rowsOf(await table(plan))).toEqual([
      ['Product', 'Group', 'Period', 'Value'],
      ['Bolt', 'North', '2026-01', 100],
      ['Bolt', 'North', '2026-02', 110],
      ['Nut', 'North', '2026-01', 50],
      ['Nut', 'North', '2026-02', 60],
      ['Bolt', 'South', '2026-01', 30],
      ['Bolt', 'South', '2026-02', 31],
    ]);
  });

  test.each([
    ['names are indented', '  Bolt', '  Gear', []],
    ['each group ends in its total', 'Bolt', 'Gear', ['Total North', 'Total South']],
  ] as const)('are known where %s', async (_, first, second, totals) => {
    const rows: Rows = [
      ['Product', 'Jan 2026', 'Feb 2026'],
      ['North'],
      [first, 100, 110],
      ...totals.slice(0, 1).map((text) => [text, 100, 110]),
      ['South'],
      [second, 30, 31],
      ...totals.slice(1).map((text) => [text, 30, 31]),
    ];
    const found = await table(rows);
    const [, ...data] = rowsOf(found);
    expect(data.map(([name, group, , amount]) => [name, group, amount])).toEqual([
      [first, 'North', 100],
      [first, 'North', 110],
      [second, 'South', 30],
      [second, 'South', 31],
    ]);
  });

  test('leave totals that name them aside, however small their figures', async () => {
    const found = await table([
      ...sections.slice(0, 4),
      ['Total North', null, 30],
      ...sections.slice(4),
      ['Total South', null, 30],
      ['Grand total', null, 60],
    ]);
    expect(asideOf(found)).toEqual([
      'headingRow Data!A2',
      'subtotalRow Data!A5',
      'headingRow Data!A6',
      'subtotalRow Data!A8',
      'subtotalRow Data!A9',
    ]);
    expect(found.grid.rowCount).toBe(3);
  });

  test('fill the column they stand in where nothing else does', async () => {
    const own = sections.map((row, at) =>
      at === 0 ? ['Region', ...row] : row.length === 1 ? row : [null, ...row],
    );
    const found = await table(own);
    expect(rowsOf(found).map(([region]) => region)).toEqual(['Region', 'North', 'North', 'South']);
    expect(asideOf(found)).toEqual(['headingRow Data!A2', 'headingRow Data!A5']);
  });

  test('fill a column of their own without a header, which is called "Group" or as a person says', async () => {
    const own = sections.map((row) => (row.length === 1 ? row : [null, ...row]));
    const found = await table(own);
    expect(rowsOf(found).map(([region]) => region)).toEqual(['Group', 'North', 'North', 'South']);
    expect(found.reading?.unnamed).toEqual(['group']);
    const named = await table(own, { names: { group: 'Region' } });
    expect(named.headers).toEqual(['Region', 'Date', 'Product', 'Amount']);
  });

  test('may have the header below each of them, the first standing above all', async () => {
    const [header = [], north = [], ...rows] = sections;
    const found = await table([
      north,
      header,
      ...rows.slice(0, 2),
      [],
      ...rows.slice(2, 3),
      header,
      ...rows.slice(3),
    ]);
    expect(rowsOf(found).map(([, , , group]) => group)).toEqual([
      'Group',
      'North',
      'North',
      // The blank row.
      null,
      'South',
    ]);
  });

  test('go without the colon behind them', async () => {
    const rows = sections.map((row, at) =>
      row.length === 1 ? [at === 1 ? 'North:' : 'South :'] : row,
    );
    expect(rowsOf(await table(rows)).map((row) => row[3])).toEqual([
      'Group',
      'North',
      'North',
      'South',
    ]);
  });

  test('are periods where no column tells the time', async () => {
    const months: Rows = [
      ['Product', 'Region', 'Amount'],
      ['Jan 2026'],
      ['Bolt', 'North', 10],
      ['Feb 2026'],
      ['Bolt', 'North', 30],
    ];
    expect(rowsOf(await table(months))).toEqual([
      ['Product', 'Region', 'Amount', 'Period'],
      ['Bolt', 'North', 10, 'Jan 2026'],
      ['Bolt', 'North', 30, 'Feb 2026'],
    ]);
    const dated = months.map(([product = null, ...rest], at) =>
      rest.length === 0 ? [product] : [at === 0 ? 'Date' : '2026-01-05', ...rest],
    );
    expect((await table(dated)).headers).toEqual(['Date', 'Region', 'Amount']);
  });

  test('are named as a person says, and are notes where a person says so', async () => {
    const renamed = await table(sections, { names: { group: 'Region' } });
    expect(renamed.headers).toEqual(['Date', 'Product', 'Amount', 'Region']);
    const notes = await table(sections, { leftBlank: ['Group'] });
    expect(asideOf(notes)).toEqual(['noteRow Data!A2', 'noteRow Data!A5']);
    expect(rowsOf(notes).map((row) => row[3] ?? null)).toEqual(['Group', null, null, null]);
    expect(await findings(sections, { leftBlank: ['Group'] })).toEqual([]);
  });
});

/** Rows of one day and one amount each, below the names given. */
const groups = (...names: readonly string[]): Rows => [
  ['Date', 'Product', 'Amount'],
  ...names.flatMap((name, at) => [[name], ['2026-01-05', 'Bolt', (at + 1) * 100]]),
];
const groupsOf = async (rows: Rows) =>
  rowsOf(await table(rows))
    .slice(1)
    .map((row) => [row[3], row[2]]);

describe('names that look like something else', () => {
  test.each([
    [['Piet', 'Jan', 'Anna']],
    [['April', 'Piet', 'Anna']],
    [['Piet Smit', 'Jan Novak', 'Acme Inc.']],
    [['Sell-in', 'Sell-out', 'Direct']],
  ])('are names among others: %j', async (names) => {
    expect(await groupsOf(groups(...names))).toEqual(
      names.map((name, at) => [name, (at + 1) * 100]),
    );
  });

  test('are told and not read where a month of a year stands among them', async () => {
    expect(await findings(groups('Piet', 'Jan 2026', 'Anna'))).toEqual([
      'headingsLeft Data!A2 Piet +2',
    ]);
  });

  test.each([
    ...['North (continued)', 'North cont.', 'continued', '---', '====', 'n/a', 'EUR'],
    ...['preliminary', 'excl. VAT', 'in TEUR'],
  ])('are none where "%s" says something of the rows or figures', async (text) => {
    // The row below stays in the group above.
    expect(await groupsOf(groups('North', text, 'South'))).toEqual([
      ['North', 100],
      ['North', 200],
      ['South', 300],
    ]);
  });

  test('do not name rows below the total of all', async () => {
    const rows: Rows = [
      ...groups('North', 'South'),
      ['Total', null, 300],
      ['2026-02-07', 'Bolt', 50],
    ];
    expect(await findings(rows)).toEqual(['headingsLeft Data!A2 North +1']);
    expect((await groupsOf(rows)).every(([group]) => (group ?? null) === null)).toBe(true);
  });

  test.each([
    [['V1', 'V2']],
    [['Plan A', 'Plan B']],
    [['Net', 'Gross']],
    [['Paid', 'Cancelled']],
    [['Invoices', 'Credit notes']],
  ])('are versions, which are never added: %j', async (names) => {
    expect((await table(groups(...names))).headers).toEqual([
      'Date',
      'Product',
      'Amount',
      'Version',
    ]);
    const named = await table(groups(...names), { names: { group: 'Region' } });
    expect(named.headers[3]).toBe('Region');
  });

  test.each([[['Direct sales', 'Online sales']], [['Plan North', 'Plan South']]])(
    'are groups: %j',
    async (names) => {
      expect((await table(groups(...names))).headers[3]).toBe('Group');
    },
  );
});

describe('headings that say what they name', () => {
  test.each([
    ['Region', 'Region: North', 'Region: South'],
    ['Vertriebsregion', 'Vertriebsregion: North', 'Vertriebsregion: South'],
    ['Region', 'Region：North', 'Region : South'],
    // Names that look like months.
    ['Sales rep', 'Sales rep: Jan', 'Sales rep: April'],
    ['Scenario', 'Scenario: Actual', 'Scenario: Budget'],
  ])('become a column "%s" of the names behind it: %s', async (header, first, second) => {
    const [, ...behind] = [header, first, second].map((text) => text.split(/\s*[:：]\s*/)[1]);
    expect(rowsOf(await table(groups(first, second)))).toEqual([
      ['Date', 'Product', 'Amount', header],
      ['2026-01-05', 'Bolt', 100, behind[0]],
      ['2026-01-05', 'Bolt', 200, behind[1]],
    ]);
  });

  test('stand in the column of that name without it', async () => {
    const rows: Rows = [
      ['Region', 'Date', 'Product', 'Amount'],
      ['Region: North'],
      [null, '2026-01-05', 'Bolt', 10],
      ['Region: South'],
      [null, '2026-01-06', 'Bolt', 20],
    ];
    const regions = rowsOf(await table(rows)).map(([region]) => region);
    expect(regions).toEqual(['Region', 'North', 'South']);
    const across = rowsOf(
      await table([
        ['Region', 'Jan 2026', 'Feb 2026'],
        ['Region: North'],
        [null, 1, 2],
        ['Region: South'],
        [null, 3, 4],
      ]),
    );
    expect(across.slice(1).map(([region]) => region)).toEqual(['North', 'North', 'South', 'South']);
  });

  test('stand above periods across, with totals of the names', async () => {
    const found = await table([
      ['Product', 'Jan 2026', 'Feb 2026'],
      ['Region: North'],
      ['Bolt', 100, 110],
      ['Nut', 50, 60],
      ['Total North', 150, 170],
      ['Region: South'],
      ['Bolt', 30, 31],
      ['Gear', 1, 2],
      ['Total South', 31, 33],
    ]);
    expect(rowsOf(found)[1]).toEqual(['Bolt', 'North', '2026-01', 100]);
    expect(rowsOf(found).at(-1)).toEqual(['Gear', 'South', '2026-02', 2]);
    expect(asideOf(found)).toEqual([
      'headingRow Data!A2',
      'subtotalRow Data!A5',
      'headingRow Data!A6',
      'subtotalRow Data!A9',
    ]);
  });

  test('are none where most names just lack their figures', async () => {
    const rows: Rows = [
      ['Region', 'Jan 2026', 'Feb 2026'],
      ...['North', 'South', 'East', 'West'].map((name) => [name]),
      ['Centre', 1, 2],
    ];
    expect(await findings(rows)).toEqual([]);
    expect((await table(rows)).headers).toEqual(['Region', 'Period', 'Value']);
  });

  test('are known where names may lack their figures', async () => {
    // Without the label this is told and not read, since no name comes again.
    const rows: Rows = [
      ['Product', 'Jan 2026', 'Feb 2026'],
      ['Region: North'],
      ['Bolt', 1, 2],
      ['Region: South'],
      ['Gear', 3, 4],
    ];
    expect(await findings(rows)).toEqual(['headingsRead Data!A2 Region: North +1']);
  });

  test('are a column "Group" where that name is taken, and bear the name a person gives', async () => {
    const rows = groups('Product: Tools', 'Product: Parts');
    expect(rowsOf(await table(rows)).map((row) => row[3])).toEqual(['Group', 'Tools', 'Parts']);
    const named = await table(rows, { names: { group: 'Line' } });
    expect(named.headers[3]).toBe('Line');
  });

  test.each([
    [['Region: North', 'South']],
    [['Region: North', 'Country: Spain']],
    [['Batch: 7', 'Batch: 8']],
    // A figure names no group.
    [['Sales: North', 'Sales: South']],
    // "Region North" may be how the targets spell it.
    [['Region North', 'Region South']],
  ])('keep their text where they do not all say one that is known: %j', async (names) => {
    const rows = rowsOf(await table(groups(...names)));
    expect(rows.map((row) => row[3])).toEqual(['Group', ...names]);
  });

  test('of a year complete the months of their rows', async () => {
    const found = await table([
      ['Region', 'Month', 'Amount'],
      ['Year: 2025'],
      ['North', 'Jan', 10],
      ['Year: 2026'],
      ['North', 'Jan', 20],
    ]);
    expect(rowsOf(found)).toEqual([
      ['Region', 'Month', 'Amount', 'Year'],
      ['North', 'Jan', 10, '2025'],
      ['North', 'Jan', 20, '2026'],
    ]);
  });
});

/** Rows without a date below the names given. */
const undated = (...names: readonly string[]): Rows => [
  ['Product', 'Region', 'Amount'],
  ...names.flatMap((name, at) => [[name], ['Bolt', 'North', (at + 1) * 100]]),
];

describe('months with a year of two digits as headings', () => {
  test.each([
    ['01/26', '02/26'],
    ['01.26', '02.26'],
    ['12/25', '01/26'],
  ])('are periods where they prove themselves: %s, %s', async (...names) => {
    expect(rowsOf(await table(undated(...names)))).toEqual([
      ['Product', 'Region', 'Amount', 'Period'],
      ['Bolt', 'North', 100, names[0]],
      ['Bolt', 'North', 200, names[1]],
    ]);
  });

  test('are months where each says so', async () => {
    expect(rowsOf(await table(undated('Month: 01/26', 'Month: 01/27')))).toEqual([
      ['Product', 'Region', 'Amount', 'Month'],
      ['Bolt', 'North', 100, '01/26'],
      ['Bolt', 'North', 200, '01/27'],
    ]);
  });

  test.each([
    ['01/26', '01/27'],
    ['01/05', '02/05'],
  ])('are refused where they may be days: %s, %s', async (...names) => {
    const found = await read(undated(...names));
    const { issues } = 'issues' in found ? found : { issues: [] };
    expect(issues.map(({ code, at, found: text }) => [code, at, text])).toEqual([
      ['dayOrMonth', 'Data!A2', names[0]],
    ]);
  });

  test('are notes where a column tells the day', async () => {
    const found = await table(groups('01/26', '02/26'));
    expect(found.headers).toEqual(['Date', 'Product', 'Amount']);
    expect(asideOf(found)).toEqual(['noteRow Data!A2', 'noteRow Data!A4']);
  });
});

describe('rows with a single text', () => {
  const doubtful: readonly (readonly [string, Rows])[] = [
    ['one below another', [...sections.slice(0, 1), ['Europe'], ...sections.slice(1)]],
    [
      'rows above the first',
      [...sections.slice(0, 1), ['2026-01-04', 'Nut', 5], ...sections.slice(1)],
    ],
    ['a name that comes again', [...sections, ['North'], ['2026-01-08', 'Nut', 5]]],
    [
      'names that may lack their figures',
      [...plan.slice(0, 3), ...plan.slice(4, 5), ['Gear', 1, 2]],
    ],
  ];
  test.each(doubtful)('are told and not read with %s, until a person says so', async (_, rows) => {
    const [told = ''] = await findings(rows);
    expect(told).toMatch(/^headingsLeft Data!A\d/);
    const left = await table(rows);
    const group = left.headers.indexOf('Group');
    expect(
      rowsOf(left)
        .slice(1)
        .every((row) => (row[group] ?? null) === null),
    ).toBe(true);
    const said = await table(rows, { filledDown: ['Group'] });
    expect(rowsOf(said).at(-1)?.[group]).toBe(rows === doubtful[2]?.[1] ? 'North' : 'South');
    expect(await findings(rows, { filledDown: ['Group'] })).toEqual([
      told.replace('headingsLeft', 'headingsRead'),
    ]);
    expect(await findings(rows, { leftBlank: ['Group'] })).toEqual([]);
  });

  test.each([
    ['one alone', [...sections.slice(0, 4), ['2026-01-05', 'Bolt', 30]]],
    ['the same text each time', sections.map((row) => (row.length === 1 ? ['Online shop'] : row))],
    [
      'numbers of pages',
      sections.map((row, at) => (row.length === 1 ? [`Page ${String(at)}`] : row)),
    ],
    [
      'sentences',
      sections.map((row, at) => (row.length === 1 ? [`Price ${String(at)} is new.`] : row)),
    ],
    [
      'texts below the last row',
      [...sections.slice(0, 1), ...sections.slice(2, 4), ['North'], ['South']],
    ],
  ] as readonly (readonly [string, Rows])[])('are notes with %s', async (_, rows) => {
    const found = await table(rows);
    expect(found.headers).toEqual(['Date', 'Product', 'Amount']);
    expect(asideOf(found).every((one) => one.startsWith('noteRow'))).toBe(true);
  });

  test('are names without figures between others that have them', async () => {
    const found = await table([
      ['Product', 'Jan 2026', 'Feb 2026'],
      ['Bolt', 100, 110],
      ['Nut'],
      ['Gear', 30, 31],
      ['Washer'],
      ['Screw', 30, 31],
    ]);
    expect(found.headers).toEqual(['Product', 'Period', 'Value']);
    expect(asideOf(found)).toEqual([]);
  });
});
