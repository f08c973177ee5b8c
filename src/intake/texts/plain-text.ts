const plain = /^[\x20-\x7e]*$/;
/** Marks of writing direction, zero-width spaces and the byte order mark: nobody sees them. */
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** The zeros of the digits that Arabic, Persian and Hindi workbooks write. */
const zeros = [0x0660, 0x06f0, 0x0966];
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g;

function westernDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => point >= first && point < first + 10) ?? point;
  return String(point - zero);
}

/**
 * A cell's text with plain digits, signs of half width, spaces of one kind and nothing unseen: what
 * a date or a number is read from.
 * @example plainText('２０２６年３月５日') // '2026年3月5日'
 */
export function plainText(text: string): string {
  if (plain.test(text)) return text.trim();
  return text
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(otherDigits, westernDigit)
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', '’')
    .replaceAll('\u066a', '%')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, ' ')
    .trim();
}

/** A dash alone, or beside the currency, as accounting formats write 0: "$ -   ". */
const dash = /^\s*(?:R?\p{Sc}\s*)?[-\u2010-\u2015\u2212]\s*(?:\p{Sc}\s*)?$/u;

/** Whether a cell holds a dash alone, which among figures stands for none. */
export function isDash(cell: unknown): boolean {
  return typeof cell === 'string' && cell.length <= 12 && dash.test(cell);
}

/** What people write where a figure is not known yet, or is none. */
const open =
  /^(?:tb[acd]|n\.?\/?a\.?|k\.? ?a\.?|n\.?\/?d\.?|s\/d|pending|offen|open|\?{1,3}|未定)$/i;

/** Whether a cell says that there is no figure, which does not speak against figures beside it. */
export function saysNoFigure(cell: unknown): boolean {
  if (typeof cell !== 'string') return false;
  return isDash(cell) || (cell.length <= 12 && open.test(cell.trim()));
}
