import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** With its prefix, `bt:Image`. */
  readonly tagName: string;
  readonly localName: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: XmlElement | undefined;
  readonly children: XmlElement[];
  text: string;
}

/** Every element of a document in its order, the root first. Throws where it is not well-formed. */
export function readXml(source: string): XmlElement[] {
  const parser = new SaxesParser();
  const elements: XmlElement[] = [];
  let open: XmlElement | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = {
      tagName: name,
      localName: name.replace(/^.*:/, ''),
      attributes,
      parent: open,
      children: [],
      text: '',
    };
    open?.children.push(element);
    elements.push(element);
    open = element;
  });
  parser.on('text', (text) => {
    if (open) open.text += text;
  });
  parser.on('closetag', () => {
    open = open?.parent;
  });
  parser.write(source).close();
  return elements;
}
