import {
  columnIssues,
  convert,
  judge,
  judgeWholly,
  readTable,
  type Column,
  type SourceTable,
} from '../../src/intake';
import { assessText, importText, Session } from '../../src/jobs';
import { isoOf } from '../../src/sales';
import type { Workbook } from '../../src/workbook';
import { readText } from '../csv/text-files';
import { workbookWith } from './raw-tables';

interface Locale {
  readonly separator: string;
  /** Day, month, customer, amount, discount. */
  readonly headers: readonly string[];
  readonly dates: readonly string[];
  readonly months: readonly string[];
  readonly amounts: readonly string[];
  readonly percents: readonly string[];
}

const nbsp = '\u00a0';
const narrow = '\u202f';
const customers = ['Müller', 'O’Brien & Söhne', 'García', '東京商事'];

/** One table as people of eight countries write it. */
const locales: Readonly<Record<string, Locale>> = {
  'en-US': {
    separator: ',',
    headers: ['Order Date', 'Month', 'Customer', 'Sales', 'Discount'],
    dates: ['1/13/2026', '2/5/2026', '3/28/2026', '12/1/2026'],
    months: ['Jan 2026', 'Feb 2026', 'Mar 2026', 'Dec 2026'],
    amounts: ['$1,234.50', '($987.65)', '$1,234,567.89', '$0.05'],
    percents: ['12.5%', '5%', '7.25%', '100%'],
  },
  'en-GB': {
    separator: ',',
    headers: ['Order Date', 'Month', 'Customer', 'Sales', 'Discount'],
    dates: ['13/01/2026', '05/02/2026', '28/03/2026', '01/12/2026'],
    months: ['January 2026', 'February 2026', 'March 2026', 'December 2026'],
    amounts: ['£1,234.50', '-£987.65', '£1,234,567.89', '£0.05'],
    percents: ['12.5%', '5%', '7.25%', '100%'],
  },
  'de-DE': {
    separator: ';',
    headers: ['Bestelldatum', 'Monat', 'Kunde', 'Umsatz', 'Rabatt'],
    dates: ['13.01.2026', '05.02.2026', '28.03.2026', '01.12.2026'],
    months: ['Jan 26', 'Feb 26', 'Mrz 26', 'Dez 26'],
    amounts: ['1.234,50 €', '987,65- €', '1.234.567,89 €', '0,05 €'],
    percents: ['12,5 %', '5 %', '7,25 %', '100 %'],
  },
  'de-CH': {
    separator: ';',
    headers: ['Bestelldatum', 'Monat', 'Kunde', 'Umsatz', 'Rabatt'],
    dates: ['13.1.2026', '5.2.2026', '28.3.2026', '1.12.2026'],
    months: ['Januar 2026', 'Februar 2026', 'März 2026', 'Dezember 2026'],
    amounts: ['CHF 1’234.50', 'CHF-987.65', 'CHF 1’234’567.89', 'CHF 0.05'],
    percents: ['12.5%', '5%', '7.25%', '100%'],
  },
  'fr-FR': {
    separator: ';',
    headers: ['Date de commande', 'Mois', 'Client', 'Chiffre d’affaires', 'Remise'],
    dates: ['13/01/2026', '05/02/2026', '28/03/2026', '01/12/2026'],
    months: ['janv. 2026', 'févr. 2026', 'mars 2026', 'déc. 2026'],
    amounts: [
      `1${narrow}234,50${nbsp}€`,
      `-987,65${nbsp}€`,
      `1${narrow}234${narrow}567,89${nbsp}€`,
      `0,05${nbsp}€`,
    ],
    percents: [`12,5${narrow}%`, `5${narrow}%`, `7,25${narrow}%`, `100${narrow}%`],
  },
  'es-ES': {
    separator: ';',
    headers: ['Fecha de pedido', 'Mes', 'Cliente', 'Ventas', 'Descuento'],
    dates: ['13/1/2026', '5/2/2026', '28/3/2026', '1/12/2026'],
    months: ['ene-26', 'feb-26', 'mar-26', 'dic-26'],
    amounts: ['1234,50 €', '-987,65 €', '1.234.567,89 €', '0,05 €'],
    percents: [`12,5${nbsp}%`, `5${nbsp}%`, `7,25${nbsp}%`, `100${nbsp}%`],
  },
  'pt-BR': {
    separator: ';',
    headers: ['Data do pedido', 'Mês', 'Cliente', 'Vendas', 'Desconto'],
    dates: ['13/01/2026', '05/02/2026', '28/03/2026', '01/12/2026'],
    months: ['jan/26', 'fev/26', 'mar/26', 'dez/26'],
    amounts: [`R$${nbsp}1.234,50`, `-R$${nbsp}987,65`, `R$${nbsp}1.234.567,89`, `R$${nbsp}0,05`],
    percents: ['12,5%', '5%', '7,25%', '100%'],
  },
  'ja-JP': {
    separator: ',',
    headers: ['注文日', '月', '顧客', '売上', '割引'],
    dates: ['2026年1月13日', '2026年2月5日', '2026年3月28日', '2026年12月1日'],
    months: ['2026年1月', '2026年2月', '2026年3月', '2026年12月'],
    amounts: ['￥1,234.50', '▲￥987.65', '￥1,234,567.89', '￥0.05'],
    percents: ['12.5％', '5％', '7.25％', '100％'],
  },
};

const linesOf = ({ headers, dates, months, amounts, percents }: Locale): string[][] => [
  [...headers],
  ...dates.map((date, row) => [
    date,
    months[row] ?? '',
    customers[row] ?? '',
    amounts[row] ?? '',
    percents[row] ?? '',
  ]),
];

/** Everything that the table says, in one form. */
function dataIn(table: SourceTable) {
  const of = (meaning: string): Column => {
    const found = table.columns.filter((column) => column.meaning === meaning);
    if (!found[0] || found.length > 1) throw new Error(`${String(found.length)} of ${meaning}`);
    return judgeWholly(table, found[0]);
  };
  const read = (date: Column, amount: Column) => {
    const choice = { date, amount, dimensions: new Map([['Customer', of('customer')]]) };
    expect(columnIssues(table, choice)).toEqual([]);
    const { dataset, counts } = convert(table, choice);
    return { dataset, counts };
  };
  const sales = read(of('date'), of('amount'));
  const discounts = read(of('month'), of('discount'));
  const { codes, values } = sales.dataset.dimensions.get('Customer') ?? { codes: [], values: [] };
  const { amounts } = discounts.dataset;
  return {
    counts: [sales.counts, discounts.counts],
    days: Array.from(sales.dataset.dates, isoOf),
    months: Array.from(discounts.dataset.dates, isoOf),
    amounts: Array.from(sales.dataset.amounts.values),
    decimals: sales.dataset.amounts.decimals,
    discounts: Array.from(amounts.values),
    customers: Array.from(codes, (code) => values[code]),
  };
}

async function tableIn(workbook: Workbook): Promise<SourceTable> {
  const [source] = await workbook.listSources();
  if (!source) throw new Error('no source');
  const raw = await readTable(workbook, source);
  if ('issues' in raw) throw new Error(raw.issues.map(({ code }) => code).join(', '));
  return judge(raw);
}

const whole = { rows: 4, used: 4, setAside: 0 };
const expected = {
  counts: [whole, whole],
  days: ['2026-01-13', '2026-02-05', '2026-03-28', '2026-12-01'],
  months: ['2026-01-01', '2026-02-01', '2026-03-01', '2026-12-01'],
  amounts: [1234.5, -987.65, 1_234_567.89, 0.05],
  decimals: 2,
  discounts: [0.125, 0.05, 0.0725, 1],
  customers,
};

const quoted = (text: string, separator: string) => (text.includes(separator) ? `"${text}"` : text);

describe.each(Object.entries(locales))('the table as %s writes it', (_, locale) => {
  test('in cells of text is the same data set', async () => {
    expect(dataIn(await tableIn(workbookWith({ Data: linesOf(locale) })))).toEqual(expected);
  });

  test('in a file of text is the same data set', async () => {
    const { separator } = locale;
    const lines = linesOf(locale).map((line) =>
      line.map((text) => quoted(text, separator)).join(separator),
    );
    const assessed = await assessText(await readText(`${lines.join('\r\n')}\r\n`));
    const workbook = workbookWith({});
    const imported = await importText(new Session(workbook), assessed, new Map());
    expect(imported).toMatchObject({ rows: 4, faultCount: 0, losses: [] });
    expect(dataIn(await tableIn(workbook))).toEqual(expected);
  });
});
