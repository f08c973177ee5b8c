import type { ConditionalFormattingOptions, Cvfo } from '@cj-tech-master/excelts';
import { parseXml } from '@cj-tech-master/excelts/xml';
import type { FileColour } from './colours';
import { findChild, findChildren, textContent } from './xml';
import type { Element } from './xml';

/**
 * The library's rules of a sheet, and what it passes over when it reads: whether a bar hides its
 * value, and the second half of a rule that newer Excel keeps at the sheet's end.
 */
export function withExtensions(
  formats: readonly ConditionalFormattingOptions[],
  xml: string,
): ConditionalFormattingOptions[] {
  const withoutValue = new Set(
    Array.from(
      xml.matchAll(/<cfRule\s([^>]*)>\s*<dataBar [^>]*showValue="(?:0|false)"/g),
      ([, attributes = '']) => Number(/priority="(\d+)"/.exec(attributes)?.[1]),
    ),
  );
  const bars = new Map<string, Element>();
  const added: ConditionalFormattingOptions[] = [];
  for (const element of extensionsOf(xml)) {
    const ref = textContent(findChild(element, 'xm:sqref') ?? element).trim();
    for (const rule of findChildren(element, 'x14:cfRule')) {
      const bar = findChild(rule, 'x14:dataBar');
      if (bar) bars.set(rule.attributes['id'] ?? '', bar);
      const icons = findChild(rule, 'x14:iconSet');
      if (icons) added.push({ ref, rules: [iconRule(rule, icons)] });
    }
  }
  const known = formats.map((format) => ({
    ref: format.ref,
    rules: format.rules.map((rule) => {
      if (rule.type !== 'dataBar') return rule;
      const bar = 'x14Id' in rule ? bars.get(String(rule.x14Id)) : undefined;
      const same = bar?.attributes['negativeBarColorSameAsPositive'];
      const negative = bar && findChild(bar, 'x14:negativeFillColor');
      return {
        ...rule,
        showValue: !withoutValue.has(rule.priority ?? -1),
        ...(bar && {
          negativeBarColorSameAsPositive: same === '1' || same === 'true',
          ...(negative && { negativeFillColor: colourOf(negative) }),
        }),
      };
    }),
  }));
  return [...known, ...added];
}

function extensionsOf(xml: string): Element[] {
  const [found] =
    /<x14:conditionalFormattings[\s>][^]*?<\/x14:conditionalFormattings>/.exec(xml) ?? [];
  return found === undefined ? [] : findChildren(parseXml(found).root, 'x14:conditionalFormatting');
}

function iconRule(rule: Element, icons: Element): ConditionalFormattingOptions['rules'][number] {
  return {
    type: 'iconSet',
    iconSet: (icons.attributes['iconSet'] ?? '3TrafficLights1') as '3Triangles',
    showValue: icons.attributes['showValue'] !== '0',
    priority: Number(rule.attributes['priority'] ?? '0'),
    cfvo: findChildren(icons, 'x14:cfvo').map((cfvo) => ({
      type: (cfvo.attributes['type'] ?? 'num') as Cvfo['type'],
      value: textContent(cfvo).trim(),
    })),
  };
}

function colourOf({ attributes }: Element): FileColour & { argb: string; theme: number } {
  const { rgb, theme, tint, indexed } = attributes;
  return {
    ...(rgb !== undefined && { argb: rgb }),
    ...(theme !== undefined && { theme: Number(theme) }),
    ...(tint !== undefined && { tint: Number(tint) }),
    ...(indexed !== undefined && { indexed: Number(indexed) }),
  } as FileColour & { argb: string; theme: number };
}
