import { HostCollection, HostObject, identity, membersOf, pascal } from './host-object';

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

/** What to load of an object: each name with what to load of what it leads to. */
type Selection = Map<string, Selection>;

/** Called where a selected member is missing. */
export type Unsupported = (object: HostObject, member: string) => never;

/**
 * Loads an object as the client asked. Names are matched whatever their case; nothing, or `*`,
 * asks for all plain properties.
 */
export function runQuery(
  object: HostObject | null,
  { Select = [], Expand = [], Top, Skip = 0 }: QueryInfo,
  unsupported: Unsupported,
): unknown {
  if (object === null) return null;
  const selection: Selection = new Map();
  for (const path of [...Select, ...Expand]) {
    let level = selection;
    for (const step of path.split('/')) {
      if (step === '') continue;
      const next = level.get(step.toLowerCase()) ?? (new Map() as Selection);
      level.set(step.toLowerCase(), next);
      level = next;
    }
  }
  return load(object, selection, unsupported, { from: Skip, to: Top && Skip + Top });
}

function load(
  object: HostObject,
  selection: Selection,
  unsupported: Unsupported,
  page: { readonly from: number; readonly to: number | undefined } = { from: 0, to: undefined },
): Record<string, unknown> {
  if (object instanceof HostCollection) {
    const own = new Map([...selection].filter(([name]) => membersOf(object).get(name)?.get));
    const ofItems = new Map([...selection].filter(([name]) => !own.has(name)));
    const nested = ofItems.get('items');
    if (nested) {
      ofItems.delete('items');
      for (const [name, next] of nested) ofItems.set(name, next);
    }
    const items = object.list().slice(page.from, page.to);
    return {
      ...(own.size > 0 && loadSelected(object, own, unsupported)),
      _Items: items.map((item) => load(item, ofItems, unsupported)),
    };
  }
  if (selection.size === 0 || selection.has('*')) {
    const rest = new Map([...selection].filter(([name]) => name !== '*'));
    return { ...loadPlain(object), ...loadSelected(object, rest, unsupported) };
  }
  return loadSelected(object, selection, unsupported);
}

function loadPlain(object: HostObject): Record<string, unknown> {
  const loaded: Record<string, unknown> = { ...object[identity] };
  for (const { name, get } of membersOf(object).values()) {
    // What may be a null object is an object too, and not loaded unless asked for.
    if (!get || name.endsWith('OrNullObject')) continue;
    const value: unknown = get.call(object);
    if (!(value instanceof HostObject)) loaded[pascal(name)] = value;
  }
  return loaded;
}

function loadSelected(
  object: HostObject,
  selection: Selection,
  unsupported: Unsupported,
): Record<string, unknown> {
  const loaded: Record<string, unknown> = { ...object[identity] };
  for (const [key, nested] of selection) {
    const member = membersOf(object).get(key);
    if (!member?.get) unsupported(object, key);
    else {
      const value: unknown = member.get.call(object);
      loaded[pascal(member.name)] =
        value instanceof HostObject ? load(value, nested, unsupported) : value;
    }
  }
  return loaded;
}
