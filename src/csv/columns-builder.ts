import type { TextColumn } from '../sales';

/** Collects texts of one column, whose number is not known before. */
export class GrowingColumn {
  private codes = new Int32Array(1024);
  private readonly values: string[] = [];
  private readonly known = new Map<string, number>();
  private length = 0;

  push(text: string): void {
    let code = this.known.get(text);
    if (code === undefined) {
      code = this.values.length;
      this.values.push(text);
      this.known.set(text, code);
    }
    if (this.length === this.codes.length) this.codes = doubled(this.codes);
    this.codes[this.length] = code;
    this.length += 1;
  }

  build(): TextColumn {
    this.known.clear();
    return { codes: this.codes.subarray(0, this.length), values: this.values };
  }
}

/** Collects whole numbers. */
export class GrowingNumbers {
  private numbers = new Int32Array(1024);
  private length = 0;

  push(number: number): void {
    if (this.length === this.numbers.length) this.numbers = doubled(this.numbers);
    this.numbers[this.length] = number;
    this.length += 1;
  }

  build(): Int32Array {
    return this.numbers.subarray(0, this.length);
  }
}

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}
