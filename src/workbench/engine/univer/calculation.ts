import { ICommandService } from '@univerjs/core';
import type { IDisposable, ICellData, ICommandInfo, IRange, Nullable } from '@univerjs/core';
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetTriggerFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import { SetRangeValuesMutation } from '@univerjs/sheets';

import type { CalculatedCell } from '../engine';
import { toCellValue } from './cell-data';
import type { CustomCalls, FormulaCell } from './custom-functions';
import { unitId } from './univer-grid';
import type { UniverGrid } from './univer-grid';

interface CellBlock {
  readonly subUnitId: string;
  readonly cellValue?: Record<number, Record<number, Nullable<ICellData>>>;
}

/** Follows Univer's calculation: what changed, and whether anything still waits. */
export class Calculation {
  private readonly commands: ICommandService;
  private readonly dirty: IActiveDirtyManagerService;
  private readonly model: FormulaDataModel;
  private readonly subscription: IDisposable;
  private readonly waiters: (() => void)[] = [];
  private readonly listeners: ((cells: readonly CalculatedCell[]) => void)[] = [];
  private results: CalculatedCell[] = [];
  private isScheduled = false;
  private isRunning = false;

  constructor(
    private readonly sheets: UniverGrid,
    private readonly calls: CustomCalls,
  ) {
    const { injector } = sheets;
    this.commands = injector.get(ICommandService);
    this.dirty = injector.get(IActiveDirtyManagerService);
    this.model = injector.get(FormulaDataModel);
    this.subscription = this.commands.onCommandExecuted((command, options) => {
      this.follow(command, options?.['onlyLocal'] === true, options?.['fromFormula'] === true);
    });
  }

  onCalculated(listener: (cells: readonly CalculatedCell[]) => void): void {
    this.listeners.push(listener);
  }

  settled(): Promise<void> {
    if (this.isSettled) return Promise.resolve();
    return new Promise((resolve) => this.waiters.push(resolve));
  }

  recalculate(cells: readonly FormulaCell[]): void {
    const dirtyRanges = cells.map(({ sheetId, row, column }) => ({
      unitId: unitId,
      sheetId,
      range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
    }));
    this.commands.syncExecuteCommand(SetTriggerFormulaCalculationStartMutation.id, { dirtyRanges });
  }

  recalculateAll(): void {
    this.commands.syncExecuteCommand(SetTriggerFormulaCalculationStartMutation.id, {
      forceCalculation: true,
    });
  }

  dispose(): void {
    this.subscription.dispose();
    for (const resolve of this.waiters.splice(0)) resolve();
  }

  private get isSettled(): boolean {
    return !this.isScheduled && !this.isRunning && !this.calls.isWaiting;
  }

  private follow(command: Readonly<ICommandInfo>, isLocal: boolean, isResult: boolean): void {
    if (command.id === SetFormulaCalculationStartMutation.id) {
      this.isScheduled = false;
      this.isRunning = true;
    } else if (command.id === SetFormulaCalculationNotificationMutation.id) {
      const params = command.params as { functionsExecutedState?: number } | undefined;
      if (params?.functionsExecutedState !== undefined) this.end();
    } else if (command.id === SetRangeValuesMutation.id && isResult) {
      this.collect(command.params as CellBlock);
    } else if (
      this.dirty.get(command.id) &&
      !(command.id === SetRangeValuesMutation.id && isLocal)
    ) {
      // Univer gathers changes for 100 ms before it calculates.
      this.isScheduled = true;
    }
  }

  private collect({ subUnitId, cellValue }: CellBlock): void {
    const sheet = this.sheets.nameOf(subUnitId);
    if (sheet === undefined) return;
    for (const [row, line] of Object.entries(cellValue ?? {})) {
      for (const [column, cell] of Object.entries(line)) {
        const value = toCellValue(cell);
        this.results.push({ sheet, row: Number(row), column: Number(column), value });
      }
    }
  }

  private end(): void {
    this.isRunning = false;
    this.calls.calculationEnded();
    const cells = this.withSpills(this.results);
    this.results = [];
    if (cells.length > 0) for (const listener of this.listeners) listener(cells);
    if (!this.isSettled) return;
    // A stopped calculation is started anew in the same turn.
    queueMicrotask(() => {
      if (this.isSettled) for (const resolve of this.waiters.splice(0)) resolve();
    });
  }

  /** The cells with a formula that spills, each with all its values. */
  spills(sheetId: string): readonly CalculatedCell[] {
    const sheet = this.sheets.nameOf(sheetId);
    // Snapshots of Univer omit spilled cells: they are read from its formula data.
    const ranges = this.model.getArrayFormulaRange()[unitId]?.[sheetId] ?? {};
    const values = this.model.getArrayFormulaCellData()[unitId]?.[sheetId] ?? {};
    if (sheet === undefined) return [];
    const spills: CalculatedCell[] = [];
    for (const line of Object.values(ranges)) {
      for (const range of Object.values(line as Record<number, IRange>)) {
        const { startRow: row, startColumn: column, endRow, endColumn } = range;
        const anchor = this.sheets.cellOf(sheetId, row, column);
        if (!anchor || anchor.v === '#SPILL!' || (!anchor.f && !anchor.si)) continue;
        const spill = Array.from({ length: endRow - row + 1 }, (_, down) =>
          Array.from({ length: endColumn - column + 1 }, (_unused, across) =>
            down === 0 && across === 0
              ? toCellValue(anchor)
              : toCellValue(values[row + down]?.[column + across]),
          ),
        );
        spills.push({ sheet, row, column, value: toCellValue(anchor), spill });
      }
    }
    return spills;
  }

  /** The results of a calculation, those that spill with their spilled values. */
  private withSpills(results: readonly CalculatedCell[]): CalculatedCell[] {
    const bySheet = new Map<string, Map<string, CalculatedCell>>();
    return results.map((result) => {
      const { sheet } = result;
      let spills = bySheet.get(sheet);
      if (!spills) {
        const id = this.sheets.idOf(sheet);
        const cells = id === undefined ? [] : this.spills(id);
        spills = new Map(cells.map((cell) => [place(cell), cell]));
        bySheet.set(sheet, spills);
      }
      return spills.get(place(result)) ?? result;
    });
  }
}

function place({ row, column }: CalculatedCell): string {
  return `${String(row)},${String(column)}`;
}
