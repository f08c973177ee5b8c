/** Why a total cannot be spread. */
export type AllocationProblem =
  'noWeights' | 'negativeWeight' | 'weightsAreZero' | 'tooManyDecimals';

/**
 * Spreads a total over weights so that the parts add up to it exactly.
 *
 * Every part is first cut down to whole minor units (`decimals` digits), then the units left over
 * go one by one to the largest remainders; ties go to the larger weight, then to the first. A
 * negative total mirrors the positive one. `weights` are n numbers of zero or more, at least one
 * above zero; the answer has n parts in their order, in the total's unit. Source: largest
 * remainder (Hamilton) apportionment.
 * @example allocate(100000, [1, 1, 1], 0) // [33334, 33333, 33333]
 * @example allocate(498, [83, 57, 106, 87, 57]) // [105.99, 72.79, 135.35, 111.09, 72.78]
 * @example allocate(-1000, [1, 1, 1], 0) // [-334, -333, -333]
 */
export function allocate(
  total: number,
  weights: readonly number[],
  decimals = 2,
): number[] | { readonly problem: AllocationProblem } {
  if (weights.length === 0) return { problem: 'noWeights' };
  if (weights.some((weight) => weight < 0)) return { problem: 'negativeWeight' };
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  if (weightSum === 0) return { problem: 'weightsAreZero' };
  const scale = 10 ** decimals;
  const units = Math.round(Math.abs(total) * scale);
  if (units / scale !== Math.abs(total)) return { problem: 'tooManyDecimals' };

  const quotas = weights.map((weight) => (units * weight) / weightSum);
  const parts = quotas.map(Math.floor);
  const left = units - parts.reduce((sum, part) => sum + part, 0);
  const order = quotas
    .map((quota, index) => ({ index, remainder: quota - Math.floor(quota) }))
    .sort(
      (a, b) =>
        // Remainders that differ only by rounding of the division are a tie.
        (Math.abs(a.remainder - b.remainder) > 1e-9 ? b.remainder - a.remainder : 0) ||
        (weights[b.index] ?? 0) - (weights[a.index] ?? 0) ||
        a.index - b.index,
    );
  // Floors of rounded quotas can be one off in total: then a unit is handed out twice or taken back.
  for (let unit = 0; unit < Math.abs(left); unit += 1) {
    const receiver =
      order[left > 0 ? unit % order.length : order.length - 1 - (unit % order.length)];
    if (receiver) parts[receiver.index] = (parts[receiver.index] ?? 0) + Math.sign(left);
  }
  return parts.map((part) => (Math.sign(total) * part) / scale + 0);
}
