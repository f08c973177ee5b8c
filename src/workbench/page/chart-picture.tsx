import type { ReactElement } from 'react';

import type { Area, CellValue } from '../../workbook';
import type { ChartModel, SeriesModel, SheetModel } from '../model';
import { displayText } from '../model';
import { niceScale } from './chart-scale';

interface ChartPictureProps {
  readonly chart: ChartModel;
  readonly sheet: SheetModel;
  /** The picture's size in pixels. */
  readonly width: number;
  readonly height: number;
}

interface Line {
  readonly series: SeriesModel;
  readonly values: readonly (number | undefined)[];
  readonly isLine: boolean;
}

function numberOf(value: CellValue): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function texts(sheet: SheetModel, area: Area): string[] {
  return sheet.cells.readValues(area).flatMap((line, row) =>
    line.map((value, column) => {
      const style = sheet.formats.at(area.row + row, area.column + column);
      return displayText(value, style.numberFormat ?? 'General');
    }),
  );
}

/** A chart drawn as a picture: columns and lines on one axis, which is what our sheets use. */
export function ChartPicture({ chart, sheet, width, height }: ChartPictureProps): ReactElement {
  const lines: Line[] = chart.series.flatMap((series) =>
    series.values
      ? [
          {
            series,
            values: sheet.cells.readValues(series.values).flat().map(numberOf),
            isLine: series.chartType.startsWith('Line'),
          },
        ]
      : [],
  );
  const count = Math.max(0, ...lines.map(({ values }) => values.length));
  const categories = chart.series.find((series) => series.categories)?.categories;
  const labels = categories ? texts(sheet, categories) : [];
  const numbers = lines.flatMap(({ values }) => values.filter((value) => value !== undefined));
  const columns = lines.filter(({ isLine }) => !isLine);
  const scale = niceScale(
    Math.min(...(columns.length > 0 ? [0] : []), ...numbers),
    Math.max(...(columns.length > 0 ? [0] : []), ...numbers),
  );
  const format = chart.valueAxis.numberFormat;
  const tickTexts = scale.ticks.map((tick) => displayText(tick, format));
  const hasTitle = chart.title.visible && chart.title.text !== '';
  const frame = {
    left: 12 + Math.max(...tickTexts.map((text) => text.length), 1) * 6,
    right: width - 12,
    top: hasTitle ? 40 : 14,
    bottom: height - 20 - (chart.legend.visible ? 22 : 0) - 4,
  };
  const step = (frame.right - frame.left) / Math.max(1, count);
  const x = (index: number): number => frame.left + (index + 0.5) * step;
  const y = (value: number): number =>
    frame.bottom -
    ((value - scale.least) / (scale.most - scale.least || 1)) * (frame.bottom - frame.top);
  const every = Math.max(1, Math.ceil(46 / Math.max(step, 1)));
  const barWidth = (step * 0.62) / Math.max(1, columns.length);
  const name = chart.description !== '' ? chart.description : chart.title.text || chart.name;
  return (
    <svg
      className="chart"
      role="img"
      aria-label={name}
      width={width}
      height={height}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
    >
      <rect className="chart-ground" x="0.5" y="0.5" width={width - 1} height={height - 1} />
      {hasTitle && (
        <text className="chart-title" x={width / 2} y="25" textAnchor="middle">
          {chart.title.text}
        </text>
      )}
      {scale.ticks.map((tick, index) => (
        <g key={tick}>
          <line className="chart-grid" x1={frame.left} x2={frame.right} y1={y(tick)} y2={y(tick)} />
          <text className="chart-label" x={frame.left - 6} y={y(tick) + 3} textAnchor="end">
            {tickTexts[index]}
          </text>
        </g>
      ))}
      {columns.map(({ series, values }, place) =>
        values.map((value, index) => {
          if (value === undefined) return null;
          const left = x(index) - (barWidth * columns.length) / 2 + place * barWidth;
          const top = Math.min(y(value), y(0));
          const isOutlined = series.fill === undefined;
          return (
            <rect
              key={`${series.name} ${String(index)}`}
              x={left + 0.5}
              y={top}
              width={Math.max(1, barWidth - 1)}
              height={Math.max(0.5, Math.abs(y(value) - y(0)))}
              fill={series.fill ?? 'none'}
              {...(isOutlined && { stroke: series.line.color, strokeWidth: 1.25 })}
            />
          );
        }),
      )}
      {lines
        .filter(({ isLine }) => isLine)
        .map(({ series, values }) => (
          <path
            key={series.name}
            d={linePath(values, x, y)}
            fill="none"
            stroke={series.line.color}
            strokeWidth={series.line.weight}
            strokeLinejoin="round"
          />
        ))}
      <line className="chart-axis" x1={frame.left} x2={frame.right} y1={y(0)} y2={y(0)} />
      {labels.map((label, index) =>
        index % every === 0 ? (
          <text
            key={`${label} ${String(index)}`}
            className="chart-label"
            x={x(index)}
            y={frame.bottom + 15}
            textAnchor="middle"
          >
            {label}
          </text>
        ) : null,
      )}
      {chart.legend.visible && <Legend lines={lines} width={width} y={height - 14} />}
    </svg>
  );
}

/** A line that breaks off where a value is missing. */
function linePath(
  values: readonly (number | undefined)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map((value, index) => {
      if (value === undefined) return '';
      const start = index === 0 || values[index - 1] === undefined ? 'M' : 'L';
      return `${start}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
}

interface LegendProps {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly y: number;
}

function Legend({ lines, width, y }: LegendProps): ReactElement {
  const sizes = lines.map(({ series }) => 30 + series.name.length * 6.2);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const starts = sizes.map((_size, index) =>
    sizes.slice(0, index).reduce((sum, size) => sum + size, (width - total) / 2),
  );
  return (
    <g>
      {lines.map(({ series, isLine }, index) => {
        const start = starts[index] ?? 0;
        return (
          <g key={series.name}>
            {isLine ? (
              <line
                x1={start}
                x2={start + 14}
                y1={y}
                y2={y}
                stroke={series.line.color}
                strokeWidth="2.25"
              />
            ) : (
              <rect
                x={start + 3}
                y={y - 4}
                width="8"
                height="8"
                fill={series.fill ?? 'none'}
                stroke={series.fill ?? series.line.color}
              />
            )}
            <text className="chart-label" x={start + 18} y={y + 3.5}>
              {series.name}
            </text>
          </g>
        );
      })}
    </g>
  );
}
