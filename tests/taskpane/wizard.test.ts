import { findData, Session } from '../../src/jobs';
import { serialOf } from '../../src/sales';
import {
  firstGap,
  firstWizard,
  lastYearWishes,
  missingIn,
  wishesOf,
  type Wizard,
} from '../../src/taskpane/targets/wizard';
import { paneWordsFor } from '../../src/wording';
import { workbookWith } from '../intake/raw-tables';

const words = paneWordsFor('en').wizard;
const sales = { sales: 'Sales', salesDate: 'Day', salesAmount: 'Net' };

const wizard: Wizard = Object.freeze({
  by: ['Region'],
  scope: undefined,
  texts: [],
  basis: 'growth',
  total: '',
  growth: '7.5',
  year: '2026',
  grain: 'month',
  phasing: 'even',
});

describe('the target wizard', () => {
  test.each([
    // Growth needs sales of the year before the one that targets are set for.
    ['2025-03-01', '2026-06-30', '2026', 'growth', 'lastYear'],
    ['2025-03-01', '2025-12-31', '2026', 'growth', 'lastYear'],
    ['2026-01-05', '2026-06-30', '2026', 'total', 'even'],
  ] as const)(
    'of sales from %s to %s starts with %s, set as a %s and spread "%s"',
    async (first, last, year, basis, phasing) => {
      const book = workbookWith({
        Sales: [
          ['Date', 'Amount'],
          [first, 1],
          [last, 2],
        ],
      });
      const found = await findData(new Session(book), { sales: 'Sales' });
      const dayOf = (iso: string) => {
        const [y = 0, m = 0, d = 0] = iso.split('-').map(Number);
        return serialOf(y, m, d);
      };
      const span = { first: dayOf(first), last: dayOf(last) };
      expect(firstWizard(found, [], span)).toMatchObject({ year, basis, phasing });
    },
  );

  test('lacks nothing where growth and year are given', () => {
    expect(firstGap(wizard, words, 'en-US')).toBeUndefined();
  });

  test('says which step lacks what', () => {
    const gap = firstGap({ ...wizard, basis: 'total', year: 'soon' }, words, 'en-US');
    expect(gap).toEqual({ step: 'howMuch', missing: words.pickAmount });
    expect(missingIn('when', { ...wizard, year: 'soon' }, words, 'en-US')).toBe(words.pickYear);
  });

  test('refuses a scope of some names without a name', () => {
    const narrowed: Wizard = { ...wizard, scope: 'Region' };
    expect(missingIn('what', narrowed, words, 'en-US')).toBe(words.pickItems);
    expect(wishesOf(narrowed, sales, 'en-US')).toBeUndefined();
    expect(lastYearWishes(narrowed, sales)).toBeUndefined();
  });

  test.each(['-100', '-250 %'])(
    'refuses a growth of %s, which leaves nothing to reach',
    (growth) => {
      expect(missingIn('howMuch', { ...wizard, growth }, words, 'en-US')).toBe(words.growthTooLow);
      expect(wishesOf({ ...wizard, growth }, sales, 'en-US')).toBeUndefined();
    },
  );

  test('asks for growth as a ratio', () => {
    expect(wishesOf(wizard, sales, 'en-US')).toEqual({
      ...sales,
      by: ['Region'],
      year: 2026,
      grain: 'month',
      phasing: 'even',
      basis: { kind: 'growth', ratio: 0.075 },
    });
  });

  test('asks for a total as it was typed, to the cent, and for the names alone', () => {
    const wishes = wishesOf(
      { ...wizard, basis: 'total', total: '1.250.000,01', scope: 'Region', texts: ['West'] },
      sales,
      'de-DE',
    );
    expect(wishes?.basis).toEqual({ kind: 'total', total: 1_250_000.01 });
    expect(wishes?.only).toEqual({ dimension: 'Region', texts: ['West'] });
  });

  test('asks for last year’s sales before a total is given', () => {
    const open: Wizard = { ...wizard, basis: 'total', total: '' };
    expect(wishesOf(open, sales, 'en-US')).toBeUndefined();
    expect(lastYearWishes(open, sales)?.basis).toEqual({ kind: 'growth', ratio: 0 });
  });
});
