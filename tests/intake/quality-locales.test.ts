import { fc } from '../properties';
import { isoOf, serialOf } from '../../src/sales';
import { amountsIn, convertedOf } from './raw-tables';

/** One table as people of eight countries write it, every cell a text. */
const locales = ['en-US', 'en-GB', 'de-DE', 'de-CH', 'fr-FR', 'es-ES', 'pt-BR', 'ja-JP'] as const;
type Locale = (typeof locales)[number];

const currencies: Readonly<Record<Locale, string>> = {
  'en-US': 'USD',
  'en-GB': 'GBP',
  'de-DE': 'EUR',
  'de-CH': 'CHF',
  'fr-FR': 'EUR',
  'es-ES': 'EUR',
  'pt-BR': 'BRL',
  'ja-JP': 'JPY',
};

interface Line {
  /** Days since 2020-01-01. */
  readonly day: number;
  readonly cents: number;
}

type NumberStyle = 'plain' | 'currency' | 'accounting';
const numberStyles: readonly NumberStyle[] = ['plain', 'currency', 'accounting'];
const dateStyles = ['short', 'medium', 'long', 'full'] as const;
type DateStyle = (typeof dateStyles)[number];

const first = Date.UTC(2020, 0, 1);
const isoDay = (day: number) => new Date(first + day * 86_400_000).toISOString().slice(0, 10);

function written(
  lines: readonly Line[],
  locale: Locale,
  dateStyle: DateStyle,
  style: NumberStyle,
  hasTime: boolean,
): string[][] {
  const dates = new Intl.DateTimeFormat(locale, {
    dateStyle,
    ...(hasTime && { timeStyle: 'short' }),
    timeZone: 'UTC',
  });
  const numbers = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    ...(style !== 'plain' && {
      style: 'currency',
      currency: currencies[locale],
      currencySign: style === 'accounting' ? 'accounting' : 'standard',
    }),
  });
  return lines.map(({ day, cents }) => [
    dates.format(first + day * 86_400_000 + 52_200_000),
    numbers.format(cents / 100),
  ]);
}

// Days after the twelfth and figures with decimals: what lets a column be read without asking.
const sure: readonly Line[] = [
  { day: 12, cents: 123_456_78 },
  { day: 45, cents: -12_50 },
  { day: 2200, cents: 999 },
  { day: 300, cents: 100_000_00 },
  { day: 59, cents: 5 },
];

const combinations = locales.flatMap((locale) =>
  dateStyles.flatMap((dateStyle) =>
    numberStyles.map((style) => [locale, dateStyle, style] as const),
  ),
);

describe('the same table written in eight countries', () => {
  test.each(combinations)('is the same data set: %s, %s dates, %s amounts', async (...way) => {
    for (const hasTime of [false, true]) {
      const texts = written(sure, ...way, hasTime);
      const read = await convertedOf([['Date', 'Sales'], ...texts]);
      expect(read.wrong).toEqual([]);
      expect(read.counts).toEqual({ rows: 5, used: 5, setAside: 0 });
      expect(Array.from(read.dataset.dates, isoOf)).toEqual(sure.map(({ day }) => isoDay(day)));
      expect(amountsIn(read)).toEqual(sure.map(({ cents }) => cents / 100));
    }
  });

  test('is so whatever its days and amounts, or it is asked how to read it', async () => {
    let cases = 0;
    let asked = 0;
    const line = fc.record({
      day: fc.integer({ min: 0, max: 3600 }),
      cents: fc.integer({ min: -10_000_000, max: 10_000_000 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...combinations),
        fc.boolean(),
        async (lines, way, hasTime) => {
          cases += 1;
          const read = await convertedOf([['Date', 'Sales'], ...written(lines, ...way, hasTime)]);
          if (read.wrong.length > 0) {
            asked += 1;
            expect(read.wrong.map(({ code }) => code)).toEqual(['ambiguousDates']);
            return;
          }
          expect(read.counts.setAside).toBe(0);
          expect(Array.from(read.dataset.dates, isoOf)).toEqual(
            lines.map(({ day }) => isoDay(day)),
          );
          expect(amountsIn(read).map((amount) => amount + 0)).toEqual(
            lines.map(({ cents }) => cents / 100 + 0),
          );
        },
      ),
      { numRuns: 400 },
    );
    process.stdout.write(
      `${String(cases)} tables in eight locales, ${String(asked)} of them asked about\n`,
    );
  });

  test('counts days as spreadsheets do', () => {
    expect(serialOf(2020, 1, 13)).toBe(43_843);
  });
});
