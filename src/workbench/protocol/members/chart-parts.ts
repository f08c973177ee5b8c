import type { AxisModel, ChartModel } from '../../model';
import { isMissing, readColour, readFlag, readNumber, readOne, readText } from '../arguments';
import { HostObject, typeName } from '../host-object';

type Changed = () => void;

/** The text looks of a title or an axis. */
interface Lettering {
  fontColor: string;
  fontSize: number;
  bold?: boolean;
}

class ChartFont extends HostObject {
  readonly [typeName] = 'ChartFont';

  constructor(
    private readonly lettering: Lettering,
    private readonly changed: Changed,
  ) {
    super();
  }

  get color() {
    return this.lettering.fontColor;
  }
  set color(value: unknown) {
    this.lettering.fontColor = readColour(value);
    this.changed();
  }
  get size() {
    return this.lettering.fontSize;
  }
  set size(value: unknown) {
    this.lettering.fontSize = readNumber(value);
    this.changed();
  }
  get bold() {
    return this.lettering.bold ?? false;
  }
  set bold(value: unknown) {
    this.lettering.bold = readFlag(value);
    this.changed();
  }
}

class ChartTextFormat extends HostObject {
  readonly [typeName] = 'ChartTitleFormat';

  constructor(
    private readonly lettering: Lettering,
    private readonly changed: Changed,
  ) {
    super();
  }

  get font() {
    return new ChartFont(this.lettering, this.changed);
  }
}

export class ChartTitle extends HostObject {
  readonly [typeName] = 'ChartTitle';

  constructor(
    private readonly model: ChartModel['title'],
    private readonly changed: Changed,
  ) {
    super();
  }

  get text() {
    return this.model.text;
  }
  set text(value: unknown) {
    this.model.text = readText(value);
    this.model.visible = true;
    this.changed();
  }
  get visible() {
    return this.model.visible;
  }
  set visible(value: unknown) {
    this.model.visible = readFlag(value);
    this.changed();
  }
  get format() {
    return new ChartTextFormat(this.model, this.changed);
  }
}

export class ChartLegend extends HostObject {
  readonly [typeName] = 'ChartLegend';

  constructor(
    private readonly model: ChartModel['legend'],
    private readonly changed: Changed,
  ) {
    super();
  }

  get visible() {
    return this.model.visible;
  }
  set visible(value: unknown) {
    this.model.visible = readFlag(value);
    this.changed();
  }
  get position() {
    return this.model.position;
  }
  set position(value: unknown) {
    this.model.position = readOne(value, ['Top', 'Bottom', 'Left', 'Right', 'Corner', 'Custom']);
    this.changed();
  }
}

export class ChartAxes extends HostObject {
  readonly [typeName] = 'ChartAxes';

  constructor(
    private readonly model: ChartModel,
    private readonly changed: Changed,
  ) {
    super();
  }

  get valueAxis() {
    return new ChartAxis(this.model.valueAxis, this.changed);
  }
  get categoryAxis() {
    return new ChartAxis(this.model.categoryAxis, this.changed);
  }
}

class ChartAxis extends HostObject {
  readonly [typeName] = 'ChartAxis';

  constructor(
    private readonly model: AxisModel,
    private readonly changed: Changed,
  ) {
    super();
  }

  get numberFormat() {
    return this.model.numberFormat;
  }
  set numberFormat(value: unknown) {
    this.model.numberFormat = readText(value);
    this.changed();
  }
  get visible() {
    return this.model.visible;
  }
  set visible(value: unknown) {
    this.model.visible = readFlag(value);
    this.changed();
  }
  get minimum() {
    return this.model.minimum ?? '';
  }
  set minimum(value: unknown) {
    this.model.minimum = value === '' || isMissing(value) ? undefined : readNumber(value);
    this.changed();
  }
  get maximum() {
    return this.model.maximum ?? '';
  }
  set maximum(value: unknown) {
    this.model.maximum = value === '' || isMissing(value) ? undefined : readNumber(value);
    this.changed();
  }
  get format() {
    return new ChartTextFormat(this.model, this.changed);
  }
  get majorGridlines() {
    return new ChartGridlines(this.model, this.changed);
  }
  get title() {
    return new ChartAxisTitle(this.model, this.changed);
  }
}

class ChartGridlines extends HostObject {
  readonly [typeName] = 'ChartGridlines';

  constructor(
    private readonly model: AxisModel,
    private readonly changed: Changed,
  ) {
    super();
  }

  get visible() {
    return this.model.gridlines;
  }
  set visible(value: unknown) {
    this.model.gridlines = readFlag(value);
    this.changed();
  }
}

class ChartAxisTitle extends HostObject {
  readonly [typeName] = 'ChartAxisTitle';

  constructor(
    private readonly model: AxisModel,
    private readonly changed: Changed,
  ) {
    super();
  }

  get text() {
    return this.model.title;
  }
  set text(value: unknown) {
    this.model.title = readText(value);
    this.changed();
  }
  get visible() {
    return this.model.title !== '';
  }
  set visible(value: unknown) {
    if (!readFlag(value)) this.model.title = '';
    this.changed();
  }
}
