import { assessData, Session, track } from '../../src/jobs';
import { issueSentence, wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

const words = wordsFor('en');
const targets: Rows = [
  ['Month', 'Region', 'Target'],
  ['2026-01', 'West', 500],
];

/** What is told of sales whose kinds stand beside their amounts, and their total. */
async function toldOf(
  header: string,
  lines: readonly (readonly [string | number | boolean | null, number | string])[],
) {
  const sales: Rows = [
    ['Date', 'Region', header, 'Amount'],
    ...lines.map(([kind, amount], row) => [`2026-01-0${String(row + 1)}`, 'West', kind, amount]),
  ];
  const session = new Session(workbookWith({ Sales: sales, Targets: targets }));
  const outcome = await track(session);
  const issues = 'done' in outcome ? outcome.done.issues : outcome.stopped.issues;
  const codes: string[] = ['noSaleAdded', 'takenBackAdded', 'unsignedAmounts'];
  const told = issues.filter(({ code }) => codes.includes(code));
  const { sides } = await assessData(session);
  const assessed = sides.find(({ side }) => side === 'sales')?.quality.issues ?? [];
  expect(assessed.filter((issue) => told.some(({ code }) => code === issue.code))).toEqual(told);
  return {
    told: told.map((issue) => issueSentence(issue, words)),
    total: 'done' in outcome ? outcome.done.report.total.actual : 'refused',
  };
}

describe('amounts that are taken back', () => {
  test.each([
    ['Belegart', 'Rechnung', 'Gutschrift'],
    ['Type', 'Invoice', 'Credit note'],
    ['Status', 'Completed', 'Cancelled'],
    ['Estado', 'Facturado', 'Anulado'],
    ['Statut', 'Payée', 'Annulée'],
    ['Status', 'Sent', 'Draft'],
    ['Type', 'Invoice', 'Estimate'],
    ['Belegart', 'Rechnung', 'Angebot'],
    ['Status', 'Paid', 'Failed'],
  ])('are told where they have no minus: %s', async (header, kind, back) => {
    const { told, total } = await toldOf(header, [
      [kind, 100],
      [back, 50],
      [kind, 200],
      [back, 20],
    ]);
    expect(told).toEqual([
      `Sales!C3: 2 rows marked "${back}" with amounts above 0, added like all others. ` +
        'If they are taken back or no sales, give them a minus or take them out.',
    ]);
    expect(total).toBe(370);
  });

  test('are not told where they have one, and names that hold such a word are none', async () => {
    const signed = [
      ['Invoice', 100],
      ['Credit note', -50],
      ['Credit note', 0],
    ] as const;
    expect(await toldOf('Type', signed)).toEqual({ told: [], total: 50 });
    // One that lacks its minus among those that have it is told all the same.
    const { told } = await toldOf('Type', [...signed, ['Credit note', 20]]);
    expect(told).toEqual([expect.stringContaining('Sales!C5: 1 row marked "Credit note"')]);
    const names = [
      ['Return Labs', 100],
      ['Credit card', 50],
    ] as const;
    expect(await toldOf('Customer', names)).toEqual({ told: [], total: 150 });
  });
});

describe('rows that are marked as none any more', () => {
  test.each<readonly [string, string | number | boolean, string | number | boolean | null]>([
    ['Cancelled', 'Yes', 'No'],
    ['IsDeleted', true, false],
    ['Voided?', 'x', null],
    ['storniert', 'X', null],
    ['Storno-Kz', 'J', 'N'],
    ['Is Return', 1, 0],
    ['Annulé', 'oui', 'non'],
  ])('are told, below "%s"', async (header, mark, other) => {
    const { told, total } = await toldOf(header, [
      [other, 100],
      [mark, 50],
      [other, 200],
    ]);
    const text = mark === true ? 'TRUE' : String(mark);
    expect(told).toEqual([
      `Sales!C3: 1 row marked "${header}: ${text}" with an amount above 0, added like all others. ` +
        'If they are taken back or no sales, give them a minus or take them out.',
    ]);
    // 100 + 50 + 200
    expect(total).toBe(350);
  });

  test('are none where pieces are counted, nobody says yes, or they have a minus', async () => {
    const none = { told: [], total: 150 };
    const pieces = [[1, 100] as const, [3, 50] as const];
    expect(await toldOf('Returned', pieces)).toEqual(none);
    expect(await toldOf('Cancelled', [['No', 100] as const, ['No', 50] as const])).toEqual(none);
    const signed = [['No', 200] as const, ['Yes', -50] as const];
    expect(await toldOf('Cancelled', signed)).toEqual(none);
  });
});

describe('rows that are no sales by their kind', () => {
  test.each([
    ['Type', 'Invoice', 'Payment'],
    ['Transaction type', 'Charge', 'Payout'],
    ['Type', 'Order', 'Service Fee'],
    ['Belegart', 'Rechnung', 'Zahlungseingang'],
  ])('are told, whatever their sign: %s', async (header, kind, other) => {
    const { told, total } = await toldOf(header, [
      [kind, 100],
      [other, -100],
      [kind, 200],
      [other, 20],
    ]);
    expect(told).toEqual([
      `Sales!C3: 2 rows marked "${other}", added like all others. If they are no sales, take them out.`,
    ]);
    // 100 − 100 + 200 + 20
    expect(total).toBe(220);
  });

  test.each([
    ...['Opening balance', 'Opening Balance 01.01.2026', 'Balance b/f', 'Saldovortrag'],
    ...['Anfangsbestand', 'Solde initial', "Solde d'ouverture", 'Saldo inicial', '期首残高'],
  ])('are told where a balance is carried over, below any header: %s', async (text) => {
    const lines = [[text, 1000] as const, ['Pens', 100] as const];
    const told = [
      `Sales!C2: 1 row marked "${text}", added like all others. If it is no sale, take it out.`,
    ];
    // 1000 + 100
    expect(await toldOf('Description', lines)).toEqual({ told, total: 1100 });
    expect(await toldOf('Type', lines)).toEqual({ told, total: 1100 });
  });

  test('are no names that only hold such a word', async () => {
    const lines = [['Balance Fitness', 100] as const, ['Saldo Bar', 50] as const];
    expect(await toldOf('Description', lines)).toEqual({ told: [], total: 150 });
  });

  test('are none below another header', async () => {
    const lines = [['Payment', 100] as const, ['Invoice', 50] as const];
    expect(await toldOf('Product', lines)).toEqual({ told: [], total: 150 });
  });

  test('are no goods whose name ends like them', async () => {
    const lines = [['Coffee', 100] as const, ['Tea', 50] as const];
    expect(await toldOf('Type', lines)).toEqual({ told: [], total: 150 });
  });
});

describe('marks of debit and credit', () => {
  const lines = [
    ['H', 100],
    ['S', 50],
    ['H', 200],
  ] as const;

  test('are refused where the amounts have no signs', async () => {
    expect(await toldOf('Soll/Haben-Kennzeichen', lines)).toEqual({
      told: [
        'Sales!C1: "Soll/Haben-Kennzeichen" tells which amounts are taken off, and "Amount" has no sign of its own. Give a column of amounts with their signs.',
      ],
      total: 'refused',
    });
  });

  test.each([
    ['S/H', 'H', 'S'],
    ['D/C', 'C', 'D'],
    ['Dr/Cr', 'Cr', 'Dr'],
    ['Sign', '+', '-'],
    ['+/-', '+', '−'],
    ['Vorzeichen', '+', '-'],
    ['Sens', 'C', 'D'],
  ])('are refused below "%s" too', async (header, plus, minus) => {
    const { told, total } = await toldOf(header, [
      [plus, 100],
      [minus, 50],
    ]);
    expect(told).toEqual([
      expect.stringContaining(`"${header}" tells which amounts are taken off`),
    ]);
    expect(total).toBe('refused');
  });

  test('are none of other texts below such a header', async () => {
    const lines = [
      ['Super', 100],
      ['Hyper', 50],
    ] as const;
    expect(await toldOf('S/H', lines)).toEqual({ told: [], total: 150 });
  });

  test('at the amounts are refused where nearly all are taken off by them', async () => {
    const { told, total } = await toldOf('Size', [
      ['L', '100.00 Cr'],
      ['M', '50.00 Cr'],
      ['M', '20.00 Dr'],
    ]);
    expect(told).toEqual([expect.stringContaining('Sales!D2: "100.00 Cr" tells which amounts')]);
    expect(total).toBe('refused');
    const invoices = [
      ['L', '100.00 Dr'],
      ['M', '50.00 Dr'],
      ['M', '20.00 Cr'],
    ] as const;
    // 100 + 50 − 20
    expect(await toldOf('Size', invoices)).toEqual({ told: [], total: 130 });
  });

  test('are none in a column of another name, or beside signed amounts', async () => {
    expect(await toldOf('Size', lines)).toEqual({ told: [], total: 350 });
    const signed = [
      ['Credit', 100],
      ['Debit', -50],
    ] as const;
    expect(await toldOf('Debit/Credit', signed)).toEqual({ told: [], total: 50 });
  });
});

describe('what came back, in a column of its own', () => {
  const told = async (amount: string, returns: string) => {
    const sales: Rows = [
      ['Date', 'Region', amount, returns],
      ['2026-01-05', 'West', 100, 10],
      ['2026-01-06', 'West', 200, 0],
    ];
    const session = new Session(workbookWith({ Sales: sales, Targets: targets }));
    const outcome = await track(session);
    if ('stopped' in outcome) throw new Error(JSON.stringify(outcome.stopped));
    const { issues, report } = outcome.done;
    const beside = issues.filter(({ code }) => code === 'returnsBeside');
    return [report.total.actual, ...beside.map((issue) => issueSentence(issue, words))];
  };

  test.each([
    ['Sales', 'Returns'],
    ['Umsatz', 'Retouren'],
    ['Ventes', 'Avoirs'],
    ['Amount', 'Refund amount'],
  ])('is told not to be taken off: %s and %s', async (amount, returns) => {
    // 100 + 200, without the 10.
    expect(await told(amount, returns)).toEqual([
      300,
      `Sales!D1: "${returns}" is not taken off "${amount}". If it should be, add a column with the difference and choose that.`,
    ]);
  });

  test('is off already where the amount is called net', async () => {
    expect(await told('Net sales', 'Returns')).toEqual([300]);
  });
});

describe('targets in crores', () => {
  // "1.2 Cr" are twelve millions in India, and a credit of 1.2 elsewhere.
  test('are refused, and taken for no credits', async () => {
    const sales: Rows = [
      ['Date', 'Region', 'Amount'],
      ['2026-01-01', 'West', 100],
    ];
    const inCrores: Rows = [
      ['Month', 'Region', 'Target'],
      ['2026-01', 'West', '₹1.2 Cr'],
      ['2026-02', 'West', '₹1.5 Cr'],
    ];
    const session = new Session(workbookWith({ Sales: sales, Targets: inCrores }));
    const outcome = await track(session);
    expect('stopped' in outcome && outcome.stopped.issues).toMatchObject([
      { code: 'unsignedAmounts', at: 'Targets!C2', found: '₹1.2 Cr' },
    ]);
    const { sides } = await assessData(session);
    expect(sides.find(({ side }) => side === 'targets')?.quality.issues).toMatchObject([
      { code: 'unsignedAmounts', at: 'Targets!C2' },
    ]);
  });
});

describe('sales below 0', () => {
  const codesOf = async (amounts: readonly number[], target: number) => {
    const sales: Rows = [
      ['Date', 'Region', 'Amount'],
      ...amounts.map((amount, row) => [`2026-01-0${String(row + 1)}`, 'West', amount]),
    ];
    const targets: Rows = [
      ['Month', 'Region', 'Target'],
      ['2026-01', 'West', target],
    ];
    const outcome = await track(new Session(workbookWith({ Sales: sales, Targets: targets })));
    if ('stopped' in outcome) throw new Error(JSON.stringify(outcome.stopped));
    return outcome.done.issues
      .filter(({ code }) => code === 'salesBelowZero')
      .map((issue) => issueSentence(issue, words));
  };

  test('in all are told where the targets are above it, as ledgers write revenue', async () => {
    // -90 + 10 - 150 = -230
    expect(await codesOf([-90, 10, -150], 200)).toEqual([
      'Sales!C1: the sales in "Amount" add up to less than 0. Ledgers give revenue a minus: if this ' +
        'one does, turn the signs round.',
    ]);
  });

  test('are not told where they are returns among more sales, or the targets are below 0 too', async () => {
    // 90 - 10 + 150 = 230
    expect(await codesOf([90, -10, 150], 200)).toEqual([]);
    expect(await codesOf([-90, 10, -150], -200)).toEqual([]);
  });
});
