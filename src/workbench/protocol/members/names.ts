import { findPlace } from '../../../workbook';
import type { NameModel, SheetModel } from '../../model';
import { isMissing, readFlag, readText } from '../arguments';
import { HostError } from '../errors';
import { HostCollection, HostObject, identity, orNull, typeName } from '../host-object';
import { fullAddress, readSpot } from './objects';
import type { Objects } from './objects';

const validName = /^[\p{L}_\\][\p{L}\p{N}_.?\\]{0,254}$/u;

/** The names of the workbook, or those that belong to one sheet. */
export class NamedItemCollection extends HostCollection {
  readonly [typeName] = 'NamedItemCollection';

  constructor(
    private readonly objects: Objects,
    private readonly sheet?: SheetModel,
  ) {
    super();
  }

  list() {
    return this.objects.workbook.names
      .filter(({ sheet }) => sheet === this.sheet)
      .map((model) => new NamedItem(this.objects, model));
  }
  getItem(key: unknown) {
    const wanted = readText(key).toLowerCase();
    const item = this.list().find(({ name }) => name.toLowerCase() === wanted);
    if (!item) throw new HostError('ItemNotFound');
    return item;
  }
  add(name: unknown, reference: unknown, comment: unknown) {
    const text = readText(name);
    if (!validName.test(text) || findPlace(text)) throw new HostError('InvalidArgument');
    if (this.getItemOrNullObject(text)) throw new HostError('ItemAlreadyExists');
    const model: NameModel = {
      name: text,
      formula: typeof reference === 'string' ? asFormula(reference) : formulaFor(reference),
      sheet: this.sheet,
      comment: isMissing(comment) ? '' : readText(comment),
      visible: true,
    };
    this.objects.workbook.names.push(model);
    this.objects.workbook.namesChanged();
    return new NamedItem(this.objects, model);
  }
  addFormulaLocal(name: unknown, formula: unknown, comment: unknown) {
    return this.add(name, readText(formula), comment);
  }
}

function asFormula(text: string): string {
  return text.startsWith('=') ? text : `=${text}`;
}

/** Names hold absolute references. */
function formulaFor(range: unknown): string {
  const { sheet, area } = readSpot(range);
  const address = fullAddress(sheet, area);
  const cells = address.lastIndexOf('!') + 1;
  const absolute = address.slice(cells).replaceAll(/[A-Z]+|\d+/g, (part) => `$${part}`);
  return `=${address.slice(0, cells)}${absolute}`;
}

class NamedItem extends HostObject {
  readonly [typeName] = 'NamedItem';

  constructor(
    private readonly objects: Objects,
    private readonly model: NameModel,
  ) {
    super();
  }

  override get [identity]() {
    return { _Id: this.model.name };
  }
  get name() {
    return this.model.name;
  }
  get formula() {
    return this.model.formula;
  }
  set formula(value: unknown) {
    this.model.formula = asFormula(readText(value));
    this.objects.workbook.namesChanged();
  }
  get comment() {
    return this.model.comment;
  }
  set comment(value: unknown) {
    this.model.comment = readText(value);
    this.objects.workbook.namesChanged();
  }
  get visible() {
    return this.model.visible;
  }
  set visible(value: unknown) {
    this.model.visible = readFlag(value);
    this.objects.workbook.namesChanged();
  }
  get scope() {
    return this.model.sheet ? 'Worksheet' : 'Workbook';
  }
  get type() {
    if (this.objects.workbook.findNamePlace(this.model)) return 'Range';
    const value = constantOf(this.model.formula);
    if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
    return { string: 'String', boolean: 'Boolean' }[typeof value as 'string' | 'boolean'];
  }
  /** The address of a named range, else the constant; a calculation stays a formula. */
  get value() {
    const place = this.objects.workbook.findNamePlace(this.model);
    if (place) return formulaFor(this.getRange()).slice(1);
    return constantOf(this.model.formula);
  }
  get worksheetOrNullObject() {
    const { sheet } = this.model;
    return sheet ? this.objects.worksheet(sheet) : null;
  }

  getRange() {
    const place = this.objects.workbook.findNamePlace(this.model);
    if (!place) throw new HostError('ItemNotFound');
    return this.objects.range(place.sheet, place.area);
  }
  getRangeOrNullObject() {
    return orNull(() => this.getRange());
  }
  delete() {
    const { workbook } = this.objects;
    workbook.names = workbook.names.filter((model) => model !== this.model);
    workbook.namesChanged();
  }
}

function constantOf(formula: string): string | number | boolean {
  const text = formula.slice(1);
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text)?.[1];
  if (quoted !== undefined) return quoted.replaceAll('""', '"');
  if (/^true$|^false$/i.test(text)) return text.toLowerCase() === 'true';
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : formula;
}
