import type {
  Issue,
  IssueCode,
  JoinQuestion,
  JoinUnclear,
  Layout,
  Question,
  YearTeller,
} from '../intake';
import type { Grain, KeyFigureName, Reason, Status } from '../sales';
import type { WorkbookErrorCode } from '../workbook';
import type { JoinsTold } from './join-words';

/** A shortfall's largest parts, for the message above a report. */
export interface Culprit {
  readonly name: string;
  readonly share: number;
}

export interface ReportFacts {
  readonly period: string;
  readonly isOpen: boolean;
  readonly asOf: string;
  readonly attainment: number | undefined;
  readonly pace: number | undefined;
  /** The largest shortfalls and their shares of all shortfalls together, largest first. */
  readonly culprits: readonly Culprit[];
  readonly behind: number;
  readonly keys: number;
}

export interface ReportNotes {
  readonly asOf: string;
  readonly grain: Grain;
  readonly targetGrain: Grain;
  readonly salesAt: string;
  readonly salesRows: number;
  readonly salesUsed: number;
  readonly targetsAt: string;
  readonly targetRows: number;
  readonly targetsUsed: number;
}

/** How cells and values are read, as answers to choose from. */
export interface ReadingWords {
  readonly layouts: Readonly<Record<Layout, string>>;
  readonly totals: Readonly<Record<'total' | 'name', string>>;
  readonly dateOrders: Readonly<Record<'dmy' | 'mdy', string>>;
  readonly daySwaps: Readonly<Record<'swap' | 'keep', string>>;
  readonly decimalSigns: Readonly<Record<'.' | ',', string>>;
  readonly moved: Readonly<Record<'asItStands', string>>;
}

/** Names of key figures, and what is said around them. */
export interface KeyFigureWords {
  readonly heading: string;
  readonly names: Readonly<Record<KeyFigureName, string>>;
  /** Days as a unit behind a number, such as "d". */
  readonly days: string;
  /** What the open pipeline is of, beside its figures of spans. */
  readonly asRead: string;
  readonly lacking: (facts: { readonly name: string; readonly reason: string }) => string;
}

/** Every word a user reads, in one language. */
export interface Words {
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  /** The same in a period that is still open, by the target to date. */
  readonly openStatuses: Readonly<Record<Status, string>>;
  readonly grains: Readonly<Record<Grain, string>>;
  readonly issues: Readonly<Record<IssueCode, (issue: Issue) => string>>;
  /** What is missing or not certain; `candidates` may be empty. */
  readonly questions: Readonly<
    Record<
      Question,
      (unclear: {
        readonly source: string;
        readonly candidates: readonly string[];
        readonly subject?: string;
        readonly at?: string;
        readonly told?: readonly YearTeller[];
        readonly spelled?: { readonly targets: string; readonly sales: string };
      }) => string
    >
  >;
  readonly readings: ReadingWords;
  readonly keyFigures: KeyFigureWords;
  /** What a table that is joined to sales leaves open. */
  readonly joinQuestions: Readonly<Record<JoinQuestion, (unclear: JoinUnclear) => string>>;
  /** Both ways in which a rate can be meant. */
  readonly rateBases: (
    rate: NonNullable<JoinUnclear['rate']>,
  ) => Readonly<Record<'first' | 'second', string>>;
  /** What was joined to the sales, a sentence each. */
  readonly joinLines: (joins: JoinsTold) => readonly string[];
  readonly workbookErrors: Readonly<Record<WorkbookErrorCode, (subject: string) => string>>;
  readonly unassigned: string;
  readonly total: string;
  readonly notAvailable: string;
  readonly comment: string;
  readonly allPeriods: string;
  readonly notes: string;
  readonly status: string;
  readonly pace: string;
  readonly attainment: string;
  readonly yearToDate: string;
  readonly actualAndTarget: string;
  readonly reportName: string;
  readonly targetsName: string;
  /** What several sheets that are read as one are called: "Jan, Feb, Mar … (12 sheets)". */
  readonly sheetsAsOne: (sheets: readonly string[]) => string;
  readonly actionsName: string;
  readonly message: (facts: ReportFacts) => readonly [string, string];
  readonly reportTitle: (facts: {
    readonly amount: string;
    readonly by: readonly string[];
    readonly unit: string;
  }) => string;
  readonly scenarios: (facts: {
    readonly period: string;
    readonly yearToDate: string;
    readonly asOf: string;
  }) => string;
  readonly chartDescription: (facts: {
    readonly grain: Grain;
    readonly first: string;
    readonly last: string;
  }) => string;
  readonly notesLines: (notes: ReportNotes) => readonly string[];
  readonly control: Readonly<
    Record<
      | 'sales'
      | 'targets'
      | 'assigned'
      | 'unassigned'
      | 'total'
      | 'withoutTarget'
      | 'keptComments'
      | 'setAside',
      string
    >
  >;
  readonly targetHeaders: Readonly<Record<'period' | 'start' | 'target', string>>;
  /** About the quality of the data. */
  /** What a link to a cell does. */
  readonly showCell: (at: string) => string;
  readonly actionHeaders: Readonly<
    Record<
      'what' | 'row' | 'period' | 'variance' | 'owner' | 'due' | 'status' | 'note' | 'open',
      string
    >
  >;
  readonly wizard: Readonly<
    Record<
      | 'nothingToSpread'
      | 'noPeriods'
      | 'totalIsNoNumber'
      | 'totalHasTooManyDecimals'
      | 'noLastYear'
      | 'noWeights'
      | 'otherColumns'
      | 'otherPeriods'
      | 'partialLastYear',
      string
    >
  >;
}
