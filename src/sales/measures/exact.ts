/** Beyond six decimals an amount is a computed one and is added with compensation instead. */
export const mostDecimals = 6;

/** The largest whole number up to which doubles count exactly. */
const exactLimit = Number.MAX_SAFE_INTEGER;

/**
 * The decimals an amount is written with: the fewest with which it reads back the same. Undefined
 * where it has more than six or is too large to be counted exactly.
 * @example decimalsOf(16.448) // 3
 * @example decimalsOf(1 / 3) // undefined
 */
export function decimalsOf(amount: number): number | undefined {
  let scale = 1;
  for (let decimals = 0; decimals <= mostDecimals; decimals += 1) {
    const scaled = Math.round(amount * scale);
    if (Math.abs(scaled) > exactLimit) return undefined;
    if (scaled / scale === amount) return decimals;
    scale *= 10;
  }
  return undefined;
}

/**
 * `a` − `b`, exact at the decimals both are written with; plain subtraction where they have more
 * than six.
 * @example subtractExactly(8.2, 4.1) // 4.1
 * @example subtractExactly(0.3, 0.1) // 0.2
 */
export function subtractExactly(a: number, b: number): number {
  // Nearly all amounts have cents at most, which need no search for their decimals.
  const [centsA, centsB] = [Math.round(a * 100), Math.round(b * 100)];
  const areCents = centsA / 100 === a && centsB / 100 === b;
  if (areCents && Math.abs(centsA) <= exactLimit && Math.abs(centsB) <= exactLimit) {
    return (centsA - centsB) / 100 + 0;
  }
  const decimalsA = decimalsOf(a);
  const decimalsB = decimalsOf(b);
  if (decimalsA === undefined || decimalsB === undefined) return a - b;
  const scale = 10 ** Math.max(decimalsA, decimalsB);
  // Adding 0 turns a negative zero into a plain one.
  return (Math.round(a * scale) - Math.round(b * scale)) / scale + 0;
}
