import { cents, type Answer } from './answer';
import { months } from './workload';

/** The months of one region, and what is told of them. Figures that need earlier ones are NaN. */
export interface Trend {
  readonly region: string;
  readonly sums: Float64Array;
  /** Against the same month of the year before. */
  readonly growth: Float64Array;
  /** Of this month and the two before. */
  readonly average: Float64Array;
  /** By calendar month: its mean ÷ the mean of all. */
  readonly season: Float64Array;
}

/** What follows from the sums of 36 months; the same for everyone, and part of everyone's time. */
export function trendOf(region: string, sums: Float64Array): Trend {
  const growth = new Float64Array(months).fill(NaN);
  const average = new Float64Array(months).fill(NaN);
  const season = new Float64Array(12);
  let all = 0;
  for (let month = 0; month < months; month += 1) {
    const sum = sums[month] ?? 0;
    all += sum;
    season[month % 12] = (season[month % 12] ?? 0) + sum;
    if (month >= 12) growth[month] = sum / (sums[month - 12] ?? 0) - 1;
    if (month >= 2) average[month] = ((sums[month - 2] ?? 0) + (sums[month - 1] ?? 0) + sum) / 3;
  }
  const usual = all / 12;
  for (let month = 0; month < 12; month += 1) season[month] = (season[month] ?? 0) / usual;
  return { region, sums, growth, average, season };
}

export function trendAnswer(trends: readonly Trend[]): Answer {
  return trends.flatMap(({ region, sums, growth, average, season }) =>
    Array.from(sums, (sum, month) => [
      region,
      month,
      cents(sum),
      growth[month] ?? NaN,
      average[month] ?? NaN,
      season[month % 12] ?? NaN,
    ]),
  );
}
