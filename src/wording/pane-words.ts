import type { Grain } from '../sales';
import type { ImportWords } from './import-words';
import type { JoinPaneWords } from './join-words';

/** The pages of the pane. */
export type PageName = 'report' | 'targets' | 'actions' | 'quality';

/** The figures that the cards show. */
export type FigureName =
  'actual' | 'target' | 'targetToDate' | 'attainment' | 'pace' | 'gap' | 'growth';

/** The steps of the target wizard, in order. */
export type WizardStep = 'what' | 'howMuch' | 'when' | 'spread';

/** Labels and sentences of the pane itself. Figures and dates come in as texts. */
export interface PaneWords {
  readonly title: string;
  readonly pages: Readonly<Record<PageName, string>>;
  readonly buttons: Readonly<
    Record<
      | 'build'
      | 'buildAgain'
      | 'change'
      | 'done'
      | 'cancel'
      | 'close'
      | 'back'
      | 'next'
      | 'write'
      | 'lookAgain'
      | 'setTargets'
      | 'startOver'
      | 'buildWithTargets'
      | 'addAction'
      | 'saveAction'
      | 'refresh',
      string
    >
  >;
  readonly progress: {
    readonly looking: string;
    readonly building: string;
    readonly spreading: string;
    readonly writing: string;
    readonly reading: string;
    readonly rows: (read: string, all: string) => string;
  };
  readonly faults: {
    /** Before the text of an error nobody expected. */
    readonly ours: (text: string) => string;
    readonly cancelled: string;
    /** This Excel lacks parts of its interface that the add-in needs. */
    readonly tooOld: (missing: readonly string[]) => string;
  };
  readonly data: {
    readonly heading: string;
    readonly sales: string;
    readonly targets: string;
    readonly source: string;
    readonly dateColumn: string;
    readonly amountColumn: string;
    readonly itemColumn: (dimension: string) => string;
    readonly rows: (count: string) => string;
    /** As `rows`, of a table with periods across. */
    readonly figures: (count: string) => string;
    readonly dealsWon: (won: string, all: string) => string;
    readonly by: (grain: Grain) => string;
    readonly choose: string;
    readonly useSelection: string;
    readonly useSelectionFor: (side: string) => string;
    /** Why the selection can be no source. */
    readonly notSelected: Readonly<Record<'blank' | 'ours', string>>;
    readonly notFound: string;
    /** Of what was chosen and refused. */
    readonly notReadable: string;
    readonly openQuestions: string;
    /** Of a correction of how a table is read. */
    readonly takeBack: string;
    /** Before anybody tried to build. */
    readonly toMend: string;
    readonly standsInTheWay: string;
    readonly hasChanged: string;
    /** Opens how a table was read. */
    readonly howRead: Readonly<Record<'sales' | 'targets', string>>;
  };
  readonly options: {
    readonly heading: string;
    readonly groupBy: readonly [string, string, string];
    readonly nothing: string;
    readonly totalOnly: string;
    readonly targetColumns: string;
    readonly otherColumns: string;
    readonly grain: string;
    readonly grains: Readonly<Record<Grain, string>>;
    readonly asOf: string;
    readonly asOfHint: string;
    readonly shown: string;
    readonly shownByDefault: string;
    readonly summary: (facts: { readonly by: readonly string[]; readonly grain: string }) => string;
  };
  readonly built: {
    readonly isNew: (sheet: string) => string;
    readonly again: (sheet: string) => string;
    readonly stale: string;
    readonly span: string;
    readonly toDate: (year: string) => string;
    readonly asOf: (day: string) => string;
  };
  readonly figures: Readonly<Record<FigureName, string>>;
  readonly figureNotes: {
    readonly ofTarget: string;
    readonly ofTargetToDate: string;
    readonly reached: string;
    readonly missing: string;
    readonly from: (prior: string) => string;
    readonly variance: (variance: string) => string;
  };
  readonly rows: {
    readonly heading: string;
    readonly hint: string;
    /** In a period that is not over yet. */
    readonly openHint: string;
    readonly none: string;
    readonly filter: string;
    readonly noMatch: string;
    readonly more: (count: string) => string;
    readonly openActions: (count: number) => string;
    readonly select: (row: string) => string;
    readonly addActionFor: (row: string) => string;
    readonly reached: (attainment: string) => string;
    readonly variance: string;
  };
  readonly quality: {
    readonly heading: string;
    readonly used: (used: string, rows: string) => string;
    /** Of a table with periods across. */
    readonly figuresUsed: (used: string) => string;
    readonly setAside: (count: string) => string;
    /** What a report tells of its rows, where it has no remark. */
    readonly noIssues: string;
    /** Leads to the page that looks at more than a report does. */
    readonly look: string;
    readonly issues: (count: number) => string;
    /** Some of the other cells of which a remark holds, and how many there are. */
    readonly likewise: (cells: readonly string[], count: number) => string;
    readonly control: string;
    readonly withoutTarget: string;
  };
  readonly firstSteps: {
    readonly emptyHeading: string;
    readonly emptyText: string;
    readonly salesNeed: string;
    readonly targetsNeed: string;
    /** Where a sheet cannot be read before a question is answered. */
    readonly askedHeading: (questions: number) => string;
    readonly askedText: (questions: number) => string;
    readonly noSalesHeading: string;
    readonly noSalesText: string;
    readonly noTargetsHeading: string;
    /** Texts of a column that may tell sales and targets apart. */
    readonly versionsOpen: (header: string, texts: readonly string[]) => string;
    readonly noTargetsText: (sales: string) => string;
    readonly orChoose: string;
    /** The table of the sales, for targets in another of its columns. */
    readonly ownColumns: (sales: string) => string;
  };
  readonly wizard: {
    readonly heading: string;
    readonly steps: Readonly<Record<WizardStep, string>>;
    /** What each step asks, as its heading. */
    readonly questions: Readonly<Record<WizardStep, string>>;
    readonly needsSales: string;
    readonly measure: string;
    readonly measureHint: (source: string) => string;
    readonly by: string;
    readonly scope: string;
    readonly allItems: string;
    readonly onlySome: (dimension: string) => string;
    readonly itemsChosen: (chosen: string, all: string) => string;
    readonly pickItems: string;
    readonly findName: string;
    readonly basis: string;
    readonly total: string;
    readonly growth: string;
    readonly totalAmount: string;
    readonly growthPercent: string;
    readonly lastYearTotal: (year: string, total: string) => string;
    readonly lastYearUnknown: (year: string) => string;
    readonly pickAmount: string;
    readonly pickGrowth: string;
    readonly growthTooLow: string;
    readonly year: string;
    readonly pickYear: string;
    readonly grain: string;
    readonly phasing: string;
    readonly phasings: Readonly<Record<'lastYear' | 'even', string>>;
    readonly phasingHint: Readonly<Record<'lastYear' | 'even', string>>;
    readonly preview: string;
    readonly period: string;
    readonly amount: string;
    readonly item: string;
    readonly lastYear: string;
    readonly byPeriod: string;
    readonly byItem: string;
    readonly equals: (spread: string, total: string) => string;
    readonly differs: (spread: string, total: string) => string;
    readonly written: (table: string, sheet: string) => string;
    readonly missing: string;
  };
  readonly importing: ImportWords;
  readonly joins: JoinPaneWords;
  readonly actions: {
    readonly heading: string;
    readonly none: string;
    readonly open: (count: number) => string;
    readonly done: (count: number) => string;
    readonly form: string;
    readonly what: string;
    readonly whatIsMissing: string;
    readonly row: string;
    readonly noRow: string;
    readonly owner: string;
    readonly due: string;
    readonly note: string;
    readonly varianceThen: (variance: string) => string;
    readonly dueOn: (day: string) => string;
    readonly added: (sheet: string) => string;
    readonly noOwner: string;
  };
}
