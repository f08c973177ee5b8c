import { fc } from '../properties';
import { isoOf } from '../../src/sales';
import { findTextDate } from '../../src/intake/texts/text-dates';
import { decimalSignOf, findCurrency, findTextNumber } from '../../src/intake/texts/text-numbers';
import { findTextPeriod } from '../../src/intake/texts/text-periods';
import { checkWritten, writtenNumber } from './written-numbers';

const nbsp = '\u00a0';
const narrow = '\u202f';

describe('an amount as people write it', () => {
  // Each figure read by hand from the country's own way of writing it.
  test.each<readonly [string, '.' | ',', number]>([
    // Accounting negatives, and a minus before or behind the figure or its currency.
    ['(1,234.50)', '.', -1234.5],
    ['($1,234.50)', '.', -1234.5],
    ['$(1,234.50)', '.', -1234.5],
    ['-$1,234.50', '.', -1234.5],
    ['$-1,234.50', '.', -1234.5],
    ['$1,234.50-', '.', -1234.5],
    ['1.234,50- €', ',', -1234.5],
    ['1.234,50 €-', ',', -1234.5],
    [`(1${narrow}234,50${nbsp}€)`, ',', -1234.5],
    ['−1,234', '.', -1234],
    ['1,234.50 Cr', '.', -1234.5],
    ['R$ -1.234,50', ',', -1234.5],
    ['△1,234', '.', -1234],
    ['▲ 1,234円', '.', -1234],
    // Spaces that do not break.
    [`1${nbsp}234,50${nbsp}€`, ',', 1234.5],
    [`1${narrow}234,50${narrow}€`, ',', 1234.5],
    [`-1${narrow}234${narrow}567,89`, ',', -1_234_567.89],
    // Apostrophes, typed and typographic.
    ["CHF 1'234.50", '.', 1234.5],
    ['1’234’567.89', '.', 1_234_567.89],
    ["CHF-1'234.50", '.', -1234.5],
    // Lakh and crore.
    ['₹ 12,34,567.89', '.', 1_234_567.89],
    ['1,23,45,678', '.', 12_345_678],
    ['Rs. 1,23,456/-', '.', 123_456],
    // A dash for no cents is no minus.
    ['CHF 1’234.–', '.', 1234],
    ["1'234.--", '.', 1234],
    ['1.234,-', ',', 1234],
    ['€ 5,-', ',', 5],
    ['5,– €', ',', 5],
    ['-5,-', ',', -5],
    // Full width.
    ['￥１，２３４', '.', 1234],
    ['１，２３４．５', '.', 1234.5],
    // Thousands and millions by the letter beside a currency, or by their word.
    ['110 T€', ',', 110_000],
    ['T€ 110', ',', 110_000],
    ['TEUR 110', ',', 110_000],
    ['110 TEUR', ',', 110_000],
    ['95 k€', ',', 95_000],
    ['95 Tsd. EUR', ',', 95_000],
    ['1,2 Mio. €', ',', 1_200_000],
    ['EUR 1,2 Mio.', ',', 1_200_000],
    ['3 M€', ',', 3_000_000],
    ['-3 M€', ',', -3_000_000],
    ['(1,5 Mrd. €)', ',', -1_500_000_000],
    ['5 K$', '.', 5000],
    ['$5k', '.', 5000],
    ['$1.5MM', '.', 1_500_000],
    ['£2.5m', '.', 2_500_000],
    ['3 million', '.', 3_000_000],
    ['3 Tsd', ',', 3000],
    ['2,3 Mio', ',', 2_300_000],
    ['1.2 bn', '.', 1_200_000_000],
    // Of letters alone those that people write behind amounts.
    ['1.5k', '.', 1500],
    ['-270 K', '.', -270_000],
    ['1,5M', ',', 1_500_000],
    ['(1.2m)', '.', -1_200_000],
    // Letters that name a dollar are no scale.
    ['A$5', '.', 5],
    ['US$ 5', '.', 5],
    ['5 C$', '.', 5],
    ['NT$5', '.', 5],
    ['R$ 5', ',', 5],
    ['HK$5', '.', 5],
    ['MX$5', '.', 5],
    ['S$5', '.', 5],
    // Percent.
    ['12.5%', '.', 0.125],
    [`12,5${nbsp}%`, ',', 0.125],
    ['(12.5%)', '.', -0.125],
    ['12.5-%', '.', -0.125],
    ['%12,5', ',', 0.125],
    ['１２．５％', '.', 0.125],
  ])('%s is read', (text, sign, amount) => {
    expect(findTextNumber(text, sign)).toBeCloseTo(amount, 9);
  });

  test.each(['', '-', '$ -', '12 34', '1,2345', '--5', '1億', '1-2', '5,-3'])(
    'that is none is not taken for one: %j',
    (text) => {
      expect(findTextNumber(text, '.')).toBeUndefined();
    },
  );

  test.each(['300¹', '300.00²', '4,100.25³', '300⁴', '300₁', '300①'])(
    'with the mark of a footnote is not taken for a longer one: %j',
    (text) => {
      expect(findTextNumber(text, '.')).toBeUndefined();
    },
  );

  // Thousands or trillions, metres, codes, Spanish thousands or millions, no known unit.
  test.each([
    ...['1.5T', '110 T', '5 m', 'K5', 'M1', 'k 5'],
    ...['$5T', '5 mil €', '5 G€', '5 miles', '3 Billionen €'],
  ])('whose unit may be another is not read: %j', (text) => {
    expect(findTextNumber(text, '.')).toBeUndefined();
  });

  test('in thousands is of the currency beside the letter', () => {
    const written = ['110 T€', 'TEUR 110', '95 k€', '5 K$', 'NT$5', '5 MX$'];
    expect(written.map(findCurrency)).toEqual(['€', 'EUR', '€', '$', 'NT$', 'MX$']);
  });

  test('in a currency without cents needs no other cell to be sure', () => {
    const sign = (text: string) => decimalSignOf([[0, text]]);
    expect(sign('¥1,234')).toEqual({ kind: 'found', sign: '.' });
    expect(sign('￥１，２３４')).toEqual({ kind: 'found', sign: '.' });
    expect(sign('1.234 JPY')).toEqual({ kind: 'found', sign: ',' });
    expect(sign('$1,234')).toMatchObject({ kind: 'ambiguous' });
  });

  test('leaves three decimals open where no other figure has them', () => {
    const sign = (...texts: string[]) => decimalSignOf(texts.map((text, row) => [row, text]));
    const open = { kind: 'ambiguous', row: 1, text: '1.234' };
    expect(sign('12.50', '1.234', '300')).toEqual(open);
    expect(sign('1,234.50', '1.234')).toEqual(open);
    expect(sign('12,5', '1,234')).toEqual({ ...open, text: '1,234' });
    // Elsewhere it is one of several with three decimals, or groups as the others do.
    expect(sign('12.50', '1.234', '1234.567')).toEqual({ kind: 'found', sign: '.' });
    expect(sign('0.125', '1.234')).toEqual({ kind: 'found', sign: '.' });
    expect(sign('12,50', '1.234')).toEqual({ kind: 'found', sign: ',' });
  });

  test('means what was written, in whatever style', () => {
    let cases = 0;
    fc.assert(
      fc.property(writtenNumber, (style) => {
        cases += 1;
        checkWritten(style);
      }),
      { numRuns: 3000 },
    );
    process.stdout.write(`${String(cases)} written amounts\n`);
  });

  test('with a dash for its cents tells the decimal sign', () => {
    expect(decimalSignOf([[0, '1.234,-']])).toEqual({ kind: 'found', sign: ',' });
  });
});

/** The months as each country's spreadsheets abbreviate and spell them. */
const months: Readonly<Record<string, readonly [string, string]>> = {
  English: [
    'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
    'January February March April May June July August September October November December',
  ],
  German: [
    'Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez',
    'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  ],
  French: [
    'janv févr mars avr mai juin juil août sept oct nov déc',
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  ],
  Spanish: [
    'ene feb mar abr may jun jul ago sept oct nov dic',
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  ],
  Portuguese: [
    'jan fev mar abr mai jun jul ago set out nov dez',
    'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  ],
};

const spellings = Object.entries(months).flatMap(([language, lists]) =>
  lists.flatMap((list) =>
    list.split(' ').map((name, index) => [language, name, index + 1] as const),
  ),
);

describe('a month', () => {
  test.each(spellings)('in %s, %s, is read with a year and with a day', (_, name, month) => {
    const label = `2026-${String(month).padStart(2, '0')}`;
    for (const text of [
      `${name} 2026`,
      `${name}-26`,
      `${name}. 26`,
      `${name}/2026`,
      `${name} '26`,
      `${name} de 2026`,
      `2026-${name}`,
      name.toUpperCase() + ' 2026',
    ]) {
      expect([text, findTextPeriod(text)?.label]).toEqual([text, label]);
    }
    for (const text of [`17. ${name} 2026`, `17-${name}-26`, `17 de ${name} de 2026`]) {
      const day = findTextDate(text, 'ymd');
      expect([text, day === undefined ? undefined : isoOf(day)]).toEqual([text, `${label}-17`]);
    }
  });

  test.each([
    ['2026年3月', '2026-03'],
    ['２０２６年３月', '2026-03'],
    ['2026年3月度', '2026-03'],
    ['2026/3', '2026-03'],
  ])('in Japanese, %s, is read', (text, label) => {
    expect(findTextPeriod(text)?.label).toBe(label);
  });
});

test.each([
  ['Di., 17.03.2026', 'dmy'],
  ['mar. 17/03/2026', 'dmy'],
  ['terça-feira, 17/03/2026', 'dmy'],
  ['Tue 3/17/2026', 'mdy'],
  ['2026/3/17(火)', 'ymd'],
] as const)('a weekday beside digits changes nothing: %s', (text, order) => {
  // 17 March 2026, counted by hand from 1 January 2026 as day 46,023: 31 + 28 + 16 days later.
  expect(findTextDate(text, order)).toBe(46_023 + 31 + 28 + 16);
});
