import {
  arePeriods,
  findStacks,
  haveOtherUnits,
  holdsBothSides,
  holdsRowsOfBoth,
  mayRepeat,
  type DataSource,
  type RawTable,
  type Reading,
} from '../intake';
import type { Source } from '../workbook';
import type { Words } from '../wording';
import type { Look } from './looks';

/** No name of a sheet or table holds this sign. */
const between = '/';
/** Stands for all sheets of the layout of the one before it. */
const alike = '*';

/** What a source, or several sheets together, can be taken for. */
export type Taken = Pick<Look, 'isSales' | 'isTargets' | 'isBoth'>;

/** Sheets of one layout, with what they can be taken for together. */
export interface FoundStack {
  readonly source: DataSource;
  readonly looks: readonly Look[];
  readonly isSales: boolean;
  readonly isTargets: boolean;
  readonly isBoth: boolean;
  /** Nothing speaks against reading them as one. */
  readonly isPlain: boolean;
}

/** The sheets among these that are of one layout and hold the same kind of figures. */
export function stacksAmong(
  looks: readonly Look[],
  saidOf: (source: Source) => Reading,
  words: Words,
): FoundStack[] {
  return (['amounts', 'targets'] as const).flatMap((holds) => {
    const alikeLooks = looks.filter((look) => look.holds === holds);
    return findStacks(alikeLooks.map(({ table }) => table.raw)).map(({ sources }): FoundStack => {
      const own = alikeLooks.filter(({ table }) => sources.includes(table.raw.source));
      const raws = own.map(({ table }) => table.raw);
      const parts = own.map((look) => look.source);
      const source = stackedSource(parts, words);
      const { isByPeriod, isYearOpen } = stackIn(raws, saidOf(source));
      const hasDate = isByPeriod || isYearOpen || own.every((look) => isDated(look));
      const names = parts.map(({ name }) => name);
      // Versions of targets bear any names; those of periods repeat nothing.
      const isOnce = arePeriods(names) || (holds === 'amounts' && !mayRepeat(raws, names));
      const isPlain = isOnce && !haveOtherUnits(raws);
      return {
        source,
        looks: own,
        isSales: hasDate && holds === 'amounts',
        isTargets: hasDate && holds === 'targets',
        isBoth:
          hasDate && own.every(({ table }) => holdsBothSides(table) || holdsRowsOfBoth(table)),
        isPlain,
      };
    });
  });
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
  if (only && several.length === 1 && isAll && only.isPlain) return [only.source];
  const [first, last] = [
    several.filter((one) => one.isPlain),
    several.filter((one) => !one.isPlain),
  ];
  return [...first, ...single, ...last].map(({ source }) => source);
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

/** Whether a name denotes a source: its own, or that of any of its sheets with all like it. */
export function denotes(name: string, { name: own, parts = [] }: DataSource): boolean {
  return name === own || parts.some((part) => name === `${part.name}${between}${alike}`);
}
