/** The encodings a person may choose, as the Encoding Standard names them. */
export const encodings = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
  'utf-16le',
  'utf-16be',
  'macintosh',
] as const;

export type Encoding = (typeof encodings)[number];

/**
 * Finds a file's encoding from all of its bytes: a byte order mark, the zero bytes of UTF-16, UTF-8
 * where nothing contradicts it, Japanese where it reads whole as such, else that of western Windows.
 */
export class EncodingProbe {
  private marked: Encoding | undefined;
  private head: Uint8Array = new Uint8Array(0);
  private readonly utf8 = new Attempt('utf-8');
  private readonly japanese = new Attempt('shift_jis');
  private kana = 0;
  private beyondAscii = 0;

  take(bytes: Uint8Array): void {
    if (this.head.length < 4096) this.lengthenHead(bytes);
    if (this.marked) return;
    this.utf8.take(bytes);
    if (this.utf8.isValid) return;
    const text = this.japanese.take(bytes);
    if (text === undefined) return;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit < 128) continue;
      this.beyondAscii += 1;
      // Hiragana, katakana and the common ideographs; single half-width katakana prove nothing,
      // since every western letter with an accent reads as one.
      if ((unit >= 0x3040 && unit <= 0x30ff) || (unit >= 0x4e00 && unit <= 0x9fff)) this.kana += 1;
    }
  }

  /** True once further bytes cannot change the answer. */
  get isCertain(): boolean {
    return this.marked !== undefined;
  }

  found(): Encoding {
    if (this.marked) return this.marked;
    const wide = wideByZeros(this.head);
    if (wide) return wide;
    if (this.utf8.ends()) return 'utf-8';
    const isJapanese = this.japanese.ends() && this.kana >= 4 && this.kana > this.beyondAscii / 2;
    return isJapanese ? 'shift_jis' : 'windows-1252';
  }

  private lengthenHead(bytes: Uint8Array): void {
    const longer = new Uint8Array(Math.min(4096, this.head.length + bytes.length));
    longer.set(this.head);
    longer.set(bytes.subarray(0, longer.length - this.head.length), this.head.length);
    this.head = longer;
    const [first, second, third] = longer;
    if (first === 0xef && second === 0xbb && third === 0xbf) this.marked = 'utf-8';
    if (first === 0xff && second === 0xfe) this.marked = 'utf-16le';
    if (first === 0xfe && second === 0xff) this.marked = 'utf-16be';
  }
}

/** A minus or a bracket may stand before an amount's sign, and a minus behind it. */
const yen = /^([\s(（+△▲−-]*)\\(?=[\s△▲−-]*[\d０-９])/;

/**
 * In Shift JIS one byte is the yen sign and the backslash: before digits it is the yen sign.
 * @example withYenSign('(\\1,200)') // '(¥1,200)'
 */
export function withYenSign(field: string): string {
  return field.includes('\\') ? field.replace(yen, '$1¥') : field;
}

/** Decodes until a byte does not fit. */
class Attempt {
  isValid = true;
  private readonly decoder: TextDecoder;

  constructor(encoding: Encoding) {
    this.decoder = new TextDecoder(encoding, { fatal: true });
  }

  take(bytes?: Uint8Array): string | undefined {
    if (!this.isValid) return undefined;
    try {
      return this.decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      // A decoder says so by an error, and cannot go on.
      this.isValid = false;
      return undefined;
    }
  }

  /** Whether the whole was valid, its last character too. */
  ends(): boolean {
    this.take();
    return this.isValid;
  }
}

/** In UTF-16, every other byte of a western text is zero. */
function wideByZeros(head: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const half = head.length / 2;
  if (odd > half * 0.4 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.4 && odd < half * 0.1 ? 'utf-16be' : undefined;
}
