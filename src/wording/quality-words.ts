import type { Finding, FindingCode, FindingWeight, FixEffect, FixRule, Quality } from '../intake';

/** Words about the quality of data: findings, fixes, and the page and sheet that list them. */
export interface QualityWords {
  /** What was found, in one sentence that names its first cell. */
  readonly findings: Readonly<Record<FindingCode, (finding: Finding) => string>>;
  /** How it is read as long as nobody changes it. */
  readonly assumed: Readonly<Record<FindingCode, (finding: Finding) => string>>;
  readonly weights: Readonly<Record<FindingWeight, string>>;
  /** What a button does. */
  readonly fix: (rule: FixRule) => string;
  readonly effect: (effect: FixEffect) => string;
  readonly fixed: (cells: number) => string;
  /** Cells with formulas are left to the person. */
  readonly byHand: (cells: readonly string[]) => string;
  readonly changedSince: (cells: readonly string[]) => string;
  readonly cannotUndo: (cells: readonly string[]) => string;
  readonly title: string;
  readonly sides: Readonly<Record<'sales' | 'targets', string>>;
  readonly counts: Readonly<Record<'read' | 'used' | 'setAside' | 'skipped' | 'total', string>>;
  /** In place of the rows used and their total, while a question is open. */
  readonly notRead: string;
  /** What amounts of several currencies add up to in one. */
  readonly totalAtRates: (currency: string) => string;
  /** In place of a total: of several currencies, of figures to date, else of figures in percent. */
  readonly noTotal: (quality: Pick<Quality, 'currencies' | 'findings'>) => string;
  readonly headers: Readonly<
    Record<'side' | 'weight' | 'finding' | 'at' | 'column' | 'count' | 'values' | 'assumed', string>
  >;
  readonly nothingFound: string;
  readonly page: Readonly<
    Record<
      | 'look'
      | 'lookAgain'
      | 'looking'
      | 'fixing'
      | 'preview'
      | 'apply'
      | 'cancel'
      | 'undo'
      | 'undone'
      | 'was'
      | 'becomes'
      | 'cell'
      | 'write'
      | 'cannotLook'
      | 'readOtherwise',
      string
    >
  >;
  readonly written: (sheet: string) => string;
  readonly more: (count: number) => string;
}
