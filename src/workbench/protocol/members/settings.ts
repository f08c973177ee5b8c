import type { WorkbookModel } from '../../model';
import { readText } from '../arguments';
import { HostError } from '../errors';
import { HostCollection, HostObject, identity, typeName } from '../host-object';

/** The add-in's settings in this workbook. */
export class SettingCollection extends HostCollection {
  readonly [typeName] = 'SettingCollection';

  constructor(private readonly workbook: WorkbookModel) {
    super();
  }

  list() {
    return [...this.workbook.settings.keys()].map((key) => new Setting(this.workbook, key));
  }
  getItem(key: unknown) {
    const text = readText(key);
    if (!this.workbook.settings.has(text)) throw new HostError('ItemNotFound');
    return new Setting(this.workbook, text);
  }
  add(key: unknown, value: unknown) {
    this.workbook.setSetting(readText(key), value);
    return this.getItem(key);
  }
}

class Setting extends HostObject {
  readonly [typeName] = 'Setting';

  constructor(
    private readonly workbook: WorkbookModel,
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
    return this.workbook.settings.get(this.own);
  }
  set value(value: unknown) {
    this.workbook.setSetting(this.own, value);
  }
  delete() {
    this.workbook.setSetting(this.own, undefined);
  }
}
