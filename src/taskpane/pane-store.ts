import {
  buildReport,
  findLastWishes,
  type BuiltReport,
  type Issue,
  type RangeMarks,
  type ReportWishes,
  type Session,
  type TableReadOptions,
  type Outcome,
} from '../jobs';
import type { PageName } from '../wording';

/** Something to tell the person, above the page. */
export interface Notice {
  readonly id: number;
  readonly intent: 'success' | 'info' | 'warning' | 'error';
  readonly text: string;
}

export interface PaneState {
  readonly page: PageName;
  readonly notice: Notice | undefined;
  /** What was asked of the report so far. */
  readonly wishes: ReportWishes;
  readonly built: BuiltReport | undefined;
  /** Files of text on their way into the workbook, as they came. */
  readonly files: readonly File[];
  /** The data changed since the report was built. */
  readonly isStale: boolean;
  /** What stood in the way of the last try to build, as long as the data are as they were then. */
  readonly obstacles: readonly Issue[];
  /** Counts changes of the workbook that came from elsewhere. */
  readonly changes: number;
  /** Counts how often another page asked for a report. */
  readonly buildsAsked: number;
  /** A report was asked for from outside the pane, and waits for an answer. */
  readonly isAnswerWanted: boolean;
  /** Counts changes of actions, whoever made them. */
  readonly actionChanges: number;
}

export type WishChange = {
  readonly [Wish in keyof ReportWishes]?: ReportWishes[Wish] | undefined;
};

const first: PaneState = {
  page: 'report',
  notice: undefined,
  wishes: {},
  built: undefined,
  files: [],
  isStale: false,
  obstacles: [],
  changes: 0,
  buildsAsked: 0,
  isAnswerWanted: false,
  actionChanges: 0,
};

/** The state that pages share and that outlives their coming and going. */
export class PaneStore {
  private current = first;
  private noticeId = 0;
  private readonly listeners = new Set<() => void>();

  constructor(readonly session: Session) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly state = (): PaneState => this.current;

  readonly set = (change: Partial<PaneState>): void => {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  };

  readonly tell = (intent: Notice['intent'], text: string): void => {
    this.noticeId += 1;
    this.set({ notice: { id: this.noticeId, intent, text } });
  };

  /** Shows a page. News of success is of the page it came from; what went wrong stays. */
  readonly goTo = (page: PageName): void => {
    const { notice } = this.current;
    this.set({ page, notice: notice?.intent === 'success' ? undefined : notice });
  };

  readonly dismiss = (): void => {
    this.set({ notice: undefined });
  };

  /** Takes wishes over; one that is undefined is left to be found again. */
  readonly wish = (change: WishChange): void => {
    const wishes: WishChange = { ...this.current.wishes, ...change };
    const kept = Object.entries(wishes).filter(([, value]) => value !== undefined);
    this.set({ wishes: Object.fromEntries(kept), obstacles: [] });
  };

  /** Keeps what ranges looked like when they were chosen, which tells what has moved or was added since. */
  noteRanges(seen: RangeMarks): void {
    const { wishes } = this.current;
    const known = wishes.ranges ?? {};
    const ranges: RangeMarks = Object.fromEntries(
      Object.entries(seen).map(([name, mark]) => [name, known[name] ?? mark] as const),
    );
    if (JSON.stringify(ranges) === JSON.stringify(known)) return;
    this.set({ wishes: { ...wishes, ranges } });
  }

  /** Takes up what was asked of the workbook's report; false where it has none. */
  async takeUp(): Promise<boolean> {
    const wishes = await findLastWishes(this.session);
    if (wishes) this.set({ wishes });
    return wishes !== undefined;
  }

  /** Builds the report of the present wishes and keeps what came of it. */
  async build(options: TableReadOptions = {}): Promise<Outcome<BuiltReport>> {
    const outcome = await buildReport(this.session, this.current.wishes, options);
    if ('done' in outcome) this.set({ built: outcome.done, isStale: false, obstacles: [] });
    else this.set({ obstacles: outcome.stopped.issues });
    return outcome;
  }

  /** Builds the report with targets just written; the Report page does it and shows it. */
  reportOn(table: string, by: readonly string[]): void {
    this.wish({
      targets: table,
      targetDate: undefined,
      targetAmount: undefined,
      targetDimensions: undefined,
      by,
      grain: undefined,
      shown: undefined,
    });
    this.set({ page: 'report', buildsAsked: this.current.buildsAsked + 1 });
  }

  readonly addFiles = (files: readonly File[]): void => {
    if (files.length > 0) this.set({ files: [...this.current.files, ...files], notice: undefined });
  };

  /** We wrote a sheet that data may be read from: nobody else tells of it. */
  noteOwnWriting(): void {
    const { changes, built } = this.current;
    this.set({ changes: changes + 1, isStale: built !== undefined, obstacles: [] });
  }

  noteChange(sheet: string): void {
    const { built, changes, actionChanges } = this.current;
    // What people type beside the report is no change of its data.
    if (sheet === built?.sheet) return;
    this.set({
      changes: changes + 1,
      actionChanges: actionChanges + 1,
      isStale: built !== undefined,
      obstacles: [],
    });
  }
}
