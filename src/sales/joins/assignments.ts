import type { SerialDate } from '../calendar';
import { afterAllDays, beforeAllDays } from './last-begun';

/** That a key belongs to a parent: Ann to the team West, from a day to a day, both included. */
export interface Assignment {
  readonly key: string;
  /** The empty text: to none, so that a key can leave one parent without joining another. */
  readonly parent: string;
  /** Left out: since ever. */
  readonly from?: SerialDate;
  /** Left out: until further notice. */
  readonly to?: SerialDate;
}

/** Two assignments, by their places in the list, that give one key two parents on some day. */
export interface AssignmentClash {
  readonly first: number;
  readonly second: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly parent: string;
  /** The place of the assignment that reaches furthest. */
  readonly index: number;
}

/** The spans of every key: in order, those of one parent that touch joined into one. */
export function spansOf(assignments: readonly Assignment[]): {
  readonly byKey: ReadonlyMap<string, readonly Span[]>;
  readonly clashes: readonly AssignmentClash[];
} {
  const byKey = new Map<string, Span[]>();
  for (const [index, { key, parent, from, to }] of assignments.entries()) {
    const span = { start: from ?? beforeAllDays, end: to ?? afterAllDays, parent, index };
    const known = byKey.get(key);
    if (known) known.push(span);
    else byKey.set(key, [span]);
  }
  const clashes: AssignmentClash[] = [];
  for (const [key, spans] of byKey) {
    spans.sort((one, other) => one.start - other.start || one.index - other.index);
    const joined: Span[] = [];
    for (const span of spans) {
      const last = joined.at(-1);
      const further = last && last.end >= span.end ? last : span;
      if (last?.parent === span.parent && last.end >= span.start - 1) {
        joined.splice(-1, 1, { ...further, start: last.start });
        continue;
      }
      if (last && last.end >= span.start) clashes.push({ first: last.index, second: span.index });
      joined.push(span);
    }
    byKey.set(key, joined);
  }
  return { byKey, clashes };
}

/**
 * The assignments that contradict each other: the same key, different parents, and a day that both
 * hold. At least one clash is named for each key that has any; overlapping spans of one parent are
 * none. No clash: every key has at most one parent on every day.
 * @example findClashes([{ key: 'Ann', parent: 'West' }, { key: 'Ann', parent: 'East', from: 46054 }])
 *   // [{ first: 0, second: 1 }]
 * findClashes([{ key: 'Ann', parent: 'West', to: 46053 }, { key: 'Ann', parent: 'East', from: 46054 }]) // []
 */
export function findClashes(assignments: readonly Assignment[]): readonly AssignmentClash[] {
  return spansOf(assignments).clashes;
}
