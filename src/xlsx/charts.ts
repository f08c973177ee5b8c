import { parseSpPr } from '@cj-tech-master/excelts/chart';
import type { ChartModel, Chart as FileChart } from '@cj-tech-master/excelts/chart';
import type { Worksheet } from '@cj-tech-master/excelts';
import { columnLetters, findPlace, quotedSheet } from '../workbook';
import type { Area, CellContent, Chart, ChartSeries, Colour } from '../workbook';
import { valueOf } from '../workbook';

function absolute(sheet: string, area: Area): string {
  const cell = (row: number, column: number) => `$${columnLetters(column)}$${String(row + 1)}`;
  const last = cell(area.row + area.rows - 1, area.column + area.columns - 1);
  return `${quotedSheet(sheet)}!${cell(area.row, area.column)}:${last}`;
}

/** A point in the units of drawings, EMU. */
const emuPerPoint = 12_700;

/** Draws a native chart of ours on a file's sheet. */
export function addChart(worksheet: Worksheet, chart: Chart): void {
  const hex = (colour: Colour) => colour.slice(1);
  const categories = absolute(worksheet.name, chart.categories);
  const series = ({ name, values, colour, outlined, kind }: ChartSeries) => ({
    name,
    categories,
    values: absolute(worksheet.name, values),
    ...(kind === 'line'
      ? {
          line: hex(colour),
          lineWidth: 2.25,
          marker: { symbol: 'none' as const },
          // Left out, Excel draws curves through the points.
          smooth: false,
        }
      : outlined === true
        ? {
            spPr: {
              fill: { noFill: true },
              line: { color: { srgb: hex(colour) }, width: 1.5 * emuPerPoint },
            },
          }
        : { fill: hex(colour) }),
  });
  const axes = {
    valueAxis: {
      ...(chart.valueFormat !== undefined && { numFmt: chart.valueFormat, numFmtLinked: false }),
      majorGridlines: true,
      majorGridlinesStyle: { border: 'D9D9D9', borderWidth: 0.75 },
    },
    categoryAxis: { tickLblPos: 'low' as const },
  };
  const columns = chart.series.filter(({ kind }) => kind === 'column');
  const lines = chart.series.filter(({ kind }) => kind === 'line');
  const groups = [
    ...(columns.length > 0
      ? [
          {
            type: 'bar' as const,
            barDir: 'col' as const,
            grouping: 'clustered' as const,
            gapWidth: 60,
            overlap: 0,
            series: columns.map(series),
            ...axes,
          },
        ]
      : []),
    ...(lines.length > 0
      ? [
          {
            type: 'line' as const,
            grouping: 'standard' as const,
            smooth: false,
            series: lines.map(series),
            ...axes,
          },
        ]
      : []),
  ];
  const { row, column, rows, columns: width } = chart.place;
  const range = {
    tl: { col: column, row },
    br: { col: column + width, row: row + rows },
    editAs: 'oneCell' as const,
  };
  const options = { title: chart.title, showLegend: true, legendPosition: 'b' as const };
  const [first, second] = groups;
  if (!first) return;
  if (second) worksheet.addComboChart({ ...options, groups }, range);
  else worksheet.addChart({ ...options, ...first }, range);
}

/** A chart of a file in our words; undefined where it is of a kind that we have not. */
export function chartFromFile(
  file: FileChart,
  sheet: string,
  cells: readonly (readonly CellContent[])[],
  name: string,
): Chart | undefined {
  const model = file.chartModel;
  const { tl, br } = file.range;
  if (!model || !br) return undefined;
  const placed = (formula: string | undefined): Area | undefined => {
    const place = formula === undefined ? undefined : findPlace(formula);
    if (!place || (place.sheet !== undefined && place.sheet !== sheet)) return undefined;
    const { area } = place;
    return area.rows === 1 || area.columns === 1 ? area : undefined;
  };
  let categories: Area | undefined;
  const series: ChartSeries[] = [];
  for (const group of model.chart.plotArea.chartTypes) {
    const isColumn = group.type === 'bar' && group.barDir === 'col';
    if (!isColumn && group.type !== 'line') return undefined;
    for (const one of group.series) {
      const values = placed(one.val?.numRef?.formula);
      if (!values) return undefined;
      categories ??= placed(one.cat?.strRef?.formula ?? one.cat?.numRef?.formula);
      const nameAt = findPlace(one.tx?.strRef?.formula ?? '')?.area;
      const shown = nameAt && valueOf(cells[nameAt.row]?.[nameAt.column]);
      const shape = one.spPr && parseSpPr(one.spPr);
      const line = shape?.line?.color?.srgb;
      const fill = shape?.fill?.solid?.srgb;
      const isOutlined = isColumn && shape?.fill?.noFill === true;
      const colour = (isColumn && !isOutlined ? fill : line) ?? fill ?? line ?? '4472C4';
      series.push({
        name: one.tx?.value ?? (typeof shown === 'string' ? shown : ''),
        values,
        kind: isColumn ? 'column' : 'line',
        colour: `#${colour.toUpperCase()}`,
        ...(isOutlined && { outlined: true }),
      });
    }
  }
  const [first] = series;
  if (!first) return undefined;
  const format = valueFormatOf(model);
  return {
    name,
    title: file.title ?? '',
    description: '',
    categories: categories ?? first.values,
    series,
    place: {
      row: tl.nativeRow,
      column: tl.nativeCol,
      rows: Math.max(1, br.nativeRow - tl.nativeRow + (br.nativeRowOff > 0 ? 1 : 0)),
      columns: Math.max(1, br.nativeCol - tl.nativeCol + (br.nativeColOff > 0 ? 1 : 0)),
    },
    ...(format !== undefined && { valueFormat: format }),
  };
}

function valueFormatOf(model: ChartModel): string | undefined {
  const axis = model.chart.plotArea.axes.find((one) => one.axisType === 'val');
  const format = axis?.numFmt;
  return format && format.sourceLinked !== true && format.formatCode !== 'General'
    ? format.formatCode
    : undefined;
}
