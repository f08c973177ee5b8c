import { isBlocking, readCredits, type CreditsRead, type Issue } from '../../../src/intake';
import { columnOf, tableOf, type Rows } from '../raw-tables';

async function read(rows: Rows): Promise<CreditsRead> {
  const table = await tableOf([['Deal', 'Rep', 'Share'], ...rows]);
  return readCredits(table, {
    deal: columnOf(table, 'Deal'),
    person: columnOf(table, 'Rep'),
    share: columnOf(table, 'Share'),
  });
}

const told = ({ code, at, found, expected }: Issue) => [code, at, found, expected];
const sharesOf = ({ credits }: CreditsRead) => credits.map(({ share }) => share);

describe('shares of deals', () => {
  test('are fractions', async () => {
    const { credits, counts, issues } = await read([
      ['D1', 'Ann', 0.5],
      ['D1', 'Bob', 0.5],
      ['D2', 'Ann', 1],
    ]);
    expect(credits).toEqual([
      { deal: 'D1', person: 'Ann', share: 0.5 },
      { deal: 'D1', person: 'Bob', share: 0.5 },
      { deal: 'D2', person: 'Ann', share: 1 },
    ]);
    expect(counts).toEqual({ rows: 3, used: 3, setAside: 0 });
    expect(issues).toEqual([]);
  });

  test('are percents written with their sign', async () => {
    const split = await read([
      ['D1', 'Ann', '33.33%'],
      ['D1', 'Bob', '33.33 %'],
      ['D1', 'Cid', '33.34 %'],
    ]);
    expect(sharesOf(split)).toEqual([0.3333, 0.3333, 0.3334]);
    expect(split.issues).toEqual([]);
  });

  test('have the decimal sign of their column', async () => {
    const split = await read([
      ['D1', 'Ann', '12,5 %'],
      ['D1', 'Bob', '87,5 %'],
    ]);
    expect(sharesOf(split)).toEqual([0.125, 0.875]);
  });

  test('are percents without a sign where they add up to 100, which is said', async () => {
    const split = await read([
      ['D1', 'Ann', 33.33],
      ['D1', 'Bob', 33.33],
      ['D1', 'Cid', 33.34],
      ['D2', 'Ann', 100],
    ]);
    expect(sharesOf(split).map((share) => share.toFixed(10))).toEqual([
      '0.3333000000',
      '0.3333000000',
      '0.3334000000',
      '1.0000000000',
    ]);
    expect(split.issues.map(told)).toEqual([
      ['sharesTakenAsPercents', 'Data!C2', '33.33', 'Share'],
    ]);
    expect(split.issues.some(isBlocking)).toBe(false);
  });

  test('may be computed thirds', async () => {
    const third = 1 / 3;
    const { issues } = await read([
      ['D1', 'Ann', third],
      ['D1', 'Bob', third],
      ['D1', 'Cid', third],
    ]);
    expect(issues).toEqual([]);
  });
});

describe('shares that cannot be', () => {
  test('do not add up to one: the deal, its cells and the sum are named', async () => {
    // 33.33 three times is 99.99.
    const { issues } = await read([
      ['D1', 'Ann', '33.33%'],
      ['D2', 'Ann', '100%'],
      ['D1', 'Bob', '33.33%'],
      ['D1', 'Cid', '33.33%'],
    ]);
    expect(issues.map(told)).toEqual([
      ['sharesNotOne', 'Data!C2', '99.99 %', 'D1 (Data!C2, Data!C4, Data!C5)'],
    ]);
    expect(issues.every(isBlocking)).toBe(true);
  });

  test('are 100 beside ones: nothing is taken for percents then', async () => {
    const { issues } = await read([
      ['D1', 'Ann', 1],
      ['D2', 'Bob', 50],
      ['D2', 'Cid', 50],
    ]);
    expect(issues.map(({ code, at }) => [code, at])).toEqual([
      ['shareOutOfRange', 'Data!C3'],
      ['shareOutOfRange', 'Data!C4'],
      ['sharesNotOne', 'Data!C3'],
    ]);
  });

  test('are below 0 or above 1, though they add up', async () => {
    const { issues } = await read([
      ['D1', 'Ann', 1.25],
      ['D1', 'Bob', -0.25],
    ]);
    expect(issues.map(told)).toEqual([
      ['shareOutOfRange', 'Data!C2', '1.25', 'Share'],
      ['shareOutOfRange', 'Data!C3', '-0.25', 'Share'],
    ]);
    expect(issues.every(isBlocking)).toBe(true);
  });

  test('are set aside where a cell is blank or no number, and leave their deal short', async () => {
    const { issues, counts } = await read([
      ['D1', 'Ann', 0.5],
      ['D1', 'Bob', null],
      ['D2', 'Ann', 0.5],
      ['D2', 'Bob', 'half'],
      ['D3', null, 0.5],
      [null, 'Ann', 0.5],
    ]);
    expect(issues.map(({ code, at, found }) => [code, at, found])).toEqual([
      ['blankCell', 'Data!C3', '(blank)'],
      ['notANumber', 'Data!C5', 'half'],
      ['blankCell', 'Data!B6', '(blank)'],
      ['blankCell', 'Data!A7', '(blank)'],
      ['sharesNotOne', 'Data!C2', '50 %'],
      ['sharesNotOne', 'Data!C4', '50 %'],
    ]);
    expect(counts).toEqual({ rows: 6, used: 2, setAside: 4 });
  });
});
