import { findChild, findChildren, parseXml, textContent, walk } from '@cj-tech-master/excelts/xml';
import { partText, resolveTarget, Unreadable } from './package';
import type { Parts } from './package';

type Element = ReturnType<typeof parseXml>['root'];
export type { Element };
export { findChild, findChildren, textContent, walk };

/** A small part as a tree; undefined where the file has no such part. */
export function findTree(parts: Parts, path: string): Element | undefined {
  const bytes = parts.get(path);
  if (!bytes) return undefined;
  try {
    return parseXml(partText(bytes)).root;
  } catch (cause) {
    throw new Unreadable('brokenPart', path, cause);
  }
}

export interface Relationship {
  readonly id: string;
  /** The last word of its type: `worksheet`, `table`, `drawing`. */
  readonly type: string;
  /** A path inside the package, or the address of something outside. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** What a part points to. */
export function relationshipsOf(parts: Parts, path: string): readonly Relationship[] {
  const slash = path.lastIndexOf('/') + 1;
  const tree = findTree(parts, `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`);
  if (!tree) return [];
  return findChildren(tree, 'Relationship').map(({ attributes }) => {
    const isExternal = attributes['TargetMode'] === 'External';
    const target = attributes['Target'] ?? '';
    return {
      id: attributes['Id'] ?? '',
      type: attributes['Type']?.split('/').at(-1) ?? '',
      target: isExternal ? target : namedAs(parts, resolveTarget(path, target)),
      isExternal,
    };
  });
}

/** The path of a part as the package spells it: capitals make no difference. */
function namedAs(parts: Parts, path: string): string {
  if (parts.has(path)) return path;
  const wanted = path.toLowerCase();
  return [...parts.keys()].find((key) => key.toLowerCase() === wanted) ?? path;
}
