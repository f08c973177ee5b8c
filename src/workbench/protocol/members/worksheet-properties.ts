import type { SheetModel } from '../../model';
import { readText } from '../arguments';
import { HostError } from '../errors';
import { HostCollection, HostObject, identity, typeName } from '../host-object';

/** Texts that an add-in keeps with a sheet; they go with it and are found whatever its name. */
export class WorksheetCustomPropertyCollection extends HostCollection {
  readonly [typeName] = 'WorksheetCustomPropertyCollection';

  constructor(private readonly sheet: SheetModel) {
    super();
  }

  list() {
    return [...this.sheet.customProperties.keys()].map(
      (key) => new WorksheetCustomProperty(this.sheet, key),
    );
  }
  getItem(key: unknown) {
    const wanted = readText(key).toLowerCase();
    const item = this.list().find((property) => property.key.toLowerCase() === wanted);
    if (!item) throw new HostError('ItemNotFound');
    return item;
  }
  add(key: unknown, value: unknown) {
    const text = readText(key);
    const known = this.list().find((property) => property.key.toLowerCase() === text.toLowerCase());
    this.sheet.setCustomProperty(known?.key ?? text, readText(value));
    return new WorksheetCustomProperty(this.sheet, known?.key ?? text);
  }
}

class WorksheetCustomProperty extends HostObject {
  readonly [typeName] = 'WorksheetCustomProperty';

  constructor(
    private readonly sheet: SheetModel,
    private readonly own: string,
  ) {
    super();
  }

  override get [identity]() {
    return { _Id: this.own };
  }
  get key() {
    return this.own;
  }
  get value() {
    return this.sheet.customProperties.get(this.own) ?? '';
  }
  set value(value: unknown) {
    this.sheet.setCustomProperty(this.own, readText(value));
  }
  delete() {
    this.sheet.setCustomProperty(this.own, undefined);
  }
}
