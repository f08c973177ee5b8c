import type { Area, Chart, ChartSeries, Colour } from '../../workbook';

/** A rectangle in cells: 2.5 is the middle of the third row or column. */
export interface Frame {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SeriesModel {
  name: string;
  chartType: string;
  values: Area | undefined;
  categories: Area | undefined;
  /** Undefined where the fill was cleared. */
  fill: string | undefined;
  line: { color: string; weight: number; style: string };
  gapWidth: number;
  overlap: number;
  axisGroup: 'Primary' | 'Secondary';
  markerStyle: string;
  smooth: boolean;
}

export interface AxisModel {
  numberFormat: string;
  visible: boolean;
  gridlines: boolean;
  title: string;
  minimum: number | undefined;
  maximum: number | undefined;
  fontColor: string;
  fontSize: number;
}

export interface ChartModel {
  readonly id: string;
  name: string;
  chartType: string;
  title: { text: string; visible: boolean; fontColor: string; fontSize: number; bold: boolean };
  legend: { visible: boolean; position: string };
  valueAxis: AxisModel;
  categoryAxis: AxisModel;
  series: SeriesModel[];
  frame: Frame;
  /** What the chart shows, in words. Office.js cannot set it. */
  description: string;
}

/** Excel's standard series colours, in order. */
const palette = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'] as const;

export function newSeries(index: number, chartType: string, name: string): SeriesModel {
  const color = palette[index % palette.length] ?? palette[0];
  return {
    name,
    chartType,
    values: undefined,
    categories: undefined,
    fill: color,
    line: { color, weight: 2.25, style: 'Automatic' },
    gapWidth: 219,
    overlap: -27,
    axisGroup: 'Primary',
    markerStyle: 'Automatic',
    smooth: false,
  };
}

function newAxis(gridlines: boolean): AxisModel {
  return {
    numberFormat: 'General',
    visible: true,
    gridlines,
    title: '',
    minimum: undefined,
    maximum: undefined,
    fontColor: '#595959',
    fontSize: 9,
  };
}

export function newChart(id: string, name: string, chartType: string, frame: Frame): ChartModel {
  return {
    id,
    name,
    chartType,
    title: { text: '', visible: true, fontColor: '#595959', fontSize: 14, bold: false },
    legend: { visible: true, position: 'Bottom' },
    valueAxis: newAxis(true),
    categoryAxis: newAxis(false),
    series: [],
    frame,
    description: '',
  };
}

export function frameOf(area: Area): Frame {
  const { row, column, rows, columns } = area;
  return { top: row, left: column, bottom: row + rows, right: column + columns };
}

function frameArea({ top, left, bottom, right }: Frame): Area {
  const row = Math.floor(top);
  const column = Math.floor(left);
  return { row, column, rows: Math.ceil(bottom) - row, columns: Math.ceil(right) - column };
}

/** The chart as plain data; undefined where it has no series over cells. */
export function toChart(chart: ChartModel): Chart | undefined {
  const series = chart.series.flatMap((one): ChartSeries[] => {
    if (!one.values) return [];
    const kind = one.chartType.startsWith('Line') ? 'line' : 'column';
    const outlined = kind === 'column' && one.fill === undefined;
    const colour = kind === 'line' || outlined ? one.line.color : one.fill;
    return [
      {
        name: one.name,
        values: one.values,
        kind,
        colour: (colour ?? '#4472C4') as Colour,
        ...(outlined && { outlined }),
      },
    ];
  });
  const categories = chart.series.find((one) => one.categories)?.categories;
  const values = series[0]?.values;
  if (!values) return undefined;
  return {
    name: chart.name,
    title: chart.title.visible ? chart.title.text : '',
    description: chart.description,
    categories: categories ?? values,
    series,
    place: frameArea(chart.frame),
    ...(chart.valueAxis.numberFormat !== 'General' && {
      valueFormat: chart.valueAxis.numberFormat,
    }),
  };
}

export function fromChart(chart: Chart, id: string): ChartModel {
  const model = newChart(id, chart.name, 'ColumnClustered', frameOf(chart.place));
  model.title.text = chart.title;
  model.title.visible = chart.title !== '';
  model.description = chart.description;
  if (chart.valueFormat !== undefined) model.valueAxis.numberFormat = chart.valueFormat;
  model.series = chart.series.map((one, index) => {
    const series = newSeries(index, one.kind === 'line' ? 'Line' : 'ColumnClustered', one.name);
    series.values = one.values;
    series.categories = chart.categories;
    series.fill = one.outlined ? undefined : one.colour;
    series.line.color = one.colour;
    return series;
  });
  return model;
}
