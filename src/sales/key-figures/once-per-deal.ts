import { findNumbers, findTexts, groupTogether, type Amounts, type Dataset } from '../dataset';

/**
 * Sales in which a deal of several rows, for its lines or for those who share its credit, has its
 * days from creation to closing once for each key: means and medians are of deals, not of rows.
 */
export function oncePerDeal(sales: Dataset, by: readonly string[]): Dataset {
  const days = findNumbers(sales, 'cycleDays');
  if (!days || !hasRepeatedDeals(sales)) return sales;
  const [grouping] = groupTogether([sales], [...by, 'wonDeal']);
  const seen = new Map<number, Set<number>>();
  const blanks = Uint8Array.from(sales.dates, (day, row) => {
    const group = grouping?.groups[row] ?? 0;
    const known = seen.get(group) ?? new Set<number>();
    const isRepeated = known.has(day);
    seen.set(group, known.add(day));
    return Number(isRepeated || days.blanks?.[row] === 1);
  });
  const values = days.values.map((value, row) => (blanks[row] === 1 ? 0 : value));
  const once: Amounts = { values, decimals: days.decimals, blanks };
  return { ...sales, numbers: new Map([...(sales.numbers ?? []), ['cycleDays', once]]) };
}

/** Whether a deal of the sales has several rows. */
export function hasRepeatedDeals(sales: Dataset): boolean {
  const deals = findTexts(sales, 'wonDeal');
  return deals !== undefined && new Set(deals.codes).size < sales.rows;
}
