import type { DataSource, Issue, NotRead, Reading, Readings, TableReadOptions } from '../intake';
import { glanceAt, type Look, type SplitSheet } from './looks';
import { NamedSources } from './named-sources';
import { rangesNamed, type RangeMarks, type RangesNamed } from './ranges';
import type { Session } from './session';
import { candidatesOf, denotes, stacksAmong, type FoundStack, type Taken } from './stacks';

/** What a person said that decides what there is to read from, and how it is read. */
export interface SourceWishes {
  /** By the name of a source, how it is to be read. */
  readonly readings?: Readings;
  /** The year of periods that name none, unless a source's reading says it. */
  readonly periodYear?: number;
  /** What ranges looked like when they were chosen. */
  readonly ranges?: RangeMarks;
}

/** What data can be read from, and what each source looks like. */
export interface Surroundings {
  readonly named: NamedSources;
  /** Sheets and tables that stand alone, and what they look like. */
  readonly plain: readonly DataSource[];
  readonly looks: readonly Look[];
  readonly stacks: readonly FoundStack[];
  readonly unread: readonly NotRead[];
  /** Sheets that hold several tables. */
  readonly split: readonly SplitSheet[];
  readonly ranges: RangesNamed;
  /** What a person said of a source alone, and with what holds for all of them. */
  readonly readingOf: (source: DataSource) => Reading;
  readonly saidOf: (source: DataSource) => Reading;
  /** What can be taken for what `fits` asks for. */
  readonly candidates: (fits: (look: Taken) => boolean) => readonly DataSource[];
}

/** What turned out once sheets were read whole. */
export interface Known {
  /** Sheets that hold several tables. */
  readonly whole: ReadonlySet<string>;
  /** By the name of several sheets of one layout, why they are not read as one unasked. */
  readonly doubts: ReadonlyMap<string, Issue>;
}

/**
 * Looks at every source; `texts` are those that a person named, and sheets of `whole` are looked at in
 * all of their rows.
 */
export async function lookAround(
  session: Session,
  { readings = {}, periodYear, ranges: marks }: SourceWishes,
  texts: readonly (string | undefined)[],
  options: TableReadOptions,
  { whole, doubts }: Known,
): Promise<Surroundings> {
  const readingOf = (source: DataSource): Reading => {
    const name = Object.keys(readings).find((one) => denotes(one, source));
    return (name === undefined ? undefined : readings[name]) ?? {};
  };
  const saidOf = (source: DataSource): Reading => ({
    ...(periodYear !== undefined && { year: periodYear }),
    ...readingOf(source),
  });
  const plain = await session.sources();
  const { looks, unread, split } = await glanceAt(session, plain, saidOf, options, whole);
  const others = looks.filter(({ source }) => plain.includes(source) && !session.isOurs(source));
  const stacks = stacksAmong(others, saidOf, session.words, doubts);
  const ranges = await rangesNamed(session, texts, marks);
  return {
    named: new NamedSources(plain, stacks, split, ranges.byText),
    plain,
    looks,
    unread,
    split,
    ranges,
    readingOf,
    saidOf,
    stacks,
    candidates: (fits) => candidatesOf(looks, stacks, fits),
  };
}
