import {
  applyFix,
  assessData,
  changedSince,
  previewFix,
  qualityJson,
  Session,
  undoFix,
  writeQualitySheet,
  type AssessedData,
} from '../../src/jobs';
import type { Fix } from '../../src/jobs';
import { serialOf } from '../../src/sales';
import type { CellContent } from '../../src/workbook';
import { qualityWordsFor } from '../../src/wording';
import { workbookWith } from '../intake/raw-tables';

const words = qualityWordsFor('en');

const first = serialOf(2026, 1, 2);
/** Sales of a year with a name spelled twice, a text amount, a formula, a row without a date. */
const sales: CellContent[][] = [
  ['Date', 'Sales', 'Product'],
  ...Array.from({ length: 60 }, (_, index): CellContent[] => [
    first + index * 6,
    100 + index,
    index % 3 === 0 ? 'GTX Pro' : 'Mug',
  ]),
  [first + 7, '1,234.50', 'GTXPro'],
  [first + 8, 20.5, { formula: '="GTX"&"Pro"', result: 'GTXPro' }],
  [null, 5, 'Mug'],
];
const targets: CellContent[][] = [
  ['Month', 'Target', 'Product'],
  ['2026-01', 900, 'GTX Pro'],
  ['2026-02', 950, 'GTX Pro'],
  ['2026-01', 400, 'Mug'],
  ['2026-02', 450, 'Mug'],
];

function open() {
  const workbook = workbookWith({ Sales: sales, Targets: targets });
  return { workbook, session: new Session(workbook) };
}

const sideOf = ({ sides }: AssessedData, name: 'sales' | 'targets') => {
  const side = sides.find((one) => one.side === name);
  if (!side) throw new Error(`No ${name}`);
  return side;
};
const fixFor = (data: AssessedData, code: string): Fix => {
  const fix = sideOf(data, 'sales').quality.findings.find((one) => one.code === code)?.fixes[0];
  if (!fix) throw new Error(`No fix for ${code}`);
  return fix;
};
const codesOf = (data: AssessedData) =>
  sideOf(data, 'sales').quality.findings.map(({ code }) => code);

test('both sources are counted, and their rows in are rows used and rows set aside', async () => {
  const data = await assessData(open().session);
  const { quality } = sideOf(data, 'sales');
  expect(quality.counts).toEqual({ rows: 63, used: 62, setAside: 1, skipped: 0 });
  // 60 rows from 100 to 159, and two more.
  expect(quality.total).toBe(7770 + 1234.5 + 20.5);
  expect(codesOf(data)).toEqual(['blankDates', 'nearNames', 'textNumbers']);
  expect(sideOf(data, 'targets').quality).toMatchObject({ counts: { used: 4 }, total: 2700 });
});

test('amounts of several currencies have no total, on the sheet neither', async () => {
  const mixed: CellContent[][] = [
    ['Date', 'Currency', 'Sales', 'Product'],
    ...Array.from({ length: 12 }, (_, index): CellContent[] => [
      first + index * 7,
      ['EUR', 'USD', 'GBP'][index % 3] ?? '',
      100,
      index % 2 === 0 ? 'Pen' : 'Mug',
    ]),
  ];
  const workbook = workbookWith({ Sales: mixed, Targets: targets });
  const session = new Session(workbook);
  const data = await assessData(session);
  expect(sideOf(data, 'sales').quality.currencies).toEqual(['EUR', 'USD', 'GBP']);
  expect(sideOf(data, 'sales').quality.total).toBeUndefined();
  expect(sideOf(data, 'targets').quality).toMatchObject({ currencies: [], total: 2700 });
  await writeQualitySheet(session, data);
  const sheet = workbook.contents().sheets.find(({ name }) => name === 'Data quality');
  const totals = (sheet?.cells ?? []).filter(([name]) => name === 'Total of the rows used');
  expect(totals.map((row) => row[2])).toEqual([
    'none: several currencies (EUR, USD, GBP), which a report adds by joined rates alone',
    2700,
  ]);
});

test('amounts of several currencies are nowhere added, nor held against one another', async () => {
  // From March on in yen: 100 times as many as euros before, and no lost decimal point.
  const mixed: CellContent[][] = [
    ['Date', 'Currency', 'Sales', 'Product'],
    ...Array.from({ length: 80 }, (_, index): CellContent[] => [
      first + index,
      index < 58 ? 'EUR' : 'JPY',
      index < 58 ? 100 + (index % 9) : 10_000 + (index % 9) * 100,
      'Mug',
    ]),
    [first + 90, 'EUR', -30, 'Mug'],
    [first + 91, 'JPY', -4000, 'Mug'],
    [first + 92, 'EUR', '12.50', 'Mug'],
    [first, 'EUR', 100, 'Mug'],
  ];
  const data = await assessData(new Session(workbookWith({ Sales: mixed, Targets: targets })));
  const { findings, currencies } = sideOf(data, 'sales').quality;
  expect(currencies).toEqual(['EUR', 'JPY']);
  expect(codesOf(data)).not.toContain('oddAmounts');
  expect(codesOf(data)).not.toContain('unlikelyScale');
  const told = findings.map((finding) => words.findings[finding.code](finding));
  expect(told).toContain('Sales!C82 and 1 more cell in "Sales": negative.');
  expect(told).toContain(
    'Sales!A85: every cell is the same as in an earlier row (Sales!A2). Delete it if it was entered twice.',
  );
  // The text is read as the number already: its fix moves nothing.
  const { effect } = previewFix(sideOf(data, 'sales'), fixFor(data, 'textNumbers'));
  expect(effect.amount).toBe(0);
});

test('a fix that moves amounts of several currencies tells no sum', async () => {
  const open = ['1,234', '5,678', '2,345'].map((amount, index): CellContent[] => [
    first + index,
    amount,
    ['EUR', 'USD', 'EUR'][index] ?? '',
  ]);
  const workbook = workbookWith({ Sales: [['Date', 'Sales', 'Currency'], ...open] });
  const data = await assessData(new Session(workbook));
  const { fixes = [] } =
    sideOf(data, 'sales').quality.findings.find(({ code }) => code === 'ambiguousNumbers') ?? {};
  const effects = fixes.map((fix) => previewFix(sideOf(data, 'sales'), fix).effect);
  // As 1234 they stand, as 1.234 they would move.
  expect(effects.map(({ amount }) => amount)).toEqual([0, undefined]);
  expect(effects.map(words.effect)).toEqual([
    'Changes 3 cells. The total stays.',
    'Changes 3 cells. Amounts move; there is no total of several currencies.',
  ]);
});

test('targets in percent are to be mended, have no total, and no fix makes amounts of them', async () => {
  const plan: CellContent[][] = [
    ['Month', 'Product', 'Target'],
    ['2026-01', 'GTX Pro', '40 %'],
    ['2026-02', 'GTX Pro', '35 %'],
    ['2026-03', 'Mug', '25 %'],
  ];
  const workbook = workbookWith({ Sales: sales, Targets: plan });
  const session = new Session(workbook);
  const data = await assessData(session);
  const { findings, total, counts } = sideOf(data, 'targets').quality;
  expect(counts).toMatchObject({ used: 3, setAside: 0 });
  expect(total).toBeUndefined();
  expect(findings.map(({ code, weight, fixes }) => [code, weight, fixes.length])).toEqual([
    ['inPercent', 'wrong', 0],
  ]);
  expect(findings.map((finding) => words.findings[finding.code](finding))).toEqual([
    'Targets!C1: "Target" is in percent, which is no amount. Give the amounts, or choose another column.',
  ]);
  await writeQualitySheet(session, data);
  const sheet = workbook.contents().sheets.find(({ name }) => name === 'Data quality');
  const totals = (sheet?.cells ?? []).filter(([name]) => name === 'Total of the rows used');
  expect(totals[1]?.[2]).toBe('none: in percent');
});

test('figures to date are to be mended and have no total, for no report adds them', async () => {
  const plan: CellContent[][] = [
    ['Product', 'Jan 2026 YTD', 'Feb 2026 YTD'],
    ['GTX Pro', 100, 210],
    ['Mug', 50, 110],
  ];
  const workbook = workbookWith({ Sales: sales, Targets: plan });
  const session = new Session(workbook);
  const data = await assessData(session);
  const { findings, total } = sideOf(data, 'targets').quality;
  expect(total).toBeUndefined();
  expect(findings.map(({ code, weight, fixes }) => [code, weight, fixes.length])).toEqual([
    ['figuresToDate', 'wrong', 0],
  ]);
  await writeQualitySheet(session, data);
  const sheet = workbook.contents().sheets.find(({ name }) => name === 'Data quality');
  const totals = (sheet?.cells ?? []).filter(([name]) => name === 'Total of the rows used');
  expect(totals[1]?.[2]).toBe('none: figures to date');
});

test('a single target in percent is no number, which no fix makes it', async () => {
  const plan = [...targets, ['2026-03', '85 %', 'Mug'], ['2026-03', '80', 'GTX Pro']];
  const data = await assessData(new Session(workbookWith({ Sales: sales, Targets: plan })));
  const side = sideOf(data, 'targets');
  expect(side.quality.findings).toMatchObject([
    { code: 'notNumbers', at: 'Targets!B6', fixes: [] },
    { code: 'textNumbers', at: 'Targets!B7', count: 1 },
  ]);
  const [fix] = side.quality.findings[1]?.fixes ?? [];
  if (!fix) throw new Error('No fix');
  // 900 + 950 + 400 + 450, and the text 80
  expect(side.quality.total).toBe(2780);
  expect(previewFix(side, fix).changes).toMatchObject([{ row: 6, old: '80', new: 80 }]);
});

test('rows of the other side are told by what they are', async () => {
  const both: CellContent[][] = [
    ['Month', 'Scenario', 'Region', 'Amount'],
    ['2026-01', 'Actual', 'North', 10],
    ['2026-01', 'Budget', 'North', 11],
    ['2026-01', 'Actual', 'South', 20],
    ['2026-01', 'Budget', 'South', 21],
  ];
  const data = await assessData(new Session(workbookWith({ Data: both })));
  const told = (['sales', 'targets'] as const).map((name) => {
    const { counts, issues } = sideOf(data, name).quality;
    return [
      counts.used,
      counts.setAside,
      ...issues.map(({ code, at, found }) => [code, at, found]),
    ];
  });
  expect(told).toEqual([
    [2, 2, ['rowsNotSold', 'Data!B3', '2']],
    [2, 2, ['rowsNotPlanned', 'Data!B2', '2']],
  ]);
});

test('only rows that count are said to be unassigned for a blank name', async () => {
  const open: CellContent[][] = [
    ['Date', 'Sales', 'Product'],
    [first, 10, 'Mug'],
    [first + 1, 20, null],
    // Set aside: no date.
    ['some day', 30, null],
    [first + 3, 40, 'Mug'],
  ];
  const data = await assessData(new Session(workbookWith({ Sales: open, Targets: targets })));
  const { findings, counts } = sideOf(data, 'sales').quality;
  expect(counts).toMatchObject({ used: 3, setAside: 1 });
  expect(findings.find(({ code }) => code === 'blankKeys')).toMatchObject({
    at: 'Sales!C3',
    count: 1,
  });
});

test('a name that a joined table does not assign is named with its cell, which is not blank', async () => {
  const sheets = {
    Sales: [
      ['Date', 'Rep', 'Amount'],
      [first, 'Ann', 10],
      [first + 1, 'Cid', 20],
      [first + 2, 'Dora', 30],
      [first + 3, 'Cid', 40],
    ],
    // Dora's team is blank; Cid is not in the table. "West " ends with a space.
    Teams: [
      ['Rep', 'Team'],
      ['Ann', 'West '],
      ['Dora', null],
      ['Bob', 'East'],
    ],
    Targets: [
      ['Team', 'Month', 'Target'],
      ['West ', '2026-01', 50],
    ],
  };
  const wishes = { by: ['Team'], joins: { assignments: 'Teams' } };
  const data = await assessData(new Session(workbookWith(sheets)), wishes);
  const { findings } = sideOf(data, 'sales').quality;
  const words = qualityWordsFor('en');
  // Cells of the sales hold the names, so that nothing in them can be mended for the teams.
  expect(findings.map((one) => [one.code, words.findings[one.code](one), one.fixes])).toEqual([
    ['notAssigned', 'Sales!B3 and 2 more cells: "Cid", "Dora" have no "Team".', []],
  ]);
});

test('headings between rows are told of once, and counted as no data', async () => {
  const plan: CellContent[][] = [
    ['Product', 'Month', 'Target'],
    ['North', null, null],
    ['Mug', '2026-01', 400],
    ['Cup', '2026-01', 450],
    ['South', null, null],
    ['Mug', '2026-01', 300],
    ['Cup', '2026-01', 350],
  ];
  const data = await assessData(new Session(workbookWith({ Sales: sales, Targets: plan })));
  const { issues, counts, total } = sideOf(data, 'targets').quality;
  expect(issues.map(({ code }) => code)).toEqual(['headingsRead']);
  expect(counts).toMatchObject({ used: 4, skipped: 2 });
  // 400 + 450 + 300 + 350
  expect(total).toBe(1500);
});

test('a fix says what it does, does it, and the finding is gone', async () => {
  const { session, workbook } = open();
  const data = await assessData(session);
  const fix = fixFor(data, 'textNumbers');
  const { effect, changes } = previewFix(sideOf(data, 'sales'), fix);
  expect(effect).toEqual({ cells: 1, rows: 0, amount: 0 });
  expect(changes).toMatchObject([{ sheet: 'Sales', row: 61, old: '1,234.50', new: 1234.5 }]);
  expect(await applyFix(session, previewFix(sideOf(data, 'sales'), fix))).toMatchObject({
    kind: 'fixed',
  });
  expect(workbook.contents().sheets[0]?.cells[61]?.[1]).toBe(1234.5);
  const again = await assessData(session);
  expect(codesOf(again)).not.toContain('textNumbers');
  expect(sideOf(again, 'sales').quality.total).toBe(sideOf(data, 'sales').quality.total);
});

test('formulas are left to the person, by their cell and text', async () => {
  const { session, workbook } = open();
  const data = await assessData(session);
  const outcome = await applyFix(
    session,
    previewFix(sideOf(data, 'sales'), fixFor(data, 'nearNames')),
  );
  expect(outcome).toMatchObject({
    kind: 'fixed',
    changes: [{ row: 61, old: 'GTXPro', new: 'GTX Pro' }],
    byHand: ['Sales!C63: ="GTX"&"Pro"'],
  });
  const cells = workbook.contents().sheets[0]?.cells ?? [];
  expect(cells[61]?.[2]).toBe('GTX Pro');
  expect(cells[62]?.[2]).toMatchObject({ formula: '="GTX"&"Pro"' });
});

test('nothing is changed where a cell holds something else by now', async () => {
  const { session, workbook } = open();
  const data = await assessData(session);
  const place = { sheet: 'Sales', row: 61, column: 1 };
  await workbook.replaceCells([{ ...place, old: '1,234.50', new: '99' }]);
  const outcome = await applyFix(
    session,
    previewFix(sideOf(data, 'sales'), fixFor(data, 'textNumbers')),
  );
  expect(outcome).toEqual({ kind: 'changed', at: ['Sales!B62'] });
  expect(workbook.contents().sheets[0]?.cells[61]?.[1]).toBe('99');
});

test('a cell typed over while its preview is open is known as changed, though the data were read anew', async () => {
  const { session, workbook } = open();
  const data = await assessData(session);
  const side = sideOf(data, 'sales');
  const fix = fixFor(data, 'textNumbers');
  const preview = previewFix(side, fix);
  for (const [old, typed] of [
    ['1,234.50', 'none'],
    // Could be fixed as well, but was never shown.
    ['none', '2,000.25'],
  ] as const) {
    await workbook.replaceCells([{ sheet: 'Sales', row: 61, column: 1, old, new: typed }]);
    session.noteChange({ sheet: 'Sales', area: { row: 61, column: 1, rows: 1, columns: 1 } });
    await assessData(session);
    expect(await applyFix(session, preview)).toEqual({ kind: 'changed', at: ['Sales!B62'] });
    expect(workbook.contents().sheets[0]?.cells[61]?.[1]).toBe(typed);
  }
});

test('a preview made after its cells were typed over changes nothing, and names them', async () => {
  // Of so many rows the edited cell alone is read anew.
  const many = [...sales, ...Array.from({ length: 90 }, () => sales.slice(1, 60)).flat()];
  const workbook = workbookWith({ Sales: many, Targets: targets });
  const session = new Session(workbook);
  const data = await assessData(session);
  const fix = fixFor(data, 'textNumbers');
  const place = { sheet: 'Sales', row: 61, column: 1 };
  await workbook.replaceCells([{ ...place, old: '1,234.50', new: 99 }]);
  session.noteChange({ sheet: 'Sales', area: { row: 61, column: 1, rows: 1, columns: 1 } });
  await assessData(session);
  const preview = previewFix(sideOf(data, 'sales'), fix);
  expect(preview.changes).toEqual([]);
  expect(await applyFix(session, preview)).toEqual({ kind: 'changed', at: ['Sales!B62'] });
});

test('a fix can be taken back', async () => {
  const { session, workbook } = open();
  const data = await assessData(session);
  const before = workbook.contents().sheets[0]?.cells;
  const outcome = await applyFix(
    session,
    previewFix(sideOf(data, 'sales'), fixFor(data, 'textNumbers')),
  );
  if (outcome.kind !== 'fixed') throw new Error('Not fixed');
  expect(await undoFix(session, outcome.changes)).toMatchObject({ kind: 'fixed' });
  expect(workbook.contents().sheets[0]?.cells).toEqual(before);
  expect(codesOf(await assessData(session))).toContain('textNumbers');
});

test('a fix whose cells hold something else by now is known as one that cannot be taken back', async () => {
  const { session, workbook } = open();
  const data = await assessData(session);
  const outcome = await applyFix(
    session,
    previewFix(sideOf(data, 'sales'), fixFor(data, 'textNumbers')),
  );
  if (outcome.kind !== 'fixed') throw new Error('Not fixed');
  expect(await changedSince(session, outcome.changes)).toEqual([]);
  const place = { sheet: 'Sales', row: 61, column: 1 };
  await workbook.replaceCells([{ ...place, old: 1234.5, new: 99 }]);
  expect(await changedSince(session, outcome.changes)).toEqual(['Sales!B62']);
});

test('dates that it was said to change back are no fault, and no answer is waited for', async () => {
  // Of 7, 8 and 9 April day and month have changed places, as the texts of the month say.
  const half: CellContent[][] = [
    ['Order Date', 'Sales'],
    ...[7, 8, 9].map((month): CellContent[] => [serialOf(2026, month, 4), 10]),
    ...[13, 14, 15, 16].map((day): CellContent[] => [`${String(day)}/04/2026`, 20]),
  ];
  const found = async (wishes = {}) => {
    const session = new Session(workbookWith({ Orders: half }));
    const data = await assessData(session, { sales: 'Orders', ...wishes });
    const finding = sideOf(data, 'sales').quality.findings[0];
    if (!finding) throw new Error('Nothing found');
    return [finding.weight, words.assumed[finding.code](finding)];
  };
  expect(await found()).toEqual([
    'ask',
    'Nothing is assumed: no report is built until it is decided. The fix changes the cells.',
  ]);
  const readings = { Orders: { daySwaps: { 'Order Date': 'swap' } } };
  expect(await found({ readings })).toEqual([
    'note',
    'Read with day and month changed back, as was said. The fix changes the cells.',
  ]);
});

test('the findings go onto a sheet of ours, which is no source of data', async () => {
  const { session, workbook } = open();
  const data = await assessData(session);
  expect(await writeQualitySheet(session, data)).toEqual({ sheet: 'Data quality', isNew: true });
  const sheet = workbook.contents().sheets.find(({ name }) => name === 'Data quality');
  const texts = (sheet?.cells ?? []).map((row) => row.map((cell) => cell ?? ''));
  expect(texts).toContainEqual(expect.arrayContaining(['Rows read', 63]));
  const lines = texts.filter(([name]) => name === 'Sales' || name === 'Targets').slice(2);
  expect(lines.map((line) => [line[0], line[1], line[3], line[5]])).toEqual([
    ['Sales', 'To mend', 'Sales!A64', 1],
    ['Sales', 'To decide', 'Sales!C62', 2],
    ['Sales', 'Good to know', 'Sales!B62', 1],
  ]);
  const again = await assessData(session);
  expect(again.sides.map(({ quality }) => quality.source)).toEqual(['Sales', 'Targets']);
  expect(await writeQualitySheet(session, again)).toMatchObject({ isNew: false });
});

test('sales in several currencies are added at the rates that are joined, in the pane and on the sheet', async () => {
  const abroad: CellContent[][] = [
    ['Date', 'Sales', 'Currency'],
    ['2026-01-05', 100, 'EUR'],
    ['2026-01-06', 50, 'USD'],
    ['2026-02-07', 10, 'USD'],
  ];
  const rates: CellContent[][] = [
    ['Valid from', 'From', 'To', 'Rate'],
    ['2026-01-01', 'USD', 'EUR', 0.9],
    ['2026-02-01', 'USD', 'EUR', 0.8],
  ];
  const workbook = workbookWith({ Sales: abroad, Rates: rates });
  const session = new Session(workbook);
  const wishes = { sales: 'Sales', joins: { rates: 'Rates', currency: 'EUR' } };
  const data = await assessData(session, wishes);
  const side = sideOf(data, 'sales');
  expect(side.quality.total).toBeUndefined();
  // 100 + 50 × 0.9 + 10 × 0.8
  expect(side.inReport).toEqual({ currency: 'EUR', total: 153 });
  const { sheet } = await writeQualitySheet(session, data);
  const written = workbook.contents().sheets.find(({ name }) => name === sheet)?.cells ?? [];
  expect(written.find(([name]) => name === 'In EUR, at the joined rates')?.[2]).toBe(153);

  const late = [...rates.slice(0, 1), ['2026-02-01', 'USD', 'EUR', 0.8]];
  const lacking = await assessData(
    new Session(workbookWith({ Sales: abroad, Rates: late })),
    wishes,
  );
  expect(sideOf(lacking, 'sales').inReport).toBeUndefined();
});

test('what waits for an answer has no rows used and no total, on the page and on the sheet', async () => {
  const rows = ['Actual', 'Budget', 'Forecast'].map((text, at) => ['2026-01-01', text, at + 1]);
  const workbook = workbookWith({ Data: [['Date', 'Scenario', 'Amount'], ...rows] });
  const session = new Session(workbook);
  const data = await assessData(session, { sales: 'Data', targets: 'Data' });
  // Actual is the sales; which of Budget and Forecast is the target, is asked.
  expect(data.sides.map(({ side, isOpen }) => [side, isOpen])).toEqual([
    ['sales', false],
    ['targets', true],
  ]);
  expect(qualityJson(data, words).map(({ total }) => total)).toEqual([1, null]);
  await writeQualitySheet(session, data);
  const sheet = workbook.contents().sheets.find(({ name }) => name === 'Data quality');
  const shown = (sheet?.cells ?? []).map((row) => [row[0], row[2]]);
  expect(shown).toContainEqual(['Used', words.notRead]);
  // Of the sales alone.
  expect(shown.filter(([name]) => name === 'Total of the rows used')).toEqual([
    ['Total of the rows used', 1],
  ]);
});
