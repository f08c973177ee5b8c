import { keyFigures, Session, stopLines, type ReportWishes } from '../../src/jobs';
import { isMeasured, type KeyFigure } from '../../src/sales';
import { wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

/** By name, the figure or the reason why there is none. */
type Shown = Readonly<Record<string, number | string>>;

function shown(figures: readonly KeyFigure[]): Shown {
  return Object.fromEntries(
    figures.map(({ name, value }) => [name, isMeasured(value) ? value : value.reason]),
  );
}

async function figuresOf(sheets: Readonly<Record<string, Rows>>, wishes: ReportWishes = {}) {
  const outcome = await keyFigures(new Session(workbookWith(sheets)), wishes);
  if ('stopped' in outcome) {
    throw new Error(stopLines(outcome.stopped, wordsFor('en')).join('\n'));
  }
  const { spans, issues, columns } = outcome.done;
  return {
    all: shown(spans.all.total),
    period: shown(spans.period.total),
    yearToDate: shown(spans.yearToDate.total),
    byKey: Object.fromEntries(
      spans.all.rows.map(({ key, figures }) => [key.join(), shown(figures)]),
    ),
    columns,
    issues: issues.map(({ code, at, found }) => `${code} ${at} ${found}`.trim()),
  };
}

const targets: Rows = [
  ['Month', 'Target'],
  ['2026-01', 100],
  ['2026-02', 100],
  ['2026-03', 1000],
];
const dealHeader = ['Opportunity ID', 'Rep', 'Stage', 'Created date', 'Close date', 'Amount'];

/** Deals with their stage, created and closed days and amount; ids and people as told. */
function dealsOf(...deals: Rows): Readonly<Record<string, Rows>> {
  return { Deals: [dealHeader, ...deals], Targets: targets };
}

describe('key figures of order lines', () => {
  const header = ['Date', 'Order ID', 'Customer', 'Quantity', 'Amount'];
  const lines = (...rows: Rows) => ({ Orders: [header, ...rows], Targets: targets });

  test('count an order on several lines once, and a customer once', async () => {
    const { all, columns, issues } = await figuresOf(
      lines(
        ['2026-01-05', 'A-1', 'Acme', 2, 30],
        ['2026-01-05', 'A-1', 'Acme', 1, 10],
        ['2026-02-03', 'A-2', 'Acme', 5, 50],
        ['2026-02-04', 'A-3', 'Bolt', 2, 30],
      ),
    );
    // 120 over 3 orders, 10 pieces and 2 customers.
    expect(all).toEqual({
      sales: 120,
      quantity: 10,
      orders: 3,
      averageOrder: 40,
      averagePrice: 12,
      customers: 2,
      salesPerCustomer: 60,
    });
    expect(columns).toEqual({ quantity: 'Quantity', orderId: 'Order ID', customer: 'Customer' });
    expect(issues).toEqual([]);
  });

  test('are of the report’s period and of its year to date', async () => {
    const { period, yearToDate, all } = await figuresOf(
      lines(
        ['2025-12-31', 'A-0', 'Acme', 7, 70],
        ['2026-01-05', 'A-1', 'Acme', 2, 30],
        ['2026-02-04', 'A-2', 'Bolt', 4, 50],
        ['2026-02-20', 'A-3', 'Bolt', 9, 90],
      ),
      { asOf: 46_066 }, // 13 February 2026
    );
    expect([period, yearToDate, all].map(({ sales, quantity }) => [sales, quantity])).toEqual([
      [50, 4],
      [80, 6],
      [150, 13],
    ]);
  });

  test('read quantities that are text, and leave out what is none, by its cell', async () => {
    const { all, issues } = await figuresOf(
      lines(
        ['2026-01-05', 'A-1', 'Acme', '1,200.5', 2401],
        ['2026-01-05', 'A-2', 'Acme', '3', 9],
        ['2026-02-03', 'A-3', 'Acme', 'a few', 50],
        ['2026-02-04', 'A-4', 'Bolt', null, 30],
      ),
    );
    // The row still counts as a sale; the price is 2,410 of 1,203.5 pieces.
    expect(all).toMatchObject({ sales: 2490, quantity: 1203.5, averagePrice: 2410 / 1203.5 });
    expect(issues).toEqual(['valueLeftOut Orders!D4 a few', 'valuesBlank Orders!D5 1']);
  });

  test('say of quantities that can be read in two ways that they are not read', async () => {
    const sheets = lines(
      ['2026-01-05', 'A-1', 'Acme', '1.200', 1],
      ['2026-01-05', 'A-2', 'Acme', '2.400', 1],
    );
    expect((await figuresOf(sheets)).all).toMatchObject({
      quantity: 'unclearColumn',
      averagePrice: 'unclearColumn',
    });
    const told = { readings: { Orders: { decimalSigns: { Quantity: ',' as const } } } };
    expect((await figuresOf(sheets, told)).all['quantity']).toBe(3600);
  });

  test('are never 0 for want of values', async () => {
    const { all, byKey } = await figuresOf({
      Orders: [
        ['Date', 'Order ID', 'Customer', 'Units', 'Region', 'Amount'],
        ['2026-01-05', 'A-1', '', null, 'West', 10],
        ['2026-01-05', 'A-2', 'Acme', 4, 'East', 20],
      ],
      Targets: [
        ['Region', 'Month', 'Target'],
        ['West', '2026-01', 10],
        ['East', '2026-01', 10],
      ],
    });
    expect(all).toMatchObject({ quantity: 4, customers: 1 });
    expect(byKey['West']).toMatchObject({
      sales: 10,
      quantity: 'noValues',
      averagePrice: 'noValues',
      customers: 'noValues',
    });
  });

  test('leave out figures of columns that the data do not have', async () => {
    const { all } = await figuresOf({
      Sales: [
        ['Date', 'Amount'],
        ['2026-01-05', 10],
      ],
      Targets: targets,
    });
    expect(all).toEqual({ sales: 10 });
  });
});

describe('margins and discounts', () => {
  const costed = (header: string, ...rows: Rows) => ({
    Orders: [['Date', 'Quantity', header, 'Amount'], ...rows],
    Targets: targets,
  });

  test('take a cost for that of the line, and the margin of the lines that have one', async () => {
    const { all } = await figuresOf(
      costed('Cost', ['2026-01-05', 2, 60, 100], ['2026-01-06', 1, null, 40]),
    );
    expect(all).toMatchObject({ sales: 140, grossMargin: 40, grossMarginRate: 0.4 });
  });

  test('take a unit cost times the quantity, and say so', async () => {
    // 100 − 2 · 30 and 40 − 1 · 10.
    const { all, issues } = await figuresOf(
      costed('Unit cost', ['2026-01-05', 2, 30, 100], ['2026-01-06', 1, 10, 40]),
    );
    expect(all).toMatchObject({ grossMargin: 70, grossMarginRate: 0.5 });
    expect(issues).toEqual(['costOfOnePiece Orders!C1 Unit cost']);
  });

  test('are not made of percentages', async () => {
    const { all } = await figuresOf(
      costed('Discount', ['2026-01-05', 2, 0.2, 100], ['2026-01-06', 1, 0, 40]),
    );
    expect(all['discount']).toBe('holdsPercentages');
    const money = costed('Discount', ['2026-01-05', 2, 20, 100], ['2026-01-06', 1, 0, 40]);
    expect((await figuresOf(money)).all['discount']).toBe(20);
  });

  test('are not made of one of several columns that could be meant', async () => {
    const { all } = await figuresOf({
      Orders: [
        ['Date', 'Cost', 'Total cost', 'Amount'],
        ['2026-01-05', 20, 30, 100],
      ],
      Targets: targets,
    });
    expect(all).toMatchObject({ grossMargin: 'severalColumns', grossMarginRate: 'severalColumns' });
  });
});

describe('key figures of deals', () => {
  test('count lost deals of 0 as lost, and no deal as small for it', async () => {
    const { all } = await figuresOf(
      dealsOf(
        ['D-1', 'Ann', 'Won', '2026-01-01', '2026-01-11', 100],
        ['D-2', 'Ann', 'Won', '2026-01-01', '2026-02-10', 300],
        ['D-3', 'Bob', 'Lost', '2026-01-01', '2026-02-02', 0],
        ['D-4', 'Bob', 'Lost', '2026-01-01', '2026-02-02', null],
        ['D-5', 'Bob', 'Lost', '2026-01-01', '2026-02-02', 0],
      ),
    );
    // 2 of 5 won; 400 in 2 deals after 10 and 40 days; nothing is open.
    expect(all).toEqual({
      sales: 400,
      wonDeals: 2,
      averageWonDeal: 200,
      medianDeal: 200,
      winRate: 0.4,
      conversion: 0.4,
      salesCycle: 25,
      meanSalesCycle: 25,
    });
  });

  test('take a reopened deal for open, whatever close date it kept', async () => {
    const { all, period } = await figuresOf(
      dealsOf(
        ['D-1', 'Ann', 'Won', '2026-01-01', '2026-03-11', 100],
        ['D-2', 'Ann', 'Lost', '2026-01-01', '2026-03-10', 50],
        ['D-3', 'Ann', 'Negotiation', '2026-01-01', '2026-02-02', 700],
        ['D-4', 'Ann', 'Negotiation', '2026-01-01', '2026-03-30', 300],
      ),
    );
    expect(all).toMatchObject({ winRate: 0.5, conversion: 0.25, openDeals: 2, openPipeline: 1000 });
    // Of March 300 are due; of its target of 1,000 900 are missing.
    expect(period['coverage']).toBeCloseTo(300 / 900, 12);
  });

  test('count a deal that was lost and won later once, as won', async () => {
    const { all, period } = await figuresOf(
      dealsOf(
        ['D-1', 'Ann', 'Lost', '2026-01-01', '2026-01-20', 0],
        ['D-1', 'Ann', 'Won', '2026-01-01', '2026-02-20', 100],
        ['D-2', 'Ann', 'Lost', '2026-01-01', '2026-02-19', 50],
      ),
      { shown: 46_023 }, // January 2026
    );
    expect(all).toMatchObject({ wonDeals: 1, winRate: 0.5, conversion: 0.5 });
    // In January it was lost.
    expect(period['winRate']).toBe(0);
  });

  test('leave a deal that was closed before it was created out of the cycle alone', async () => {
    const { all, issues } = await figuresOf(
      dealsOf(
        ['D-1', 'Ann', 'Won', '2026-02-01', '2026-01-11', 100],
        ['D-2', 'Ann', 'Won', '2026-01-01', '2026-01-31', 300],
        ['D-3', 'Ann', 'Lost', '2026-01-01', '2026-01-31', 300],
      ),
    );
    expect(all).toMatchObject({ wonDeals: 2, sales: 400, salesCycle: 30, meanSalesCycle: 30 });
    expect(all['winRate']).toBeCloseTo(2 / 3, 12);
    expect(issues).toEqual(['closedBeforeCreated Deals!D2 2026-02-01']);
  });

  test('say nothing of a win rate where the data have no lost deals', async () => {
    const { all } = await figuresOf(
      dealsOf(
        ['D-1', 'Ann', 'Won', '2026-01-01', '2026-01-11', 100],
        ['D-2', 'Ann', 'Negotiation', '2026-01-01', '2026-04-11', 100],
      ),
    );
    expect(all).toMatchObject({ winRate: 'noLostDeals', conversion: 0.5 });
  });

  test('name a lost deal without a date, and leave it out of the win rate', async () => {
    const { all, issues } = await figuresOf(
      dealsOf(
        ['D-1', 'Ann', 'Won', '2026-01-01', '2026-01-11', 100],
        ['D-2', 'Ann', 'Lost', '2026-01-01', null, 100],
        ['D-3', 'Ann', 'Lost', '2026-01-01', '2026-01-10', 100],
      ),
    );
    expect(all['winRate']).toBe(0.5);
    expect(issues).toEqual(['lostWithoutDate Deals!E3']);
  });

  test('say how many deals were lost after the as-of day', async () => {
    const { all, issues } = await figuresOf(
      dealsOf(
        ['D-1', 'Ann', 'Won', '2026-01-01', '2026-01-11', 100],
        ['D-2', 'Ann', 'Lost', '2026-01-01', '2026-01-10', 100],
        ['D-3', 'Ann', 'Lost', '2026-01-01', '2026-01-12', 100],
      ),
    );
    expect(all['winRate']).toBe(0.5);
    expect(issues).toEqual(['lostAfterAsOf Deals!E1 1']);
  });

  test('have no win rate in a period in which nothing was closed', async () => {
    const { period } = await figuresOf(
      dealsOf(
        ['D-1', 'Ann', 'Won', '2026-01-01', '2026-01-11', 100],
        ['D-2', 'Ann', 'Lost', '2026-01-01', '2026-01-12', 100],
      ),
      { shown: 46_054, asOf: 46_066 }, // February 2026
    );
    expect(period).toMatchObject({
      sales: 0,
      wonDeals: 0,
      averageWonDeal: 'noRows',
      winRate: 'noClosedDeals',
      conversion: 'noNewDeals',
      salesCycle: 'noRows',
    });
  });

  test('have no coverage once the target is reached, nor without a target', async () => {
    const deals: Rows = [
      ['D-1', 'Ann', 'Won', '2026-01-01', '2026-01-11', 100],
      ['D-2', 'Ann', 'Negotiation', '2026-01-01', '2026-04-11', 100],
    ];
    expect((await figuresOf(dealsOf(...deals))).period['coverage']).toBe('targetReached');
    const later = await figuresOf(dealsOf(...deals), { asOf: 46_113, shown: 46_113 });
    expect(later.period['coverage']).toBe('noTarget');
  });
});

describe('the weighted pipeline', () => {
  const header = ['Opportunity ID', 'Stage', 'Close date', 'Amount', 'Probability'];
  const won = ['D-1', 'Won', '2026-01-11', 100, 1];

  test('is of the open deals that have a probability, and names the others', async () => {
    const { all, issues } = await figuresOf({
      Deals: [
        header,
        won,
        ['D-2', 'Negotiation', '2026-04-11', 400, 0.25],
        ['D-3', 'Negotiation', '2026-04-11', 300, null],
        ['D-4', 'Negotiation', '2026-04-11', 200, 1.5],
        ['D-5', 'Negotiation', '2026-04-11', null, 0.5],
      ],
      Targets: targets,
    });
    // Whoever types 1.5 for 150 % makes the column one of percents: 0.25 could be 25 % or 0.25 %.
    expect(all).toMatchObject({ openDeals: 4, openPipeline: 900 });
    expect(issues).toContain('valuesBlank Deals!E4 1');
    expect(issues).toContain('valuesBlank Deals!D6 1');
  });

  test('takes whole numbers for percents', async () => {
    const { all } = await figuresOf({
      Deals: [
        header,
        [...won.slice(0, 4), 100],
        ['D-2', 'Negotiation', '2026-04-11', 400, 25],
        ['D-3', 'Negotiation', '2026-04-11', 300, '10 %'],
        ['D-4', 'Negotiation', '2026-04-11', 300, null],
      ],
      Targets: targets,
    });
    // 400 · 25 % + 300 · 10 %; the deal without a probability is left out.
    expect(all).toMatchObject({ openPipeline: 1000, weightedPipeline: 130 });
  });

  test('is not known where no open deal has a probability', async () => {
    const { all } = await figuresOf({
      Deals: [header, won, ['D-2', 'Negotiation', '2026-04-11', 400, null]],
      Targets: targets,
    });
    expect(all['weightedPipeline']).toBe('noValues');
  });
});

describe('key figures of joined sales', () => {
  const credits: Rows = [
    ['Opportunity ID', 'Rep', 'Share'],
    ['D-1', 'Ann', 0.6],
    ['D-1', 'Bob', 0.4],
    ['D-3', 'Ann', 0.5],
    ['D-3', 'Bob', 0.5],
  ];
  const byRep: Rows = [
    ['Rep', 'Month', 'Target'],
    ['Ann', '2026-01', 100],
    ['Bob', '2026-01', 100],
  ];
  const deals: Rows = [
    dealHeader,
    ['D-1', 'Ann', 'Won', '2026-01-01', '2026-01-11', 100],
    ['D-2', 'Bob', 'Won', '2026-01-01', '2026-01-31', 50],
    ['D-3', 'Ann', 'Lost', '2026-01-01', '2026-01-31', 80],
    ['D-4', 'Bob', 'Negotiation', '2026-01-01', '2026-01-31', 30],
  ];

  test('count a deal whose credit is split once, and once for each who shares it', async () => {
    const { all, byKey } = await figuresOf(
      { Deals: deals, Credits: credits, Targets: byRep },
      { joins: { credits: 'Credits' }, sales: 'Deals', targets: 'Targets' },
    );
    // Two won of three closed; 10 and 30 days, whoever shares them.
    expect(all).toMatchObject({ sales: 150, wonDeals: 2, averageWonDeal: 75, meanSalesCycle: 20 });
    expect(all['winRate']).toBeCloseTo(2 / 3, 12);
    expect(all).not.toHaveProperty('medianDeal');
    expect(byKey['Ann']).toMatchObject({ sales: 60, wonDeals: 1, winRate: 0.5, openDeals: 0 });
    expect(byKey['Bob']).toMatchObject({ sales: 90, wonDeals: 2, openPipeline: 30 });
    expect(byKey['Bob']?.['winRate']).toBeCloseTo(2 / 3, 12);
    expect(byKey['Bob']?.['meanSalesCycle']).toBe(20);
  });

  test('count an order whose credit is split once, with its quantity in parts', async () => {
    const { all, byKey } = await figuresOf(
      {
        Orders: [
          ['Date', 'Order ID', 'Rep', 'Quantity', 'Amount'],
          ['2026-01-11', 'O-1', 'Ann', 10, 100],
          ['2026-01-12', 'O-2', 'Ann', 5, 50],
        ],
        Credits: [
          ['Order ID', 'Rep', 'Share'],
          ['O-1', 'Ann', 0.6],
          ['O-1', 'Bob', 0.4],
        ],
        Targets: byRep,
      },
      { joins: { credits: 'Credits' }, sales: 'Orders', targets: 'Targets' },
    );
    expect(all).toMatchObject({ orders: 2, quantity: 15, averageOrder: 75, averagePrice: 10 });
    expect(byKey).toMatchObject({
      Ann: { orders: 2, quantity: 11, sales: 110 },
      Bob: { orders: 1, quantity: 4, sales: 40 },
    });
  });

  test('give lost and open deals the team of their people as well', async () => {
    const { byKey } = await figuresOf(
      {
        Deals: deals,
        Teams: [
          ['Rep', 'Team'],
          ['Ann', 'West'],
          ['Bob', 'East'],
        ],
        Targets: [
          ['Team', 'Month', 'Target'],
          ['West', '2026-01', 100],
          ['East', '2026-01', 100],
        ],
      },
      { joins: { assignments: 'Teams' }, sales: 'Deals', targets: 'Targets' },
    );
    expect(byKey).toMatchObject({
      West: { wonDeals: 1, winRate: 0.5, openDeals: 0 },
      East: { wonDeals: 1, winRate: 1, openDeals: 1, openPipeline: 30 },
    });
  });

  test('are in the report’s currency, open deals at the rate of the as-of day', async () => {
    const { all } = await figuresOf(
      {
        Deals: [
          [...dealHeader, 'Currency'],
          ['D-1', 'Ann', 'Won', '2026-01-01', '2026-01-11', 100, 'USD'],
          ['D-2', 'Ann', 'Won', '2026-01-01', '2026-02-11', 10, 'EUR'],
          ['D-3', 'Ann', 'Negotiation', '2026-01-01', '2027-01-11', 200, 'USD'],
        ],
        Rates: [
          ['Date', 'Currency', 'Rate'],
          ['2026-01-01', 'USD', 0.9],
          ['2026-02-01', 'USD', 0.5],
        ],
        Targets: byRep,
      },
      { joins: { rates: 'Rates', currency: 'EUR' }, sales: 'Deals', targets: 'Targets' },
    );
    // 100 · 0.9 + 10; of the open deal 200 · 0.5, the rate of 11 February.
    expect(all).toMatchObject({ sales: 100, averageWonDeal: 50, openPipeline: 100 });
  });
});
