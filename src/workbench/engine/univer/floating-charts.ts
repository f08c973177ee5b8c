import { DrawingTypeEnum, IUniverInstanceService, UniverInstanceType } from '@univerjs/core';
import type { Injector, Workbook } from '@univerjs/core';
import { SheetCanvasFloatDomManagerService } from '@univerjs/preset-sheets-drawing';
import { ComponentManager } from '@univerjs/preset-sheets-core';
import type { FunctionComponent } from 'react';

/** A rectangle in cells: 2.5 is the middle of the third row or column. */
export interface CellFrame {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface FloatingChart {
  readonly id: string;
  readonly frame: CellFrame;
}

const componentKey = 'workbench-chart';

/** Pictures that float over the cells of the active sheet and scroll with them. */
export class FloatingCharts {
  private readonly shown = new Map<string, { remove: () => void; key: string }>();

  constructor(private readonly services: Injector) {}

  /** Says what draws a chart, given its id in `data`. */
  drawWith(component: FunctionComponent<{ data?: { id: string } }>): void {
    this.services.get(ComponentManager).register(componentKey, component);
  }

  /** The charts of a sheet: new ones appear, moved ones move, missing ones go. */
  show(sheet: string, charts: readonly FloatingChart[]): void {
    const workbook = this.services
      .get(IUniverInstanceService)
      .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    const worksheet = workbook?.getSheetBySheetName(sheet);
    if (!workbook || !worksheet) return;
    const subUnitId = worksheet.getSheetId();
    const manager = this.services.get(SheetCanvasFloatDomManagerService);
    const wanted = new Map(charts.map((chart) => [`${subUnitId}:${chart.id}`, chart]));
    for (const [id, { remove, key }] of [...this.shown]) {
      const chart = wanted.get(id);
      if (!id.startsWith(`${subUnitId}:`)) continue;
      if (chart && key === JSON.stringify(chart.frame)) continue;
      remove();
      this.shown.delete(id);
    }
    const across = (position: number): number =>
      along(position, (column) => worksheet.getColumnWidth(column));
    const down = (position: number): number =>
      along(position, (row) => worksheet.getRowHeight(row));
    for (const [id, { frame, ...chart }] of wanted) {
      if (this.shown.has(id)) continue;
      const added = manager.addFloatDomToPosition(
        {
          componentKey,
          unitId: workbook.getUnitId(),
          subUnitId,
          allowTransform: false,
          eventPassThrough: true,
          type: DrawingTypeEnum.DRAWING_DOM,
          initPosition: {
            startX: across(frame.left),
            endX: across(frame.right),
            startY: down(frame.top),
            endY: down(frame.bottom),
          },
          data: { id: chart.id },
        },
        id,
      );
      if (added) {
        this.shown.set(id, { remove: added.dispose, key: JSON.stringify(frame) });
      }
    }
  }
}

/** The distance from the sheet's edge to a position in rows or columns. */
function along(position: number, sizeOf: (index: number) => number): number {
  const whole = Math.floor(position);
  let distance = (position - whole) * sizeOf(whole);
  for (let index = 0; index < whole; index += 1) distance += sizeOf(index);
  return distance;
}
