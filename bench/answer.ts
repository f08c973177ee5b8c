/** What somebody found, in the order it was asked for, to be compared. */
export type Answer = readonly (readonly (string | number)[])[];

/** Amounts are compared in cents, since most peers add binary fractions. */
export function cents(amount: number): number {
  return Math.round(amount * 100) + 0;
}

/** Figures that are quotients may differ in their last digits. */
const tolerance = 1e-9;

/** The first difference between two answers; undefined where there is none. */
export function findDifference(expected: Answer, found: Answer): string | undefined {
  if (expected.length !== found.length) {
    return `${String(found.length)} lines instead of ${String(expected.length)}`;
  }
  for (const [index, line] of expected.entries()) {
    const other = found[index] ?? [];
    const isSame =
      line.length === other.length && line.every((value, at) => isAlike(value, other[at]));
    if (!isSame) {
      return `line ${String(index)} is ${JSON.stringify(other)} instead of ${JSON.stringify(line)}`;
    }
  }
  return undefined;
}

function isAlike(one: string | number, other: string | number | undefined): boolean {
  if (one === other || typeof one !== 'number' || typeof other !== 'number') return one === other;
  if (Number.isNaN(one) || Number.isNaN(other)) return Number.isNaN(one) && Number.isNaN(other);
  return Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(one), Math.abs(other));
}
