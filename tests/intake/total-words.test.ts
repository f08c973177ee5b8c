import { fc } from '../properties';
import { findRowWord } from '../../src/intake/texts/row-words';
import { findTotal, hasEndsOfTotal, mayBeTotal } from '../../src/intake/texts/total-words';
import { asideOf, read, rowsOf, table } from './shape-tables';

/** Words for totals in the languages of the headers, as people write them. */
const words = [
  ...['Total', 'Totals', 'Subtotal', 'Sub-total', 'Grand Total', 'Overall total', 'Sum'],
  ...['Summe', 'Zwischensumme', 'Gesamt', 'Gesamtsumme', 'Gesamtergebnis', 'Insgesamt', 'Ergebnis'],
  ...['Total général', 'Sous-total', 'Totaux', 'Somme', 'Suma', 'Suma total', 'Total general'],
  ...['Teilsumme', 'Teilergebnis', 'Endsumme', 'Gesamttotal', 'Gesamtbetrag', 'Sous-totaux'],
  ...['Total generale', 'Total global', 'Total parcial', 'Total partiel', 'Soma total'],
  ...['Soma', 'Total geral', '合計', '小計', '総計', '累計', '総合計', '計'],
  ...['Σ', '∑', 'Σ Total', '∑ Total', '*', '***', '* Summe', '** Total'],
  ...['Monatssumme', 'Tagessumme', 'Kundensumme', 'Quartalssumme', 'Jahressumme', 'Monatstotal'],
  ...['Bereichssumme', 'Wochentotal', 'Halbjahressumme'],
  ...['Totale', 'Subtotale', 'Totaal', 'Subtotaal', 'Eindtotaal', 'Razem', 'Summa', 'Totalt'],
];

const names = fc.oneof(
  fc.constantFrom('North', 'Süd', 'Ávila', '東京', 'A/B', '(all)', '2026'),
  fc.string({ minLength: 1, maxLength: 12 }),
);
const labels = fc.oneof(
  fc.constantFrom(...words),
  fc.tuple(fc.constantFrom(...words), names).map(([word, name]) => `${word} ${name}`),
  fc.tuple(fc.constantFrom(...words), names).map(([word, name]) => `${name} ${word}`),
  fc.tuple(fc.constantFrom(...words), names).map(([word, name]) => `${word}: ${name}`),
);

describe('a label of a total', () => {
  test.each(words)('is known by the word "%s" alone', (word) => {
    expect(findTotal(word)).toEqual({ of: '' });
  });

  test.each([
    ['Total for Amy Bird', 'Amy Bird'],
    ['Total de Norte', 'Norte'],
    ['Total pour Lyon', 'Lyon'],
    ['Summe für Köln', 'Köln'],
    ['Totale per Roma', 'Roma'],
  ])('names what it sums up: "%s"', (text, of) => {
    expect(findTotal(text)).toEqual({ of });
  });

  test('is let through by both quick looks, whatever stands beside its word', () => {
    const written = fc.tuple(labels, fc.constantFrom('', ' ', '  ', '.', ':'));
    fc.assert(
      fc.property(written, fc.boolean(), ([label, end], isUpper) => {
        const text = `${isUpper ? label.toUpperCase() : label}${end}`;
        fc.pre(findTotal(text) !== undefined);
        expect([text, hasEndsOfTotal(text), mayBeTotal(text)]).toEqual([text, true, true]);
      }),
      { numRuns: 2000 },
    );
  });

  test('is no plain name or number, which are sent back at once', () => {
    const plain = ['Nordwind', 'Acme 17', 'Pen', 'Kowalczyk', 'A-100', 'x@y.co', 'Salem', 'Basalt'];
    expect(plain.filter((text) => hasEndsOfTotal(text) && mayBeTotal(text))).toEqual([]);
  });
});

describe('rows of totals among dated rows', () => {
  test.each(['Monatssumme', 'Kundensumme', 'Totale', 'Totaal', 'Razem', 'Suma', 'Summa'])(
    'are not added where they are called "%s": 100 + 50 and 70 + 30 are 250',
    async (word) => {
      const found = await table([
        ['Date', 'Customer', 'Amount'],
        ['2026-01-05', 'Acme', 100],
        ['2026-01-20', 'Bolt', 50],
        ['2026-01-31', word, 150],
        ['2026-02-05', 'Acme', 70],
        ['2026-02-20', 'Bolt', 30],
        ['2026-02-28', word, 100],
      ]);
      expect(
        rowsOf(found)
          .slice(1)
          .map(([, , amount]) => amount),
      ).toEqual([100, 50, 70, 30]);
      expect(asideOf(found)).toEqual(['subtotalRow Data!B4', 'subtotalRow Data!B7']);
    },
  );

  test('are not added where a word that ends in a sum stands before a name: 100 + 50 and 70 + 30', async () => {
    const found = await table([
      ['Monat', 'Kunde', 'Umsatz'],
      ['2026-01', 'Acme', 100],
      ['2026-01', 'Bolt', 50],
      ['Monatssumme Januar', null, 150],
      ['2026-02', 'Acme', 70],
      ['2026-02', 'Bolt', 30],
      ['Monatssumme Februar', null, 100],
      ['Quartalssumme Q1', null, 250],
    ]);
    expect(rowsOf(found).map(([, , amount]) => amount)).toEqual(['Umsatz', 100, 50, 70, 30]);
    expect(asideOf(found)).toEqual(['A4', 'A7', 'A8'].map((cell) => `subtotalRow Data!${cell}`));
  });

  test.each(['Parcial', 'Partial', 'Teilweise', 'Partielle'])(
    'are rows like others where the column says what is total or "%s"',
    async (part) => {
      const found = await table([
        ['Date', 'Region', 'Delivery', 'Amount'],
        ['2026-01-05', 'North', part, 1090.5],
        ['2026-01-09', 'South', 'Total', 151.2],
        ['2026-02-05', 'North', 'Total', 956.4],
      ]);
      expect(found.grid.rowCount).toBe(3);
      expect(asideOf(found)).toEqual([]);
    },
  );

  test('are asked about where they name the group beside them, which may be of one row', async () => {
    const rows = [
      ['Rep', 'Region', '2026-01', '2026-02'],
      ['Ann', 'North', 100, 200],
      ['Bob', 'North', 10, 20],
      ['North total', 'North', 110, 220],
      ['Cid', 'South', 10, 20],
      ['South total', 'South', 10, 20],
    ];
    expect(await read(rows)).toMatchObject({
      unclear: [{ question: 'totalOrName', subject: 'South total' }],
    });
    const found = await table(rows, { totals: { 'South total': 'total' } });
    expect(asideOf(found)).toEqual(['subtotalRow Data!A4', 'subtotalRow Data!A6']);
  });

  test('are not added below months across: 10 + 21 is 31', async () => {
    const found = await table([
      ['Region', '2026-01', '2026-02'],
      ['Nord', 10, 20],
      ['Süd', 21, 17],
      ['Quartalssumme Q1', 31, 37],
    ]);
    expect(asideOf(found)).toEqual(['subtotalRow Data!A4']);
  });

  test.each(['Total Q1', 'Quartalssumme Q1', 'Total January', 'Summe 2026'])(
    'are asked about where they agree with nothing and name a period: %s',
    async (word) => {
      const found = await read([
        ['Region', '2026-01', '2026-02'],
        ['Nord', 10, 20],
        ['Süd', 21, 17],
        [word, 36, 40],
      ]);
      expect('issues' in found && found.issues.map(({ code, at }) => `${code} ${at}`)).toEqual([
        'unclearTotal Data!A4',
      ]);
    },
  );

  test('are asked about where they are no sums, as what a product may be called', async () => {
    const found = await read([
      ['Date', 'Product', 'Amount'],
      ['2026-01-05', 'Acme', 100],
      ['2026-01-20', 'Bolt', 50],
      ['2026-01-31', 'Razem', 40],
    ]);
    expect('issues' in found && found.issues.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'unclearTotal Data!B4',
    ]);
  });
});

/** Words for all there is and for parts, in the languages of the headers. */
const rowWords = [
  ...[
    'All',
    '(All)',
    'All:',
    'All the regions',
    'All customers',
    'Alle',
    'Alle Länder',
    'Alles',
    'Overall',
  ],
  ...[
    'Tous',
    'Tous les produits',
    'Toutes',
    'Toutes les régions',
    'Todos',
    'Todas las tiendas',
    'Todas as lojas',
  ],
  ...['Tutti', 'Tutti i clienti', 'Tutte le regioni', 'World', 'Worldwide', 'Welt', 'Weltweit'],
  ...['Gesamtumsatz', 'Gesamtabsatz', 'Gesamterlös', '全体', '全社'],
  ...[
    'davon online',
    'darunter: Online',
    'of which online',
    'thereof online',
    'dont en ligne',
    'di cui online',
  ],
  ...[
    'de los cuales online',
    'dos quais online',
    'das quais online',
    '  davon online',
    ...[
      'Übertrag',
      'Uebertrag',
      'Seitenübertrag',
      'Übertrag Seite 2',
      'Carried forward',
      'Carry-forward',
    ],
    ...[
      'Balance brought forward',
      'c/f',
      'B/F',
      'Report',
      'À reporter',
      'Suma y sigue',
      'Suma anterior',
    ],
    ...['A transportar', 'Transporte', 'Riporto', 'A riportare', '繰越', '前頁繰越'],
    '• davon online',
  ],
];

describe('a label of a row that counts twice', () => {
  test.each(rowWords)('is let through by both quick looks: "%s"', (word) => {
    for (const text of [word, word.toUpperCase(), `${word} `, `${word}:`]) {
      expect([
        text,
        findRowWord(text) !== undefined,
        hasEndsOfTotal(text),
        mayBeTotal(text),
      ]).toEqual([text, true, true, true]);
    }
  });

  test.each([
    'All Nippon Airways',
    'Allianz',
    'Alle 7',
    'Allen',
    'Alles Gute GmbH',
    'Theresa',
    'Weltbild',
    'Davonport',
  ])('is not the name "%s"', (name) => {
    expect([findRowWord(name), findTotal(name)]).toEqual([undefined, undefined]);
  });

  test('is no name that only begins like one, which is sent back by the second quick look', () => {
    const names = [
      'Carrefour',
      'Reporter',
      'Seitz',
      'Transgourmet',
      'Balance',
      'Allianz',
      'Allen',
      'Theresa',
      'Davonport',
      'Weltbild',
      'Ofelia',
      'Dosenbach',
    ];
    expect(names.filter((text) => hasEndsOfTotal(text) && mayBeTotal(text))).toEqual([]);
  });
});
