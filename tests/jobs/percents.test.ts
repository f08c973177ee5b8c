import { Session, stopLines, track, type DataWishes } from '../../src/jobs';
import { wordsFor } from '../../src/wording';
import type { CellContent, SheetContents } from '../../src/workbook';
import { workbookWith, type Rows } from '../intake/raw-tables';

const sales: Rows = [
  ['Date', 'Region', 'Amount'],
  ['2026-01-05', 'North', 5000],
  ['2026-02-06', 'South', 4000],
];

/** Targets of North and South, in a column of this header. */
const plan = (header: string, north: CellContent, south: CellContent): Rows => [
  ['Month', 'Region', header],
  ['2026-01', 'North', north],
  ['2026-02', 'South', south],
];

async function told(
  Plan: Rows,
  { changes, ...wishes }: DataWishes & { readonly changes?: Partial<SheetContents> } = {},
) {
  const workbook = workbookWith({ Sales: sales, Plan }, changes);
  const outcome = await track(new Session(workbook), wishes);
  if ('stopped' in outcome) return stopLines(outcome.stopped, wordsFor('en')).join('\n');
  const { targets, mapping, issues } = outcome.done;
  return {
    amount: mapping.targets.amount,
    total: targets.total,
    issues: issues.map(({ code, at, found }) => `${code} ${at} ${found}`),
  };
}

const refused = (at: string, text: string) =>
  `Plan!${at}: "${text}" is in percent, which is no amount. Give the amounts, or choose another column.`;

describe('a column in percent is no column of targets', () => {
  test.each([
    'Target %',
    'Ziel in %',
    'Objectif %',
    'Target percent',
    'Ziel (Prozent)',
    'Target share',
    'Zielanteil',
  ])('by its header, whatever its figures: %s', async (header) => {
    expect(await told(plan(header, 0.8, 1.1))).toBe(refused('C1', header));
    expect(await told(plan(header, 80, 110))).toBe(refused('C1', header));
  });

  test.each(['Quote', 'Wachstum', 'Growth target', 'Attainment'])(
    'by its header where all figures are ratios: %s',
    async (header) => {
      expect(await told(plan(header, 0.05, 0.1))).toBe(refused('C1', header));
      expect(await told(plan(header, 5000, 4400))).toMatchObject({ total: 9400, issues: [] });
    },
  );

  test('by the signs of its cells, across as well', async () => {
    expect(await told(plan('Target', '85 %', '90%'))).toBe(refused('C1', 'Target'));
    const across: Rows = [
      ['Region', 'Jan 2026', 'Feb 2026'],
      ['North', '85 %', '90 %'],
      ['South', '70 %', '80 %'],
    ];
    // B1 says "Jan 2026", and nothing of a target.
    expect(await told(across)).toBe(
      'Plan!B1: the figures here are in percent, which is no amount. Give the amounts, or choose another column.',
    );
  });

  test('by the number format of its cells', async () => {
    const style = { numberFormat: '0.0%' };
    const formats = [{ area: { row: 1, column: 2, rows: 2, columns: 1 }, style }];
    // The sales have the format too: they are named first.
    expect(await told(plan('Target', 0.85, 1.1), { changes: { formats } })).toContain(
      refused('C1', 'Target'),
    );
  });

  test('by a title above figures that are ratios', async () => {
    const across: Rows = [
      ['Target in % 2026'],
      ['Region', 'Jan 2026', 'Feb 2026'],
      ['North', 0.85, 0.9],
      ['South', 0.7, 0.8],
    ];
    expect(await told(across)).toBe(refused('A1', 'Target in % 2026'));
  });

  test('where it was chosen, and where last year stands beside it', async () => {
    const both = plan('Target', 5000, 4400).map((row, at) => [...row, at === 0 ? 'Target %' : 1.1]);
    expect(await told(both, { targetAmount: 'Target %' })).toBe(refused('D1', 'Target %'));
    const growth = plan('Sales LY', 5000, 4400).map((row, at) => [
      ...row,
      at === 0 ? 'Target %' : 1.1,
    ]);
    expect(await told(growth)).toBe(refused('D1', 'Target %'));
  });
});

test('sales in percent are refused where their figures can be percents', async () => {
  const outcome = async (header: string, ...amounts: readonly number[]) => {
    const rows = sales.map((row, at) => row.with(2, at === 0 ? header : (amounts[at - 1] ?? null)));
    const workbook = workbookWith({ Sales: rows, Plan: plan('Target', 5000, 4400) });
    const found = await track(new Session(workbook));
    return 'stopped' in found
      ? stopLines(found.stopped, wordsFor('en')).join()
      : found.done.sales.total;
  };
  expect(await outcome('Umsatz in %', 85, 120)).toMatch(/^Sales!C1: "Umsatz in %" is in percent/);
  expect(await outcome('Umsatz in %', 0.85, 1.2)).toMatch(/^Sales!C1: "Umsatz in %" is in percent/);
  expect(await outcome('Net sales after discount %', 5000, 4000)).toBe(9000);
});

describe('rows that a column says to be in percent are no targets', () => {
  const measured = (header: string, ...texts: readonly string[]): Rows => [
    ['Month', 'Region', 'Measure', header],
    ...texts.map((text, at) => [`2026-0${String(at + 1)}`, 'North', text, 90]),
  ];

  test.each([['Target %'], ['Ziel in %'], ['Zielanteil'], ['Attainment %']])(
    'where all are "%s"',
    async (text) => {
      expect(await told(measured('Value', text, text), { targets: 'Plan' })).toBe(
        refused('C2', text),
      );
      expect(await told(measured('Target', text))).toBe(refused('C2', text));
    },
  );

  test('but names that sound like it are none', async () => {
    const rows = plan('Target', 5000, 4400).map((row, at) => [
      ...row,
      at === 0 ? 'Class' : 'A share',
    ]);
    expect(await told(rows)).toMatchObject({ total: 9400 });
  });

  test('where all that are taken are, or a person takes them', async () => {
    const rows = measured('Value', 'Target', 'Target %');
    const readings = { Plan: { versions: { Target: 'neither', 'Target %': 'targets' } } } as const;
    expect(await told(rows, { targets: 'Plan' })).toMatchObject({ total: 90 });
    expect(await told(rows, { targets: 'Plan', readings })).toBe(refused('C3', 'Target %'));
  });
});

describe('amounts are the targets', () => {
  test('beside a column in percent of any name', async () => {
    const beside = (header: string, cell: CellContent) =>
      plan('Plan', 5000, 4400).map((row, at) => [...row, at === 0 ? header : cell]);
    for (const [header, cell] of [
      ['Target %', 1.1],
      ['Target', '110 %'],
      ['Anteil', 0.5],
    ] as const) {
      // 5000 + 4400
      expect(await told(beside(header, cell))).toMatchObject({ amount: 'Plan', total: 9400 });
    }
  });

  test('of a level in percent, or of a share in a currency', async () => {
    expect(await told(plan('Target (100 %)', 5000, 4400))).toMatchObject({ total: 9400 });
    expect(await told(plan('Target share (EUR)', 5000, 4400))).toMatchObject({ total: 9400 });
  });

  test('in rows of their own beside rows in percent', async () => {
    const rows: Rows = [
      ['Region', 'Measure', 'Jan 2026', 'Feb 2026'],
      ['North', 'Target', 5000, 5500],
      ['North', 'Target %', 1.1, 1.2],
      ['South', 'Target', 4000, 4400],
      ['South', 'Target %', 0.9, 0.8],
    ];
    // 5000 + 5500 + 4000 + 4400
    expect(await told(rows)).toMatchObject({ amount: 'Target', total: 18_900 });
  });

  test('but for single cells in percent, which are set aside', async () => {
    const more = [...plan('Target', 5000, 4400), ['2026-03', 'South', '85 %']];
    expect(await told(more)).toMatchObject({
      total: 9400,
      issues: ['notANumber Plan!C4 85 %'],
    });
  });
});

test('ratios under the plain header "Target" are a doubt, whatever period is shown', async () => {
  // Sales of 5000 in January against a target of 0.9, none in February: 5000 / 0.9 = 5556.
  const ratios = plan('Target', 0.9, 0.8).slice(0, 2);
  expect(await told(ratios)).toMatchObject({
    issues: expect.arrayContaining(['salesBeyondTargets Plan!C1 5556']) as string[],
  });
});
