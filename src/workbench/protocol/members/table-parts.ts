import type { Area } from '../../../workbook';
import { bodyArea, displayText, headerArea } from '../../model';
import type { SheetModel, TableModel } from '../../model';
import { isMissing, readInteger, readText } from '../arguments';
import { HostError } from '../errors';
import { HostCollection, HostObject, identity, typeName } from '../host-object';
import { areaOf, writable } from './objects';
import type { Objects } from './objects';
import { asGrid, wireValues, writeValues } from './range-values';

export class TableColumnCollection extends HostCollection {
  readonly [typeName] = 'TableColumnCollection';

  constructor(
    private readonly objects: Objects,
    private readonly sheet: SheetModel,
    private readonly table: TableModel,
  ) {
    super();
  }

  list() {
    return Array.from(
      { length: this.table.area.columns },
      (_, index) => new TableColumn(this.objects, this.sheet, this.table, index),
    );
  }
  get count() {
    return this.table.area.columns;
  }
  getItem(key: unknown) {
    const wanted = typeof key === 'string' ? key.toLowerCase() : key;
    const column = this.list().find(
      ({ id, name }) => id === wanted || name.toLowerCase() === wanted,
    );
    if (!column) throw new HostError('ItemNotFound');
    return column;
  }
}

class TableColumn extends HostObject {
  readonly [typeName] = 'TableColumn';

  constructor(
    private readonly objects: Objects,
    private readonly sheet: SheetModel,
    private readonly table: TableModel,
    readonly position: number,
  ) {
    super();
  }

  override get [identity]() {
    return { Id: String(this.id) };
  }
  get id() {
    return this.position + 1;
  }
  get index() {
    return this.position;
  }
  get name(): string {
    const { row, column } = this.table.area;
    return displayText(this.sheet.cells.value(row, column + this.position), 'General');
  }
  set name(value: unknown) {
    const { row, column } = this.table.area;
    const area = { row, column: column + this.position, rows: 1, columns: 1 };
    writeValues(writable(this.sheet), area, [[readText(value)]]);
  }
  get values() {
    return wireValues(this.sheet, this.#of(this.table.area));
  }
  getRange() {
    return this.objects.range(this.sheet, this.#of(this.table.area));
  }
  getDataBodyRange() {
    return this.objects.range(this.sheet, this.#of(bodyArea(this.table)));
  }
  getHeaderRowRange() {
    return this.objects.range(this.sheet, this.#of(headerArea(this.table)));
  }

  #of(area: Area): Area {
    return { ...area, column: area.column + this.position, columns: 1 };
  }
}

export class TableRowCollection extends HostCollection {
  readonly [typeName] = 'TableRowCollection';

  constructor(
    private readonly objects: Objects,
    private readonly sheet: SheetModel,
    private readonly table: TableModel,
    private readonly shiftBelow: (row: number, count: number) => void,
  ) {
    super();
  }

  list() {
    return Array.from(
      { length: bodyArea(this.table).rows },
      (_, index) => new TableRow(this.objects, this.sheet, this.table, index, this.shiftBelow),
    );
  }
  get count() {
    return bodyArea(this.table).rows;
  }
  getItem(key: unknown) {
    return this.getItemAt(Number(key));
  }
  add(index: unknown, values: unknown) {
    const sheet = writable(this.sheet);
    const body = bodyArea(this.table);
    const position = isMissing(index) || index === -1 ? body.rows : readInteger(index);
    if (position < 0 || position > body.rows) throw new HostError('InvalidArgument');
    const given = Array.isArray(values) ? (values as unknown[]) : [];
    const lines = given.length > 0 && !Array.isArray(given[0]) ? [given] : given;
    const rows = Math.max(lines.length, 1);
    const area = { ...body, row: body.row + position, rows };
    const grid = lines.length > 0 ? asGrid(lines, area) : undefined;
    const { rows: height } = this.table.area;
    this.shiftBelow(area.row, rows);
    this.table.area = { ...this.table.area, rows: height + rows };
    if (grid) writeValues(sheet, area, grid);
    sheet.tablesChanged();
    return new TableRow(this.objects, sheet, this.table, position, this.shiftBelow);
  }
}

class TableRow extends HostObject {
  readonly [typeName] = 'TableRow';

  constructor(
    private readonly objects: Objects,
    private readonly sheet: SheetModel,
    private readonly table: TableModel,
    private readonly position: number,
    private readonly shiftBelow: (row: number, count: number) => void,
  ) {
    super();
  }

  override get [identity]() {
    return { Id: String(this.position) };
  }
  get index() {
    return this.position;
  }
  get values() {
    return wireValues(this.sheet, areaOf(this.getRange().spot));
  }
  set values(value: unknown) {
    writeValues(writable(this.sheet), areaOf(this.getRange().spot), value);
  }
  getRange() {
    const body = bodyArea(this.table);
    return this.objects.range(this.sheet, { ...body, row: body.row + this.position, rows: 1 });
  }
  delete() {
    const { area } = this.table;
    writable(this.sheet);
    this.shiftBelow(bodyArea(this.table).row + this.position, -1);
    this.table.area = { ...area, rows: area.rows - 1 };
    this.sheet.tablesChanged();
  }
}
