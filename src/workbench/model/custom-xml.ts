/** A custom XML part of the workbook. */
export interface CustomXmlPart {
  readonly id: string;
  xml: string;
}

/** The namespace of an XML document's root element; empty where it has none. */
export function rootNamespace(xml: string): string {
  const root = /<(?![?!])([^\s/>]+)([^>]*)>/.exec(xml);
  const [, name = '', attributes = ''] = root ?? [];
  const prefix = name.includes(':') ? `:${name.slice(0, name.indexOf(':'))}` : '';
  const declaration = new RegExp(`\\bxmlns${prefix}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(
    attributes,
  );
  return declaration?.[1] ?? declaration?.[2] ?? '';
}
