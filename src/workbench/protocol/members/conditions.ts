import { operators, percentCriteria } from '../../model';
import type { BarBound, Condition, ConditionType, IconCriterion, ScalePoint } from '../../model';
import { isMissing, readColour, readFlag, readObject, readOne, readText } from '../arguments';
import { HostError } from '../errors';
import { HostObject, typeName } from '../host-object';
import { ConditionalRangeFormat } from './conditional-range-format';

type Changed = () => void;
type Of<Type extends ConditionType> = Extract<Condition, { type: Type }>;

/** The condition, if it is of the kind asked for. */
function only<Type extends ConditionType>(condition: Condition, type: Type): Of<Type> {
  if (condition.type !== type) throw new HostError('InvalidOperation');
  return condition as Of<Type>;
}

export class CellValueConditionalFormat extends HostObject {
  readonly [typeName] = 'CellValueConditionalFormat';

  constructor(
    private readonly condition: Condition,
    private readonly changed: Changed,
  ) {
    super();
  }

  get format() {
    return new ConditionalRangeFormat(only(this.condition, 'CellValue'), this.changed);
  }
  get rule() {
    return only(this.condition, 'CellValue').rule ?? null;
  }
  set rule(value: unknown) {
    const { operator, formula1, formula2 } = readObject(value);
    only(this.condition, 'CellValue').rule = {
      operator: readOne(operator, Object.values(operators)),
      formula1: readText(formula1),
      ...(!isMissing(formula2) && { formula2: readText(formula2) }),
    };
    this.changed();
  }
}

export class CustomConditionalFormat extends HostObject {
  readonly [typeName] = 'CustomConditionalFormat';

  constructor(
    private readonly condition: Condition,
    private readonly changed: Changed,
  ) {
    super();
  }

  get format() {
    return new ConditionalRangeFormat(only(this.condition, 'Custom'), this.changed);
  }
  get rule() {
    return new ConditionalFormatRule(only(this.condition, 'Custom'), this.changed);
  }
}

class ConditionalFormatRule extends HostObject {
  readonly [typeName] = 'ConditionalFormatRule';

  constructor(
    private readonly condition: Of<'Custom'>,
    private readonly changed: Changed,
  ) {
    super();
  }

  get formula() {
    return this.condition.formula;
  }
  set formula(value: unknown) {
    this.condition.formula = readText(value);
    this.changed();
  }
}

export class DataBarConditionalFormat extends HostObject {
  readonly [typeName] = 'DataBarConditionalFormat';

  constructor(
    private readonly condition: Condition,
    private readonly changed: Changed,
  ) {
    super();
  }

  get positiveFormat() {
    return new PositiveBar(only(this.condition, 'DataBar').positive, this.changed);
  }
  get negativeFormat() {
    return new NegativeBar(only(this.condition, 'DataBar').negative, this.changed);
  }
  get axisColor() {
    return only(this.condition, 'DataBar').axisColor;
  }
  set axisColor(value: unknown) {
    only(this.condition, 'DataBar').axisColor = value === '' ? '' : readColour(value);
    this.changed();
  }
  get axisFormat() {
    return only(this.condition, 'DataBar').axisFormat;
  }
  set axisFormat(value: unknown) {
    const format = readOne(value, ['Automatic', 'None', 'CellMidPoint']);
    only(this.condition, 'DataBar').axisFormat = format;
    this.changed();
  }
  get barDirection() {
    return only(this.condition, 'DataBar').barDirection;
  }
  set barDirection(value: unknown) {
    const direction = readOne(value, ['Context', 'LeftToRight', 'RightToLeft']);
    only(this.condition, 'DataBar').barDirection = direction;
    this.changed();
  }
  get showDataBarOnly() {
    return only(this.condition, 'DataBar').showDataBarOnly;
  }
  set showDataBarOnly(value: unknown) {
    only(this.condition, 'DataBar').showDataBarOnly = readFlag(value);
    this.changed();
  }
  get lowerBoundRule() {
    return only(this.condition, 'DataBar').lowerBoundRule;
  }
  set lowerBoundRule(value: unknown) {
    only(this.condition, 'DataBar').lowerBoundRule = readBound(value);
    this.changed();
  }
  get upperBoundRule() {
    return only(this.condition, 'DataBar').upperBoundRule;
  }
  set upperBoundRule(value: unknown) {
    only(this.condition, 'DataBar').upperBoundRule = readBound(value);
    this.changed();
  }
}

const ruleTypes = [
  'Automatic',
  'LowestValue',
  'HighestValue',
  'Number',
  'Percent',
  'Formula',
  'Percentile',
] as const;

function readBound(value: unknown): BarBound {
  const { type, formula } = readObject(value);
  const text = isMissing(formula) ? {} : { formula: readText(formula) };
  return { type: readOne(type, ruleTypes), ...text };
}

class PositiveBar extends HostObject {
  readonly [typeName] = 'ConditionalDataBarPositiveFormat';

  constructor(
    private readonly bar: Of<'DataBar'>['positive'],
    private readonly changed: Changed,
  ) {
    super();
  }

  get fillColor() {
    return this.bar.fillColor;
  }
  set fillColor(value: unknown) {
    this.bar.fillColor = readColour(value);
    this.changed();
  }
  get borderColor() {
    return this.bar.borderColor;
  }
  set borderColor(value: unknown) {
    this.bar.borderColor = value === '' ? '' : readColour(value);
    this.changed();
  }
  get gradientFill() {
    return this.bar.gradientFill;
  }
  set gradientFill(value: unknown) {
    this.bar.gradientFill = readFlag(value);
    this.changed();
  }
}

class NegativeBar extends HostObject {
  readonly [typeName] = 'ConditionalDataBarNegativeFormat';

  constructor(
    private readonly bar: Of<'DataBar'>['negative'],
    private readonly changed: Changed,
  ) {
    super();
  }

  get fillColor() {
    return this.bar.fillColor;
  }
  set fillColor(value: unknown) {
    this.bar.fillColor = readColour(value);
    this.changed();
  }
  get borderColor() {
    return this.bar.borderColor;
  }
  set borderColor(value: unknown) {
    this.bar.borderColor = value === '' ? '' : readColour(value);
    this.changed();
  }
  get matchPositiveFillColor() {
    return this.bar.matchPositiveFillColor;
  }
  set matchPositiveFillColor(value: unknown) {
    this.bar.matchPositiveFillColor = readFlag(value);
    this.changed();
  }
  get matchPositiveBorderColor() {
    return this.bar.matchPositiveBorderColor;
  }
  set matchPositiveBorderColor(value: unknown) {
    this.bar.matchPositiveBorderColor = readFlag(value);
    this.changed();
  }
}

const iconSets = [
  'ThreeArrows',
  'ThreeArrowsGray',
  'ThreeFlags',
  'ThreeTrafficLights1',
  'ThreeTrafficLights2',
  'ThreeSigns',
  'ThreeSymbols',
  'ThreeSymbols2',
  'ThreeStars',
  'ThreeTriangles',
  'FourArrows',
  'FourArrowsGray',
  'FourRating',
  'FourRedToBlack',
  'FourTrafficLights',
  'FiveArrows',
  'FiveArrowsGray',
  'FiveBoxes',
  'FiveQuarters',
  'FiveRating',
] as const;

export class IconSetConditionalFormat extends HostObject {
  readonly [typeName] = 'IconSetConditionalFormat';

  constructor(
    private readonly condition: Condition,
    private readonly changed: Changed,
  ) {
    super();
  }

  get style() {
    return only(this.condition, 'IconSet').style;
  }
  set style(value: unknown) {
    const set = only(this.condition, 'IconSet');
    set.style = readOne(value, iconSets);
    const icons = set.style.startsWith('Three') ? 3 : set.style.startsWith('Four') ? 4 : 5;
    if (set.criteria.length !== icons) set.criteria = percentCriteria(icons);
    this.changed();
  }
  get criteria() {
    return only(this.condition, 'IconSet').criteria;
  }
  set criteria(value: unknown) {
    const set = only(this.condition, 'IconSet');
    if (!Array.isArray(value) || value.length !== set.criteria.length) {
      throw new HostError('InvalidArgument');
    }
    // The first icon takes what is below the second: its criterion is not read.
    set.criteria = value.map((one: unknown, index) =>
      index === 0
        ? { type: 'Percent', operator: 'GreaterThanOrEqual', formula: '=0' }
        : readIcon(one),
    );
    this.changed();
  }
  get reverseIconOrder() {
    return only(this.condition, 'IconSet').reverseIconOrder;
  }
  set reverseIconOrder(value: unknown) {
    only(this.condition, 'IconSet').reverseIconOrder = readFlag(value);
    this.changed();
  }
  get showIconOnly() {
    return only(this.condition, 'IconSet').showIconOnly;
  }
  set showIconOnly(value: unknown) {
    only(this.condition, 'IconSet').showIconOnly = readFlag(value);
    this.changed();
  }
}

function readIcon(value: unknown): IconCriterion {
  const { type, operator, formula } = readObject(value);
  return {
    type: readOne(type, ['Number', 'Percent', 'Formula', 'Percentile']),
    operator: readOne(operator, ['GreaterThan', 'GreaterThanOrEqual']),
    formula: readText(formula),
  };
}

export class ColorScaleConditionalFormat extends HostObject {
  readonly [typeName] = 'ColorScaleConditionalFormat';

  constructor(
    private readonly condition: Condition,
    private readonly changed: Changed,
  ) {
    super();
  }

  get threeColorScale() {
    return only(this.condition, 'ColorScale').criteria.midpoint !== undefined;
  }
  get criteria() {
    return only(this.condition, 'ColorScale').criteria;
  }
  set criteria(value: unknown) {
    const { minimum, midpoint, maximum } = readObject(value);
    only(this.condition, 'ColorScale').criteria = {
      minimum: readPoint(minimum),
      ...(!isMissing(midpoint) && { midpoint: readPoint(midpoint) }),
      maximum: readPoint(maximum),
    };
    this.changed();
  }
}

function readPoint(value: unknown): ScalePoint {
  const { type, formula, color } = readObject(value);
  const text = isMissing(formula) ? {} : { formula: readText(formula) };
  return { type: readOne(type, ruleTypes), ...text, color: readColour(color) };
}
