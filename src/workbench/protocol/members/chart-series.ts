import { newSeries } from '../../model';
import type { ChartModel, SeriesModel, SheetModel } from '../../model';
import { isMissing, readColour, readInteger, readNumber, readOne, readText } from '../arguments';
import { HostError } from '../errors';
import { HostCollection, HostObject, typeName } from '../host-object';
import { readSpot } from './objects';

type Changed = () => void;

/** The series of a chart. They have no ids: the client finds them by their place. */
export class ChartSeriesCollection extends HostCollection {
  readonly [typeName] = 'ChartSeriesCollection';

  constructor(
    private readonly sheet: SheetModel,
    private readonly chart: ChartModel,
    private readonly changed: Changed,
  ) {
    super();
  }

  list() {
    return this.chart.series.map((model) => this.#object(model));
  }
  get count() {
    return this.chart.series.length;
  }
  getItem(key: unknown) {
    return this.getItemAt(key);
  }
  add(name: unknown, index: unknown) {
    const { series, chartType } = this.chart;
    const at = isMissing(index) ? series.length : readInteger(index);
    const text = isMissing(name) ? `Series${String(series.length + 1)}` : readText(name);
    const model = newSeries(series.length, chartType, text);
    series.splice(at, 0, model);
    this.changed();
    return this.#object(model);
  }

  #object(model: SeriesModel) {
    return new ChartSeries(this.sheet, this.chart, model, this.changed);
  }
}

class ChartSeries extends HostObject {
  readonly [typeName] = 'ChartSeries';

  constructor(
    private readonly sheet: SheetModel,
    private readonly chart: ChartModel,
    private readonly model: SeriesModel,
    private readonly changed: Changed,
  ) {
    super();
  }

  get name() {
    return this.model.name;
  }
  set name(value: unknown) {
    this.model.name = readText(value);
    this.changed();
  }
  get chartType() {
    return this.model.chartType;
  }
  set chartType(value: unknown) {
    this.model.chartType = readText(value);
    this.changed();
  }
  get format() {
    return new ChartSeriesFormat(this.model, this.changed);
  }
  get gapWidth() {
    return this.model.gapWidth;
  }
  set gapWidth(value: unknown) {
    this.model.gapWidth = readInteger(value);
    this.changed();
  }
  get overlap() {
    return this.model.overlap;
  }
  set overlap(value: unknown) {
    this.model.overlap = readInteger(value);
    this.changed();
  }
  get axisGroup() {
    return this.model.axisGroup;
  }
  set axisGroup(value: unknown) {
    this.model.axisGroup = readOne(value, ['Primary', 'Secondary']);
    this.changed();
  }
  get markerStyle() {
    return this.model.markerStyle;
  }
  set markerStyle(value: unknown) {
    this.model.markerStyle = readText(value);
    this.changed();
  }
  get smooth() {
    return this.model.smooth;
  }
  set smooth(value: unknown) {
    this.model.smooth = value === true;
    this.changed();
  }

  setValues(range: unknown) {
    this.model.values = this.#cells(range);
    this.changed();
  }
  setXAxisValues(range: unknown) {
    this.model.categories = this.#cells(range);
    this.changed();
  }
  delete() {
    this.chart.series = this.chart.series.filter((series) => series !== this.model);
    this.changed();
  }

  #cells(range: unknown) {
    const { sheet, area } = readSpot(range);
    // Plain data holds charts over cells of their own sheet only.
    if (sheet !== this.sheet) throw new HostError('InvalidArgument');
    return area;
  }
}

class ChartSeriesFormat extends HostObject {
  readonly [typeName] = 'ChartSeriesFormat';

  constructor(
    private readonly model: SeriesModel,
    private readonly changed: Changed,
  ) {
    super();
  }

  get fill() {
    return new ChartFill(this.model, this.changed);
  }
  get line() {
    return new ChartLineFormat(this.model.line, this.changed);
  }
}

class ChartFill extends HostObject {
  readonly [typeName] = 'ChartFill';

  constructor(
    private readonly model: SeriesModel,
    private readonly changed: Changed,
  ) {
    super();
  }

  setSolidColor(colour: unknown) {
    this.model.fill = readColour(colour);
    this.changed();
  }
  clear() {
    this.model.fill = undefined;
    this.changed();
  }
}

class ChartLineFormat extends HostObject {
  readonly [typeName] = 'ChartLineFormat';

  constructor(
    private readonly line: SeriesModel['line'],
    private readonly changed: Changed,
  ) {
    super();
  }

  get color() {
    return this.line.color;
  }
  set color(value: unknown) {
    this.line.color = readColour(value);
    this.changed();
  }
  get weight() {
    return this.line.weight;
  }
  set weight(value: unknown) {
    this.line.weight = readNumber(value);
    this.changed();
  }
  get lineStyle() {
    return this.line.style;
  }
  set lineStyle(value: unknown) {
    this.line.style = readText(value);
    this.changed();
  }
  clear() {
    this.line.style = 'None';
    this.changed();
  }
}
