import { rootNamespace } from '../../model';
import type { CustomXmlPart as Model, WorkbookModel } from '../../model';
import { readText } from '../arguments';
import { HostError } from '../errors';
import { HostCollection, HostObject, identity, typeName } from '../host-object';

/** The XML parts of the workbook, or those whose root is in one namespace. */
export class CustomXmlPartCollection extends HostCollection {
  readonly [typeName]: string = 'CustomXmlPartCollection';

  constructor(
    protected readonly workbook: WorkbookModel,
    protected readonly namespace?: string,
  ) {
    super();
  }

  list() {
    return this.workbook.customXml
      .filter(({ xml }) => this.namespace === undefined || rootNamespace(xml) === this.namespace)
      .map((model) => new CustomXmlPart(this.workbook, model));
  }
  getItem(key: unknown) {
    const part = this.list().find(({ id }) => id === key);
    if (!part) throw new HostError('ItemNotFound');
    return part;
  }
  add(xml: unknown) {
    const model = { id: this.workbook.newId('part'), xml: checkXml(xml) };
    this.workbook.setCustomXml([...this.workbook.customXml, model]);
    return new CustomXmlPart(this.workbook, model);
  }
  getByNamespace(namespace: unknown) {
    return new CustomXmlPartScopedCollection(this.workbook, readText(namespace));
  }
}

class CustomXmlPartScopedCollection extends CustomXmlPartCollection {
  override readonly [typeName] = 'CustomXmlPartScopedCollection';

  getOnlyItem() {
    const [part, ...others] = this.list();
    if (!part) throw new HostError('ItemNotFound');
    if (others.length > 0) throw new HostError('GeneralException');
    return part;
  }
  getOnlyItemOrNullObject() {
    const [part, ...others] = this.list();
    return part && others.length === 0 ? part : null;
  }
}

class CustomXmlPart extends HostObject {
  readonly [typeName] = 'CustomXmlPart';

  constructor(
    private readonly workbook: WorkbookModel,
    private readonly model: Model,
  ) {
    super();
  }

  override get [identity]() {
    return { Id: this.model.id };
  }
  get id() {
    return this.model.id;
  }
  get namespaceUri() {
    return rootNamespace(this.model.xml);
  }
  getXml() {
    return this.model.xml;
  }
  setXml(xml: unknown) {
    this.model.xml = checkXml(xml);
    this.workbook.setCustomXml(this.workbook.customXml);
  }
  delete() {
    this.workbook.setCustomXml(this.workbook.customXml.filter((part) => part !== this.model));
  }
}

function checkXml(xml: unknown): string {
  const text = readText(xml);
  if (!/^\s*<[^>]+>/.test(text)) throw new HostError('InvalidArgument');
  return text;
}
