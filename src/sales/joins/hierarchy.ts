import { getDimension, type Dataset } from '../dataset';
import type { Assignment } from './assignments';

/** A child that stands with more than one parent, with all of them in order of appearance. */
export interface SeveralParents {
  readonly child: string;
  readonly parents: readonly string[];
}

/** Each child's one parent; or, where there is no such hierarchy, the children that have several. */
export type Hierarchy =
  { readonly assignments: readonly Assignment[] } | { readonly several: readonly SeveralParents[] };

/**
 * The hierarchy that two dimensions of a data set spell out row by row: of which team each person
 * is. With it targets that are set by person can be reported by team.
 *
 * A row without a child or without a parent tells nothing, so that a child may be left without any
 * parent. Children and parents are texts, met letter for letter; assignments are undated and in
 * the order in which the children first stand. Where a child has several parents, all such children
 * are answered instead: the data alone cannot tell which one counts when.
 *
 * Throws where a dimension is not there. Source: the functional dependency child → parent.
 * @example hierarchyFromData({ rows: 1, dates: Int32Array.of(1), amounts: amountsOf(Float64Array.of(1)),
 *   dimensions: new Map([['Person', { codes: Int32Array.of(0), values: ['Ann'] }],
 *   ['Team', { codes: Int32Array.of(0), values: ['West'] }]]) }, 'Person', 'Team')
 *   // { assignments: [{ key: 'Ann', parent: 'West' }] }
 */
export function hierarchyFromData(dataset: Dataset, child: string, parent: string): Hierarchy {
  const [children, parents] = [getDimension(dataset, child), getDimension(dataset, parent)];
  const isTold = (texts: readonly string[]) =>
    Uint8Array.from(texts, (text) => Number(text !== ''));
  const [isChild, isParent] = [isTold(children.values), isTold(parents.values)];
  const parentOf = new Map<number, number>();
  const first = new Int32Array(children.values.length).fill(-1);
  const several = new Map<number, Set<number>>();
  for (let row = 0; row < dataset.rows; row += 1) {
    const [own, above] = [children.codes[row] ?? 0, parents.codes[row] ?? 0];
    if (!isChild[own] || !isParent[above]) continue;
    const known = first[own] ?? -1;
    if (known === above) continue;
    if (known < 0) {
      first[own] = above;
      parentOf.set(own, above);
    } else {
      const all = several.get(own) ?? new Set([known]);
      several.set(own, all.add(above));
    }
  }
  const childText = (code: number) => children.values[code] ?? '';
  const parentText = (code: number) => parents.values[code] ?? '';
  if (several.size > 0) {
    return {
      several: [...several].map(([own, all]) => ({
        child: childText(own),
        parents: [...all].map(parentText),
      })),
    };
  }
  return {
    assignments: [...parentOf].map(([own, above]) => ({
      key: childText(own),
      parent: parentText(above),
    })),
  };
}
