import { trackAgainstTargets, type TrackingReport } from '../../src/sales';
import {
  planVarianceSheet,
  rowIdentity,
  type Comments,
  type VarianceSheet,
} from '../../src/summary';
import { isFormula, type CellContent } from '../../src/workbook';
import { wordsFor } from '../../src/wording';
import { linesOf, requestFor, type Line } from '../sales/sales-data';

const words = wordsFor('en');
const origin = {
  amount: 'Sales',
  salesAt: 'Orders!A1:D9',
  sales: { rows: 9, used: 8 },
  targetsAt: 'Quotas!A1:C7',
  targets: { rows: 7, used: 6 },
  joins: {},
};

function reportOf(
  sales: readonly Line[],
  targets: readonly Line[],
  asOf: string,
  by: readonly string[] = ['Person'],
): TrackingReport {
  return trackAgainstTargets(linesOf(by, sales), linesOf(by, targets), requestFor(asOf, { by }));
}

function plan(report: TrackingReport, comments?: Comments): VarianceSheet {
  return planVarianceSheet(report, origin, words, comments);
}

const cellsOf = ({ plan: { cells } }: VarianceSheet) => cells;
const columnOfHeader = (sheet: VarianceSheet, header: string) =>
  (cellsOf(sheet)[7] ?? []).indexOf(header);
/** The keys of the body, down to the total. */
function bodyKeys(sheet: VarianceSheet): CellContent[] {
  const firsts = cellsOf(sheet).map((row) => row[0] ?? null);
  return firsts.slice(8, firsts.indexOf('Total', 8) + 1);
}

const sales: Line[] = [
  ['2026-01-15', 70, 'Ann'],
  ['2026-01-15', 40, 'Bob'],
  ['2026-01-15', 6, 'Eve'],
  ['2026-01-15', 1, ''],
];
const targets: Line[] = [
  ['2026-01-01', 60, 'Ann'],
  ['2026-01-01', 65, 'Bob'],
  ['2026-01-01', 30, 'Cid'],
];
const report = reportOf(sales, targets, '2026-01-31');

test('the first line says how the period closed, the second who carries the shortfall', () => {
  const [first, second] = cellsOf(plan(report)).map((row) => row[0]);
  // 117 of 155 = 75.48 %; shortfalls 30 of Cid and 25 of Bob: 54.5 % and 45.5 %.
  expect(first).toBe('2026-01 closed at 75.5 % of target.');
  expect(second).toBe('Cid carries 55 % of the shortfall, Bob 45 %; 2 of 5 are behind.');
});

test('an open period is told with its day and its pace', () => {
  // 13 of 28 days: 46.43 of 100 due, 52 there: 112 %.
  const open = reportOf([['2026-02-10', 52, 'Ann']], [['2026-02-01', 100, 'Ann']], '2026-02-13');
  const [first, second] = cellsOf(plan(open)).map((row) => row[0]);
  expect(first).toBe(
    'By 2026-02-13, 2026-02 stands at 52.0 % of target and 112.0 % of the target to date.',
  );
  expect(second).toBe('Nobody is behind the target to date.');
});

test('in an open period the shortfall is what is missing of the target to date, and says so', () => {
  // 13 of 28 days: 46.4286 of 100 are due. Ann misses 6.4286, Bob 0.4286: 93.75 % and 6.25 %.
  const open = reportOf(
    [
      ['2026-02-10', 40, 'Ann'],
      ['2026-02-10', 46, 'Bob'],
      ['2026-02-10', 80, 'Cid'],
    ],
    [
      ['2026-02-01', 100, 'Ann'],
      ['2026-02-01', 100, 'Bob'],
      ['2026-02-01', 100, 'Cid'],
    ],
    '2026-02-13',
  );
  const second = cellsOf(plan(open))[1]?.[0];
  expect(second).toBe(
    'Ann carries 94 % of the shortfall against the target to date, Bob 6 %; 1 of 3 is behind.',
  );
});

test('of a closed period one behind is counted in the singular, and what is on track is not called behind', () => {
  const secondFor = (amount: number) =>
    cellsOf(
      plan(reportOf([['2026-01-10', amount, 'Ann']], [['2026-01-01', 100, 'Ann']], '2026-01-31')),
    )[1]?.[0];
  expect(secondFor(50)).toBe('Ann carries 100 % of the shortfall; 1 of 1 is behind.');
  expect(secondFor(95)).toBe(
    'Ann carries 100 % of the shortfall; none is far enough below to be behind.',
  );
});

test('a total alone below its target is not said to be above it', () => {
  const total = reportOf([['2026-01-10', 52]], [['2026-01-01', 100]], '2026-01-31', []);
  const [first, second] = cellsOf(plan(total)).map((row) => row[0]);
  expect(first).toBe('2026-01 closed at 52.0 % of target.');
  expect(second).toBe('');
});

test('rows come worst first, then those without a target, unassigned and total last', () => {
  expect(bodyKeys(plan(report))).toEqual(['Cid', 'Bob', 'Ann', 'Eve', '(unassigned)', 'Total']);
});

test('a row holds its exact figures, and n.a. with a word where there is none', () => {
  const sheet = plan(report);
  const at = (row: number, header: string) => cellsOf(sheet)[row]?.[columnOfHeader(sheet, header)];
  const headers = ['PL', 'AC', 'ΔPL', 'ΔPL %', 'Status'];
  expect(headers.map((header) => at(8, header))).toEqual([30, 0, -30, -1, 'behind']);
  expect(headers.map((header) => at(10, header))).toEqual([60, 70, 10, 10 / 60, 'ahead']);
  expect(headers.map((header) => at(11, header))).toEqual(['n.a.', 6, 'n.a.', 'n.a.', 'no target']);
  expect(headers.map((header) => at(13, header))).toEqual([155, 117, -38, -38 / 155, 'behind']);
});

describe('amounts of a report', () => {
  const formatsOf = (sales: number, target: number) => {
    const planned = plan(
      reportOf([['2026-01-15', sales, 'Ann']], [['2026-01-01', target, 'Ann']], '2026-01-31'),
    );
    const column = columnOfHeader(planned, 'AC');
    const found = planned.plan.formats.find(
      ({ area, style }) => area.row === 8 && area.column === column && style.numberFormat,
    );
    return [found?.style.numberFormat, planned.decimals];
  };

  test('show their cents where some have any and no row is large', () => {
    expect(formatsOf(850.5, 1000)).toEqual(['#,##0.00', 2]);
    expect(formatsOf(850, 1000)).toEqual(['#,##0', 0]);
    expect(formatsOf(850.5, 20_000)).toEqual(['#,##0.0,', 0]);
  });

  test('show none for a target to date, which is computed', () => {
    // 7 of 20 working days of February make 35 of 101 due: 35.35.
    const open = plan(
      reportOf([['2026-02-05', 40, 'Ann']], [['2026-02-01', 101, 'Ann']], '2026-02-10'),
    );
    expect(open.decimals).toBe(0);
  });

  test('fit their columns with cents, where the total of many has more digits than each', () => {
    const names = Array.from({ length: 200 }, (_, index) => `Name ${String(index)}`);
    const many = plan(
      reportOf(
        names.map((name) => ['2026-01-15', 9_000.5, name] as const),
        names.map((name) => ['2026-01-01', 9_900, name] as const),
        '2026-01-31',
      ),
    );
    // +1,980,000.00 has 13 characters.
    const [first, last] = ['AC', 'ΔPY'].map((header) => columnOfHeader(many, header));
    expect(many.plan.columnWidths[first ?? 0]).toBeGreaterThanOrEqual(13);
    expect(many.plan.columnWidths[last ?? 0]).toBeGreaterThanOrEqual(13);
  });
});

test('the status of an open period says that it goes by the pace; that of the year to date goes by its target', () => {
  // 7 of 20 working days make 35 of 100 due: 36, 33 and 3 are 103 %, 94 % and 9 % of it.
  const open = plan(
    reportOf(
      [
        ['2026-02-05', 36, 'Ann'],
        ['2026-02-05', 33, 'Bob'],
        ['2026-02-05', 3, 'Cid'],
      ],
      [
        ['2026-02-01', 100, 'Ann'],
        ['2026-02-01', 100, 'Bob'],
        ['2026-02-01', 100, 'Cid'],
        ['2026-02-01', 100, 'Eve'],
      ],
      '2026-02-10',
    ),
  );
  const cells = cellsOf(open);
  const [ofPeriod, toDate] = cells[7]?.flatMap((text, at) => (text === 'Status' ? [at] : [])) ?? [];
  // "ahead of pace" has 13 characters.
  expect(open.plan.columnWidths[ofPeriod ?? -1]).toBeGreaterThan(13);
  const statuses = (column = -1) =>
    Object.fromEntries(cells.slice(8, 13).map((row) => [row[0], row[column]])) as unknown;
  expect(statuses(ofPeriod)).toEqual({
    Eve: 'behind pace',
    Cid: 'behind pace',
    Bob: 'on pace',
    Ann: 'ahead of pace',
    Total: 'behind pace',
  });
  expect(statuses(toDate)).toEqual({
    Eve: 'behind',
    Cid: 'behind',
    Bob: 'on track',
    Ann: 'ahead',
    Total: 'behind',
  });
});

test('a target of 0 has its reason beside the status', () => {
  const zero = reportOf([['2026-01-15', 5, 'Ann']], [['2026-01-01', 0, 'Ann']], '2026-01-31');
  const sheet = plan(zero);
  expect(cellsOf(sheet)[8]?.[columnOfHeader(sheet, 'Status')]).toBe('ahead: the target is 0');
});

test('every key has the address of its row', () => {
  const { rowAreas } = plan(report);
  expect(rowAreas.get(rowIdentity(['Cid']))?.row).toBe(8);
  expect(rowAreas.get(rowIdentity(['']))?.row).toBe(12);
});

test('keys that look like formulas stay text', () => {
  const trap = '=HYPERLINK("http://example.com","click")';
  const sheet = plan(reportOf([['2026-01-15', 5, trap]], [], '2026-01-31'));
  expect(cellsOf(sheet)[8]?.[0]).toBe(trap);
  expect(cellsOf(sheet).flat().some(isFormula)).toBe(false);
});

test('assigned, unassigned and total of sales and targets are printed', () => {
  const lines = cellsOf(plan(report));
  const after = (label: string) => lines.find((row) => row[0] === label)?.slice(1);
  expect(after('Sales')).toEqual([116, 1, 117]);
  expect(after('Targets')).toEqual([155, 0, 155]);
  // Eve's 6 and the unassigned 1 have no target.
  expect(lines.find((row) => row[0] === words.control.withoutTarget)?.[3]).toBe(7);
});

test('the name of what has no target fits before its figure in the narrowest columns', () => {
  const { columnWidths } = plan(report).plan;
  const narrowest = Math.min(...[1, 2].map((column) => columnWidths[column] ?? 0));
  expect(words.control.withoutTarget.length).toBeLessThan(14 + 2 * narrowest);
});

describe('in all periods', () => {
  // Of February 40 of 100 are there on its 10th: 7 of 20 working days make 35 due.
  const planned = plan(
    reportOf(
      [
        ['2026-01-15', 80, 'Ann'],
        ['2026-02-05', 40, 'Ann'],
      ],
      [
        ['2026-01-01', 100, 'Ann'],
        ['2026-02-01', 100, 'Ann'],
        ['2026-03-01', 100, 'Ann'],
        ['2026-04-01', 0, 'Ann'],
      ],
      '2026-02-10',
    ),
  );
  const { cells, rules } = planned.plan;
  const top = cells.findIndex((row) => row[0] === words.allPeriods);
  const figures = (row: number) => [1, 2, 3, 4].map((column) => cells[row]?.[column] ?? null);

  test('those that have not begun are blank, but for their target', () => {
    expect(figures(top + 1)).toEqual(['2026-01', '2026-02', '2026-03', '2026-04']);
    expect(cells[top + 2]?.[0]).toBe('Ann');
    expect(figures(top + 2)).toEqual([0.8, 0.4, null, null]);
    expect(cells[top + 3]?.[0]).toBe('Attainment');
    expect(figures(top + 3)).toEqual([0.8, 0.4, null, null]);
    expect(cells[top + 4]?.[0]).toBe('Total AC');
    expect(figures(top + 4)).toEqual([80, 40, null, null]);
    expect(cells[top + 5]?.[0]).toBe('Total PL');
    expect(figures(top + 5)).toEqual([100, 100, 100, 0]);
  });

  test('only closed ones are coloured, for an open one is judged by its target to date', () => {
    expect(cells[8]?.[columnOfHeader(planned, 'Status')]).toBe('ahead of pace');
    // Below the heads stand Ann and the total, in January.
    const january = { row: top + 2, column: 1, rows: 2, columns: 1 };
    const ofMatrix = rules.filter(({ area }) => area.row > top);
    expect(ofMatrix.map(({ area }) => area)).toEqual([january, january]);
  });

  test('the last day of a period closes it', () => {
    const closed = plan(report).plan;
    const below = closed.cells.findIndex((row) => row[0] === words.allPeriods);
    expect(closed.rules.filter(({ area }) => area.row > below)).toHaveLength(2);
  });

  test('the notes say what has a colour and what is blank', () => {
    expect(cells.map((row) => row[0])).toContain(
      'All periods: attainment of the full target. Closed periods are coloured by their status; an open one has no colour, and one that has not begun is blank.',
    );
  });
});

describe('comments', () => {
  const commentsOf = (sheet: VarianceSheet) => {
    const [body] = sheet.plan.people;
    if (!body) throw new Error('The sheet has no cells for people');
    return Array.from({ length: body.typed.rows }, (_, index) => {
      const row = cellsOf(sheet)[body.typed.row + index] ?? [];
      return [row[body.keys.column], row[body.typed.column] ?? null];
    });
  };

  test('follow their key when rows change places', () => {
    const typed = new Map<string, CellContent>([
      [rowIdentity(['Ann']), 'on leave'],
      [rowIdentity(['(unassigned)']), 'ask finance'],
    ]);
    expect(commentsOf(plan(report, typed))).toEqual([
      ['Cid', null],
      ['Bob', null],
      ['Ann', 'on leave'],
      ['Eve', null],
      ['(unassigned)', 'ask finance'],
    ]);
  });

  test('of rows that are gone are kept below, and people may still edit them', () => {
    const sheet = plan(report, new Map([[rowIdentity(['Zoe']), 'left in May']]));
    const kept = sheet.plan.people[1];
    const row = cellsOf(sheet)[kept?.keys.row ?? -1];
    expect(row?.[0]).toBe('Zoe');
    expect(row?.[kept?.typed.column ?? -1]).toBe('left in May');
  });

  test('that are formulas stay formulas', () => {
    const formula = { formula: '=TODAY()' };
    const sheet = plan(report, new Map([[rowIdentity(['Ann']), formula]]));
    expect(commentsOf(sheet)).toContainEqual(['Ann', formula]);
  });

  test('find their row again after the report was grouped otherwise in between', () => {
    const by = ['Person', 'Region'];
    const finer = reportOf([['2026-01-15', 5, 'Ann', 'West']], [], '2026-01-31', by);
    const first = new Map([[rowIdentity(['Ann', 'West']), 'new here']]);
    const coarse = plan(report, first);
    const kept = coarse.plan.people[1];
    const text = cellsOf(coarse)[kept?.keys.row ?? -1]?.[0];
    expect(text).toBe('Ann · West');
    const again = plan(finer, new Map([[rowIdentity(['Ann · West']), 'new here']]));
    expect(again.plan.people).toHaveLength(1);
    expect(commentsOf(again)).toEqual([['Ann', 'new here']]);
  });
});

test('an empty report asks for no empty area', () => {
  const { plan: empty } = plan(reportOf([], [], '2026-01-31'));
  const areas = [
    ...empty.people.flatMap(({ keys, typed }) => [keys, typed]),
    ...empty.formats.map(({ area }) => area),
    ...empty.rules.map(({ area }) => area),
    ...empty.charts.flatMap(({ categories, series }) => [
      categories,
      ...series.map(({ values }) => values),
    ]),
  ];
  expect(areas.filter(({ rows, columns }) => rows < 1 || columns < 1)).toEqual([]);
  expect(empty.cells.length).toBeGreaterThan(8);
});

test('the chart draws actual and target of every period, in words too', () => {
  const { plan: planned } = plan(
    reportOf([...sales, ['2026-03-02', 9, 'Ann']], targets, '2026-03-31'),
  );
  const [chart] = planned.charts;
  const read = (area: { row: number; column: number; columns: number } | undefined) =>
    area && planned.cells[area.row]?.slice(area.column, area.column + area.columns);
  expect(read(chart?.categories)).toEqual(['2026-01', '2026-02', '2026-03']);
  const series = new Map(chart?.series.map(({ name, values }) => [name, read(values)]));
  expect(series.get('AC')).toEqual([117, 0, 9]);
  expect(series.get('PL')).toEqual([155, 'n.a.', 'n.a.']);
  expect(chart?.description).toContain('2026-01 to 2026-03');
});

test('the notes say which tables were joined, by which columns and as of when', () => {
  const joins = {
    assignments: {
      source: 'Teams',
      from: 'Person',
      key: 'Who',
      to: 'Team',
      as: 'asIs',
      day: '2026-01-31',
    },
    credits: { source: 'Splits', deal: 'Order', person: 'Person' },
    rates: { source: 'Rates', currency: 'EUR', method: 'actual' },
  } as const;
  const sheet = planVarianceSheet(report, { ...origin, joins }, words);
  const firsts = cellsOf(sheet).map((row) => row[0]);
  const notes = firsts.slice(firsts.indexOf('Notes'));
  expect(notes).toEqual(
    expect.arrayContaining([
      '"Team" comes from "Teams" by "Person", there "Who", as on 2026-01-31 (as-is).',
      'Credit is split by "Splits": shares of "Order" go to "Person".',
      'Amounts are in EUR, converted with "Rates" at the last rate by the day of each sale.',
    ]),
  );
});
