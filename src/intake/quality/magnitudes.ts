/** The bits of 1 tell which half of a number's bits holds its power of two. */
const high = new Int32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;

/** There are so many powers of two, 0 being that of 0 itself. */
export const powers = 2048;

/**
 * The power of two that each size lies at or above, counted from the smallest there is: of two sizes
 * in neighbouring ones, the larger is less than four times the smaller. Much cheaper than a logarithm.
 * @example
 * const of = powersOf(Float64Array.of(8, -15, 16, 0));
 * [of(1) - of(0), of(2) - of(0), of(3)] // [0, 1, 0]
 */
export function powersOf(numbers: Float64Array): (row: number) => number {
  const words = new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length * 2);
  return (row) => ((words[row * 2 + high] ?? 0) >>> 20) & (powers - 1);
}

/** How many numbers are of each power. */
export function countPowers(numbers: Float64Array): Int32Array {
  const counts = new Int32Array(powers);
  const powerOf = powersOf(numbers);
  for (let row = 0; row < numbers.length; row += 1) {
    const power = powerOf(row);
    counts[power] = (counts[power] ?? 0) + 1;
  }
  return counts;
}
