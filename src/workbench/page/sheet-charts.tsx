import { createRoot } from 'react-dom/client';
import type { ReactElement } from 'react';

import type { PlacedPane } from '../engine/univer/grid-view';
import type { ChartModel, SheetModel } from '../model';
import { ChartPicture } from './chart-picture';
import type { OpenWorkbook } from './open-workbook';

interface OverlayProps {
  readonly panes: readonly PlacedPane[];
  readonly charts: readonly ChartModel[];
  readonly sheet: SheetModel;
}

/** Charts over the cells. A frozen pane shows its own part of a chart, as Excel's do. */
function ChartOverlay({ panes, charts, sheet }: OverlayProps): ReactElement {
  const isFirst = new Set<string>();
  return (
    <>
      {panes.map(({ pane, frames }) => (
        <div
          key={pane.key}
          className="chart-pane"
          style={{ left: pane.left, top: pane.top, width: pane.width, height: pane.height }}
        >
          {charts.map((chart, index) => {
            const frame = frames[index];
            if (!frame || !isSeen(frame, pane)) return null;
            const isRepeated = isFirst.has(chart.id);
            isFirst.add(chart.id);
            return (
              <div
                key={chart.id}
                className="chart-place"
                // The same chart in another pane is no second chart to a screen reader.
                aria-hidden={isRepeated}
                style={{ transform: `translate(${String(frame.left)}px, ${String(frame.top)}px)` }}
              >
                <ChartPicture
                  chart={chart}
                  sheet={sheet}
                  width={frame.width}
                  height={frame.height}
                />
              </div>
            );
          })}
        </div>
      ))}
    </>
  );
}

function isSeen(frame: PlacedPane['frames'][number], pane: PlacedPane['pane']): boolean {
  return (
    frame.left < pane.width &&
    frame.top < pane.height &&
    frame.left + frame.width > 0 &&
    frame.top + frame.height > 0
  );
}

/**
 * Draws the charts of the active sheet over its cells, again whenever the grid or a value changes.
 * @public The page loads this later.
 */
export function followCharts({ host, grid }: OpenWorkbook): () => void {
  const { workbook } = host;
  const overlay = document.createElement('div');
  overlay.className = 'chart-overlay';
  const root = createRoot(overlay);
  let version = 0;
  let drawn = '';
  const draw = (): void => {
    const place = grid.view.element;
    if (!place) return;
    if (overlay.parentElement !== place) place.append(overlay);
    const sheet = workbook.active;
    const charts = sheet.charts.length === 0 ? [] : sheet.charts;
    const panes = charts.length === 0 ? [] : grid.view.place(charts.map(({ frame }) => frame));
    const state = `${String(version)} ${sheet.id} ${JSON.stringify(panes)}`;
    if (state === drawn) return;
    drawn = state;
    root.render(<ChartOverlay panes={panes} charts={charts} sheet={sheet} />);
  };
  const stopDrawing = grid.view.onDraw(draw);
  const stopChanges = workbook.onChange((change) => {
    version += 1;
    if (change.kind !== 'selected') requestAnimationFrame(draw);
  });
  draw();
  return () => {
    stopDrawing();
    stopChanges();
    // React forbids taking a tree down while another is being drawn.
    queueMicrotask(() => {
      root.unmount();
      overlay.remove();
    });
  };
}
