/** The decimal sign of a column of text numbers. */
export type DecimalSign = '.' | ',';

const currency =
  /^(?:[A-Z]{3}|[$€£¥₹₩₽₺₫฿₪]|US\$|R\$|kr\.?|zł|Fr\.?)\s*|\s*(?:[A-Z]{3}|[$€£¥₹₩₽₺₫฿₪]|kr\.?|zł|Fr\.?)$/u;
/** Spaces of every width, apostrophes: signs that only group digits. */
const grouping = /[\s\u00a0\u2007\u2009\u202f'’]/gu;

interface Bare {
  readonly digits: string;
  readonly isNegative: boolean;
}

function bareOf(text: string): Bare | undefined {
  let rest = text.trim().replace('\u2212', '-');
  const inBrackets = /^\((.*)\)$/.exec(rest);
  if (inBrackets) rest = (inBrackets[1] ?? '').trim();
  let isNegative = inBrackets !== null;
  const takeSign = () => {
    const sign = /^([+-])\s*|\s*(-)$/.exec(rest);
    if (!sign) return;
    if (sign[1] !== '+') isNegative = !isNegative;
    rest = rest.replace(sign[0], '').trim();
  };
  takeSign();
  const withoutCurrency = rest.replace(currency, '').trim();
  if (withoutCurrency !== rest) {
    rest = withoutCurrency;
    takeSign();
  }
  const digits = rest.replace(grouping, '');
  return /^\d[\d.,]*$|^[.,]\d+$/.test(digits) ? { digits, isNegative } : undefined;
}

/** The currency sign or code written with a number, if there is one. */
export function findCurrency(text: string): string | undefined {
  const match = currency.exec(text.trim().replace(/^[(+-]\s*|[)-]$/g, ''));
  return match?.[0].trim();
}

export function looksLikeNumber(text: string): boolean {
  return bareOf(text) !== undefined;
}

/** The number a text means with this decimal sign. Undefined where it means none. */
export function findTextNumber(text: string, decimalSign: DecimalSign): number | undefined {
  const bare = bareOf(text);
  if (!bare) return undefined;
  const group = decimalSign === '.' ? ',' : '.';
  const grouped = new RegExp(
    `^\\d{1,3}(\\${group}\\d{2,3})*\\${group}\\d{3}(\\${decimalSign}\\d*)?$`,
  );
  const plain = new RegExp(`^\\d*(\\${decimalSign}\\d*)?$`);
  if (!grouped.test(bare.digits) && !plain.test(bare.digits)) return undefined;
  const number = Number(bare.digits.replaceAll(group, '').replace(decimalSign, '.'));
  return bare.isNegative ? -number : number;
}

export type SignEvidence =
  | { readonly kind: 'found'; readonly sign: DecimalSign }
  | { readonly kind: 'ambiguous'; readonly row: number; readonly text: string };

/**
 * Finds the decimal sign from the whole column: a sign that comes twice groups digits, of two signs
 * the last one is the decimal one, one that is not followed by exactly three digits is decimal.
 * "1,234" alone leaves both readings open.
 */
export function decimalSignOf(texts: Iterable<readonly [number, string]>): SignEvidence {
  let open: { row: number; text: string } | undefined;
  for (const [row, text] of texts) {
    const digits = bareOf(text)?.digits;
    if (digits === undefined) continue;
    const points = digits.split('.').length - 1;
    const commas = digits.split(',').length - 1;
    if (points > 0 && commas > 0) {
      return { kind: 'found', sign: digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',' };
    }
    if (points + commas === 0) continue;
    const sign = points > 0 ? '.' : ',';
    if (points + commas > 1) return { kind: 'found', sign: sign === '.' ? ',' : '.' };
    const isOpen = /^\d{1,3}[.,]\d{3}$/.test(digits) && !digits.startsWith('0');
    if (!isOpen) return { kind: 'found', sign };
    open ??= { row, text };
  }
  return open ? { kind: 'ambiguous', ...open } : { kind: 'found', sign: '.' };
}
