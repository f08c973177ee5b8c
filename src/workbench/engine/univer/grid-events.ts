import { ICommandService, ObjectMatrix } from '@univerjs/core';
import type { ICommandInfo, IDisposable, IRange } from '@univerjs/core';
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveRangeMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetNameMutation,
} from '@univerjs/sheets';

import type { GridEvent } from '../engine';
import { toArea } from './ranges';
import type { UniverGrid } from './univer-grid';

interface Params {
  readonly subUnitId?: string;
  readonly sheetId?: string;
  readonly name?: string;
  readonly range?: IRange;
  readonly sheet?: { readonly name: string };
  readonly cellValue?: Record<number, Record<number, unknown>>;
  readonly selections?: readonly { readonly range: IRange }[];
  readonly from?: { readonly subUnitId: string; readonly value: Record<number, unknown> };
  readonly to?: { readonly subUnitId: string; readonly value: Record<number, unknown> };
}

const structure = {
  [InsertRowMutation.id]: ['rowsInserted', 'Row'],
  [RemoveRowMutation.id]: ['rowsDeleted', 'Row'],
  [InsertColMutation.id]: ['columnsInserted', 'Column'],
  [RemoveColMutation.id]: ['columnsDeleted', 'Column'],
} as const;

/** Whether any of the cells carries more than a style. */
function touchesContents(cells: Record<number, Record<number, unknown>>): boolean {
  return Object.values(cells).some((line) =>
    Object.values(line).some(
      (cell) =>
        cell === null ||
        (typeof cell === 'object' && ('v' in cell || 'f' in cell || 'p' in cell || 'si' in cell)),
    ),
  );
}

/** Tells what a person did in the grid, from Univer's mutations that are not the engine's own. */
export class GridEvents {
  private readonly listeners: ((event: GridEvent) => void)[] = [];
  private readonly subscriptions: IDisposable[];
  /** Sheets' names before the mutation that is under way. */
  private formerName: string | undefined;

  constructor(private readonly sheets: UniverGrid) {
    const commands = sheets.injector.get(ICommandService);
    this.subscriptions = [
      commands.beforeCommandExecuted((command) => {
        if (command.id !== SetWorksheetNameMutation.id && command.id !== RemoveSheetMutation.id)
          return;
        this.formerName = this.sheets.nameOf((command.params as Params).subUnitId ?? '');
      }),
      commands.onCommandExecuted((command, options) => {
        if (this.sheets.isOwnAct || options?.['fromFormula'] === true) return;
        for (const event of this.events(command)) {
          for (const listener of this.listeners) listener(event);
        }
      }),
    ];
  }

  listen(listener: (event: GridEvent) => void): void {
    this.listeners.push(listener);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private events(command: Readonly<ICommandInfo>): GridEvent[] {
    const params = (command.params ?? {}) as Params;
    const { id } = command;
    const sheetId = params.subUnitId ?? params.sheetId ?? '';
    if (id === MoveRangeMutation.id) {
      return [params.from, params.to].flatMap((side) =>
        side
          ? this.edited(side.subUnitId, side.value as Record<number, Record<number, unknown>>)
          : [],
      );
    }
    if (id === InsertSheetMutation.id) {
      return params.sheet ? [{ kind: 'sheetAdded', sheet: params.sheet.name }] : [];
    }
    if (id === RemoveSheetMutation.id) {
      return this.formerName === undefined
        ? []
        : [{ kind: 'sheetDeleted', sheet: this.formerName }];
    }
    const sheet = this.sheets.nameOf(sheetId);
    if (sheet === undefined) return [];
    if (id === SetRangeValuesMutation.id) {
      const cells = params.cellValue ?? {};
      return touchesContents(cells) ? this.edited(sheetId, cells) : [];
    }
    const change = structure[id];
    if (change && params.range) {
      const [kind, way] = change;
      const at = params.range[`start${way}`];
      return [{ kind, sheet, at, count: params.range[`end${way}`] - at + 1 }];
    }
    if (id === SetSelectionsOperation.id) {
      const [first, ...others] = params.selections ?? [];
      if (!first) return [];
      return [{ kind: 'selected', sheet, area: toArea(first.range), others: others.length }];
    }
    if (id === SetWorksheetActiveOperation.id) return [{ kind: 'activated', sheet }];
    if (id === SetWorksheetNameMutation.id && this.formerName !== undefined) {
      return [{ kind: 'sheetRenamed', sheet, from: this.formerName }];
    }
    return [];
  }

  private edited(sheetId: string, cells: Record<number, Record<number, unknown>>): GridEvent[] {
    const sheet = this.sheets.nameOf(sheetId);
    const range = new ObjectMatrix(cells).getDataRange();
    if (sheet === undefined || range.endRow < range.startRow) return [];
    let left = Infinity;
    let right = -1;
    for (const line of Object.values(cells)) {
      for (const column of Object.keys(line).map(Number)) {
        left = Math.min(left, column);
        right = Math.max(right, column);
      }
    }
    const rows = Object.keys(cells).map(Number);
    const top = Math.min(...rows);
    if (right < 0) return [];
    const area = {
      row: top,
      column: left,
      rows: Math.max(...rows) - top + 1,
      columns: right - left + 1,
    };
    return [{ kind: 'edited', sheet, area, contents: this.sheets.contentsOf(sheetId, area) }];
  }
}
