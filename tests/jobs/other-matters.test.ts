import { Session, track, type ReportWishes } from '../../src/jobs';
import { speaksOfOther } from '../../src/intake';
import { unclearSentence, wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

const words = wordsFor('en');

const rows: Rows = [
  ['Date', 'Region', 'Amount'],
  ['2026-01-05', 'North', 90],
  ['2026-01-06', 'South', 70],
];
const plan: Rows = [
  ['Region', 'Month', 'Target'],
  ['North', '2026-01', 50],
  ['South', '2026-01', 40],
];

/** Which sheets are taken for sales and targets, or what is asked. */
async function takenFrom(sheets: Readonly<Record<string, Rows>>, wishes: ReportWishes = {}) {
  const outcome = await track(new Session(workbookWith(sheets)), wishes);
  if ('stopped' in outcome) {
    return outcome.stopped.unclear.map((one) => unclearSentence(one, words));
  }
  const { sales, targets } = outcome.done.mapping;
  return `${sales.source} against ${targets.source}`;
}

const only = (name: string, what: string) => [
  `Only "${name}" could hold the ${what}, and by its name, a title or header it is of costs, staff or ` +
    `stock. Choose it if it has the ${what} all the same.`,
];

describe('a sheet of costs alone', () => {
  test.each(['Expenses', 'Kosten 2026', 'Reisekosten', 'Dépenses', 'Gastos', 'Despesas', '経費'])(
    'is asked about before it is taken for sales: %s',
    async (name) => {
      expect(await takenFrom({ [name]: rows, Targets: plan })).toEqual(only(name, 'sales'));
      expect(await takenFrom({ [name]: rows, Targets: plan }, { sales: name })).toBe(
        `${name} against Targets`,
      );
    },
  );

  test('is known by its title', async () => {
    const titled = (title: string): Rows => [[title], [], ...rows];
    const told = only('Data', 'sales');
    expect(await takenFrom({ Data: titled('Operating expenses'), Targets: plan })).toEqual(told);
    for (const title of ['Sales and costs', 'Amounts without shipping costs']) {
      expect(await takenFrom({ Data: titled(title), Targets: plan })).toBe('Data against Targets');
    }
  });

  test('is taken where its column says that it was sold', async () => {
    const [, ...data] = rows;
    const sold = [['Date', 'Region', 'Revenue'], ...data];
    expect(await takenFrom({ Expenses: sold, Targets: plan })).toBe('Expenses against Targets');
  });

  test('gives way to a sheet beside it, unasked', async () => {
    expect(await takenFrom({ Kosten: rows, Data: rows, Targets: plan })).toBe(
      'Data against Targets',
    );
  });
});

describe('a plan of something else than sales', () => {
  test.each(['Headcount plan', 'OPEX budget', 'Kostenbudget', 'Personalplan', 'Budget achats'])(
    'is asked about before it is taken for targets: %s',
    async (name) => {
      expect(await takenFrom({ Sales: rows, [name]: plan })).toEqual(only(name, 'targets'));
      expect(await takenFrom({ Sales: rows, [name]: plan, Targets: plan })).toBe(
        'Sales against Targets',
      );
    },
  );

  test('is known by the header of its figures', async () => {
    const [, ...data] = plan;
    const headed = (header: string) => [['Region', 'Month', header], ...data];
    expect(await takenFrom({ Sales: rows, Plan: headed('Headcount') })).toEqual([
      '"Plan" has no column that reads as the target. Choose the target column.',
    ]);
    expect(await takenFrom({ Sales: rows, Plan: headed('Headcount target') })).toEqual(
      only('Plan', 'targets'),
    );
  });
});

test.each([
  ...['Sales and costs', 'Umsatz und Kosten', 'Ventes', 'Personal targets', 'Customer spend'],
  ...['Costa Rica', 'Low coast', 'Kostenlose Muster Umsatz', '売上と経費', 'Sales by cost center'],
])('"%s" speaks of sales, or of nothing known', (name) => {
  expect(speaksOfOther(name)).toBe(false);
});

test.each([
  ...['Sales expenses', 'Cost of sales', 'Coût des ventes', 'Gastos de ventas', '売上原価'],
  ...['Head count', 'FTE', 'Effectifs', 'Einkauf', 'Payroll'],
])('"%s" speaks of costs, staff or stock', (name) => {
  expect(speaksOfOther(name)).toBe(true);
});
