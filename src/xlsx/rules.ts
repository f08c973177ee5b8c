import type {
  ConditionalFormattingOptions,
  ConditionalFormattingRule,
  IconSetTypes,
} from '@cj-tech-master/excelts';
import { areaAddress, findPlace } from '../workbook';
import type { Area, Colour, ConditionalRule } from '../workbook';
import { argb } from './colours';
import type { ColourReader } from './colours';
import { formulaForFile, formulaFromFile, shiftFormula } from './formula-text';
import { ruleStyleForFile, ruleStyleFromFile } from './styles';

const iconSets: Readonly<
  Record<Extract<ConditionalRule, { kind: 'iconSet' }>['set'], IconSetTypes>
> = {
  threeTriangles: '3Triangles',
  threeArrows: '3Arrows',
  threeTrafficLights: '3TrafficLights1',
  threeSymbols: '3Symbols2',
};

type Operator = Extract<ConditionalRule, { kind: 'cellValue' }>['operator'];
const operators: Readonly<Record<string, Operator>> = {
  equal: 'equalTo',
  notEqual: 'notEqualTo',
  greaterThan: 'greaterThan',
  greaterThanOrEqual: 'greaterThanOrEqual',
  lessThan: 'lessThan',
  lessThanOrEqual: 'lessThanOrEqual',
  between: 'between',
  notBetween: 'notBetween',
};

/**
 * Our rules in a file's terms, the first one with the highest priority. Rules of one area stand
 * together: LibreOffice shows only one of several entries over the same cells.
 */
export function rulesForFile(rules: readonly ConditionalRule[]): ConditionalFormattingOptions[] {
  const byArea = new Map<string, ConditionalFormattingRule[]>();
  rules.forEach((rule, index) => {
    const ref = areaAddress(rule.area);
    const together = byArea.get(ref) ?? [];
    together.push({ ...ruleForFile(rule), priority: index + 1 });
    byArea.set(ref, together);
  });
  return Array.from(byArea, ([ref, together]) => ({ ref, rules: together }));
}

function ruleForFile(rule: ConditionalRule): ConditionalFormattingRule {
  switch (rule.kind) {
    case 'cellValue': {
      const operator = Object.keys(operators).find((key) => operators[key] === rule.operator);
      const formulae = [rule.formula1, ...(rule.formula2 === undefined ? [] : [rule.formula2])];
      return {
        type: 'cellIs',
        // The library's type lists four of the eight operators that it writes.
        operator: operator as 'equal',
        formulae: formulae.map(formulaForFile),
        style: ruleStyleForFile(rule.style),
      };
    }
    case 'custom':
      return {
        type: 'expression',
        formulae: [formulaForFile(rule.formula)],
        style: ruleStyleForFile(rule.style),
      };
    case 'dataBar':
      return {
        type: 'dataBar',
        cfvo: [
          rule.min === undefined ? { type: 'min' } : { type: 'num', value: rule.min },
          rule.max === undefined ? { type: 'max' } : { type: 'num', value: rule.max },
        ],
        color: argb(rule.positive),
        negativeFillColor: argb(rule.negative),
        negativeBarColorSameAsPositive: false,
        negativeBarBorderColorSameAsPositive: false,
        axisColor: argb('#7F7F7F'),
        axisPosition: 'auto',
        gradient: false,
        border: false,
        showValue: rule.showValue,
      };
    case 'iconSet':
      return {
        type: 'iconSet',
        iconSet: iconSets[rule.set],
        showValue: rule.showValue,
        cfvo: [
          { type: 'percent', value: 0 },
          { type: 'num', value: rule.thresholds[0] },
          { type: 'num', value: rule.thresholds[1] },
        ],
      };
    case 'colourScale':
      return {
        type: 'colorScale',
        cfvo:
          rule.colours.length === 2
            ? [{ type: 'min' }, { type: 'max' }]
            : [{ type: 'min' }, { type: 'percentile', value: 50 }, { type: 'max' }],
        color: rule.colours.map(argb),
      };
  }
}

export interface ReadRules {
  readonly rules: ConditionalRule[];
  /** Kinds of rules that have no counterpart here. */
  readonly unread: string[];
}

/** A file's rules, one for each area; in order of priority. */
export function rulesFromFile(
  formats: readonly ConditionalFormattingOptions[],
  readColour: ColourReader,
): ReadRules {
  const unread: string[] = [];
  const found = formats.flatMap((format) => {
    const areas = format.ref
      .split(/\s+/)
      .flatMap((text) => findPlace(text)?.area ?? [])
      .filter((area) => area.rows > 0);
    // Formulas are relative to the top left corner of all areas together.
    const top = Math.min(...areas.map(({ row }) => row));
    const left = Math.min(...areas.map(({ column }) => column));
    return format.rules.flatMap((rule) =>
      areas.flatMap((area) => {
        const formulas = formulasOf(rule).map(
          (text) => `=${shiftFormula(text.slice(1), area.row - top, area.column - left)}`,
        );
        const ours = ruleFromFile(rule, area, formulas, readColour);
        if (!ours) unread.push(rule.type);
        return ours ? [{ priority: rule.priority ?? 0, ours }] : [];
      }),
    );
  });
  found.sort((a, b) => a.priority - b.priority);
  return { rules: found.map(({ ours }) => ours), unread };
}

function formulasOf(rule: ConditionalFormattingRule): string[] {
  if (!('formulae' in rule)) return [];
  return (rule.formulae ?? []).map((formula) => formulaFromFile(String(formula)));
}

function ruleFromFile(
  rule: ConditionalFormattingRule,
  area: Area,
  [formula1, formula2]: readonly string[],
  readColour: ColourReader,
): ConditionalRule | undefined {
  const style = () => ruleStyleFromFile(rule.style, readColour);
  const bound = (index: 0 | 1) => {
    const cfvo = rule.type === 'dataBar' ? rule.cfvo?.[index] : undefined;
    return cfvo?.type === 'num' && Number.isFinite(Number(cfvo.value))
      ? Number(cfvo.value)
      : undefined;
  };
  switch (rule.type) {
    case 'cellIs': {
      const operator = operators[rule.operator ?? ''];
      if (!operator || formula1 === undefined) return undefined;
      return {
        kind: 'cellValue',
        area,
        operator,
        formula1,
        ...(formula2 !== undefined && { formula2 }),
        style: style(),
      };
    }
    case 'expression':
    case 'containsText':
    case 'timePeriod':
      // Text and date rules carry the formula that says the same.
      if (formula1 === undefined) return undefined;
      return { kind: 'custom', area, formula: formula1, style: style() };
    case 'dataBar': {
      const positive = readColour(rule.color) ?? '#638EC6';
      const min = bound(0);
      const max = bound(1);
      return {
        kind: 'dataBar',
        area,
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
        positive,
        negative:
          rule.negativeBarColorSameAsPositive === true
            ? positive
            : (readColour(rule.negativeFillColor) ?? '#FF0000'),
        showValue: rule.showValue !== false,
      };
    }
    case 'iconSet': {
      const set = (Object.keys(iconSets) as (keyof typeof iconSets)[]).find(
        (key) => iconSets[key] === (rule.iconSet ?? '3TrafficLights1'),
      );
      const [, second, third] = rule.cfvo ?? [];
      if (!set || second?.type !== 'num' || third?.type !== 'num') return undefined;
      return {
        kind: 'iconSet',
        area,
        set,
        thresholds: [Number(second.value), Number(third.value)],
        showValue: rule.showValue !== false,
      };
    }
    case 'colorScale': {
      const colours = (rule.color ?? []).flatMap((colour): Colour[] => {
        const read = readColour(colour);
        return read ? [read] : [];
      });
      return colours.length < 2 ? undefined : { kind: 'colourScale', area, colours };
    }
    default:
      return undefined;
  }
}
