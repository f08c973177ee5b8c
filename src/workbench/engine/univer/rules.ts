import type { IStyleBase } from '@univerjs/core';
import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFValueType,
  IIconSetType,
} from '@univerjs/sheets-conditional-formatting';
import type {
  IConditionFormattingRule,
  IConditionalFormattingRuleConfig,
} from '@univerjs/sheets-conditional-formatting';

import { cellAddress } from '../../../workbook';
import type { Area, CellStyle, ConditionalRule } from '../../../workbook';
import { toUniverFormula } from './cell-data';
import { toRange } from './ranges';
import { toStyleData } from './styles';

type CellValueRule = Extract<ConditionalRule, { kind: 'cellValue' }>;

const operators = {
  greaterThan: CFNumberOperator.greaterThan,
  greaterThanOrEqual: CFNumberOperator.greaterThanOrEqual,
  lessThan: CFNumberOperator.lessThan,
  lessThanOrEqual: CFNumberOperator.lessThanOrEqual,
  equalTo: CFNumberOperator.equal,
  notEqualTo: CFNumberOperator.notEqual,
} as const;

const signs = {
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
  equalTo: '=',
  notEqualTo: '<>',
} as const;

const iconSets = {
  threeTriangles: IIconSetType.threeTriangles,
  threeArrows: IIconSetType.threeArrows,
  threeTrafficLights: IIconSetType.threeTrafficLights1,
  threeSymbols: IIconSetType.threeSymbols,
} as const;

function highlight(style: CellStyle): IStyleBase {
  const { bg, cl, bl, it, ul, bd } = toStyleData(style);
  return {
    ...(bg && { bg }),
    ...(cl && { cl }),
    ...(bl !== undefined && { bl }),
    ...(it !== undefined && { it }),
    ...(ul && { ul }),
    ...(bd && { bd }),
  };
}

function constant(formula: string | undefined): number | undefined {
  const text = formula?.replace(/^=/, '').trim() ?? '';
  const value = Number(text);
  return text === '' || Number.isNaN(value) ? undefined : value;
}

function formulaRule(formula: string, style: CellStyle): IConditionalFormattingRuleConfig {
  return {
    type: CFRuleType.highlightCell,
    subType: CFSubRuleType.formula,
    style: highlight(style),
    value: toUniverFormula(formula.startsWith('=') ? formula : `=${formula}`),
  };
}

/** A comparison with something other than numbers becomes the formula it means. */
function comparison(area: Area, rule: CellValueRule): string {
  const cell = cellAddress(area.row, area.column);
  const first = rule.formula1.replace(/^=/, '');
  const second = (rule.formula2 ?? rule.formula1).replace(/^=/, '');
  if (rule.operator === 'between') return `=AND(${cell}>=(${first}),${cell}<=(${second}))`;
  if (rule.operator === 'notBetween') return `=OR(${cell}<(${first}),${cell}>(${second}))`;
  return `=${cell}${signs[rule.operator]}(${first})`;
}

function cellValueRule(rule: CellValueRule): IConditionalFormattingRuleConfig {
  const first = constant(rule.formula1);
  const second = constant(rule.formula2);
  const base = {
    type: CFRuleType.highlightCell,
    subType: CFSubRuleType.number,
    style: highlight(rule.style),
  } as const;
  if (first !== undefined && (rule.operator === 'between' || rule.operator === 'notBetween')) {
    if (second === undefined) return formulaRule(comparison(rule.area, rule), rule.style);
    const operator = CFNumberOperator[rule.operator];
    return { ...base, operator, value: [first, second] };
  }
  if (first === undefined || rule.operator === 'between' || rule.operator === 'notBetween') {
    return formulaRule(comparison(rule.area, rule), rule.style);
  }
  return { ...base, operator: operators[rule.operator], value: first };
}

function config(rule: ConditionalRule): IConditionalFormattingRuleConfig {
  switch (rule.kind) {
    case 'cellValue':
      return cellValueRule(rule);
    case 'custom':
      return formulaRule(rule.formula, rule.style);
    case 'dataBar':
      return {
        type: CFRuleType.dataBar,
        isShowValue: rule.showValue,
        config: {
          min:
            rule.min === undefined
              ? { type: CFValueType.min }
              : { type: CFValueType.num, value: rule.min },
          max:
            rule.max === undefined
              ? { type: CFValueType.max }
              : { type: CFValueType.num, value: rule.max },
          isGradient: false,
          positiveColor: rule.positive,
          nativeColor: rule.negative,
        },
      };
    case 'iconSet': {
      // Univer tests its icons from the best to the worst.
      const [second, third] = rule.thresholds;
      const iconType = iconSets[rule.set];
      const operator = CFNumberOperator.greaterThanOrEqual;
      return {
        type: CFRuleType.iconSet,
        isShowValue: rule.showValue,
        config: [
          { operator, value: { type: CFValueType.num, value: third }, iconType, iconId: '0' },
          { operator, value: { type: CFValueType.num, value: second }, iconType, iconId: '1' },
          {
            operator: CFNumberOperator.lessThan,
            value: { type: CFValueType.num, value: second },
            iconType,
            iconId: '2',
          },
        ],
      };
    }
    case 'colourScale':
      return {
        type: CFRuleType.colorScale,
        config: rule.colours.map((color, index) => ({
          index,
          color,
          value:
            index === 0
              ? { type: CFValueType.min }
              : index === rule.colours.length - 1
                ? { type: CFValueType.max }
                : { type: CFValueType.percentile, value: 50 },
        })),
      };
  }
}

export function toUniverRule(rule: ConditionalRule, id: string): IConditionFormattingRule {
  return { cfId: id, ranges: [toRange(rule.area)], stopIfTrue: false, rule: config(rule) };
}
