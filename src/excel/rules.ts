import type { ConditionalRule } from '../workbook';
import { rangeOf } from './cells';
import { writeRuleStyle } from './looks';

type RuleOf<Kind extends ConditionalRule['kind']> = Extract<ConditionalRule, { kind: Kind }>;

const operators = {
  greaterThan: 'GreaterThan',
  greaterThanOrEqual: 'GreaterThanOrEqual',
  lessThan: 'LessThan',
  lessThanOrEqual: 'LessThanOrEqual',
  equalTo: 'EqualTo',
  notEqualTo: 'NotEqualTo',
  between: 'Between',
  notBetween: 'NotBetween',
} as const satisfies Record<RuleOf<'cellValue'>['operator'], string>;

const iconSets = {
  threeTriangles: 'ThreeTriangles',
  threeArrows: 'ThreeArrows',
  threeTrafficLights: 'ThreeTrafficLights1',
  threeSymbols: 'ThreeSymbols2',
} as const satisfies Record<RuleOf<'iconSet'>['set'], Excel.IconSetConditionalFormat['style']>;

/** Adds the rules. Each new one comes before all others in Excel, so the last is added first. */
export function writeRules(sheet: Excel.Worksheet, rules: readonly ConditionalRule[]): void {
  for (const rule of rules.toReversed()) {
    writeRule(rangeOf(sheet, rule.area).conditionalFormats, rule);
  }
}

function writeRule(formats: Excel.ConditionalFormatCollection, rule: ConditionalRule): void {
  switch (rule.kind) {
    case 'cellValue': {
      const { cellValue } = formats.add('CellValue');
      writeRuleStyle(cellValue.format, rule.style);
      cellValue.rule = {
        formula1: rule.formula1,
        ...(rule.formula2 !== undefined && { formula2: rule.formula2 }),
        operator: operators[rule.operator],
      };
      return;
    }
    case 'custom': {
      const { custom } = formats.add('Custom');
      writeRuleStyle(custom.format, rule.style);
      custom.rule.formula = rule.formula;
      return;
    }
    case 'dataBar':
      writeDataBar(formats.add('DataBar').dataBar, rule);
      return;
    case 'iconSet': {
      const { iconSet } = formats.add('IconSet');
      iconSet.style = iconSets[rule.set];
      iconSet.criteria = [
        // The lowest icon takes what is left: its criterion is not read.
        {} as Excel.ConditionalIconCriterion,
        ...rule.thresholds.map((threshold) => ({
          type: 'Number' as const,
          operator: 'GreaterThanOrEqual' as const,
          formula: `=${String(threshold)}`,
        })),
      ];
      iconSet.showIconOnly = !rule.showValue;
      return;
    }
    case 'colourScale':
      writeColourScale(formats.add('ColorScale').colorScale, rule);
  }
}

function writeDataBar(bar: Excel.DataBarConditionalFormat, rule: RuleOf<'dataBar'>): void {
  bar.positiveFormat.fillColor = rule.positive;
  bar.positiveFormat.gradientFill = false;
  bar.negativeFormat.matchPositiveFillColor = false;
  bar.negativeFormat.fillColor = rule.negative;
  bar.axisFormat = 'Automatic';
  bar.showDataBarOnly = !rule.showValue;
  bar.lowerBoundRule = bound(rule.min, 'LowestValue');
  bar.upperBoundRule = bound(rule.max, 'HighestValue');
}

function bound(
  value: number | undefined,
  otherwise: 'LowestValue' | 'HighestValue',
): Excel.ConditionalDataBarRule {
  return value === undefined
    ? { type: otherwise }
    : { type: 'Number', formula: `=${String(value)}` };
}

function writeColourScale(
  scale: Excel.ColorScaleConditionalFormat,
  { colours }: RuleOf<'colourScale'>,
): void {
  const [low = '#FFFFFF', middle = '#FFFFFF', high] = colours;
  scale.criteria = {
    minimum: { type: 'LowestValue', color: low },
    ...(high && { midpoint: { type: 'Percentile' as const, formula: '=50', color: middle } }),
    maximum: { type: 'HighestValue', color: high ?? middle },
  };
}
