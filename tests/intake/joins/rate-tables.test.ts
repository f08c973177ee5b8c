import {
  findRateBase,
  findRateColumns,
  isBlocking,
  readRates,
  type RateBase,
} from '../../../src/intake';
import { tableOf, type Rows } from '../raw-tables';

/** What is read for a report in EUR. */
async function read(rows: Rows, said?: RateBase) {
  const answer = await readOrAsk(rows, said);
  if ('asked' in answer) throw new Error(`Asked ${answer.asked.question}`);
  return answer;
}

async function questionIn(rows: Rows) {
  const answer = await readOrAsk(rows);
  return 'asked' in answer ? answer.asked : undefined;
}

async function readOrAsk(rows: Rows, said?: RateBase) {
  const table = await tableOf(rows);
  const found = findRateColumns(table);
  if (!('found' in found)) throw new Error(found.unclear.map(({ question }) => question).join());
  const direction = findRateBase(table, found.found, 'EUR', said);
  if ('unclear' in direction) return { asked: direction.unclear };
  const answer = readRates(table, found.found, { to: 'EUR', base: direction.base });
  return {
    ...answer,
    lines: answer.rates.map(({ currency, rate, day }) => [currency, rate, day]),
    told: answer.issues.map(({ code, at, found: text }) => [code, at, text]),
  };
}

describe('a table with a column for each currency', () => {
  const across: Rows = [
    ['Date', 'USD', 'GBP'],
    ['2026-01-31', 0.8, 1.25],
    ['2026-02-01', null, 1.28],
  ];

  test('is asked which way its rates go, since it does not say', async () => {
    expect(await questionIn(across)).toMatchObject({
      question: 'rateBase',
      at: 'Data!B2',
      rate: { first: 'USD', second: 'EUR', figure: '0.8' },
    });
  });

  test('is read as it was answered; a blank cell is no rate of its day', async () => {
    // 2026-01-31 is day 46,053.
    expect(await read(across, 'first')).toMatchObject({
      lines: [
        ['USD', 0.8, 46_053],
        ['GBP', 1.25, 46_053],
        ['GBP', 1.28, 46_054],
      ],
      told: [],
      counts: { rows: 2, used: 2, setAside: 0 },
    });
    // 1 EUR = 0.8 USD, so that 1 USD = 1 / 0.8 = 1.25 EUR; 1 / 1.25 = 0.8; 1 / 1.28 = 0.78125.
    expect(await read(across, 'second')).toMatchObject({
      lines: [
        ['USD', 1.25, 46_053],
        ['GBP', 0.8, 46_053],
        ['GBP', 0.78125, 46_054],
      ],
    });
  });

  test('is read without a question where its headers say it', async () => {
    const { lines } = await read([
      ['Date', 'EUR per USD', 'EUR to GBP'],
      ['2026-01-31', 0.8, 0.8],
    ]);
    expect(lines).toEqual([
      ['USD', 0.8, 46_053],
      ['GBP', 1.25, 46_053],
    ]);
  });

  test('names a cell that is no number, and a row without any rate', async () => {
    const answer = await read(
      [
        ...across,
        ['2026-02-02', 'closed', 1.3],
        ['2026-02-03', null, null],
        ['2026-02-04', 0.82, 1.3],
      ],
      'first',
    );
    expect(answer).toMatchObject({
      told: [
        ['notANumber', 'Data!B4', 'closed'],
        ['blankCell', 'Data!B5', '(blank)'],
      ],
      counts: { rows: 5, used: 4, setAside: 1 },
    });
  });
});

describe('a table of pairs of currencies', () => {
  const pairs = (header: string): Rows => [
    ['Date', header, 'Rate'],
    ['2026-01-31', 'EUR/USD', 1.25],
    ['2026-01-31', 'GBPEUR', 1.2],
  ];

  test('is asked which way its rates go where no header says it', async () => {
    expect(await questionIn(pairs('Pair'))).toMatchObject({
      question: 'rateBase',
      at: 'Data!C2',
      rate: { first: 'EUR', second: 'USD', figure: '1.25' },
    });
  });

  test.each([
    ['Base/Quote', 0.8, 1.2],
    ['Pair (from - to)', 0.8, 1.2],
    ['Von/Nach', 0.8, 1.2],
    // 1 USD = 1.25 EUR; 1 EUR = 1.2 GBP, so that 1 GBP = 1 / 1.2 EUR.
    ['Quote/Base', 1.25, 1 / 1.2],
  ])('is read as the header "%s" says', async (header, usd, gbp) => {
    expect((await read(pairs(header))).lines).toEqual([
      ['USD', usd, 46_053],
      ['GBP', gbp, 46_053],
    ]);
  });

  test('takes a currency’s own rate before one that has to be turned round', async () => {
    const { lines, told } = await read([
      ['From currency', 'To currency', 'Rate'],
      ['EUR', 'USD', 1.1],
      ['USD', 'EUR', 0.91],
    ]);
    expect(lines).toEqual([['USD', 0.91, undefined]]);
    expect(told).toEqual([]);
  });

  test('sets rates between two other currencies aside, each pair named once', async () => {
    const answer = await read([
      ['From', 'To', 'Rate'],
      ['USD', 'EUR', 0.8],
      ['CHF', 'USD', 1.1],
      ['CHF', 'USD', 1.2],
    ]);
    expect(answer).toMatchObject({
      lines: [['USD', 0.8, undefined]],
      told: [['crossRate', 'Data!C3', 'CHF → USD']],
      counts: { rows: 3, used: 1, setAside: 2 },
    });
    expect(answer.issues.some(isBlocking)).toBe(false);
    expect([...answer.crossed]).toEqual([['CHF', 'CHF → USD (Data!C3)']]);
  });
});

describe('a table of one currency a row', () => {
  test.each([
    ['Rate', 0.8],
    ['EUR per unit', 0.8],
    ['Rate to EUR', 0.8],
    ['Units per EUR', 1.25],
    ['Kurs pro 1 EUR', 1.25],
  ])('goes the way its header "%s" says', async (header, usd) => {
    const { lines } = await read([
      ['Currency', header],
      ['USD', 0.8],
    ]);
    expect(lines).toEqual([['USD', usd, undefined]]);
  });

  test('can have periods across', async () => {
    const { lines } = await read([
      ['Currency', '2026-01', '2026-02'],
      ['USD', 0.8, 0.9],
    ]);
    // 2026-01-01 is day 46,023; February begins 31 days later.
    expect(lines).toEqual([
      ['USD', 0.8, 46_023],
      ['USD', 0.9, 46_054],
    ]);
  });
});
