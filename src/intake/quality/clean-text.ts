/**
 * A name without spaces around it, with single plain spaces in it and without marks nobody sees.
 * @example cleanText(' GTX\u00a0 Pro ') // 'GTX Pro'
 */
export function cleanText(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
