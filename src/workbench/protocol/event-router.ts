import { intersect, isWhole } from '../model';
import type { ModelChange, WorkbookModel } from '../model';
import { shortAddress } from './members/objects';
import { plain } from './members/range-values';
import type { References } from './references';

/** One entry of office.js's message event: category, type, target, message, and two flags. */
export type MessageEntry = readonly [number, number, string, string, number, boolean];

const objectEvents = 65536;

const types = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selected: 14,
  deleted: 15,
  calculated: 16,
  renamed: 25,
  tableChanged: 101,
} as const;

const wholeWorkbook = 'Workbook';

/** Turns changes of the workbook into events for whoever registered. */
export class EventRouter {
  readonly #registered = new Map<string, number>();
  #pending: MessageEntry[] = [];
  #isHeld = 0;
  /** What an add-in switches off around its own writes. */
  enabled = true;

  constructor(
    private readonly workbook: WorkbookModel,
    private readonly references: References,
    private readonly send: (entries: readonly MessageEntry[]) => void,
  ) {
    workbook.onChange((change) => {
      this.#route(change);
    });
  }

  register(type: number, target: string): void {
    const key = `${String(type)} ${target}`;
    this.#registered.set(key, (this.#registered.get(key) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const key = `${String(type)} ${target}`;
    const left = (this.#registered.get(key) ?? 0) - 1;
    if (left > 0) this.#registered.set(key, left);
    else this.#registered.delete(key);
  }

  /** The page is gone, and its handlers with it. */
  clear(): void {
    this.#registered.clear();
    this.#pending = [];
    this.enabled = true;
  }

  /** During a request events wait: the client loses those that come before the answer. */
  hold(): void {
    this.#isHeld += 1;
  }

  release(): void {
    this.#isHeld -= 1;
    if (this.#isHeld > 0 || this.#pending.length === 0) return;
    const entries = this.#pending;
    this.#pending = [];
    this.send(entries);
  }

  #route(change: ModelChange): void {
    if (!this.enabled || this.#registered.size === 0) return;
    this.hold();
    switch (change.kind) {
      case 'cells':
        this.#cells(change);
        break;
      case 'calculated':
        for (const area of change.areas) {
          const message = { worksheetId: change.sheet, address: shortAddress(area) };
          this.#raise(types.calculated, [change.sheet, wholeWorkbook], message);
        }
        break;
      case 'activated':
        this.#raise(types.activated, [change.sheet, wholeWorkbook], { worksheetId: change.sheet });
        break;
      case 'deactivated':
        this.#raise(types.deactivated, [change.sheet, wholeWorkbook], {
          worksheetId: change.sheet,
        });
        break;
      case 'selected': {
        const message = { worksheetId: change.sheet, address: shortAddress(change.area) };
        this.#raise(types.selected, [change.sheet, wholeWorkbook], message);
        break;
      }
      case 'sheetAdded':
      case 'sheetDeleted': {
        const { sheet: worksheetId, source } = change;
        const type = change.kind === 'sheetAdded' ? types.added : types.deleted;
        this.#raise(type, [wholeWorkbook], { worksheetId, source });
        break;
      }
      case 'sheetRenamed': {
        const { sheet: worksheetId, source, before, after } = change;
        const message = { worksheetId, source, nameBefore: before, nameAfter: after };
        this.#raise(types.renamed, [worksheetId, wholeWorkbook], message);
        break;
      }
      case 'layout':
      case 'charts':
      case 'workbook':
        break;
    }
    this.release();
  }

  #cells(change: Extract<ModelChange, { kind: 'cells' }>): void {
    const { sheet: worksheetId, area, source, type } = change;
    const sheet = this.workbook.findSheet(worksheetId);
    if (!sheet) return;
    const message = {
      worksheetId,
      address: shortAddress(area),
      changeType: type,
      source,
      triggerSource: source === 'Local' ? 'ThisLocalAddin' : 'Unknown',
      shiftDirection: shiftDirection(change),
      ...details(change),
    };
    const withReference = () => ({
      ...message,
      referenceId: this.references.keepForEvent({ sheet, area }),
    });
    this.#raise(types.changed, [worksheetId, wholeWorkbook], withReference);
    for (const table of sheet.tables) {
      if (!intersect(table.area, area)) continue;
      this.#raise(types.tableChanged, [table.id, worksheetId, wholeWorkbook], () => ({
        ...withReference(),
        tableId: table.id,
      }));
    }
  }

  #raise(type: number, targets: readonly string[], message: object | (() => object)): void {
    for (const target of targets) {
      if (!this.#registered.has(`${String(type)} ${target}`)) continue;
      const text = JSON.stringify(typeof message === 'function' ? message() : message);
      this.#pending.push([objectEvents, type, target, text, 0, false]);
    }
  }
}

function shiftDirection({ shift }: Extract<ModelChange, { kind: 'cells' }>): string {
  if (!shift || isWhole(shift)) return 'None';
  if (shift.axis === 'row') return shift.count > 0 ? 'ShiftCellDown' : 'ShiftCellUp';
  return shift.count > 0 ? 'ShiftCellRight' : 'ShiftCellLeft';
}

/** Excel tells the values before and after for single cells only. */
function details({ before, after }: Extract<ModelChange, { kind: 'cells' }>): object {
  if (before === undefined || after === undefined) return {};
  const type = (value: typeof before) =>
    value === null
      ? 'Empty'
      : { object: 'Error', number: 'Double', string: 'String', boolean: 'Boolean' }[
          typeof value as 'object' | 'number' | 'string' | 'boolean'
        ];
  return {
    valueBefore: plain(before),
    valueAfter: plain(after),
    valueTypeBefore: type(before),
    valueTypeAfter: type(after),
  };
}
