import { assign, getDimension, hierarchyFromData } from '../../../src/sales';
import { day, linesOf } from '../sales-data';

const sales = linesOf(
  ['Person', 'Team'],
  [
    ['2026-01-01', 1, 'Ann', 'West'],
    ['2026-01-02', 2, 'Bob', 'East'],
    ['2026-01-03', 3, 'Ann', ''],
    ['2026-01-04', 4, '', 'East'],
    ['2026-01-05', 5, 'Ann', 'West'],
    ['2026-01-06', 6, 'Cid', ''],
  ],
);

describe('a hierarchy in the data', () => {
  test('gives each child its one parent; rows without either tell nothing', () => {
    expect(hierarchyFromData(sales, 'Person', 'Team')).toEqual({
      assignments: [
        { key: 'Ann', parent: 'West' },
        { key: 'Bob', parent: 'East' },
      ],
    });
  });

  test('lets targets by person be reported by team, those of unknown people unassigned', () => {
    const targets = linesOf(
      ['Person'],
      [
        ['2026-01-01', 100, 'Ann'],
        ['2026-01-01', 200, 'Dan'],
      ],
    );
    const hierarchy = hierarchyFromData(sales, 'Person', 'Team');
    if (!('assignments' in hierarchy)) throw new Error('There is a hierarchy');
    const { dataset, unassigned } = assign(targets, {
      from: 'Person',
      to: 'Team',
      assignments: hierarchy.assignments,
      as: { kind: 'asIs', day: day('2026-01-31') },
    });
    const { codes, values } = getDimension(dataset, 'Team');
    expect(Array.from(codes, (code) => values[code])).toEqual(['West', '']);
    expect(unassigned).toEqual([{ key: 'Dan', rows: 1, amount: 200 }]);
  });

  test('is none where children have several parents, who are all named', () => {
    const moved = linesOf(
      ['Person', 'Team'],
      [
        ['2026-01-01', 1, 'Ann', 'West'],
        ['2026-01-02', 2, 'Bob', 'East'],
        ['2026-01-03', 3, 'Ann', 'East'],
        ['2026-01-04', 3, 'Ann', 'North'],
        ['2026-01-05', 3, 'Ann', 'West'],
      ],
    );
    expect(hierarchyFromData(moved, 'Person', 'Team')).toEqual({
      several: [{ child: 'Ann', parents: ['West', 'East', 'North'] }],
    });
  });

  test('needs both dimensions', () => {
    expect(() => hierarchyFromData(sales, 'Person', 'Region')).toThrow('"Region"');
  });
});
