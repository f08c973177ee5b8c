import { fc } from '../properties';
import { decimalSignOf, findTextNumber } from '../../src/intake/texts/text-numbers';

interface Style {
  readonly cents: number;
  readonly sign: '.' | ',';
  readonly group: string;
  readonly isLakh: boolean;
  readonly negative: 'before' | 'behind' | 'brackets' | 'triangle';
  readonly currency: string;
  readonly place: 'before' | 'behind';
  readonly space: string;
  readonly isDash: boolean;
}

/** An amount, and a way of writing it that some country has. */
export const writtenNumber: fc.Arbitrary<Style> = fc
  .record({
    cents: fc.oneof(
      fc.integer({ min: -999, max: 999 }),
      fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }),
    ),
    sign: fc.constantFrom<'.' | ','>('.', ','),
    group: fc.constantFrom('', 'other', ' ', '\u00a0', '\u202f', "'", '’'),
    isLakh: fc.boolean(),
    negative: fc.constantFrom<Style['negative']>('before', 'behind', 'brackets', 'triangle'),
    currency: fc.constantFrom('', '$', '€', 'CHF', 'R$', '₹', 'kr', 'zł', 'USD'),
    place: fc.constantFrom<Style['place']>('before', 'behind'),
    space: fc.constantFrom(' ', '\u00a0', '\u202f'),
    isDash: fc.boolean(),
  })
  .map((style) => ({
    ...style,
    isLakh: style.isLakh && style.group === 'other',
    // Two dashes at the end are one: "5,--".
    isDash: style.isDash && style.negative !== 'behind',
  }));

function grouped(digits: string, group: string, isLakh: boolean): string {
  const [head, tail] = [digits.slice(0, -3), digits.slice(-3)];
  if (group === '' || head === '') return digits;
  const size = isLakh ? 2 : 3;
  const parts: string[] = [];
  for (let end = head.length; end > 0; end -= size) {
    parts.unshift(head.slice(Math.max(0, end - size), end));
  }
  return [...parts, tail].join(group);
}

function written(style: Style): string {
  const { cents, sign, isLakh, negative, currency, place, space, isDash } = style;
  const group = style.group === 'other' ? (sign === '.' ? ',' : '.') : style.group;
  const all = String(Math.abs(cents)).padStart(3, '0');
  const [whole, part] = [all.slice(0, -2), all.slice(-2)];
  const fraction = isDash && part === '00' ? '–' : part;
  const figure = `${grouped(whole, group, isLakh)}${sign}${fraction}`;
  const money =
    currency === ''
      ? figure
      : place === 'before'
        ? `${currency}${space}${figure}`
        : `${figure}${space}${currency}`;
  if (cents >= 0) return money;
  switch (negative) {
    case 'before':
      return `-${money}`;
    case 'behind':
      return `${money}-`;
    case 'brackets':
      return `(${money})`;
    case 'triangle':
      return `▲${money}`;
  }
}

/** A written amount means what was written, and its sign is found or left open, never mistaken. */
export function checkWritten(style: Style): void {
  const text = written(style);
  expect([text, (findTextNumber(text, style.sign) ?? NaN) + 0]).toEqual([text, style.cents / 100]);
  const evidence = decimalSignOf([[0, text]]);
  if (evidence.kind === 'found') expect([text, evidence.sign]).toEqual([text, style.sign]);
}
