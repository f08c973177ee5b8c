import type { Injector, Workbook } from '@univerjs/core';
import { IUniverInstanceService, UniverInstanceType } from '@univerjs/core';
import type { IRender } from '@univerjs/preset-sheets-core';
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from '@univerjs/preset-sheets-core';

/** A part of the grid that scrolls as one: four where rows and columns are frozen, else one. */
export interface GridPane {
  readonly key: string;
  /** Where it lies on the grid, in pixels of the screen. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface CellFrame {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface PixelFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedPane {
  readonly pane: GridPane;
  /** In the order asked for, relative to the pane, in pixels of the screen. */
  readonly frames: readonly PixelFrame[];
}

const viewports = [
  SHEET_VIEWPORT_KEY.VIEW_MAIN,
  SHEET_VIEWPORT_KEY.VIEW_MAIN_LEFT,
  SHEET_VIEWPORT_KEY.VIEW_MAIN_TOP,
  SHEET_VIEWPORT_KEY.VIEW_MAIN_LEFT_TOP,
] as const;

/** Where cells lie on the screen: what is laid over the grid follows it. */
export class GridView {
  constructor(private readonly services: Injector) {}

  /** The element that the grid is drawn in; undefined until it is there. */
  get element(): HTMLElement | undefined {
    return this.render?.engine.getCanvasElement().parentElement ?? undefined;
  }

  /** Frames of cells on the active sheet, as each pane shows them. */
  place(frames: readonly CellFrame[]): PlacedPane[] {
    const { render, workbook } = this;
    const worksheet = workbook?.getActiveSheet();
    if (!render || !worksheet) return [];
    const { scene } = render;
    const { rowHeader, columnHeader } = worksheet.getConfig();
    const across = (position: number): number =>
      rowHeader.width + along(position, (column) => worksheet.getColumnWidth(column));
    const down = (position: number): number =>
      columnHeader.height + along(position, (row) => worksheet.getRowHeight(row));
    return viewports.flatMap((key): PlacedPane[] => {
      const viewport = scene.getViewport(key);
      const { width, height } = viewport ?? {};
      if (!viewport?.isActive || !width || !height) return [];
      const { left, top, viewportScrollX, viewportScrollY } = viewport;
      const placed = frames.map((frame) => {
        const startX = (across(frame.left) - viewportScrollX) * scene.scaleX - left;
        const startY = (down(frame.top) - viewportScrollY) * scene.scaleY - top;
        return {
          left: startX,
          top: startY,
          width: (across(frame.right) - across(frame.left)) * scene.scaleX,
          height: (down(frame.bottom) - down(frame.top)) * scene.scaleY,
        };
      });
      return [{ pane: { key, left, top, width, height }, frames: placed }];
    });
  }

  /** Tells after each frame that was drawn, from the first one on. */
  onDraw(listener: () => void): () => void {
    let stop = (): void => {
      cancelAnimationFrame(waiting);
    };
    const start = (): void => {
      const { render } = this;
      if (render) {
        const subscription = render.engine.endFrame$.subscribe(listener);
        stop = () => {
          subscription.unsubscribe();
        };
      } else {
        waiting = requestAnimationFrame(start);
      }
    };
    let waiting = requestAnimationFrame(start);
    return () => {
      stop();
    };
  }

  private get workbook(): Workbook | undefined {
    return (
      this.services
        .get(IUniverInstanceService)
        .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET) ?? undefined
    );
  }

  private get render(): IRender | undefined {
    const unitId = this.workbook?.getUnitId();
    const renders = this.services.get(IRenderManagerService);
    return (unitId !== undefined && renders.getRenderById(unitId)) || undefined;
  }
}

/** The distance from the sheet's edge to a position in rows or columns. */
function along(position: number, sizeOf: (index: number) => number): number {
  const whole = Math.floor(position);
  let distance = position === whole ? 0 : (position - whole) * sizeOf(whole);
  for (let index = 0; index < whole; index += 1) distance += sizeOf(index);
  return distance;
}
