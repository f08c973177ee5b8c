import {
  hasTargetBeside,
  kindsHeld,
  type DataSource,
  type Found,
  type Issue,
  type Question,
  type SourceTable,
} from '../intake';
import type { SplitSheet } from './looks';
import { stackOfNames, type FoundStack, type Taken } from './stacks';

/** What data can be read from, by name. */
export class NamedSources {
  /** Everything that can be chosen. */
  readonly all: readonly DataSource[];

  constructor(
    private readonly plain: readonly DataSource[],
    private readonly stacks: readonly FoundStack[],
    private readonly split: readonly SplitSheet[],
    /** By the text that a person gave, ranges that were named by their address. */
    private readonly ranges: ReadonlyMap<string, DataSource>,
  ) {
    const tablesOf = (source: DataSource) =>
      split.flatMap((one) => (one.source === source ? one.tables : []));
    const known = [
      ...plain.flatMap((source) => [source, ...tablesOf(source)]),
      ...stacks.map(({ source }) => source),
    ];
    const others = new Map(
      Array.from(ranges.values())
        .filter(({ name }) => !known.some((one) => one.name === name))
        .map((range) => [range.name, range]),
    );
    this.all = [...known, ...others.values()];
  }

  /** The source of a name; undefined where there is none. */
  find(wished: string): DataSource | undefined {
    return (
      this.findPlain(wished) ??
      this.split.flatMap(({ tables }) => tables).find(({ name }) => name === wished) ??
      stackOfNames(
        wished,
        (name) => this.findPlain(name),
        this.stacks.map(({ source }) => source),
      ) ??
      this.ranges.get(wished)
    );
  }

  /** The tables of a sheet that holds several. */
  splitOf(sheet: DataSource): SplitSheet | undefined {
    return this.split.find(({ source }) => source === sheet);
  }

  /** Why sheets of one layout among these are not read as one unasked; none yet where their rows may tell. */
  doubtAbout(sources: readonly DataSource[]): Issue | undefined {
    const isAsked = ({ source, isOpen }: FoundStack) =>
      sources.includes(source) && (sources.length > 1 || !isOpen);
    return this.stacks.filter(isAsked).find(({ doubt }) => doubt)?.doubt;
  }

  private findPlain(wished: string): DataSource | undefined {
    const same = (name: string) => name.toLowerCase() === wished.toLowerCase();
    const onSheet = this.plain.filter((source) => same(source.sheet));
    return (
      this.plain.find((source) => source.name === wished) ??
      this.plain.find((source) => same(source.name)) ??
      // A sheet that is nothing but a table goes by either name.
      (onSheet.length === 1 ? onSheet[0] : undefined)
    );
  }
}

/** The source of a name, else the only one that fits and is not doubtful. */
export function findSource(
  named: NamedSources,
  wished: string | undefined,
  question: Question,
  fitting: () => readonly DataSource[],
  isDoubtful: (source: DataSource) => boolean = () => false,
): Found<DataSource> {
  if (wished !== undefined) {
    const found = named.find(wished);
    const sheet = found && question !== 'joinedSource' ? named.splitOf(found) : undefined;
    if (sheet && !sheet.isChosen) {
      const fits = fitting();
      const tables = fits.filter((one) => one === found || sheet.tables.includes(one));
      if (tables.length > 0) return only(tables, question);
      if (sheet.isOpen) return open(sheet.tables, question);
    }
    if (found) return { found };
    const candidates = named.all.map((source) => source.name);
    return { unclear: { question, source: wished, subject: wished, candidates } };
  }
  const fits = fitting();
  const doubt = named.doubtAbout(fits);
  const { unclear } = open(fits, question);
  if (doubt) return { unclear: { ...unclear, doubt } };
  return fits.every(isDoubtful) ? { unclear } : only(fits, question);
}

function only(candidates: readonly DataSource[], question: Question): Found<DataSource> {
  const [found] = candidates;
  return found && candidates.length === 1 ? { found } : open(candidates, question);
}

function open(candidates: readonly DataSource[], question: Question) {
  return { unclear: { question, source: '', candidates: candidates.map(({ name }) => name) } };
}

export type Candidates = (fits: (look: Taken) => boolean) => readonly DataSource[];

/** What fits among all that speaks of no costs, or where there is none among all. */
export function amongSold(
  candidates: Candidates,
  isOther: (source: DataSource) => boolean,
  find: (candidates: Candidates) => readonly DataSource[],
): readonly DataSource[] {
  const meant = find((fits) => candidates(fits).filter((source) => !isOther(source)));
  return meant.length > 0 ? meant : find(candidates);
}

/** Whether something holds sales and nothing else. */
export const isSalesAlone = ({ isSales, isTargets }: Taken) => isSales && !isTargets;

/** What can hold the sales: tables of nothing else, or where there are none those of sales and targets. */
export function salesAmong(candidates: Candidates): readonly DataSource[] {
  const alone = candidates(isSalesAlone);
  return alone.length > 0 ? alone : candidates((look) => look.isBoth);
}

/** What can hold the targets: tables of them, and that of the sales where a target stands beside. */
export function targetsAmong(
  candidates: Candidates,
  sales: DataSource | undefined,
  table: SourceTable | undefined,
): readonly DataSource[] {
  const others = candidates((look) => look.isTargets).filter(({ name }) => name !== sales?.name);
  const hasTargets = table && (hasTargetBeside(table) || kindsHeld(table).has('planned'));
  return sales && hasTargets ? [...others, sales] : others;
}
