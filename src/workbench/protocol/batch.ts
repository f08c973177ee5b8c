import { HostError } from './errors';
import { events, HostCollection, HostObject, identity, membersOf, typeName } from './host-object';
import { runQuery } from './query';
import type { QueryInfo } from './query';

/* One request of office.js, in its own words: a list of actions on objects that paths lead to. */

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** For each argument the path of the object it stands for, or 0. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export interface BatchRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface BatchResponse {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds?: readonly number[];
  readonly Error?: {
    readonly ActionIndex: number;
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly HttpStatusCode: number;
  };
}

/** What a batch needs of the host that runs it. */
export interface BatchHost {
  readonly root: HostObject;
  /** An object that the client makes by the name of its type. */
  newObject(type: string): HostObject | undefined;
  findReference(id: string): HostObject | undefined;
  register(type: number, target: string): void;
  unregister(type: number, target: string): void;
  /** Resolves when what is read is calculated. */
  calculated(): Promise<void>;
  /** Called before each action; a fault on demand throws here. */
  before(actionIndex: number, member: string): void;
  unsupported(member: string): void;
}

const path = { root: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, null: 7 };
const action = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  ensureUnchanged: 8,
};

// Members that lead to other cells when values change; other ranges are found without waiting.
const dependsOnValues = /^Get(?:UsedRange|Spill)/;

const registration = /^_(Un)?register(?:Event)?(.+?)(?:Event)?$/i;

/** Runs one request. Actions before one that fails stay done: Excel does not roll back. */
export class Batch {
  readonly #resolved = new Map<number, HostObject | null>();
  #location = '';

  constructor(
    private readonly host: BatchHost,
    private readonly request: BatchRequest,
  ) {}

  async run(): Promise<BatchResponse> {
    const Results: { ActionId: number; Value: unknown }[] = [];
    const TraceIds: number[] = [];
    for (const [ActionIndex, each] of this.request.Actions.entries()) {
      this.#location = '';
      try {
        if (this.#reads(each)) await this.host.calculated();
        this.#announce(ActionIndex, each);
        Results.push({ ActionId: each.Id, Value: this.#perform(each) });
        if (each.ActionType === action.trace) TraceIds.push(each.Id);
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        const { code: Code, message: Message, status: HttpStatusCode } = error;
        const Location = this.#location;
        return {
          Error: { ActionIndex, Code, Message, Location, HttpStatusCode },
          Results,
          TraceIds,
        };
      }
    }
    return { Results, ...(TraceIds.length > 0 && { TraceIds }) };
  }

  #reads(each: Action): boolean {
    if (each.ActionType === action.query) return true;
    const name =
      each.ActionType === action.instantiate
        ? this.request.ObjectPaths[String(each.ObjectPathId)]?.Name
        : each.Name;
    return dependsOnValues.test(name ?? '');
  }

  /** Names the member for the faults on demand: `Range.values`, `TableCollection.add`. */
  #announce(index: number, { ActionType, Name, ObjectPathId }: Action): void {
    if (ActionType === action.trace) return;
    const leads = this.request.ObjectPaths[String(ObjectPathId)];
    const fresh = ActionType === action.instantiate && !this.#resolved.has(ObjectPathId);
    const named = fresh ? leads?.Name : Name;
    const owner = fresh ? leads?.ParentObjectPathId : ObjectPathId;
    const object = named && owner !== undefined ? this.#resolve(owner) : undefined;
    this.#location = object && named ? locate(object, named) : '';
    this.host.before(index, this.#location);
  }

  #perform(each: Action): unknown {
    if (each.ActionType === action.trace || each.ActionType === action.ensureUnchanged) return null;
    const object = this.#resolve(each.ObjectPathId);
    const args = this.#arguments(each.ArgumentInfo);
    switch (each.ActionType) {
      case action.instantiate:
        return object && object[identity];
      case action.query:
        this.#location = object?.[typeName] ?? '';
        return runQuery(object, each.QueryInfo ?? {}, (on, member) => this.#refuse(on, member));
      case action.method: {
        if (!object) return { _IsNull: true };
        const result = this.#call(object, each.Name, args);
        return result instanceof HostObject ? result[identity] : (result ?? null);
      }
      case action.setProperty:
        if (!object) return { _IsNull: true };
        this.#set(object, each.Name, args[0]);
        return null;
      default:
        return this.#refuse(object, `action type ${String(each.ActionType)}`);
    }
  }

  /** The object a path leads to, found once: a path through `Add` adds. Null for a null object. */
  #resolve(id: number): HostObject | null {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const leads = this.request.ObjectPaths[String(id)];
    if (!leads) throw new HostError('InvalidRequest');
    const object = this.#follow(leads);
    this.#resolved.set(id, object);
    return object;
  }

  #follow(leads: ObjectPath): HostObject | null {
    switch (leads.ObjectPathType) {
      case path.root:
        return this.host.root;
      case path.newObject:
        return this.host.newObject(leads.Name) ?? this.#refuse(null, leads.Name);
      case path.reference: {
        const object = this.host.findReference(leads.Name);
        if (!object) throw new HostError('ItemNotFound');
        return object;
      }
      case path.null:
        return null;
    }
    const parent = this.#resolve(leads.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    const args = this.#arguments(leads.ArgumentInfo);
    if (leads.ObjectPathType === path.indexer) {
      this.#location = locate(parent, 'getItem');
      if (!(parent instanceof HostCollection)) return this.#refuse(parent, 'getItem');
      return parent.getItem(args[0]);
    }
    const found =
      leads.ObjectPathType === path.property
        ? this.#get(parent, leads.Name)
        : this.#call(parent, leads.Name, args);
    if (found !== null && !(found instanceof HostObject)) return this.#refuse(parent, leads.Name);
    return found;
  }

  #get(object: HostObject, name: string): unknown {
    const member = membersOf(object).get(name.toLowerCase());
    this.#location = locate(object, name);
    return member?.get ? member.get.call(object) : this.#refuse(object, name);
  }

  #call(object: HostObject, name: string, args: readonly unknown[]): unknown {
    this.#location = locate(object, name);
    const member = membersOf(object).get(name.toLowerCase());
    if (member?.call) return member.call.apply(object, [...args]);
    const [, isUndone, event = ''] = registration.exec(name) ?? [];
    const raised = object[events];
    const type = raised?.types[event];
    if (!raised || type === undefined) return this.#refuse(object, name);
    if (isUndone) this.host.unregister(type, raised.target());
    else this.host.register(type, raised.target());
    return null;
  }

  #set(object: HostObject, name: string, value: unknown): void {
    this.#location = locate(object, name);
    const member = membersOf(object).get(name.toLowerCase());
    if (!member?.set) this.#refuse(object, name);
    else member.set.call(object, value);
  }

  #arguments(info: ArgumentInfo = {}): unknown[] {
    return (info.Arguments ?? []).map((argument, index) => {
      const reference = info.ReferencedObjectPathIds?.[index];
      if (typeof reference === 'number' && reference !== 0) return this.#resolve(reference);
      return this.#withObjects(argument);
    });
  }

  /** Plain data in which objects may stand as `{_ObjectPathId}`. */
  #withObjects(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    if ('_ObjectPathId' in value) return this.#resolve(Number(value._ObjectPathId));
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, this.#withObjects(part)]),
    );
  }

  #refuse(object: HostObject | null, name: string): never {
    const member = object ? locate(object, name) : name;
    this.#location = member;
    this.host.unsupported(member);
    throw new HostError('ApiNotFound', `The workbench does not support ${member}.`);
  }
}

function locate(object: HostObject, name: string): string {
  const plain = name.startsWith('_') ? name : name.charAt(0).toLowerCase() + name.slice(1);
  return `${object[typeName]}.${plain}`;
}
