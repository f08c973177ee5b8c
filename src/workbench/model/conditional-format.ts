import type { Area, CellStyle, Colour, ConditionalRule } from '../../workbook';

/** A bound of a data bar, in Excel's terms. */
export interface BarBound {
  type: string;
  formula?: string;
}

export interface IconCriterion {
  type: string;
  operator: string;
  formula: string;
}

export interface ScalePoint {
  type: string;
  formula?: string;
  color: string;
}

/** What a conditional format does, in the words of Excel's interface, for it is set piece by piece. */
export type Condition =
  | {
      readonly type: 'CellValue';
      rule?: { operator: string; formula1: string; formula2?: string };
      style: CellStyle;
    }
  | { readonly type: 'Custom'; formula: string; style: CellStyle }
  | {
      readonly type: 'DataBar';
      positive: { fillColor: string; borderColor: string; gradientFill: boolean };
      negative: {
        fillColor: string;
        borderColor: string;
        matchPositiveFillColor: boolean;
        matchPositiveBorderColor: boolean;
      };
      axisColor: string;
      axisFormat: string;
      barDirection: string;
      showDataBarOnly: boolean;
      lowerBoundRule: BarBound;
      upperBoundRule: BarBound;
    }
  | {
      readonly type: 'IconSet';
      style: string;
      criteria: IconCriterion[];
      reverseIconOrder: boolean;
      showIconOnly: boolean;
    }
  | {
      readonly type: 'ColorScale';
      criteria: { minimum: ScalePoint; midpoint?: ScalePoint; maximum: ScalePoint };
    };

export type ConditionType = Condition['type'];

export interface ConditionalFormat {
  readonly id: string;
  area: Area;
  stopIfTrue: boolean;
  readonly condition: Condition;
}

/** Excel's own defaults for a format that was just added. */
export function newCondition(type: ConditionType): Condition {
  switch (type) {
    case 'CellValue':
      return { type, style: {} };
    case 'Custom':
      return { type, formula: '', style: {} };
    case 'DataBar':
      return {
        type,
        positive: { fillColor: '#638EC6', borderColor: '', gradientFill: true },
        negative: {
          fillColor: '#FF0000',
          borderColor: '',
          matchPositiveFillColor: false,
          matchPositiveBorderColor: true,
        },
        axisColor: '#000000',
        axisFormat: 'Automatic',
        barDirection: 'Context',
        showDataBarOnly: false,
        lowerBoundRule: { type: 'Automatic' },
        upperBoundRule: { type: 'Automatic' },
      };
    case 'IconSet':
      return {
        type,
        style: 'ThreeTrafficLights1',
        criteria: percentCriteria(3),
        reverseIconOrder: false,
        showIconOnly: false,
      };
    case 'ColorScale':
      return {
        type,
        criteria: {
          minimum: { type: 'LowestValue', color: '#F8696B' },
          midpoint: { type: 'Percentile', formula: '50', color: '#FFEB84' },
          maximum: { type: 'HighestValue', color: '#63BE7B' },
        },
      };
  }
}

export function percentCriteria(icons: number): IconCriterion[] {
  return Array.from({ length: icons }, (_, index) => ({
    type: 'Percent',
    operator: 'GreaterThanOrEqual',
    formula: `=${String(Math.round((100 * index) / icons))}`,
  }));
}

type CellValueOperator = Extract<ConditionalRule, { kind: 'cellValue' }>['operator'];

export const operators: Readonly<Record<CellValueOperator, string>> = {
  greaterThan: 'GreaterThan',
  greaterThanOrEqual: 'GreaterThanOrEqual',
  lessThan: 'LessThan',
  lessThanOrEqual: 'LessThanOrEqual',
  equalTo: 'EqualTo',
  notEqualTo: 'NotEqualTo',
  between: 'Between',
  notBetween: 'NotBetween',
};

type IconSet = Extract<ConditionalRule, { kind: 'iconSet' }>['set'];

const iconSets: Readonly<Record<IconSet, string>> = {
  threeTriangles: 'ThreeTriangles',
  threeArrows: 'ThreeArrows',
  threeTrafficLights: 'ThreeTrafficLights1',
  threeSymbols: 'ThreeSymbols',
};

function keyFor<Key extends string>(
  words: Readonly<Record<Key, string>>,
  word: string,
): Key | undefined {
  return (Object.keys(words) as Key[]).find((key) => words[key] === word);
}

/** A number that a formula such as `=0.9` states outright. */
function constant(formula: string | undefined): number | undefined {
  const text = formula?.replace(/^=/, '').trim() ?? '';
  return text === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
}

function asFormula(text: string): string {
  return text.startsWith('=') ? text : `=${text}`;
}

/** The format as plain data; undefined where it is unfinished or says more than plain data can. */
export function toRule({ area, condition }: ConditionalFormat): ConditionalRule | undefined {
  switch (condition.type) {
    case 'CellValue': {
      const { rule, style } = condition;
      const operator = rule && keyFor(operators, rule.operator);
      if (!rule || !operator) return undefined;
      const formula1 = asFormula(rule.formula1);
      const formula2 = rule.formula2 === undefined ? {} : { formula2: asFormula(rule.formula2) };
      return { kind: 'cellValue', area, operator, formula1, ...formula2, style };
    }
    case 'Custom': {
      if (condition.formula === '') return undefined;
      return {
        kind: 'custom',
        area,
        formula: asFormula(condition.formula),
        style: condition.style,
      };
    }
    case 'DataBar': {
      const { positive, negative, lowerBoundRule, upperBoundRule } = condition;
      const min = constant(lowerBoundRule.formula);
      const max = constant(upperBoundRule.formula);
      return {
        kind: 'dataBar',
        area,
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
        positive: positive.fillColor as Colour,
        negative: (negative.matchPositiveFillColor
          ? positive.fillColor
          : negative.fillColor) as Colour,
        showValue: !condition.showDataBarOnly,
      };
    }
    case 'IconSet': {
      const set = keyFor(iconSets, condition.style);
      const second = constant(condition.criteria[1]?.formula);
      const third = constant(condition.criteria[2]?.formula);
      if (!set || second === undefined || third === undefined) return undefined;
      if (condition.criteria.slice(1).some(({ type }) => type !== 'Number')) return undefined;
      const showValue = !condition.showIconOnly;
      return { kind: 'iconSet', area, set, thresholds: [second, third], showValue };
    }
    case 'ColorScale': {
      const { minimum, midpoint, maximum } = condition.criteria;
      const colours = [minimum, ...(midpoint ? [midpoint] : []), maximum];
      return { kind: 'colourScale', area, colours: colours.map(({ color }) => color as Colour) };
    }
  }
}

export function fromRule(rule: ConditionalRule, id: string): ConditionalFormat {
  return { id, area: rule.area, stopIfTrue: false, condition: conditionOf(rule) };
}

function conditionOf(rule: ConditionalRule): Condition {
  switch (rule.kind) {
    case 'cellValue': {
      const { operator, formula1, formula2, style } = rule;
      const second = formula2 === undefined ? {} : { formula2 };
      return {
        type: 'CellValue',
        rule: { operator: operators[operator], formula1, ...second },
        style,
      };
    }
    case 'custom':
      return { type: 'Custom', formula: rule.formula, style: rule.style };
    case 'dataBar': {
      const bar = newCondition('DataBar');
      if (bar.type !== 'DataBar') throw new Error('A data bar is a data bar.');
      bar.positive.fillColor = rule.positive;
      bar.negative.fillColor = rule.negative;
      bar.showDataBarOnly = !rule.showValue;
      if (rule.min !== undefined) bar.lowerBoundRule = numberBound(rule.min);
      if (rule.max !== undefined) bar.upperBoundRule = numberBound(rule.max);
      return bar;
    }
    case 'iconSet': {
      const operator = 'GreaterThanOrEqual';
      return {
        type: 'IconSet',
        style: iconSets[rule.set],
        criteria: [
          { type: 'Percent', operator, formula: '=0' },
          ...rule.thresholds.map((at) => ({ type: 'Number', operator, formula: `=${String(at)}` })),
        ],
        reverseIconOrder: false,
        showIconOnly: !rule.showValue,
      };
    }
    case 'colourScale': {
      const [low = '#F8696B', ...others] = rule.colours;
      const high = others.at(-1) ?? low;
      const middle = others.length > 1 ? others[0] : undefined;
      return {
        type: 'ColorScale',
        criteria: {
          minimum: { type: 'LowestValue', color: low },
          ...(middle && { midpoint: { type: 'Percentile', formula: '50', color: middle } }),
          maximum: { type: 'HighestValue', color: high },
        },
      };
    }
  }
}

function numberBound(value: number): BarBound {
  return { type: 'Number', formula: `=${String(value)}` };
}
