/**
 * Text by number: row r holds `values[codes[r]]`. The empty text stands for a blank cell. Each text
 * stands once in `values`; some may stand in no row.
 */
export interface TextColumn {
  readonly codes: Int32Array;
  readonly values: readonly string[];
}

/** Collects texts row by row and numbers each distinct one. */
export class TextColumnBuilder {
  private readonly codes: Int32Array;
  private readonly values: string[] = [];
  private readonly known = new Map<string, number>();
  private length = 0;

  constructor(capacity: number) {
    this.codes = new Int32Array(capacity);
  }

  push(text: string): void {
    let code = this.known.get(text);
    if (code === undefined) {
      code = this.values.length;
      this.values.push(text);
      this.known.set(text, code);
    }
    this.codes[this.length] = code;
    this.length += 1;
  }

  build(): TextColumn {
    return { codes: this.codes.slice(0, this.length), values: this.values };
  }
}
