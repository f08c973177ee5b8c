import { Session, track } from '../../src/jobs';
import { issueSentence, wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

const words = wordsFor('en');

const targets: Rows = [
  ['Region', 'Month', 'Target'],
  ['North', '2026-01', 500],
  ['South', '2026-01', 400],
];

/** What is told of orders' totals, and what all sales add up to. */
async function toldOf(sales: Rows, wishes: { readonly salesAmount?: string } = {}) {
  const outcome = await track(
    new Session(workbookWith({ Sales: sales, Targets: targets })),
    wishes,
  );
  const issues = 'done' in outcome ? outcome.done.issues : outcome.stopped.issues;
  const codes: string[] = ['orderTotalAdded', 'orderTotalInLines'];
  return {
    told: issues.filter(({ code }) => codes.includes(code)).map((one) => issueSentence(one, words)),
    total: 'done' in outcome ? outcome.done.sales.total : 'refused',
  };
}

/** Three orders of two lines each and one of a single line. */
const lines = (header: string, quantities: readonly number[], second = 100): Rows => [
  ['Invoice No', 'Date', 'Region', 'Product', 'Qty', header],
  ['A1', '2026-01-05', 'North', 'Pen', quantities[0] ?? 1, 100],
  ['A1', '2026-01-05', 'North', 'Ink', quantities[1] ?? 1, second],
  ['A2', '2026-01-06', 'South', 'Pen', quantities[2] ?? 1, 70],
  ['A2', '2026-01-06', 'South', 'Cup', quantities[3] ?? 1, 70],
  ['A3', '2026-01-07', 'South', 'Cup', quantities[4] ?? 1, 90],
  ['A3', '2026-01-07', 'South', 'Ink', quantities[5] ?? 1, 90],
  ['A4', '2026-01-08', 'North', 'Cup', quantities[6] ?? 1, 30],
];
const others = [2, 1, 3, 1, 5, 1, 1];
// 2 × 100 + 2 × 70 + 2 × 90 + 30
const all = 550;

describe("an order's total in each of its lines", () => {
  test.each([
    'Invoice total',
    'Order value',
    'Rechnungsbetrag',
    'Montant facture',
    'Total factura',
  ])('is refused by its header: %s', async (header) => {
    expect(await toldOf(lines(header, []))).toEqual({
      told: [
        `Sales!F3: "${header}" is that of the whole order, as in Sales!F2, and would be added for ` +
          'each of its lines. Choose an amount of the lines, or leave it in one line of each order.',
      ],
      total: 'refused',
    });
  });

  test('is refused whatever its header where the lines differ in quantity', async () => {
    const { told, total } = await toldOf(lines('Amount', others));
    expect(told).toEqual([
      expect.stringContaining('Sales!F3: "Amount" is that of the whole order'),
    ]);
    expect(total).toBe('refused');
  });

  test('is told where it may be the price of tickets', async () => {
    expect(await toldOf(lines('Amount', []))).toEqual({
      told: [
        'Sales!F3: "Amount" is the same as in Sales!F2, of the same order, as in all orders of several ' +
          'lines, and each line is added. If it is that of the whole order, leave it in one line of each.',
      ],
      total: all,
    });
  });

  test('is none where one order has lines of different amounts', async () => {
    // 100 + 60 instead of 2 × 100
    expect(await toldOf(lines('Invoice total', others, 60))).toEqual({ told: [], total: 510 });
  });

  test('is none where the dates of an order differ, as those of a contract do', async () => {
    const monthly = lines('Invoice total', others).map((row, index) =>
      index === 0 ? row : [row[0] ?? '', `2026-0${String(index)}-01`, ...row.slice(2)],
    );
    expect(await toldOf(monthly)).toEqual({ told: [], total: all });
  });

  test('is none where the order stands in a single line, or its lines are alike', async () => {
    const [header = [], ...rows] = lines('Invoice total', []);
    const alone = rows.filter((_, index) => index % 2 === 0);
    // 100 + 70 + 90 + 30
    expect(await toldOf([header, ...alone])).toEqual({ told: [], total: 290 });
    const alike = alone.flatMap((row) => [row, row]);
    expect(await toldOf([header, ...alike])).toEqual({ told: [], total: 580 });
  });

  test('gives way to the amount of the lines beside it', async () => {
    const parts = ['Line amount', 60, 40, 50, 20, 45, 45, 30];
    const both = lines('Invoice total', others).map((row, index) => [...row, parts[index] ?? 0]);
    // 60 + 40 + 50 + 20 + 45 + 45 + 30
    expect(await toldOf(both, { salesAmount: 'Line amount' })).toEqual({ told: [], total: 290 });
    expect((await toldOf(both, { salesAmount: 'Invoice total' })).total).toBe('refused');
  });
});
