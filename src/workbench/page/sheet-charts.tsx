import { useEffect, useRef, useState } from 'react';
import type { FunctionComponent, ReactElement } from 'react';

import { ChartPicture } from './chart-picture';
import type { OpenWorkbook } from './open-workbook';

/** Draws the charts of the active sheet over its cells, and again when something changes. */
export function followCharts({ host, grid }: OpenWorkbook): () => void {
  const { workbook } = host;
  const listeners = new Set<() => void>();

  const Chart: FunctionComponent<{ data?: { id: string } }> = ({ data }): ReactElement | null => {
    const place = useRef<HTMLDivElement>(null);
    const [size, setSize] = useState({ width: 480, height: 260 });
    const [, setVersion] = useState(0);
    useEffect(() => {
      const redraw = (): void => {
        setVersion((version) => version + 1);
      };
      listeners.add(redraw);
      const element = place.current;
      const observer = new ResizeObserver(([entry]) => {
        if (!entry) return;
        const { width, height } = entry.contentRect;
        if (width > 0 && height > 0) setSize({ width, height });
      });
      if (element) observer.observe(element);
      return () => {
        listeners.delete(redraw);
        observer.disconnect();
      };
    }, []);
    const sheet = workbook.sheets.find(({ charts }) => charts.some(({ id }) => id === data?.id));
    const chart = sheet?.charts.find(({ id }) => id === data?.id);
    return (
      <div ref={place} className="chart-place">
        {sheet && chart && <ChartPicture chart={chart} sheet={sheet} {...size} />}
      </div>
    );
  };
  grid.charts.drawWith(Chart);

  let isScheduled = false;
  const show = (): void => {
    isScheduled = false;
    const sheet = workbook.active;
    grid.charts.show(
      sheet.name,
      sheet.charts.map(({ id, frame }) => ({ id, frame })),
    );
    for (const redraw of listeners) redraw();
  };
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(show);
  };
  schedule();
  return workbook.onChange(schedule);
}
