import type { IssueCode, Question } from '../../src/intake';
import { unmeasurable } from '../../src/sales';
import { WorkbookError, type WorkbookErrorCode } from '../../src/workbook';
import {
  errorSentence,
  functionWordsFor,
  issueSentence,
  keyText,
  languages,
  paneWordsFor,
  qualityWordsFor,
  reasonText,
  unclearSentence,
  wordsFor,
} from '../../src/wording';

describe.each(languages)('in %s', (language) => {
  const words = wordsFor(language);

  test.each(Object.keys(words.issues) as IssueCode[])(
    'the issue %s is a sentence that names its cell',
    (code) => {
      const sentence = issueSentence({ code, at: 'Data!B7', found: '3', expected: 'Sales' }, words);
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/undefined|NaN|\[object/);
      // A count of rows is about no single cell.
      if (code !== 'afterAsOf') expect(sentence).toContain('Data!B7');
    },
  );

  test.each(Object.keys(words.questions) as Question[])(
    'the question %s is asked with its candidates',
    (question) => {
      const about = { question, source: 'Orders' };
      const none = unclearSentence({ ...about, candidates: [] }, words);
      const several = unclearSentence({ ...about, candidates: ['Net', 'Gross'] }, words);
      for (const sentence of [none, several]) {
        expect(sentence).toMatch(/\.$/);
        expect(sentence).not.toMatch(/undefined|NaN/);
      }
      expect(several).toContain('"Net", "Gross"');
    },
  );

  test.each(Object.keys(words.workbookErrors) as WorkbookErrorCode[])(
    'the refusal %s is a sentence',
    (code) => {
      expect(errorSentence(new WorkbookError(code, 'Quotas'), words)).toMatch(/^.{20,}\.$/);
    },
  );

  test('a page on which nothing was found says what was looked at: the report, or the data', () => {
    const pane = paneWordsFor(language);
    expect(pane.quality.noIssues).not.toBe(qualityWordsFor(language).nothingFound);
  });

  test('every reason has words, for a cell and beside a figure', () => {
    const functionReasons = functionWordsFor(language).reasons;
    expect(Object.keys(functionReasons).sort()).toEqual(Object.keys(words.reasons).sort());
    for (const text of Object.values(functionReasons)) expect(text).toMatch(/\.$/);
  });
});

const words = wordsFor('en');

test('a sentence says what happened, where, and what to do', () => {
  expect(
    issueSentence(
      { code: 'ambiguousDates', at: 'Orders!B2', found: '11/8/2016', expected: 'Order Date' },
      words,
    ),
  ).toBe(
    'Orders!B2: "11/8/2016" in column "Order Date" can be day/month/year or month/day/year, and no other cell of the column decides it. Turn the column into real dates or YYYY-MM-DD.',
  );
});

test('a key is read with dots between its texts, blank ones as unassigned', () => {
  expect(keyText(['West', ''], words)).toBe('West · (unassigned)');
  expect(keyText([], words)).toBe('Total');
});

test('only a figure that is missing has a reason', () => {
  expect(reasonText(0, words)).toBe('');
  expect(reasonText(unmeasurable('targetIsZero'), words)).toBe('the target is 0');
});
