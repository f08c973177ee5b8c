/** Before and after every day: the edges of what is open on a side. */
export const beforeAllDays = -2_147_483_648;
export const afterAllDays = 2_147_483_647;

/**
 * Entries that begin on days, by the numbers of the texts they belong to: finds the one begun last
 * on or before a day. Texts are looked up once each, rows by number and a binary search.
 */
export class LastBegun<Entry extends { readonly start: number }> {
  /** All entries of the texts, text by text, each text's in the order they begin. */
  readonly entries: readonly Entry[];
  /** The entries of text t stand from `offsets[t]` up to `offsets[t + 1]`. */
  private readonly offsets: Int32Array;
  private readonly starts: Int32Array;

  constructor(texts: readonly string[], byText: ReadonlyMap<string, readonly Entry[]>) {
    const entries: Entry[] = [];
    this.offsets = new Int32Array(texts.length + 1);
    for (const [number, text] of texts.entries()) {
      const own = byText.get(text);
      if (own) entries.push(...own.toSorted((one, other) => one.start - other.start));
      this.offsets[number + 1] = entries.length;
    }
    this.entries = entries;
    this.starts = Int32Array.from(entries, ({ start }) => start);
  }

  /** The index of the entry; −1 where none has begun by that day. */
  find(text: number, day: number): number {
    const first = this.offsets[text] ?? 0;
    let [low, high] = [first, this.offsets[text + 1] ?? first];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.starts[middle] ?? afterAllDays) <= day) low = middle + 1;
      else high = middle;
    }
    return low > first ? low - 1 : -1;
  }
}
