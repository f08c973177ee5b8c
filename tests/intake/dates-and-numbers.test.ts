import { fc } from '../properties';
import { isoOf } from '../../src/sales';
import { isDateFormat } from '../../src/intake';
import { findTextDate, looksLikeDate } from '../../src/intake/texts/text-dates';
import { decimalSignOf } from '../../src/intake/texts/text-numbers';
import { findTextPeriod } from '../../src/intake/texts/text-periods';
import { amountsIn, convertedOf, tableOf, columnOf } from './raw-tables';

/** Reads a column of dates, an amount beside each. */
async function dates(...cells: (string | number)[]) {
  const read = await convertedOf([
    ['Order Date', 'Sales'],
    ...cells.map((cell, index) => [cell, 10 + index]),
  ]);
  return { ...read, isos: Array.from(read.dataset.dates, isoOf) };
}

/** Reads a column of amounts, a date beside each. */
async function amounts(...cells: (string | number)[]) {
  const read = await convertedOf([
    ['Order Date', 'Sales'],
    ...cells.map((cell, index) => [46_023 + index, cell]),
  ]);
  return { ...read, read: amountsIn(read) };
}

describe('text dates', () => {
  test('put the month first when one cell of the column leaves no other reading', async () => {
    // As Superstore's file has them: 11/8/2016 alone is 11 August or 8 November.
    const { isos, wrong } = await dates('11/8/2016', '6/12/2016', '10/13/2015', '4/5/2015');
    expect(wrong).toEqual([]);
    expect(isos).toEqual(['2016-11-08', '2016-06-12', '2015-10-13', '2015-04-05']);
  });

  test('put the day first when one cell of the column leaves no other reading', async () => {
    const { isos } = await dates('08.11.2016', '13.10.2015');
    expect(isos).toEqual(['2016-11-08', '2015-10-13']);
  });

  test('are asked about when no cell decides', async () => {
    const { wrong } = await dates('11/8/2016', '6/12/2016');
    expect(wrong).toEqual([
      { code: 'ambiguousDates', at: 'Data!A2', found: '11/8/2016', expected: 'Order Date' },
    ]);
  });

  test('with points between their parts have the day first', async () => {
    const { isos, wrong } = await dates('01.02.2026', '3.4.26', '11.12.2026 10:30');
    expect(wrong).toEqual([]);
    expect(isos).toEqual(['2026-02-01', '2026-04-03', '2026-12-11']);
    // Unless a column that has points throughout cannot be meant so.
    const odd = await dates('01.02.2026', '01.13.2026');
    expect(odd.isos).toEqual(['2026-01-02', '2026-01-13']);
    // Beside slashes that may be either, or are month first, points do not decide.
    const beside = await dates('01.02.2026', '3/4/2026');
    expect(beside.wrong.map(({ code, at }) => [code, at])).toEqual([['ambiguousDates', 'Data!A3']]);
    const against = await dates('01.02.2026', '3/14/2026');
    expect(against.wrong.map(({ code, at }) => [code, at])).toEqual([
      ['mixedDateOrders', 'Data!A2'],
    ]);
  });

  test('are refused when two cells contradict each other, with both named', async () => {
    const { wrong } = await dates('1/2/2016', '13/10/2015', '10/13/2015');
    expect(wrong).toEqual([
      {
        code: 'mixedDateOrders',
        at: 'Data!A3',
        found: '13/10/2015',
        expected: '10/13/2015 (Data!A4)',
      },
    ]);
  });

  test('of which day and month are the same need no order', async () => {
    const { isos, wrong } = await dates('5/5/2016', '6/6/2016');
    expect(wrong).toEqual([]);
    expect(isos).toEqual(['2016-05-05', '2016-06-06']);
  });

  test('may be ISO, or have the month in letters', async () => {
    const { isos } = await dates('2026-02-13', '13 Feb 2026', 'February 3, 2026', '2026/02/14');
    expect(isos).toEqual(['2026-02-13', '2026-02-13', '2026-02-03', '2026-02-14']);
  });

  test.each([
    ['12. März 2026', '2026-03-12'],
    ['12. Mrz. 2026', '2026-03-12'],
    ['1. Mai 26', '2026-05-01'],
    ['Mi., 5. Aug. 2026', '2026-08-05'],
    ['5 févr. 2026', '2026-02-05'],
    ['1er août 2026', '2026-08-01'],
    ['mar. 3 mars 2026', '2026-03-03'],
    ['1 de marzo de 2026', '2026-03-01'],
    ['jueves, 5 de marzo de 2026', '2026-03-05'],
    ['1º de março de 2026', '2026-03-01'],
    ['5 de out. de 2026', '2026-10-05'],
    ['quinta-feira, 5 de março de 2026', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['２０２６年３月５日（木）', '2026-03-05'],
    ['令和8年3月5日', '2026-03-05'],
    ['Thursday, March 5th, 2026', '2026-03-05'],
    ['5-Mar-26', '2026-03-05'],
    ["5 Mar '98", '1998-03-05'],
    ['20260305', '2026-03-05'],
    ['2026-03-05T23:30:00+09:00', '2026-03-05'],
    ['2026-03-05T23:30:00.000Z', '2026-03-05'],
    ['2026-03-05 23:30', '2026-03-05'],
    ['March 5, 2026 at 2:05 PM', '2026-03-05'],
    ['2026年3月5日 14時30分', '2026-03-05'],
    ['31 February 2026', undefined],
    ['12 marketing 2026', undefined],
    ['3 mars bars 2026', undefined],
  ])('read %s as %s in any column', (text, iso) => {
    for (const order of ['dmy', 'mdy', 'ymd'] as const) {
      const date = findTextDate(text, order);
      expect(date === undefined ? undefined : isoOf(date)).toBe(iso);
    }
    expect(looksLikeDate(text)).toBe(iso !== undefined);
  });

  // ISO 8601: week 1 has the year's first Thursday, 1 January 2026; the others follow 7 days apart.
  test.each([
    ['2026-W01', '2026-01-01'],
    ['2026-W14', '2026-04-02'],
    ['2026-W14-3', '2026-04-01'],
    ['2026W53', '2026-12-31'],
    ['2025-W53', undefined],
    ['KW 14 2026', '2026-04-02'],
    ['semaine 14 2026', '2026-04-02'],
  ])('read the week %s as its day %s', (text, iso) => {
    const date = findTextDate(text, 'dmy');
    expect(date === undefined ? undefined : isoOf(date)).toBe(iso);
  });

  test('lose a time of day in any way of writing it', async () => {
    const { isos } = await dates(
      '13/02/2026 14:30',
      '05/02/2026, 2:05:11 PM',
      '06/02/2026 14:30 Uhr',
    );
    expect(isos).toEqual(['2026-02-13', '2026-02-05', '2026-02-06']);
  });

  test('of two-digit years are of this century up to 29, as Excel has it', async () => {
    const { isos, issues } = await dates('13.02.29', '13.02.30');
    expect(isos).toEqual(['2029-02-13']);
    // Nothing was sold before 1950.
    expect(issues).toMatchObject([{ code: 'earlyDate', found: '1930-02-13' }]);
  });

  test('of years after 2199 are set aside, as Buddhist ones are', async () => {
    const { isos, issues } = await dates('13/02/2569', '14/02/2026', '15/02/2199');
    expect(isos).toEqual(['2026-02-14', '2199-02-15']);
    expect(issues).toMatchObject([{ code: 'lateDate', found: '2569-02-13' }]);
    // 2569-02-13, and the last day of 2199
    const numbers = await dates(244_393, 46_000, 109_574, 46_001, 46_002);
    expect(numbers.isos).toEqual(['2025-12-09', '2199-12-31', '2025-12-10', '2025-12-11']);
    expect(numbers.issues).toMatchObject([{ code: 'lateDate', found: '2569-02-13' }]);
  });

  test('of months of such years, or of the Persian ones, are set aside too', async () => {
    const { isos, issues } = await dates('2569-01', '2026-01', '1405-01');
    expect(isos).toEqual(['2026-01-01']);
    expect(issues).toMatchObject([{ code: 'lateDate' }, { code: 'earlyDate' }]);
  });

  test('of three times two digits have the year first where nothing else fits', async () => {
    const { isos, wrong } = await dates('98/03/05', '99/11/30');
    expect(wrong).toEqual([]);
    expect(isos).toEqual(['1998-03-05', '1999-11-30']);
    const days = Array.from(
      { length: 20 },
      (_, day) => `26/03/${String(day + 5).padStart(2, '0')}`,
    );
    expect((await dates(...days)).isos[19]).toBe('2026-03-24');
  });

  test.each([
    [['26-01-04', '26-01-05', '26-02-06'], '2026-01-04'],
    [['25/12/30', '25/12/31', '26/01/02'], '2025-12-30'],
    [['26.01.04', '26.01.19'], '2026-01-04'],
    // Days of one month, a last day of each year, and the 25th of each month.
    [['26-01-26', '27-01-26', '28-01-26'], '2026-01-26'],
    [['31/12/13', '31/12/14', '31/12/15'], '2013-12-31'],
    [['25/11/24', '25/12/24', '25/01/25'], '2024-11-25'],
    [['26/01/04', '27/01/04'], '2004-01-26'],
  ])(
    '%j begin with %s: a few years and many days, not a few days and many years',
    async (texts, first) => {
      expect((await dates(...texts)).isos[0]).toBe(first);
    },
  );

  test('that do not exist are set aside with their cell', async () => {
    const { counts, issues } = await dates('2026-02-28', '2026-02-30', '2026-03-01');
    expect(counts).toEqual({ rows: 3, used: 2, setAside: 1 });
    expect(issues).toEqual([
      { code: 'notADate', at: 'Data!A3', found: '2026-02-30', expected: 'Order Date' },
    ]);
  });

  test('may name months, quarters and years', async () => {
    expect((await dates('2026-03', '2026-04')).isos).toEqual(['2026-03-01', '2026-04-01']);
    expect((await dates('2026-Q2', 'Q3 2026')).isos).toEqual(['2026-04-01', '2026-07-01']);
  });

  test('written in any one order are read as they were meant, or asked about', async () => {
    const day = fc.record({
      year: fc.integer({ min: 1990, max: 2060 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    const orders = fc.constantFrom('dmy', 'mdy');
    await fc.assert(
      fc.asyncProperty(
        fc.array(day, { minLength: 1, maxLength: 8 }),
        orders,
        async (days, order) => {
          const texts = days.map(({ year, month, day: date }) =>
            (order === 'dmy' ? [date, month, year] : [month, date, year]).join('/'),
          );
          const { isos, wrong } = await dates(...texts);
          if (wrong.length > 0) {
            // Only where every day could be a month.
            expect(days.every((one) => one.day <= 12)).toBe(true);
            return;
          }
          const pad = (number: number) => String(number).padStart(2, '0');
          expect(isos).toEqual(
            days.map((one) => `${String(one.year)}-${pad(one.month)}-${pad(one.day)}`),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('serial dates', () => {
  test('lose their time of day', async () => {
    expect((await dates(46_066.75, 46_067)).isos).toEqual(['2026-02-13', '2026-02-14']);
  });

  test('beside ISO text in one column are read both', async () => {
    expect((await dates(46_066, '2026-02-14', 46_068)).isos).toEqual([
      '2026-02-13',
      '2026-02-14',
      '2026-02-15',
    ]);
  });

  test('that are no days are set aside', async () => {
    const { issues } = await dates(46_066, 46_067, 46_068, -3);
    expect(issues).toMatchObject([{ code: 'notADate', at: 'Data!A5', found: '-3' }]);
  });

  test('are told by the number format where the header does not', () => {
    expect(isDateFormat('yyyy-mm-dd')).toBe(true);
    expect(isDateFormat('[$-409]d-mmm-yy;@')).toBe(true);
    expect(isDateFormat('#,##0.00 "days"')).toBe(false);
    expect(isDateFormat('[Red]0.0')).toBe(false);
    expect(isDateFormat('General')).toBe(false);
    expect(isDateFormat('h:mm')).toBe(false);
  });
});

test('a date column that holds none is named with its first other cell', async () => {
  const { wrong } = await convertedOf([
    ['Order Date', 'Sales'],
    ['soon', 10],
    ['later', 11],
    [46_023, 12],
  ]);
  expect(wrong).toEqual([
    { code: 'columnIsNoDate', at: 'Data!A2', found: 'soon', expected: 'Order Date' },
  ]);
});

describe('numbers as text', () => {
  test.each([
    [
      ['1,234.50', '12'],
      [1234.5, 12],
    ],
    [
      ['1.234,50', '12,5'],
      [1234.5, 12.5],
    ],
    [
      ['1 234,50', '1 234 567,5'],
      [1234.5, 1_234_567.5],
    ],
    [
      ['1’234.50', '12.05'],
      [1234.5, 12.05],
    ],
    [
      ['$1,234.50', '-$12.00', '($3.50)'],
      [1234.5, -12, -3.5],
    ],
    [
      ['1.234,50 €', '−12,00 €'],
      [1234.5, -12],
    ],
    [
      ['USD 7.25', '8.10 USD'],
      [7.25, 8.1],
    ],
    [
      ['1,23,456.70', '0.5'],
      [123_456.7, 0.5],
    ],
    [
      ['1,234,567', '1,234'],
      [1_234_567, 1234],
    ],
    [
      ['5-', '+6.5'],
      [-5, 6.5],
    ],
    [
      ['CHF 1’234.50', 'CHF-12.00'],
      [1234.5, -12],
    ],
    [
      ['1\u202f234,50\u00a0€', '1\u2009234\u2009567,5 €'],
      [1234.5, 1_234_567.5],
    ],
    [
      ['R$\u00a01.234,50', '-R$ 0,5'],
      [1234.5, -0.5],
    ],
    [
      ['￥１，２３４．５', '（１２）'],
      [1234.5, -12],
    ],
    [
      ['₹12,34,567.80', '₹ 1,00,000'],
      [1_234_567.8, 100_000],
    ],
    [
      ['٣٬١٢٣٫٥', '٧٫٢٥'],
      [3123.5, 7.25],
    ],
    [
      ['12,5 %', '(3 %)'],
      [0.125, -0.03],
    ],
    [
      ['1,234.50 CR', '99.00 DR'],
      [-1234.5, 99],
    ],
    [
      ['1.2E+05', '3.5e-1'],
      [120_000, 0.35],
    ],
    [
      ['1 234,567', '1,5'],
      [1234.567, 1.5],
    ],
  ])('%j are %j', async (texts, numbers) => {
    const { read, wrong } = await amounts(...texts);
    expect(wrong).toEqual([]);
    expect(read).toEqual(numbers);
  });

  test('that only hold digits are none', async () => {
    // Telephones, sizes and quantities with a unit.
    const { issues } = await amounts(1, 2, 3, 4, 5, '12 34 56', '1 2', '12 PCS', '-');
    expect(issues.map(({ found }) => found)).toEqual(['12 34 56', '1 2', '12 PCS', '-']);
  });

  test('that contradict each other name the text against the rest', () => {
    const texts = ['1.234,50', '7,25', '1,234.50', '12,5'];
    expect(decimalSignOf(texts.entries())).toEqual({
      kind: 'found',
      sign: ',',
      against: { row: 2, text: '1,234.50' },
    });
  });

  test('are asked about when a thousand could be a fraction', async () => {
    const { wrong } = await amounts('1,234', '5,678', '12');
    expect(wrong).toEqual([
      { code: 'ambiguousNumbers', at: 'Data!B2', found: '1,234', expected: 'Sales' },
    ]);
  });

  test('that are none are set aside with their cell', async () => {
    const { counts, issues } = await amounts(10, 'n/a', 12);
    expect(counts).toEqual({ rows: 3, used: 2, setAside: 1 });
    expect(issues).toEqual([
      { code: 'notANumber', at: 'Data!B3', found: 'n/a', expected: 'Sales' },
    ]);
  });

  test('make no number of an amount column that is mostly words', async () => {
    const { wrong } = await amounts('ten', 'twelve', 7);
    expect(wrong).toMatchObject([{ code: 'columnIsNoNumber', at: 'Data!B2', found: 'ten' }]);
  });

  test('written in any one way are read as they were meant, or asked about', async () => {
    const ways = fc.constantFrom(
      { locale: 'en-US', sign: '.' },
      { locale: 'de-DE', sign: ',' },
      { locale: 'fr-FR', sign: ',' },
      { locale: 'de-CH', sign: '.' },
      { locale: 'en-IN', sign: '.' },
    );
    const units = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(units, ways, fc.constantFrom(0, 2), async (list, { locale }, decimals) => {
        const numbers = list.map((unit) => (decimals === 2 ? unit / 100 : unit));
        const format = new Intl.NumberFormat(locale, {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        });
        const { read, wrong } = await amounts(...numbers.map((number) => format.format(number)));
        if (wrong.length > 0) {
          expect(wrong.map(({ code }) => code)).toEqual(['ambiguousNumbers']);
          expect(decimals).toBe(0);
          return;
        }
        expect(read.map((number) => number + 0)).toEqual(numbers.map((number) => number + 0));
      }),
      { numRuns: 100 },
    );
  });
});

test.each([
  ['Mar-26', '2026-03'],
  ["Mar '26", '2026-03'],
  ['März 2026', '2026-03'],
  ['marzo de 2026', '2026-03'],
  ['2026年3月', '2026-03'],
  ['令和8年3月', '2026-03'],
  ['令和元年12月', '2019-12'],
  ['令和8年第1四半期', '2026-Q1'],
  ['03/2026', '2026-03'],
  ['2026-03', '2026-03'],
  ['Q1/26', '2026-Q1'],
  ['1er trimestre 2026', '2026-Q1'],
  ['1º trimestre de 2026', '2026-Q1'],
  ['4. Quartal 2026', '2026-Q4'],
  ['T2 2026', '2026-Q2'],
  ['2026年第3四半期', '2026-Q3'],
  ['2026', '2026'],
  // Without a year, of a year that need not be the calendar's, and a whole date.
  ['March', undefined],
  ['FY26', undefined],
  ['2026年度', undefined],
  ['5 March 2026', undefined],
])('the label %s names the period %s', (text, label) => {
  expect(findTextPeriod(text)?.label).toBe(label);
});

test('the year of a year column is its first day', async () => {
  const table = await tableOf([
    ['Year', 'Target'],
    [2025, 10],
    [2026, 11],
  ]);
  expect(columnOf(table, 'Year').role).toBe('year');
  const read = await convertedOf([
    ['Year', 'Sales'],
    [2025, 10],
    [2026, 11],
  ]);
  expect(Array.from(read.dataset.dates, isoOf)).toEqual(['2025-01-01', '2026-01-01']);
});
