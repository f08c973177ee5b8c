/** The words of a header in lower case: `SalesAmount`, `sales_amount` and `Sales amount` alike. */
export function headerWords(header: string): string {
  return header
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** All of ASCII holds no accents. */
const isAscii = /^[\x00-\x7f]*$/;

/**
 * A text without case, accents and widths: `Période`, `PERIODE` and `periode` alike. The marks of
 * kana stay: without them ガ would be カ.
 * @example fold('Année') // 'annee'
 */
export function fold(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe');
}

const brackets = /\(([^()]*)\)|\[([^[\]]*)\]|\{([^{}]*)\}|（([^（）]*)）|【([^【】]*)】/gu;

/** What stands outside and inside of a header's brackets: "Sales (target) [EUR]". */
export function withoutBrackets(header: string): {
  readonly outside: string;
  readonly inside: readonly string[];
} {
  const inside = [...header.matchAll(brackets)].map((match) => match.slice(1).join(''));
  return { outside: header.replace(brackets, ' ').trim(), inside };
}
