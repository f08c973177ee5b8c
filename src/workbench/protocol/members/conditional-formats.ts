import type { Area } from '../../../workbook';
import { intersect, newCondition, without } from '../../model';
import type { ConditionalFormat as Model, ConditionType, SheetModel } from '../../model';
import { readFlag, readInteger, readOne } from '../arguments';
import { HostError } from '../errors';
import { HostCollection, HostObject, identity, typeName } from '../host-object';
import {
  CellValueConditionalFormat,
  ColorScaleConditionalFormat,
  CustomConditionalFormat,
  DataBarConditionalFormat,
  IconSetConditionalFormat,
} from './conditions';
import { writable } from './objects';
import type { Objects } from './objects';

const kinds = ['CellValue', 'Custom', 'DataBar', 'IconSet', 'ColorScale'] as const;

/** The conditional formats that touch an area, first the one that wins. */
export class ConditionalFormatCollection extends HostCollection {
  readonly [typeName] = 'ConditionalFormatCollection';

  constructor(
    private readonly objects: Objects,
    private readonly sheet: SheetModel,
    private readonly area: Area,
  ) {
    super();
  }

  list() {
    return this.#models().map((model) => new ConditionalFormat(this.objects, this.sheet, model));
  }
  getItem(key: unknown) {
    const model = this.#models().find(({ id }) => id === key);
    if (!model) throw new HostError('ItemNotFound');
    return new ConditionalFormat(this.objects, this.sheet, model);
  }
  add(type: unknown) {
    const condition = newCondition(readOne<ConditionType>(type, kinds));
    const { objects, sheet, area } = this;
    const id = objects.workbook.newId('rule');
    const model = { id, area, stopIfTrue: false, condition };
    // A new rule comes first, as in Excel's own rule list.
    writable(sheet).conditionalFormats.unshift(model);
    sheet.conditionalFormatsChanged();
    return new ConditionalFormat(objects, sheet, model);
  }
  clearAll() {
    const { sheet, area } = this;
    writable(sheet).conditionalFormats = sheet.conditionalFormats.flatMap((model) => {
      if (!intersect(model.area, area)) return [model];
      return without(model.area, area).map((part, index) => ({
        ...model,
        area: part,
        id: index === 0 ? model.id : this.objects.workbook.newId('rule'),
      }));
    });
    sheet.conditionalFormatsChanged();
  }

  #models(): Model[] {
    return this.sheet.conditionalFormats.filter((model) => intersect(model.area, this.area));
  }
}

class ConditionalFormat extends HostObject {
  readonly [typeName] = 'ConditionalFormat';

  constructor(
    private readonly objects: Objects,
    private readonly sheet: SheetModel,
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
  get type() {
    return this.model.condition.type;
  }
  get priority() {
    return this.sheet.conditionalFormats.indexOf(this.model);
  }
  set priority(value: unknown) {
    const formats = writable(this.sheet).conditionalFormats;
    formats.splice(formats.indexOf(this.model), 1);
    formats.splice(readInteger(value), 0, this.model);
    this.sheet.conditionalFormatsChanged();
  }
  get stopIfTrue() {
    return this.model.stopIfTrue;
  }
  set stopIfTrue(value: unknown) {
    this.model.stopIfTrue = readFlag(value);
    this.sheet.conditionalFormatsChanged();
  }

  get cellValue() {
    return new CellValueConditionalFormat(this.model.condition, this.#changed);
  }
  get cellValueOrNullObject() {
    return this.type === 'CellValue' ? this.cellValue : null;
  }
  get custom() {
    return new CustomConditionalFormat(this.model.condition, this.#changed);
  }
  get customOrNullObject() {
    return this.type === 'Custom' ? this.custom : null;
  }
  get dataBar() {
    return new DataBarConditionalFormat(this.model.condition, this.#changed);
  }
  get dataBarOrNullObject() {
    return this.type === 'DataBar' ? this.dataBar : null;
  }
  get iconSet() {
    return new IconSetConditionalFormat(this.model.condition, this.#changed);
  }
  get iconSetOrNullObject() {
    return this.type === 'IconSet' ? this.iconSet : null;
  }
  get colorScale() {
    return new ColorScaleConditionalFormat(this.model.condition, this.#changed);
  }
  get colorScaleOrNullObject() {
    return this.type === 'ColorScale' ? this.colorScale : null;
  }

  getRange() {
    return this.objects.range(this.sheet, this.model.area);
  }
  getRangeOrNullObject() {
    return this.getRange();
  }
  delete() {
    const formats = writable(this.sheet).conditionalFormats;
    this.sheet.conditionalFormats = formats.filter((model) => model !== this.model);
    this.sheet.conditionalFormatsChanged();
  }

  readonly #changed = () => {
    writable(this.sheet).conditionalFormatsChanged();
  };
}
