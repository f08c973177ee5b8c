import type { Finding, FindingCode, FixRule } from '../../src/intake';
import { languages, qualityWordsFor } from '../../src/wording';

describe.each(languages)('in %s', (language) => {
  const words = qualityWordsFor(language);
  const finding = (code: FindingCode): Finding => ({
    code,
    weight: 'ask',
    at: 'Data!B7',
    places: ['Data!B7'],
    column: 'Sales',
    count: 3,
    values: ['1,234', '5,678'],
    facts: {
      amount: 5,
      other: 'Data!B2',
      otherValue: ',',
      into: 'Ann',
      intoCount: 9,
      from: 46_066,
    },
    fixes: [],
  });

  test.each(Object.keys(words.findings) as FindingCode[])(
    'the finding %s is a sentence that names its first cell, and says what is assumed',
    (code) => {
      for (const sentence of [
        words.findings[code](finding(code)),
        words.assumed[code](finding(code)),
      ]) {
        expect(sentence).toMatch(/[.?:]$|\.$/);
        expect(sentence).not.toMatch(/undefined|NaN|\[object/);
      }
      expect(words.findings[code](finding(code))).toContain('Data!B7');
    },
  );

  test('every fix has a short name', () => {
    const rules: FixRule[] = [
      { kind: 'numbers', sign: ',' },
      { kind: 'dates', order: 'dmy' },
      { kind: 'swap', order: 'dmy' },
      { kind: 'trim' },
      { kind: 'merge', into: 'Ann', from: ['ann'] },
      { kind: 'scale', divisor: 1000, from: 1, to: 2 },
      { kind: 'scale', divisor: 0.001, from: 1, to: 2 },
    ];
    const names = rules.map(words.fix);
    expect(new Set(names).size).toBe(rules.length);
    for (const name of names) expect(name.length).toBeLessThan(40);
  });
});

test('what stands once more is told in the singular, what stands more often in the plural', () => {
  const words = qualityWordsFor('en');
  const told = (code: FindingCode, count: number) => {
    const finding: Finding = {
      code,
      weight: 'ask',
      at: 'Sales!A42',
      places: ['Sales!A42'],
      column: 'Order',
      count,
      values: ['SO-7'],
      facts: { amount: 272.95, other: 'Sales!A41' },
      fixes: [],
    };
    return `${words.findings[code](finding)} ${words.assumed[code](finding)}`;
  };
  expect(told('duplicateRows', 1)).toBe(
    'Sales!A42: every cell is the same as in an earlier row (Sales!A41). It adds 272.95. Delete it if it was entered twice. It is counted.',
  );
  expect(told('duplicateRows', 2)).toBe(
    'Sales!A42 and 1 more row: every cell is the same as in an earlier row (Sales!A41). Together they add 272.95. Delete them if they were entered twice. All of them are counted.',
  );
  expect(told('duplicateIds', 1)).toBe(
    'Sales!A42 in "Order" stands a second time, though nearly all others stand once: "SO-7"; the first is also in Sales!A41. It is counted.',
  );
  expect(told('negativeAmounts', 1)).toMatch(/negative, 272.95\. /);
  expect(told('negativeAmounts', 2)).toMatch(/negative, 272.95 together\. /);
  expect(told('duplicateIds', 2)).toMatch(
    /^Sales!A42 and 1 more cell in "Order" stand .+ All of them are counted\.$/,
  );
});

test('a formula that was never calculated is not called wrong', () => {
  const finding: Finding = {
    code: 'errorCells',
    weight: 'wrong',
    at: 'Sales!C3',
    places: ['Sales!C3'],
    column: 'Amount',
    count: 2,
    values: ['#BUSY!'],
    facts: {},
    fixes: [],
  };
  const told = (values: string[]) =>
    qualityWordsFor('en').findings.errorCells({ ...finding, values });
  expect(told(['#BUSY!'])).toBe(
    'Sales!C3 and 1 more cell in "Amount": never calculated. Open the file in Excel and save it.',
  );
  expect(told(['#BUSY!', '#N/A'])).toBe(
    'Sales!C3 and 1 more cell in "Amount": #BUSY!, #N/A. Mend the formula or the value.',
  );
});
