import { findPlace, maxColumns, maxRows } from '../../../workbook';
import type { Area } from '../../../workbook';
import { usedWithFormats } from '../../model';
import type { SheetModel, WorkbookModel } from '../../model';
import { isMissing, readColour, readFlag, readInteger, readOne, readText } from '../arguments';
import { HostError } from '../errors';
import { events, HostCollection, HostObject, identity, orNull, typeName } from '../host-object';
import { ChartCollection } from './charts';
import { NamedItemCollection } from './names';
import { onSheet, readSpot } from './objects';
import type { Objects } from './objects';
import { PageLayout } from './page-layout';
import { TableCollection } from './tables';
import { WorksheetCustomPropertyCollection } from './worksheet-properties';

const eventTypes = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  SelectionChanged: 14,
  Calculated: 16,
  RowSorted: 19,
  NameChanged: 25,
};

/** A name that a sheet may bear, free in the workbook. */
function checkName(workbook: WorkbookModel, name: string, own?: SheetModel): string {
  const isValid =
    name.length > 0 &&
    name.length <= 31 &&
    !/[\\/?*[\]:]/.test(name) &&
    !/^'|'$/.test(name) &&
    name.toLowerCase() !== 'history';
  if (!isValid) throw new HostError('InvalidArgument');
  const other = workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (other && other !== own) throw new HostError('ItemAlreadyExists');
  return name;
}

export class WorksheetCollection extends HostCollection {
  readonly [typeName] = 'WorksheetCollection';
  override readonly [events] = {
    types: { ...eventTypes, Added: 13, Deleted: 15 },
    target: () => 'Workbook',
  };

  constructor(private readonly objects: Objects) {
    super();
  }

  list() {
    return this.objects.workbook.sheets.map((sheet) => new Worksheet(this.objects, sheet));
  }
  override getCount(visibleOnly?: unknown) {
    const { sheets } = this.objects.workbook;
    if (visibleOnly !== true) return sheets.length;
    return sheets.filter(({ visibility }) => visibility === 'visible').length;
  }
  getItem(key: unknown) {
    const sheet = this.objects.workbook.findSheet(readText(key));
    if (!sheet) throw new HostError('ItemNotFound');
    return new Worksheet(this.objects, sheet);
  }
  getActiveWorksheet() {
    return new Worksheet(this.objects, this.objects.workbook.active);
  }
  getFirst() {
    return this.getItemAt(0);
  }
  getLast() {
    return this.getItemAt(this.objects.workbook.sheets.length - 1);
  }
  add(name: unknown) {
    const { workbook } = this.objects;
    const text = isMissing(name) || name === '' ? this.#freeName() : readText(name);
    return new Worksheet(this.objects, workbook.addSheet(checkName(workbook, text)));
  }

  #freeName(): string {
    let number = this.objects.workbook.sheets.length + 1;
    while (this.objects.workbook.findSheet(`Sheet${String(number)}`)) number += 1;
    return `Sheet${String(number)}`;
  }
}

const visibilities = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

export class Worksheet extends HostObject {
  readonly [typeName] = 'Worksheet';
  override readonly [events] = { types: eventTypes, target: () => this.sheet.id };

  constructor(
    private readonly objects: Objects,
    private readonly sheet: SheetModel,
  ) {
    super();
  }

  override get [identity]() {
    return { Id: this.sheet.id };
  }
  get id() {
    return this.sheet.id;
  }
  get name() {
    return this.sheet.name;
  }
  set name(value: unknown) {
    const { workbook } = this.objects;
    workbook.renameSheet(this.sheet, checkName(workbook, readText(value), this.sheet));
  }
  get position() {
    return this.objects.workbook.sheets.indexOf(this.sheet);
  }
  set position(value: unknown) {
    const { workbook } = this.objects;
    const position = readInteger(value);
    if (position < 0 || position >= workbook.sheets.length) throw new HostError('InvalidArgument');
    workbook.moveSheet(this.sheet, position);
  }
  get visibility() {
    return visibilities[this.sheet.visibility];
  }
  set visibility(value: unknown) {
    const shown = readOne(value, Object.values(visibilities));
    if (shown !== 'Visible') this.#leave();
    this.sheet.visibility = (shown.charAt(0).toLowerCase() + shown.slice(1)) as 'visible';
  }
  get tabColor() {
    return this.sheet.tabColour ?? '';
  }
  set tabColor(value: unknown) {
    this.sheet.tabColour = value === '' ? undefined : readColour(value);
  }
  get showGridlines() {
    return this.sheet.gridlines;
  }
  /** Written under this name, though it is read under the other. */
  set gridlines(value: unknown) {
    this.sheet.gridlines = readFlag(value);
  }
  get standardHeight() {
    return 15;
  }
  get standardWidth() {
    return 8.43;
  }

  get tables() {
    return new TableCollection(this.objects, this.sheet);
  }
  get names() {
    return new NamedItemCollection(this.objects, this.sheet);
  }
  get charts() {
    return new ChartCollection(this.objects, this.sheet);
  }
  get protection() {
    return new WorksheetProtection(this.sheet);
  }
  get freezePanes() {
    return new WorksheetFreezePanes(this.objects, this.sheet);
  }
  get pageLayout() {
    return new PageLayout(this.objects, this.sheet);
  }
  get customProperties() {
    return new WorksheetCustomPropertyCollection(this.sheet);
  }

  activate() {
    if (this.sheet.visibility !== 'visible') throw new HostError('InvalidOperation');
    this.objects.workbook.activate(this.sheet);
  }
  delete() {
    this.#leave();
    this.objects.workbook.removeSheet(this.sheet);
  }
  calculate() {
    // The engine calculates by itself whatever changed.
  }

  getRange(address: unknown) {
    const { workbook } = this.objects;
    if (isMissing(address) || address === '') {
      return this.#at({ row: 0, column: 0, rows: maxRows, columns: maxColumns });
    }
    const text = readText(address);
    const place = findPlace(text);
    if (place) {
      if (place.sheet !== undefined && workbook.findSheet(place.sheet) !== this.sheet) {
        throw new HostError('InvalidArgument');
      }
      return this.#at(place.area);
    }
    const named = workbook.names.filter(({ name }) => name.toLowerCase() === text.toLowerCase());
    const name =
      named.find(({ sheet }) => sheet === this.sheet) ?? named.find(({ sheet }) => !sheet);
    const target = name && workbook.findNamePlace(name);
    if (target?.sheet === this.sheet) return this.#at(target.area);
    const table = workbook.findTable(text);
    if (table?.sheet !== this.sheet) throw new HostError('InvalidArgument');
    return this.#at(table.table.area);
  }
  getRangeByIndexes(row: unknown, column: unknown, rows: unknown, columns: unknown) {
    const at = { row: readInteger(row), column: readInteger(column) };
    return this.#at({ ...at, rows: readInteger(rows), columns: readInteger(columns) });
  }
  getCell(row: unknown, column: unknown) {
    return this.getRangeByIndexes(row, column, 1, 1);
  }
  getUsedRange(valuesOnly: unknown) {
    // A blank sheet answers with its first cell.
    const used = usedWithFormats(this.sheet, valuesOnly === true);
    return this.#at(used ?? { row: 0, column: 0, rows: 1, columns: 1 });
  }
  getUsedRangeOrNullObject(valuesOnly: unknown) {
    const used = usedWithFormats(this.sheet, valuesOnly === true);
    return used ? this.#at(used) : null;
  }

  #at(area: Area) {
    return this.objects.range(this.sheet, onSheet(area));
  }

  /** One sheet must stay to be seen; another one is shown instead of this. */
  #leave(): void {
    const { workbook } = this.objects;
    const next = workbook.sheets.find(
      (sheet) => sheet !== this.sheet && sheet.visibility === 'visible',
    );
    if (!next) throw new HostError('InvalidOperation');
    if (workbook.active === this.sheet) workbook.activate(next);
  }
}

class WorksheetProtection extends HostObject {
  readonly [typeName] = 'WorksheetProtection';

  constructor(private readonly sheet: SheetModel) {
    super();
  }

  get protected() {
    return this.sheet.isProtected;
  }
  protect() {
    if (this.sheet.isProtected) throw new HostError('InvalidOperation');
    this.sheet.setProtected(true);
  }
  unprotect() {
    this.sheet.setProtected(false);
  }
}

class WorksheetFreezePanes extends HostObject {
  readonly [typeName] = 'WorksheetFreezePanes';

  constructor(
    private readonly objects: Objects,
    private readonly sheet: SheetModel,
  ) {
    super();
  }

  freezeRows(count: unknown) {
    this.sheet.frozen = { rows: isMissing(count) ? 1 : readInteger(count), columns: 0 };
  }
  freezeColumns(count: unknown) {
    this.sheet.frozen = { rows: 0, columns: isMissing(count) ? 1 : readInteger(count) };
  }
  freezeAt(range: unknown) {
    const area = typeof range === 'string' ? findPlace(range)?.area : readSpot(range).area;
    if (!area) throw new HostError('InvalidArgument');
    const rows = area.rows === maxRows ? 0 : area.row + area.rows;
    const columns = area.columns === maxColumns ? 0 : area.column + area.columns;
    this.sheet.frozen = { rows, columns };
  }
  unfreeze() {
    this.sheet.frozen = { rows: 0, columns: 0 };
  }
  getLocation() {
    const { rows, columns } = this.sheet.frozen;
    if (rows === 0 && columns === 0) throw new HostError('ItemNotFound');
    const height = rows === 0 ? maxRows : rows;
    const area = { row: 0, column: 0, rows: height, columns: columns === 0 ? maxColumns : columns };
    return this.objects.range(this.sheet, area);
  }
  getLocationOrNullObject() {
    return orNull(() => this.getLocation());
  }
}
