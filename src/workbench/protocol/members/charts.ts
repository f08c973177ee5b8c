import { findPlace } from '../../../workbook';
import type { Area } from '../../../workbook';
import { displayText, frameOf, newChart, newSeries, positionOf, pointsAt } from '../../model';
import type { ChartModel, SheetModel } from '../../model';
import { isMissing, readNumber, readOne, readText } from '../arguments';
import { HostError } from '../errors';
import { HostCollection, HostObject, identity, typeName } from '../host-object';
import { ChartAxes, ChartLegend, ChartTitle } from './chart-parts';
import { ChartSeriesCollection } from './chart-series';
import { readSpot, writable } from './objects';
import type { Objects } from './objects';

/** The charts of one sheet. */
export class ChartCollection extends HostCollection {
  readonly [typeName] = 'ChartCollection';

  constructor(
    private readonly objects: Objects,
    private readonly sheet: SheetModel,
  ) {
    super();
  }

  list() {
    return this.sheet.charts.map((model) => new Chart(this.objects, this.sheet, model));
  }
  get count() {
    return this.sheet.charts.length;
  }
  getItem(key: unknown) {
    const wanted = readText(key).toLowerCase();
    const model = this.sheet.charts.find(
      ({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted,
    );
    if (!model) throw new HostError('ItemNotFound');
    return new Chart(this.objects, this.sheet, model);
  }
  add(type: unknown, source: unknown, seriesBy: unknown) {
    const sheet = writable(this.sheet);
    const { area } = readSpot(source);
    const by = isMissing(seriesBy) ? 'Auto' : readOne(seriesBy, ['Auto', 'Columns', 'Rows']);
    const name = this.#freeName();
    const frame = frameOf({ row: 5, column: 4, rows: 15, columns: 8 });
    const model = newChart(this.objects.workbook.newId('chart'), name, readText(type), frame);
    fillFrom(model, sheet, area, by);
    model.title.visible = model.series.length === 1;
    model.title.text = model.series.length === 1 ? (model.series[0]?.name ?? '') : '';
    sheet.charts.push(model);
    sheet.chartsChanged();
    return new Chart(this.objects, sheet, model);
  }

  #freeName(): string {
    const taken = new Set(this.sheet.charts.map(({ name }) => name));
    let number = 1;
    while (taken.has(`Chart ${String(number)}`)) number += 1;
    return `Chart ${String(number)}`;
  }
}

/** Makes the series of a chart from its data, as Excel guesses them. */
function fillFrom(
  chart: ChartModel,
  sheet: SheetModel,
  source: Area,
  by: 'Auto' | 'Columns' | 'Rows',
): void {
  const used = sheet.cells.used();
  if (!used) return;
  const rows = Math.min(source.rows, used.row + used.rows - source.row);
  const columns = Math.min(source.columns, used.column + used.columns - source.column);
  const isText = (row: number, column: number) =>
    typeof (sheet.cells.value(row, column) ?? '') === 'string';
  const { row, column } = source;
  const headerRow = rows > 1 && isText(row, column + columns - 1) ? 1 : 0;
  const headerColumn = columns > 1 && isText(row + rows - 1, column) ? 1 : 0;
  const down = rows - headerRow;
  const across = columns - headerColumn;
  const inColumns = by === 'Auto' ? down >= across : by === 'Columns';
  const body = { row: row + headerRow, column: column + headerColumn };
  const count = inColumns ? across : down;
  chart.series = Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const headed = inColumns ? headerRow : headerColumn;
    const header = inColumns
      ? sheet.cells.value(row, body.column + index)
      : sheet.cells.value(body.row + index, column);
    const name =
      headed && header !== null ? displayText(header, 'General') : `Series${String(index + 1)}`;
    const series = newSeries(index, chart.chartType, name);
    series.values = inColumns
      ? { row: body.row, column: body.column + index, rows: down, columns: 1 }
      : { row: body.row + index, column: body.column, rows: 1, columns: across };
    if (inColumns ? headerColumn : headerRow) {
      series.categories = inColumns
        ? { row: body.row, column, rows: down, columns: 1 }
        : { row, column: body.column, rows: 1, columns: across };
    }
    return series;
  });
}

class Chart extends HostObject {
  readonly [typeName] = 'Chart';
  readonly #changed = () => {
    writable(this.sheet).chartsChanged();
  };

  constructor(
    private readonly objects: Objects,
    private readonly sheet: SheetModel,
    private readonly model: ChartModel,
  ) {
    super();
  }

  override get [identity]() {
    return { Id: this.model.id };
  }
  get id() {
    return this.model.id;
  }
  get name() {
    return this.model.name;
  }
  set name(value: unknown) {
    this.model.name = readText(value);
    this.#changed();
  }
  get chartType() {
    return this.model.chartType;
  }
  set chartType(value: unknown) {
    this.model.chartType = readText(value);
    for (const series of this.model.series) series.chartType = this.model.chartType;
    this.#changed();
  }
  get title() {
    return new ChartTitle(this.model.title, this.#changed);
  }
  get legend() {
    return new ChartLegend(this.model.legend, this.#changed);
  }
  get axes() {
    return new ChartAxes(this.model, this.#changed);
  }
  get series() {
    return new ChartSeriesCollection(this.sheet, this.model, this.#changed);
  }
  get worksheet() {
    return this.objects.worksheet(this.sheet);
  }

  get left(): number {
    return pointsAt(this.sheet, 'column', this.model.frame.left);
  }
  set left(value: unknown) {
    this.#place({ left: readNumber(value) });
  }
  get top(): number {
    return pointsAt(this.sheet, 'row', this.model.frame.top);
  }
  set top(value: unknown) {
    this.#place({ top: readNumber(value) });
  }
  get width(): number {
    return pointsAt(this.sheet, 'column', this.model.frame.right) - this.left;
  }
  set width(value: unknown) {
    this.#place({ width: readNumber(value) });
  }
  get height(): number {
    return pointsAt(this.sheet, 'row', this.model.frame.bottom) - this.top;
  }
  set height(value: unknown) {
    this.#place({ height: readNumber(value) });
  }

  setPosition(start: unknown, end: unknown) {
    const first = this.#cell(start);
    const last = isMissing(end) ? undefined : this.#cell(end);
    if (!last) {
      this.#place({
        left: pointsAt(this.sheet, 'column', first.column),
        top: pointsAt(this.sheet, 'row', first.row),
      });
      return;
    }
    const rows = last.row + last.rows - first.row;
    const columns = last.column + last.columns - first.column;
    this.model.frame = frameOf({ row: first.row, column: first.column, rows, columns });
    this.#changed();
  }
  setData(source: unknown, seriesBy: unknown) {
    const by = isMissing(seriesBy) ? 'Auto' : readOne(seriesBy, ['Auto', 'Columns', 'Rows']);
    fillFrom(this.model, writable(this.sheet), readSpot(source).area, by);
    this.#changed();
  }
  activate() {
    this.objects.workbook.activate(this.sheet);
  }
  delete() {
    writable(this.sheet).charts = this.sheet.charts.filter((chart) => chart !== this.model);
    this.#changed();
  }

  #cell(value: unknown): Area {
    const area = typeof value === 'string' ? findPlace(value)?.area : readSpot(value).area;
    if (!area) throw new HostError('InvalidArgument');
    return area;
  }

  #place(change: { left?: number; top?: number; width?: number; height?: number }): void {
    const now = { left: this.left, top: this.top, width: this.width, height: this.height };
    const { left, top, width, height } = { ...now, ...change };
    this.model.frame = {
      left: positionOf(this.sheet, 'column', left),
      top: positionOf(this.sheet, 'row', top),
      right: positionOf(this.sheet, 'column', left + width),
      bottom: positionOf(this.sheet, 'row', top + height),
    };
    this.#changed();
  }
}
