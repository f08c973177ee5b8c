import type { Finding, FindingCode, FixRule } from '../../src/intake';
import { languages, wordsFor } from '../../src/wording';

describe.each(languages)('in %s', (language) => {
  const words = wordsFor(language).dataQuality;
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
