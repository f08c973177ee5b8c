import { HostError } from './errors';

/** The keys of what the wire may not reach. */
export const identity = Symbol('identity');
export const events = Symbol('events');
export const typeName = Symbol('typeName');

export type Identity = Readonly<Record<'Id' | '_Id' | '_ReferenceId', string>>;

/** Event types by the name that registers them: `DataChanged` for `_RegisterDataChangedEvent`. */
export type EventTypes = Readonly<Record<string, number>>;

/**
 * An object of Excel's interface. A getter is a property to load, a setter one to write, a method
 * one to call, all under Excel's own name in camel case; nothing else on it is reachable.
 */
export abstract class HostObject {
  /** The class's name in Excel's interface, for error messages. */
  abstract readonly [typeName]: string;
  /** What the object's events are, and whose they are. */
  readonly [events]?: { readonly types: EventTypes; readonly target: () => string };

  /** What the client addresses the object by in later requests. */
  get [identity](): Partial<Identity> {
    return {};
  }
}

/** A collection: loading it loads its items. */
export abstract class HostCollection extends HostObject {
  abstract list(): readonly HostObject[];
  /** The item with this id or name. */
  abstract getItem(key: unknown): HostObject;

  getCount(): number {
    return this.list().length;
  }

  getItemAt(index: unknown): HostObject {
    const item = typeof index === 'number' ? this.list()[index] : undefined;
    if (!item) throw new HostError('InvalidArgument');
    return item;
  }

  /** The item, or null where `getItem` would say there is none. */
  getItemOrNullObject(key: unknown): HostObject | null {
    return orNull(() => this.getItem(key));
  }
}

export function orNull<Found>(find: () => Found): Found | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof HostError && error.code === 'ItemNotFound') return null;
    throw error;
  }
}

interface Member {
  /** In camel case. */
  readonly name: string;
  readonly get: (() => unknown) | undefined;
  readonly set: ((value: unknown) => void) | undefined;
  readonly call: ((...args: unknown[]) => unknown) | undefined;
}

/** Prototypes hold accessors and methods only. */
interface Descriptor {
  readonly get?: Member['get'];
  readonly set?: Member['set'];
  readonly value?: Member['call'];
}

const tables = new WeakMap<object, ReadonlyMap<string, Member>>();
const hidden = new Set(['constructor', 'list']);

/** The members of an object by lower-case name: clients spell them in Pascal and in camel case. */
export function membersOf(object: HostObject): ReadonlyMap<string, Member> {
  const prototype = Object.getPrototypeOf(object) as object;
  const known = tables.get(prototype);
  if (known) return known;
  const members = new Map<string, Member>();
  for (let level = prototype; level !== HostObject.prototype;) {
    const descriptors = Object.getOwnPropertyDescriptors(level) as Record<string, Descriptor>;
    for (const [name, { get, set, value: call }] of Object.entries(descriptors)) {
      if (hidden.has(name) || members.has(name.toLowerCase())) continue;
      members.set(name.toLowerCase(), { name, get, set, call });
    }
    level = Object.getPrototypeOf(level) as object;
  }
  tables.set(prototype, members);
  return members;
}

/** @example pascal('isEntireRow') // 'IsEntireRow' */
export function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
