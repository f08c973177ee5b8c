import { serialDates, type DataFound, type SalesSpan, type TargetWishes } from '../../jobs';
import type { Grain } from '../../sales';
import type { PaneWords, WizardStep } from '../../wording';
import { findNumber } from '../numbers';

/** Where the sales are and how they are read. */
type SalesWishes = Pick<
  TargetWishes,
  'sales' | 'salesDate' | 'salesAmount' | 'readings' | 'periodYear' | 'ranges' | 'joins'
>;

/** The sales with their columns. */
export type SalesSide = NonNullable<DataFound['sales']>;

export const wizardSteps: readonly WizardStep[] = ['what', 'howMuch', 'when', 'spread'];

/** What was typed and chosen so far, as it was typed. */
export interface Wizard {
  readonly by: readonly string[];
  /** The dimension of which only some names get targets. */
  readonly scope: string | undefined;
  readonly texts: readonly string[];
  readonly basis: 'total' | 'growth';
  readonly total: string;
  readonly growth: string;
  readonly year: string;
  readonly grain: Grain;
  readonly phasing: TargetWishes['phasing'];
}

/**
 * Where the wizard starts: the year that sales have begun but not ended, or the next one once they
 * reach December. Without sales of the year before, with a total spread evenly.
 */
export function firstWizard(found: DataFound, by: readonly string[], span?: SalesSpan): Wizard {
  const last = span && serialDates.civilOf(span.last);
  const year = last && (last.month === 12 ? last.year + 1 : last.year);
  // Growth, and last year's pattern, need sales of last year.
  const isFirstYear = span && year && serialDates.civilOf(span.first).year >= year;
  const shared = by.length > 0 ? by : found.dimensions.slice(0, 1).map(({ header }) => header);
  return {
    by: shared,
    scope: undefined,
    texts: [],
    basis: isFirstYear ? 'total' : 'growth',
    total: '',
    growth: '5',
    year: year ? String(year) : '',
    grain: 'quarter',
    phasing: isFirstYear ? 'even' : 'lastYear',
  };
}

/** The year typed, if it is one. */
export function findYear(text: string): number | undefined {
  return /^(19|20|21)\d\d$/.test(text.trim()) ? Number(text) : undefined;
}

type Words = PaneWords['wizard'];

/** What a step still lacks, in words; undefined where it is complete. */
export function missingIn(
  step: WizardStep,
  wizard: Wizard,
  words: Words,
  locale: string,
): string | undefined {
  switch (step) {
    case 'what':
      return wizard.scope !== undefined && wizard.texts.length === 0 ? words.pickItems : undefined;
    case 'howMuch':
      return wizard.basis === 'total'
        ? missingTotal(wizard.total, words, locale)
        : missingGrowth(wizard.growth, words, locale);
    case 'when':
      return findYear(wizard.year) === undefined ? words.pickYear : undefined;
    case 'spread':
      return undefined;
  }
}

function missingTotal(text: string, words: Words, locale: string): string | undefined {
  const total = findNumber(text, locale);
  return total === undefined || total <= 0 ? words.pickAmount : undefined;
}

function missingGrowth(text: string, words: Words, locale: string): string | undefined {
  const percent = findNumber(text.replace('%', ''), locale);
  if (percent === undefined) return words.pickGrowth;
  return percent <= -100 ? words.growthTooLow : undefined;
}

/** The first step that lacks something, with what it lacks. */
export function firstGap(
  wizard: Wizard,
  words: Words,
  locale: string,
): { readonly step: WizardStep; readonly missing: string } | undefined {
  for (const step of wizardSteps) {
    const missing = missingIn(step, wizard, words, locale);
    if (missing !== undefined) return { step, missing };
  }
  return undefined;
}

/** What the wizard asks for; undefined while something is missing. */
export function wishesOf(
  wizard: Wizard,
  sales: SalesWishes,
  locale: string,
): TargetWishes | undefined {
  const year = findYear(wizard.year);
  const basis = basisOf(wizard, locale);
  if (year === undefined || !basis) return undefined;
  if (wizard.scope !== undefined && wizard.texts.length === 0) return undefined;
  return {
    ...sales,
    by: wizard.by,
    year,
    grain: wizard.grain,
    basis,
    phasing: wizard.phasing,
    ...scopeOf(wizard),
  };
}

/** What tells last year's sales of the scope: all but how much and how it is spread. */
export function lastYearWishes(wizard: Wizard, sales: SalesWishes): TargetWishes | undefined {
  const year = findYear(wizard.year);
  if (year === undefined || (wizard.scope !== undefined && wizard.texts.length === 0)) {
    return undefined;
  }
  return {
    ...sales,
    by: wizard.by,
    year,
    grain: 'year',
    basis: { kind: 'growth', ratio: 0 },
    phasing: 'even',
    ...scopeOf(wizard),
  };
}

function scopeOf({ scope, texts }: Wizard): Pick<TargetWishes, 'only'> {
  return scope === undefined ? {} : { only: { dimension: scope, texts } };
}

function basisOf(wizard: Wizard, locale: string): TargetWishes['basis'] | undefined {
  if (wizard.basis === 'total') {
    const total = findNumber(wizard.total, locale);
    return total === undefined || total <= 0 ? undefined : { kind: 'total', total };
  }
  const percent = findNumber(wizard.growth.replace('%', ''), locale);
  return percent === undefined || percent <= -100
    ? undefined
    : { kind: 'growth', ratio: percent / 100 };
}
