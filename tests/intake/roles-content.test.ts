import { contentOf, findCountry, roleOfContent, type ContentKind } from '../../src/intake';

const split = (list: string) => list.split(', ');

describe('the content of a column', () => {
  test.each<readonly [ContentKind, string]>([
    ['currency', 'EUR, USD, GBP'],
    ['flag', 'TRUE, FALSE'],
    ['flag', 'ja, nein'],
    ['outcome', 'Won, Lost, Open'],
    ['outcome', 'gewonnen, verloren'],
    ['stage', 'Prospecting, Engaging, Won, Lost'],
    ['stage', 'Qualification, Proposal/Price Quote, Closed Won, Closed Lost'],
    ['stage', 'Angebot, Verhandlung, Abgeschlossen und gewonnen'],
    ['version', 'Actual, Budget, Forecast'],
    ['version', '実績, 予算'],
    ['month', 'Jan, Feb, Mar, Apr'],
    ['month', 'Januar, Februar, März'],
    ['month', 'janvier, février, août'],
    ['month', '1月, 2月, 12月'],
    ['quarter', 'Q1, Q2, Q3, Q4'],
    ['year', '2024, 2025, 2026'],
    ['year', 'FY2024, FY2025'],
    ['period', '2026-Q1, 2026-Q2'],
    ['period', '2026-01, 2026-02'],
    ['country', 'Germany, France, Japan, USA'],
    ['country', 'Deutschland, Frankreich, Österreich'],
    ['country', '日本, ドイツ'],
    ['country', 'DEU, FRA, USA'],
    ['region', 'North, South, East, West'],
    ['region', 'Nord, Süd, Ost, West'],
    ['region', 'EMEA, APAC, LATAM'],
    ['email', 'ann@example.com, bob@example.org'],
    ['percentage', '10%, 25 %, 12,5%'],
    ['fraction', '0, 0.1, 0.25, 1'],
    ['documentNumber', 'CA-2016-152156, US-2015-108966, CA-2014-115812'],
    ['documentNumber', 'SO43659, SO43660, SO43661'],
  ])('is recognised as %s in %p', (kind, list) => {
    expect(contentOf(split(list))[0]).toMatchObject({ kind, share: 1 });
  });

  test('names the part of the values that fit, one that does and one that does not', () => {
    expect(contentOf(['Kenya', 'Philipines', 'Japan', ' '])[0]).toEqual({
      kind: 'country',
      roles: ['country'],
      share: 2 / 3,
      like: 'Kenya',
      unlike: 'Philipines',
    });
  });

  test.each(['Ann, Bob, Carla', 'GTX Pro, MG Special', '12, 17.5, 1000', ''])(
    'is not recognised in %p',
    (list) => {
      expect(contentOf(split(list))).toEqual([]);
    },
  );

  test('is no flag, currency or stage where there are too many different values', () => {
    expect(contentOf(['yes', 'no', 'ja', 'nein'])).toEqual([]);
    expect(contentOf(['2026-Q1', '2026-Q2', '2026-Q3'])[0]?.kind).toBe('period');
  });

  test('is looked at in its first thousand values', () => {
    const asked: string[] = [];
    function* texts() {
      for (let row = 0; row < 5000; row += 1) {
        asked.push('Ann');
        yield `Ann ${String(row)}`;
      }
    }
    contentOf(texts());
    expect(asked).toHaveLength(1000);
  });
});

describe('the role that content alone tells', () => {
  test.each([
    ['EUR, USD', 'currency'],
    ['Won, Lost', 'outcome'],
    ['Prospecting, Engaging, Won, Lost', 'stage'],
    ['Central, East, West', 'region'],
    ['Germany, France', 'country'],
    ['2026-Q1, 2026-Q2', 'period'],
  ])('of %p is %s', (list, role) => {
    expect(roleOfContent(split(list))).toBe(role);
  });

  test.each([
    ['CA, DE, IN', 'states of the USA or countries'],
    ['0.1, 0.5, 1', 'a probability, a share or a discount'],
    ['A-1001, A-1002, A-1003', 'an order or something else with a number'],
    ['Kenya, Philipines, Japan', 'countries but for a third'],
  ])('of %p is none: these may be %s', (list) => {
    expect(roleOfContent(split(list))).toBeUndefined();
  });
});

describe('a country', () => {
  test.each([
    ['Germany', 'DE'],
    ['Allemagne', 'DE'],
    ['ALEMANIA', 'DE'],
    ['Alemanha', 'DE'],
    ['ドイツ', 'DE'],
    ['DE', 'DE'],
    ['DEU', 'DE'],
    ['United States', 'US'],
    ['U.S.A.', 'US'],
    ['Vereinigte Staaten', 'US'],
    ['UK', 'GB'],
    ['Côte d’Ivoire', 'CI'],
    ['Cote d Ivoire', 'CI'],
    ['Burma', 'MM'],
    ['Czech Republic', 'CZ'],
    ['in', undefined],
    ['Region West', undefined],
    ['', undefined],
  ])('%p is %p', (text, code) => {
    expect(findCountry(text)).toBe(code);
  });
});
