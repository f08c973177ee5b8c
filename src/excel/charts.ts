import type { Chart, ChartSeries } from '../workbook';
import { rangeOf } from './cells';

/** Draws native charts over the sheet's cells. */
export function writeCharts(sheet: Excel.Worksheet, charts: readonly Chart[]): void {
  for (const chart of charts) writeChart(sheet, chart);
}

function writeChart(sheet: Excel.Worksheet, plan: Chart): void {
  const [first, ...others] = plan.series;
  if (!first) return;
  // From one row or column of figures Excel makes exactly one series.
  const chart = sheet.charts.add(
    first.kind === 'line' ? 'Line' : 'ColumnClustered',
    rangeOf(sheet, first.values),
    first.values.columns === 1 ? 'Columns' : 'Rows',
  );
  chart.name = plan.name;
  writeSeries(sheet, plan, chart.series.getItemAt(0), first);
  for (const series of others) {
    writeSeries(sheet, plan, chart.series.add(series.name), series);
  }
  chart.title.text = plan.title;
  chart.legend.visible = plan.series.length > 1;
  chart.legend.position = 'Bottom';
  if (plan.valueFormat !== undefined) chart.axes.valueAxis.numberFormat = plan.valueFormat;
  const { row, column, rows, columns } = plan.place;
  chart.setPosition(
    sheet.getCell(row, column),
    sheet.getCell(row + rows - 1, column + columns - 1),
  );
}

function writeSeries(
  sheet: Excel.Worksheet,
  plan: Chart,
  series: Excel.ChartSeries,
  { name, values, kind, colour, outlined }: ChartSeries,
): void {
  series.name = name;
  series.setValues(rangeOf(sheet, values));
  series.setXAxisValues(rangeOf(sheet, plan.categories));
  series.chartType = kind === 'line' ? 'Line' : 'ColumnClustered';
  if (kind === 'line') {
    series.format.line.color = colour;
    series.format.line.weight = 2.25;
    series.markerStyle = 'None';
    series.smooth = false;
    return;
  }
  series.gapWidth = 60;
  if (outlined === true) {
    series.format.fill.clear();
    series.format.line.color = colour;
    series.format.line.weight = 1.5;
  } else series.format.fill.setSolidColor(colour);
}
