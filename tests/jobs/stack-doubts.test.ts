import { Session, stopLines, track, type ReportWishes } from '../../src/jobs';
import { wordsFor } from '../../src/wording';
import { emptySheet } from '../../src/workbook';
import { workbookOf } from '../../src/xlsx';
import { workbookWith, type Rows } from '../intake/raw-tables';

/** Sheets of one layout: which are parts and read as one unasked, and which may hold the same sales. */
type Sale = readonly [day: string, person: string, amount: number];
const sheetOf = (...sales: readonly Sale[]): Rows => [['Date', 'Person', 'Amount'], ...sales];
const one: readonly Sale[] = [
  ['2026-01-05', 'Ann', 10.1],
  ['2026-01-12', 'Bob', 20.2],
  ['2026-01-19', 'Ann', 30.3],
  ['2026-01-26', 'Bob', 40.4],
];
/** The same days and persons, other amounts: 5 + 6 + 7 + 8 = 26. */
const other = one.map(([day, person], at): Sale => [day, person, 5 + at]);
const later = other.map(([day, person, amount]): Sale => [
  day.replace('-01-', '-02-'),
  person,
  amount,
]);
/** 10.1 + 20.2 + 30.3 + 40.4 */
const sumOfOne = 101;
const undated = (amount: number): Rows => [
  ['Person', 'Amount'],
  ['Ann', amount],
  ['Bob', 1],
];
const quotas: Rows = [
  ['Person', 'Month', 'Target'],
  ['Ann', '2026-01', 60],
  ['Bob', '2026-01', 65],
];

const trackIn = (sheets: Readonly<Record<string, Rows>>, wishes: ReportWishes = {}) =>
  track(new Session(workbookWith({ ...sheets, Quotas: quotas })), wishes);

async function totalOf(sheets: Readonly<Record<string, Rows>>) {
  const outcome = await trackIn(sheets);
  if ('stopped' in outcome) throw new Error(stopLines(outcome.stopped, wordsFor('en')).join(' '));
  return outcome.done.report.control.sales.total;
}

async function asked(sheets: Readonly<Record<string, Rows>>) {
  const outcome = await trackIn(sheets);
  if ('done' in outcome) throw new Error('It was done');
  const [question] = outcome.stopped.unclear;
  return { about: question?.question, doubt: question?.doubt };
}

describe('sheets that may hold the same sales are asked about', () => {
  test.each([
    ['Germany', 'Europe', 'Europe', 'Germany'],
    ['Sales Deutschland', 'Sales DACH', 'Sales DACH', 'Sales Deutschland'],
    ['Europe', 'EMEA', 'EMEA', 'Europe'],
    ['日本', 'アジア', 'アジア', '日本'],
    ['Online', 'Company', 'Company', 'Online'],
    ['Sheet1', 'Sheet2', 'Sheet1', 'Sheet2'],
    ['Umsatz', 'Tabelle2', 'Tabelle2', 'Umsatz'],
    ['シート1', 'シート2', 'シート1', 'シート2'],
    ['売上', '売上 コピー', '売上 コピー', '売上'],
    ['Hoja1', 'Hoja2', 'Hoja1', 'Hoja2'],
    ['Sales', 'Sales (2)', 'Sales (2)', 'Sales'],
    ['Umsatz', 'Umsatz2', 'Umsatz2', 'Umsatz'],
  ])('by their names: %s, %s', async (first, second, found, expected) => {
    expect(await asked({ [first]: sheetOf(...one), [second]: sheetOf(...other) })).toMatchObject({
      about: 'salesSource',
      doubt: { code: 'sheetsInDoubt', found, expected },
    });
  });

  test.each(['Example', 'Beispiel', 'How to', '記入例'])(
    'where one shows how rows are to be filled in: %s',
    async (name) => {
      const example = sheetOf(['2026-01-01', 'Jane Doe', 100]);
      expect(await asked({ [name]: example, Alster: sheetOf(...one) })).toMatchObject({
        doubt: { code: 'sheetsInDoubt', found: name, expected: 'Alster' },
      });
    },
  );

  test('by one whose rows name all others', async () => {
    const totals = sheetOf(['2026-01-31', 'Alster', 99], ['2026-01-31', 'Elbe', 25]);
    const shops = { Alster: sheetOf(...one), Elbe: sheetOf(...other) };
    expect(await asked({ ...shops, Board: totals })).toMatchObject({
      doubt: { code: 'sheetsInDoubt', found: 'Board', expected: 'Alster' },
    });
  });

  test('by rows that stand on both in another order', async () => {
    const turned = [...one].reverse();
    expect(await asked({ Alster: sheetOf(...one), Elbe: sheetOf(...turned) })).toMatchObject({
      about: 'salesSource',
      doubt: { code: 'rowsOnTwoSheets', at: 'Elbe!C5', expected: 'Alster!C2', found: '10.1' },
    });
  });

  test('by rows of days that two exports share', async () => {
    // January to the 26th and from the 12th on to February: three rows of each are the same.
    const [, ...rest] = one;
    const sheets = { Alster: sheetOf(...one), Elbe: sheetOf(...rest, ...later) };
    expect(await asked(sheets)).toMatchObject({
      doubt: { code: 'rowsOnTwoSheets', at: 'Elbe!C2', expected: 'Alster!C3' },
    });
  });

  test('by rows shared far below those that are looked at first', async () => {
    // 300 rows in days of 2025, behind which the same four stand on both.
    const before = (amount: number) =>
      Array.from({ length: 300 }, (_, row): Sale => {
        const [month, day] = [1 + (row % 12), 1 + (row % 28)];
        return [
          `2025-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
          'Ann',
          amount + row,
        ];
      });
    const sheets = {
      Alster: sheetOf(...before(1000), ...one),
      Elbe: sheetOf(...one, ...later),
    };
    expect(await asked(sheets)).toMatchObject({ doubt: { code: 'rowsOnTwoSheets' } });
  });

  test('by a month that still holds the rows it was copied from', async () => {
    const sheets = { Jan: sheetOf(...one), Feb: sheetOf(...later, ...one) };
    expect(await asked(sheets)).toMatchObject({ doubt: { code: 'rowsOnTwoSheets' } });
  });

  test('by as many rows that add up to the same', async () => {
    const renamed = [...one]
      .reverse()
      .map(([day, person, amount]): Sale => [day, `${person} B.`, amount]);
    expect(await asked({ Alster: sheetOf(...one), Elbe: sheetOf(...renamed) })).toMatchObject({
      doubt: { code: 'sumOfSheets', at: 'Elbe!A2', found: '101', expected: 'Alster!A2' },
    });
  });

  test('by one that adds up to what all others do', async () => {
    // Alster and Elbe by week: 10.1 + 5 = 15.1, 26.2, 37.3, 48.4, in all 101 + 26 = 127.
    const both = one.map(([day, , amount], at): Sale => [day, 'All', amount + 5 + at]);
    const sheets = {
      Alster: sheetOf(...one),
      Elbe: sheetOf(...other),
      Hafen: sheetOf(...both),
    };
    expect(await asked(sheets)).toMatchObject({
      doubt: { code: 'sumOfSheets', at: 'Hafen!A2', found: '127', expected: '' },
    });
  });

  test('with those as one that are in no doubt beside a quarter', async () => {
    const sheets = { 'Jan 2026': undated(5), 'Feb 2026': undated(6), 'Q1 2026': undated(7) };
    const outcome = await trackIn(sheets);
    expect('stopped' in outcome && outcome.stopped.unclear[0]).toMatchObject({
      question: 'salesSource',
      candidates: ['Jan 2026/Feb 2026', 'Jan 2026/*'],
      doubt: { code: 'sheetsInDoubt', found: 'Q1 2026', expected: 'Jan 2026' },
    });
    const chosen = await trackIn(sheets, { sales: 'Jan 2026/Feb 2026' });
    // 5 + 1 and 6 + 1
    expect('done' in chosen && chosen.done.report.control.sales.total).toBe(13);
  });

  test('in words that say why', async () => {
    const sheets = { Sales: sheetOf(...one), 'Sales (2)': sheetOf(...other) };
    const outcome = await trackIn(sheets);
    expect('stopped' in outcome && stopLines(outcome.stopped, wordsFor('en'))).toEqual([
      'Several tables could hold the sales: "Sales", "Sales (2)", "Sales/*". Choose one. ' +
        "'Sales (2)'!A1:C5: " +
        '"Sales (2)" and "Sales" may hold the same sales, or figures that are not to be added, so that they are not read as one unasked.',
    ]);
  });
});

describe('sheets of one layout are read as one unasked', () => {
  test.each([
    ['shops whose days meet', 'Alster', 'Elbe'],
    ['countries', 'Germany', 'France'],
    ['a country beside other regions', 'USA', 'Europe'],
    ['parts of the world', 'Europe', 'Asia'],
    ['what is left of a region', 'Germany', 'Rest of Europe'],
    ['directions', 'North', 'North East'],
    ['shops with numbers', 'Shop 1', 'Shop 2'],
  ])('where they are named by %s: %s, %s', async (_, first, second) => {
    // 101 + 26
    expect(await totalOf({ [first]: sheetOf(...one), [second]: sheetOf(...other) })).toBe(127);
  });

  test.each([
    ['Sheet1', 'Sheet2'],
    ['Sales', 'Sales (2)'],
    ['Germany', 'Europe'],
  ])('where days do not meet: %s, %s', async (first, second) => {
    expect(await totalOf({ [first]: sheetOf(...one), [second]: sheetOf(...later) })).toBe(127);
  });

  test('where each has names of its own', async () => {
    const others = other.map(([day, person, amount]): Sale => [day, `${person}e`, amount]);
    expect(await totalOf({ Sheet1: sheetOf(...one), Sheet2: sheetOf(...others) })).toBe(127);
  });

  test('where the targets name each of them', async () => {
    const plan: Rows = [
      ['Region', 'Month', 'Target'],
      ['Germany', '2026-01', 60],
      ['Europe', '2026-01', 65],
    ];
    const sheets = { Germany: sheetOf(...one), Europe: sheetOf(...other), Quotas: plan };
    const outcome = await track(new Session(workbookWith(sheets)));
    expect('done' in outcome && outcome.done.report.control.sales.total).toBe(127);
  });

  test('where few of many like rows stand on both', async () => {
    // Each day one of four prices, by turns: a quarter of the rows are the same.
    const shop = (step: number) =>
      Array.from({ length: 28 }, (_, day): Sale => {
        const price = [3, 4, 5, 6][(day * step) % 4] ?? 0;
        return [`2026-01-${String(day + 1).padStart(2, '0')}`, 'Ann', price];
      });
    // 7 times 3 + 4 + 5 + 6, and 14 times 3 + 5
    expect(await totalOf({ Alster: sheetOf(...shop(1)), Elbe: sheetOf(...shop(2)) })).toBe(
      126 + 112,
    );
  });
});

describe('sheets dated by their names alone, one of which is a copy of another,', () => {
  const month = (...amounts: readonly number[]): Rows => [
    ['Person', 'Amount'],
    ...amounts.map((amount, at) => [at % 2 === 0 ? 'Ann' : 'Bob', amount]),
  ];
  const copied = {
    'Jan 2026': month(10, 20, 30),
    'Feb 2026': month(1, 2, 3),
    'Mar 2026': month(10, 20, 30),
  };
  const copy = { code: 'rowsOnTwoSheets', at: "'Mar 2026'!B2", expected: "'Jan 2026'!B2" };

  test('are asked about', async () => {
    expect(await asked(copied)).toMatchObject({ about: 'salesSource', doubt: copy });
  });

  test('are read and told where a person takes them together', async () => {
    const outcome = await trackIn(copied, { sales: 'Jan 2026/*' });
    if ('stopped' in outcome) throw new Error('It stopped');
    // 60 + 6 + 60
    expect(outcome.done.report.control.sales.total).toBe(126);
    expect(outcome.done.issues).toContainEqual(expect.objectContaining(copy));
  });

  test.each([
    ['an amount differs', month(10, 20, 31), 127],
    ['the amounts are of others', month(20, 10, 30), 126],
    ['a row more stands there', month(10, 20, 30, 5), 131],
  ])('are read where %s', async (_, march, total) => {
    expect(await totalOf({ ...copied, 'Mar 2026': march })).toBe(total);
  });

  test('are read where nothing stands there yet', async () => {
    const blank = month(0, 0, 0);
    expect(await totalOf({ ...copied, 'Mar 2026': blank, 'Apr 2026': blank })).toBe(66);
  });
});

test('sheets that a person takes together are read, and what counts twice is told', async () => {
  const turned = [...one].reverse();
  const sheets = { Alster: sheetOf(...one), Elbe: sheetOf(...turned) };
  const outcome = await trackIn(sheets, { sales: 'Alster/*' });
  if ('stopped' in outcome) throw new Error('It stopped');
  expect(outcome.done.report.control.sales.total).toBe(2 * sumOfOne);
  expect(outcome.done.issues.map(({ code, at }) => [code, at])).toContainEqual([
    'rowsOnTwoSheets',
    'Elbe!C5',
  ]);
});

test('a copy that cannot be read far below does not hide which sheets are in question', async () => {
  const long = Array.from({ length: 210 }, (_, row): Sale => ['2026-01-05', 'Ann', row + 0.5]);
  const broken: Rows = [...sheetOf(...long), ['2026-01-06', 'Ann', 7, 'no header']];
  expect(await asked({ Sales: sheetOf(...one), 'Sales (2)': broken })).toMatchObject({
    about: 'salesSource',
    doubt: { code: 'sheetsInDoubt', found: 'Sales (2)', expected: 'Sales' },
  });
});

describe('sheets that are not read with the sales are told', () => {
  const [january, february] = [sheetOf(...one), sheetOf(...later)];
  async function told(sheets: Readonly<Record<string, Rows>>, hidden: readonly string[] = []) {
    const workbook = workbookOf({
      sheets: Object.entries({ ...sheets, Quotas: quotas }).map(([name, cells]) => ({
        ...emptySheet(name),
        cells,
        visibility: hidden.includes(name) ? 'hidden' : 'visible',
      })),
      names: [],
      dateSystem: 1900,
    });
    const outcome = await track(new Session(workbook));
    if ('stopped' in outcome) throw new Error('It stopped');
    const { issues, report } = outcome.done;
    const left = issues.filter(({ code }) => code === 'sheetLeftOut');
    return [report.control.sales.total, left.map(({ at, expected }) => `${at} ${expected}`.trim())];
  }

  test('where they are hidden and of the same layout', async () => {
    // Jan adds up to 101, Feb to 26.
    expect(await told({ Jan: january, Feb: february }, ['Jan'])).toEqual([26, ['Jan!A1 hidden']]);
    expect(await told({ Alster: january, Elbe: february, Hafen: february }, ['Hafen'])).toEqual([
      127,
      ['Hafen!A1 hidden'],
    ]);
  });

  test('where they are named by a period as the others are, and have no header', async () => {
    const [, ...march] = february;
    expect(await told({ Jan: january, Feb: february, Mar: march })).toEqual([127, ['Mar!A1']]);
  });

  test.each(['Summary', 'Template', 'Total'])(
    'where their rows have no period and their name is none: %s',
    async (name) => {
      const sheets = { 'Jan 2026': undated(5), 'Feb 2026': undated(6), [name]: undated(11) };
      expect(await told(sheets)).toEqual([13, [`${name}!A1`]]);
    },
  );

  test('but not where they hold other things or nothing yet', async () => {
    const stores: Rows = [
      ['Store', 'Town'],
      ['One', 'Kiel'],
    ];
    const sheets = {
      Jan: january,
      Feb: february,
      Mar: january.slice(0, 1),
      Stores: stores,
      Q1: stores,
    };
    expect(await told(sheets, ['Stores'])).toEqual([127, []]);
  });
});
