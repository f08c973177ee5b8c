/**
 * The median of `values[from … to − 1]`, whose order is changed: the middle one, of an even number
 * the mean of the two in the middle. There must be at least one.
 *
 * By Hoare's selection with the middle of three for a pivot. Source: C. A. R. Hoare, Algorithm 65:
 * Find, Communications of the ACM 4 (1961).
 * @example medianOf(Float64Array.of(5, 1, 3), 0, 3) // 3
 * @example medianOf(Float64Array.of(4, 1, 3, 2), 0, 4) // 2.5
 */
export function medianOf(values: Float64Array, from: number, to: number): number {
  const count = to - from;
  const middle = from + (count >> 1);
  select(values, from, to - 1, middle);
  const upper = values[middle] ?? 0;
  if (count % 2 === 1) return upper;
  let lower = -Infinity;
  for (let at = from; at < middle; at += 1) {
    const value = values[at] ?? 0;
    if (value > lower) lower = value;
  }
  return (lower + upper) / 2;
}

/** Puts the number that belongs at `place` there: none before it is greater, none behind smaller. */
function select(values: Float64Array, first: number, last: number, place: number): void {
  let [low, high] = [first, last];
  while (low < high) {
    const pivot = middleOfThree(
      values[low] ?? 0,
      values[(low + high) >> 1] ?? 0,
      values[high] ?? 0,
    );
    let [left, right] = [low, high];
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left += 1;
      while ((values[right] ?? 0) > pivot) right -= 1;
      if (left > right) break;
      const value = values[left] ?? 0;
      values[left] = values[right] ?? 0;
      values[right] = value;
      left += 1;
      right -= 1;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else return;
  }
}

function middleOfThree(a: number, b: number, c: number): number {
  return a < b ? (b < c ? b : Math.max(a, c)) : a < c ? a : Math.max(b, c);
}
