import { isBlocking, readAssignments, type AssignmentsRead, type Issue } from '../../../src/intake';
import { columnOf, tableOf, type Rows } from '../raw-tables';

/** Reads a sheet "Data" with the columns Rep, Team and, if they are there, From and To. */
async function read(rows: Rows): Promise<AssignmentsRead> {
  const table = await tableOf(rows);
  const column = (header: string) =>
    table.columns.some((candidate) => candidate.header === header)
      ? columnOf(table, header)
      : undefined;
  const [from, to] = [column('From'), column('To')];
  return readAssignments(table, {
    key: columnOf(table, 'Rep'),
    parent: columnOf(table, 'Team'),
    ...(from && { from }),
    ...(to && { to }),
  });
}

const told = ({ code, at, found, expected }: Issue) => [code, at, found, expected];

/** 2026-01-01 is day 46,023; 2026-03-01 is 59 days later; 2026-07-01 181 days later. */
const [january, march, july] = [46_023, 46_082, 46_204];

describe('assignments', () => {
  test('are undated where no column has days', async () => {
    const { assignments, counts, issues } = await read([
      ['Rep', 'Team'],
      ['Ann', 'West'],
      ['Bob', 'East'],
    ]);
    expect(assignments).toEqual([
      { key: 'Ann', parent: 'West' },
      { key: 'Bob', parent: 'East' },
    ]);
    expect(counts).toEqual({ rows: 2, used: 2, setAside: 0 });
    expect(issues).toEqual([]);
  });

  test('hold from a day to a day, and blank ones are open', async () => {
    const { assignments, issues } = await read([
      ['Rep', 'Team', 'From', 'To'],
      ['Ann', 'West', null, '2026-02-28'],
      ['Ann', 'East', '2026-03-01', null],
    ]);
    expect(assignments).toEqual([
      { key: 'Ann', parent: 'West', to: march - 1 },
      { key: 'Ann', parent: 'East', from: march },
    ]);
    expect(issues).toEqual([]);
  });

  test('end the day before the next one where only first days are given, whatever their order', async () => {
    const { assignments, issues } = await read([
      ['Rep', 'Team', 'From'],
      ['Ann', 'East', '2026-03-01'],
      ['Bob', 'East', '2026-01-01'],
      ['Ann', 'West', '2026-01-01'],
      ['Ann', 'North', '2026-07-01'],
    ]);
    expect(assignments).toEqual([
      { key: 'Ann', parent: 'East', from: march, to: july - 1 },
      { key: 'Bob', parent: 'East', from: january },
      { key: 'Ann', parent: 'West', from: january, to: march - 1 },
      { key: 'Ann', parent: 'North', from: july },
    ]);
    expect(issues).toEqual([]);
  });

  test('do so as well where the column of last days is blank', async () => {
    const { assignments } = await read([
      ['Rep', 'Team', 'From', 'To'],
      ['Ann', 'West', '2026-01-01', null],
      ['Ann', 'East', '2026-03-01', null],
    ]);
    expect(assignments.map(({ to }) => to)).toEqual([march - 1, undefined]);
  });

  test('begin before all others where only first days are given and one is blank', async () => {
    const { assignments } = await read([
      ['Rep', 'Team', 'From'],
      ['Ann', 'West', null],
      ['Ann', 'East', '2026-03-01'],
    ]);
    expect(assignments).toEqual([
      { key: 'Ann', parent: 'West', to: march - 1 },
      { key: 'Ann', parent: 'East', from: march },
    ]);
  });

  test('take periods from their first to their last day', async () => {
    const { assignments } = await read([
      ['Rep', 'Team', 'From', 'To'],
      ['Ann', 'West', '2026-01', '2026-02'],
      ['Ann', 'East', '2026-03', '2026-06'],
    ]);
    expect(assignments).toEqual([
      { key: 'Ann', parent: 'West', from: january, to: march - 1 },
      { key: 'Ann', parent: 'East', from: march, to: july - 1 },
    ]);
  });

  test('may stand twice where they are the same', async () => {
    const { counts, issues } = await read([
      ['Rep', 'Team'],
      ['Ann', 'West'],
      ['Ann', 'West'],
    ]);
    expect(issues).toEqual([]);
    expect(counts).toEqual({ rows: 2, used: 2, setAside: 0 });
  });

  test('keep ids that are numbers as texts', async () => {
    const { assignments } = await read([
      ['Rep', 'Team'],
      [1001, 'West'],
      [1002, 'East'],
    ]);
    expect(assignments.map(({ key }) => key)).toEqual(['1001', '1002']);
  });
});

describe('assignments that cannot be', () => {
  test('are a key with two parents and no days: both cells are named, and it blocks', async () => {
    const { issues } = await read([
      ['Rep', 'Team'],
      ['Ann', 'West'],
      ['Bob', 'East'],
      ['Ann', 'East'],
    ]);
    expect(issues.map(told)).toEqual([
      ['severalParents', 'Data!B4', 'Ann → East', 'Ann → West (Data!B2)'],
    ]);
    expect(issues.every(isBlocking)).toBe(true);
  });

  test('are spans of one key with different parents that share a day', async () => {
    const { issues } = await read([
      ['Rep', 'Team', 'From', 'To'],
      ['Ann', 'East', '2026-03-01', null],
      ['Ann', 'West', '2026-01-01', '2026-03-01'],
    ]);
    expect(issues.map(told)).toEqual([
      [
        'overlappingSpans',
        'Data!B3',
        'Ann → West, 2026-01-01 – 2026-03-01',
        'Ann → East, 2026-03-01 – … (Data!B2)',
      ],
    ]);
    expect(issues.every(isBlocking)).toBe(true);
  });

  test('are two that begin on the same day where only first days are given', async () => {
    const { issues } = await read([
      ['Rep', 'Team', 'From'],
      ['Ann', 'East', '2026-03-01'],
      ['Ann', 'West', '2026-03-01'],
    ]);
    expect(issues.map(({ code, at }) => [code, at])).toEqual([['overlappingSpans', 'Data!B3']]);
  });

  test('are those that end before they begin', async () => {
    const { issues, counts } = await read([
      ['Rep', 'Team', 'From', 'To'],
      ['Ann', 'West', '2026-03-01', '2026-02-28'],
      ['Bob', 'East', '2026-03-01', '2026-03-01'],
    ]);
    expect(issues.map(told)).toEqual([
      ['spanEndsBeforeStart', 'Data!D2', '2026-02-28', '2026-03-01'],
    ]);
    expect(issues.every(isBlocking)).toBe(true);
    expect(counts).toEqual({ rows: 2, used: 1, setAside: 1 });
  });

  test('are those with a day that is none', async () => {
    const { issues, counts } = await read([
      ['Rep', 'Team', 'From'],
      ['Ann', 'West', '2026-02-30'],
      ['Bob', 'East', '2026-03-01'],
      ['Cid', 'East', '2026-03-02'],
    ]);
    expect(issues.map(told)).toEqual([['spanIsNoDate', 'Data!C2', '2026-02-30', 'From']]);
    expect(issues.every(isBlocking)).toBe(true);
    expect(counts.setAside).toBe(1);
  });

  test('are those whose days can be read in two ways', async () => {
    const { issues } = await read([
      ['Rep', 'Team', 'From'],
      ['Ann', 'West', '03/04/2026'],
      ['Bob', 'East', '05/06/2026'],
    ]);
    expect(issues.map(({ code, at }) => [code, at])).toEqual([['ambiguousDates', 'Data!C2']]);
  });
});

describe('assignments with gaps', () => {
  test('are set aside without a key, with their cell, and the others are used', async () => {
    const { assignments, issues, counts } = await read([
      ['Rep', 'Team'],
      [null, 'West'],
      [null, null],
      ['Bob', 'East'],
      [{ error: '#N/A' }, 'East'],
      ['Cid', null],
      ['Dan', { error: '#REF!' }],
    ]);
    expect(assignments).toEqual([{ key: 'Bob', parent: 'East' }]);
    expect(issues.map(({ code, at, found }) => [code, at, found])).toEqual([
      ['blankCell', 'Data!A2', '(blank)'],
      ['blankRow', 'Data!A3', '(blank)'],
      ['errorCell', 'Data!A5', '#N/A'],
      ['blankCell', 'Data!B6', '(blank)'],
      ['errorCell', 'Data!B7', '#REF!'],
    ]);
    expect(issues.some(isBlocking)).toBe(false);
    expect(counts).toEqual({ rows: 6, used: 1, setAside: 5 });
  });

  test('let a key leave its parent from a day on, and say so', async () => {
    const { assignments, issues } = await read([
      ['Rep', 'Team', 'From'],
      ['Ann', 'West', '2026-01-01'],
      ['Ann', null, '2026-03-01'],
      ['Bob', 'West', '2026-01-01'],
    ]);
    expect(assignments).toEqual([
      { key: 'Ann', parent: 'West', from: january, to: march - 1 },
      { key: 'Ann', parent: '', from: march },
      { key: 'Bob', parent: 'West', from: january },
    ]);
    expect(issues.map(({ code, at }) => [code, at])).toEqual([['blankParent', 'Data!B3']]);
  });
});
