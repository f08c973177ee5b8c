import { isBlocking, readRates, type Issue, type RatesRead } from '../../../src/intake';
import { columnOf, tableOf, type Rows } from '../raw-tables';

async function read(rows: Rows): Promise<RatesRead> {
  const table = await tableOf(rows);
  const date = table.columns.find(({ header }) => header === 'Date');
  const columns = {
    currency: columnOf(table, 'Currency'),
    rate: columnOf(table, 'Rate'),
    ...(date && { date }),
  };
  return readRates(table, columns, { to: 'EUR', base: 'first' });
}

const told = ({ code, at, found, expected }: Issue) => [code, at, found, expected];

describe('exchange rates', () => {
  test('hold on every day without a column of days; codes are trimmed, in capitals', async () => {
    const { rates, issues, counts } = await read([
      ['Currency', 'Rate'],
      [' usd', 0.9],
      ['GBP', '1.15'],
    ]);
    expect(rates).toEqual([
      { currency: 'USD', rate: 0.9 },
      { currency: 'GBP', rate: 1.15 },
    ]);
    expect(issues).toEqual([]);
    expect(counts).toEqual({ rows: 2, used: 2, setAside: 0 });
  });

  test('hold from their day on, those of a month from its first', async () => {
    // 2026-01-31 is day 46,053, 2026-02-01 the next.
    const dated = await read([
      ['Date', 'Currency', 'Rate'],
      ['2026-01-31', 'USD', 0.9],
      ['2026-02-01', 'USD', 0.8],
    ]);
    expect(dated.rates.map(({ day }) => day)).toEqual([46_053, 46_054]);
    const monthly = await read([
      ['Date', 'Currency', 'Rate'],
      ['2026-02', 'USD', 0.8],
    ]);
    expect(monthly.rates.map(({ day }) => day)).toEqual([46_054]);
  });

  test('may stand twice where they are the same', async () => {
    const { issues } = await read([
      ['Currency', 'Rate'],
      ['USD', 0.9],
      ['usd', 0.9],
    ]);
    expect(issues).toEqual([]);
  });

  test('are refused where two differ on one day, both cells named', async () => {
    const { issues } = await read([
      ['Date', 'Currency', 'Rate'],
      ['2026-01-31', 'USD', 0.9],
      ['2026-02-01', 'USD', 0.8],
      ['2026-01-31', 'usd', 0.7],
    ]);
    expect(issues.map(told)).toEqual([
      ['ratesDisagree', 'Data!C4', 'USD, 2026-01-31: 0.7', '0.9 (Data!C2)'],
    ]);
    expect(issues.every(isBlocking)).toBe(true);
  });

  test('are refused where they are not above 0', async () => {
    const { issues } = await read([
      ['Currency', 'Rate'],
      ['USD', 0],
      ['GBP', -1.1],
      ['SEK', 0.09],
    ]);
    expect(issues.map(told)).toEqual([
      ['rateNotPositive', 'Data!B2', '0', 'Rate'],
      ['rateNotPositive', 'Data!B3', '-1.1', 'Rate'],
    ]);
    expect(issues.every(isBlocking)).toBe(true);
  });

  test('are set aside where a cell is blank or cannot be read', async () => {
    const { rates, issues, counts } = await read([
      ['Date', 'Currency', 'Rate'],
      ['2026-01-30', 'USD', 0.9],
      ['2026-01-31', 'USD', 'N/A'],
      [null, 'USD', 0.8],
      ['2026-02-01', null, 0.8],
      ['soon', 'USD', 0.8],
      ['2026-02-02', 'USD', null],
      ['2026-02-03', 'USD', 0.7],
      ['2026-02-04', 'USD', 0.7],
    ]);
    expect(rates.map(({ rate }) => rate)).toEqual([0.9, 0.7, 0.7]);
    expect(issues.map(({ code, at }) => [code, at])).toEqual([
      ['notANumber', 'Data!C3'],
      ['blankCell', 'Data!A4'],
      ['blankCell', 'Data!B5'],
      ['notADate', 'Data!A6'],
      ['blankCell', 'Data!C7'],
    ]);
    expect(issues.some(isBlocking)).toBe(false);
    expect(counts).toEqual({ rows: 8, used: 3, setAside: 5 });
  });

  test('are asked about where their decimal sign is not certain', async () => {
    const { issues } = await read([
      ['Currency', 'Rate'],
      ['USD', '1,234'],
    ]);
    expect(issues.map(told)).toEqual([['ambiguousNumbers', 'Data!B2', '1,234', 'Rate']]);
  });
});
