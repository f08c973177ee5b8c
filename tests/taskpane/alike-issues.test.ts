import { alikeIssues } from '../../src/taskpane/report/alike-issues';
import { paneWordsFor } from '../../src/wording';

const stage = (at: string, found: string) =>
  ({ code: 'unknownStage', at, found, expected: 'Stage' }) as const;

describe('remarks of one kind', () => {
  test('and text are one, with the other cells of the sheet', () => {
    const groups = alikeIssues([
      stage('Deals!C3', 'Verbal yes'),
      stage('Deals!C5', 'On hold'),
      stage('Deals!C7', 'Verbal yes'),
      stage("'Deals 2'!C3", 'Verbal yes'),
      stage('Deals!C9', 'Verbal yes'),
    ]);
    expect(groups.map(({ issue, others }) => [issue.at, issue.found, others])).toEqual([
      ['Deals!C3', 'Verbal yes', ['C7', 'C9']],
      ['Deals!C5', 'On hold', []],
      ["'Deals 2'!C3", 'Verbal yes', []],
    ]);
  });

  test('stay apart where each names another cell beside its own', () => {
    const twice = (at: string, expected: string) =>
      ({ code: 'duplicateTarget', at, found: 'East, 2026-01-01', expected }) as const;
    const groups = alikeIssues([twice('Plan!C7', 'Plan!C5'), twice('Plan!C8', 'Plan!C6')]);
    expect(groups).toHaveLength(2);
  });

  test('name the first other cells, and how many there are', () => {
    const { likewise } = paneWordsFor('en').quality;
    expect(likewise(['C7'], 1)).toBe('Likewise in 1 more cell: C7.');
    expect(likewise(['C7', 'C9'], 11)).toBe('Likewise in 11 more cells: C7, C9 …');
  });
});
