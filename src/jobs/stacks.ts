import {
  arePeriods,
  findDoubt,
  findOtherUnits,
  findStacks,
  fold,
  holdsBothSides,
  holdsRowsOfBoth,
  isDefaultName,
  namesLeft,
  stepwise,
  type Column,
  type DataSource,
  type Issue,
  type RawTable,
  type Reading,
  type SourceTable,
  type StackDoubt,
  type TableReadOptions,
} from '../intake';
import { placeAddress, type Source } from '../workbook';
import type { Words } from '../wording';
import type { Look } from './looks';

/** No name of a sheet or table holds this sign. */
const between = '/';
/** Stands for all sheets of the layout of the one before it. */
const alike = '*';

/** What a source, or several sheets together, can be taken for. */
export type Taken = Pick<Look, 'isSales' | 'isTargets' | 'isBoth'>;

/** What was read of several sheets, and which columns tell when and how much. */
interface StackedSide {
  readonly source: DataSource;
  readonly table: SourceTable;
  readonly date?: Column;
  readonly amount?: Column;
}

/** Sheets of one layout, with what they can be taken for together. */
export interface FoundStack {
  readonly source: DataSource;
  readonly looks: readonly Look[];
  readonly isSales: boolean;
  readonly isTargets: boolean;
  readonly isBoth: boolean;
  /** What speaks against reading them as one. */
  readonly doubt?: Issue;
  /** What all of their rows say may prove them parts. */
  readonly isOpen: boolean;
}

/** The sheets among these that are of one layout and hold the same kind of figures. */
export function stacksAmong(
  looks: readonly Look[],
  saidOf: (source: Source) => Reading,
  words: Words,
  doubts: ReadonlyMap<string, Issue>,
): FoundStack[] {
  return (['amounts', 'targets'] as const).flatMap((holds) => {
    const alikeLooks = looks.filter((look) => look.holds === holds);
    const stackOf = (own: readonly Look[]): FoundStack => {
      const raws = own.map(({ table }) => table.raw);
      const parts = own.map((look) => look.source);
      const source = stackedSource(parts, words);
      const { isByPeriod, isYearOpen } = stackIn(raws, saidOf(source));
      const hasDate = isByPeriod || isYearOpen || own.every((look) => isDated(look));
      const names = parts.map(nameOf);
      const found = doubtAbout(raws, names, holds === 'targets');
      const told = found?.isOpen && areKnown(names, looks) ? undefined : found;
      const doubt = doubts.get(source.name) ?? (told && issueOf(own, told));
      return {
        source,
        looks: own,
        isSales: hasDate && holds === 'amounts',
        isTargets: hasDate && holds === 'targets',
        isBoth:
          hasDate && own.every(({ table }) => holdsBothSides(table) || holdsRowsOfBoth(table)),
        ...(doubt && { doubt }),
        isOpen: told?.isOpen === true && !doubts.has(source.name),
      };
    };
    return findStacks(alikeLooks.map(({ table }) => table.raw)).flatMap(({ sources }) => {
      const own = alikeLooks.filter(({ table }) => sources.includes(table.raw.source));
      const left = holds === 'amounts' ? looksLeft(own) : [];
      const some = left.length > 1 && left.length < own.length ? [stackOf(left)] : [];
      // These alone: a total that is added later is none of them.
      const named = some.filter(({ doubt }) => !doubt).map(byName);
      return [stackOf(own), ...named];
    });
  });
}

function looksLeft(looks: readonly Look[]): readonly Look[] {
  const names = looks.map(({ source }) => nameOf(source));
  const left = namesLeft(names);
  return looks.filter((_, at) => left.includes(names[at] ?? ''));
}

function byName(stack: FoundStack): FoundStack {
  const name = stack.looks.map(({ source }) => source.name).join(between);
  return { ...stack, source: { ...stack.source, name } };
}

/** Tables of Excel have names of their own, or bear that which Excel gave them. */
const nameOf = ({ name, sheet }: Source) => (isDefaultName(name) ? sheet : name);

/** Versions of targets bear any names; those of periods repeat nothing. */
function doubtAbout(
  raws: readonly RawTable[],
  names: readonly string[],
  areTargets: boolean,
): StackDoubt | undefined {
  const [first = '', second = ''] = names;
  const unsaid: StackDoubt | undefined = areTargets
    ? { names: [first, second], isOpen: false }
    : findDoubt(raws, names);
  const units = findOtherUnits(raws, names);
  return units ?? (arePeriods(names) ? undefined : unsaid);
}

/** Whether the targets of one column are those of all these names: then they are parts. */
function areKnown(names: readonly string[], looks: readonly Look[]): boolean {
  const wanted = names.map(fold);
  const hasAll = ({ raw }: SourceTable, { index, kind }: Column) => {
    if (kind !== 'text') return false;
    const { values } = raw.grid.column(index);
    const known = new Set(values.map((value) => (typeof value === 'string' ? fold(value) : '')));
    return wanted.every((name) => known.has(name));
  };
  return looks.some(
    ({ isTargets, table }) => isTargets && table.columns.some((column) => hasAll(table, column)),
  );
}

function issueOf(looks: readonly Look[], { names }: StackDoubt): Issue {
  const [found, expected] = names;
  const source = looks.find((look) => nameOf(look.source) === found)?.source;
  return { code: 'sheetsInDoubt', at: source ? placeAddress(source) : '', found, expected };
}

const isDated = ({ isSales, isTargets }: Look) => isSales || isTargets;

function stackIn(raws: readonly RawTable[], reading: Reading) {
  const [stack] = findStacks(raws, reading);
  return { isByPeriod: stack?.isByPeriod ?? false, isYearOpen: stack?.isYearOpen ?? false };
}

/**
 * What can hold sales, or targets, unless a person says it: a stack alone where nothing else does,
 * else each stack and each sheet for itself. What may count double comes last.
 */
export function candidatesOf(
  looks: readonly Look[],
  stacks: readonly FoundStack[],
  fits: (look: Taken) => boolean,
): readonly DataSource[] {
  const single = looks.filter(fits);
  const several = stacks.filter(fits);
  const [only] = several;
  const isAll = only && single.every((look) => only.looks.includes(look));
  const isPlain = ({ doubt, isOpen }: FoundStack) => !doubt || isOpen;
  if (only && several.length === 1 && isAll && isPlain(only)) return [only.source];
  const [first, last] = [several.filter(isPlain), several.filter((one) => !isPlain(one))];
  return [...first, ...single, ...last].map(({ source }) => source);
}

/** What all rows of sheets say against reading them as one; those of `stack`, unless a person named them. */
export async function doubtOfRows(
  { source, table, date, amount }: StackedSide,
  stack: FoundStack | undefined,
  options: TableReadOptions,
): Promise<Issue | undefined> {
  const open = stack?.isOpen ? stack.doubt : undefined;
  if (!source.parts || !date || !amount) return open;
  // Loaded where there are several sheets: the pane's first look at others does without.
  const { areParts, findCountedTwice } = await import('../intake/checks/stacked-rows');
  const when = { date, amount };
  const twice = await stepwise(findCountedTwice(table, when), source.name, options);
  if (twice || !open) return twice;
  return (await stepwise(areParts(table, when), source.name, options)) ? undefined : open;
}

/** `Jan/*` means every sheet of the layout of Jan, also those that are added later; `Jan/Feb` these two. */
export function stackOfNames(
  wished: string,
  find: (name: string) => DataSource | undefined,
  stacks: readonly DataSource[],
): DataSource | undefined {
  const names = wished.split(between);
  if (names.length < 2) return undefined;
  const found = names.map(find);
  const [first] = found;
  if (names.length === 2 && names[1] === alike) {
    return stacks.find(({ parts = [] }) =>
      parts.some(({ sheet, name }) => sheet === first?.sheet && name === first.name),
    );
  }
  const parts = found.filter((part) => part !== undefined);
  if (!first || new Set(parts).size < names.length) return undefined;
  const own = parts.map(({ name }) => name);
  return { ...first, name: own.join(between), label: own.join(', '), parts };
}

function stackedSource(parts: readonly Source[], words: Words): DataSource {
  const [first] = parts;
  if (!first) throw new Error('A stack has parts');
  const names = parts.map(({ name }) => name);
  return {
    ...first,
    name: `${first.name}${between}${alike}`,
    label: words.sheetsAsOne(names),
    parts,
  };
}

/** Whether a name means all sheets of a layout: `Jan/*`. */
export function isOpenEnded(name: string): boolean {
  return name.endsWith(`${between}${alike}`);
}

/** Whether a name denotes a source: its own, or that of any of its sheets with all like it. */
export function denotes(name: string, { name: own, parts = [] }: DataSource): boolean {
  return name === own || parts.some((part) => name === `${part.name}${between}${alike}`);
}
