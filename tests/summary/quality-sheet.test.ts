import { planQualitySheet, type QualityLine } from '../../src/summary';
import { qualityWordsFor } from '../../src/wording';

const line = (sentence: string): QualityLine => ({
  weight: 'To decide',
  sentence,
  at: 'Sales!A2',
  column: 'Amount',
  count: 3,
  values: 'n/a',
  assumed: 'Counted as it stands.',
});
const planOf = (...sentences: string[]) =>
  planQualitySheet(
    [
      {
        name: 'Sales',
        source: 'Sales (Sales!A1:C9)',
        counts: { rows: 8, used: 8, setAside: 0, skipped: 0 },
        total: 100,
        lines: sentences.map(line),
      },
    ],
    qualityWordsFor('en'),
  );

test('a sentence longer than its column has the lines that it takes', () => {
  // The column holds 70 letters, 63 with what is lost where words break: 130 letters take three lines.
  const { rowHeights, cells } = planOf('Short.', 'x'.repeat(130), 'Short too.');
  const row = cells.findIndex((texts) => texts[2] === 'x'.repeat(130));
  expect(rowHeights).toEqual({ [row]: 45 });
});

test('the sheet is printed one page wide', () => {
  const { print, cells } = planOf('Short.');
  expect(print).toEqual({
    landscape: true,
    area: { row: 0, column: 0, rows: cells.length, columns: 8 },
    titleRows: 0,
  });
});
