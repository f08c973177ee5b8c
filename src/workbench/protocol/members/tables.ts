import { findPlace } from '../../../workbook';
import type { Area } from '../../../workbook';
import { bodyArea, displayText, headerArea, intersect, newTable, wholeRows } from '../../model';
import type { SheetModel, TableModel } from '../../model';
import { isMissing, readFlag, readInteger, readText } from '../arguments';
import { HostError } from '../errors';
import { events, HostCollection, HostObject, identity, typeName } from '../host-object';
import { areaOf, readSpot, writable } from './objects';
import type { Objects } from './objects';
import { asGrid, keepHeaders, wireValues, writeValues } from './range-values';

const tableName = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u;

function checkName({ workbook }: Objects, name: string, own?: TableModel): string {
  if (!tableName.test(name) || findPlace(name)) throw new HostError('InvalidArgument');
  const other = workbook.findTable(name);
  if (other && other.table !== own) throw new HostError('ItemAlreadyExists');
  return name;
}

/** The tables of the workbook, or of one sheet. */
export class TableCollection extends HostCollection {
  readonly [typeName] = 'TableCollection';
  override readonly [events] = {
    types: { DataChanged: 101 },
    target: () => this.sheet?.id ?? 'Workbook',
  };

  constructor(
    private readonly objects: Objects,
    private readonly sheet?: SheetModel,
  ) {
    super();
  }

  list() {
    const sheets = this.sheet ? [this.sheet] : this.objects.workbook.sheets;
    return sheets.flatMap((sheet) =>
      sheet.tables.map((table) => new Table(this.objects, sheet, table)),
    );
  }
  get count() {
    return this.list().length;
  }
  getItem(key: unknown) {
    const found = this.objects.workbook.findTable(readText(key));
    if (!found || (this.sheet && found.sheet !== this.sheet)) throw new HostError('ItemNotFound');
    return new Table(this.objects, found.sheet, found.table);
  }
  add(address: unknown, hasHeaders: unknown) {
    const { sheet, area: given } = this.#place(address);
    if (sheet.tables.some((table) => intersect(table.area, given))) {
      throw new HostError('InvalidArgument', 'A table cannot overlap another table.');
    }
    writable(sheet);
    const hasHeader = isMissing(hasHeaders) || readFlag(hasHeaders);
    if (!hasHeader) {
      // A header row is put above: what stands below in these columns makes room.
      const { row, column, columns } = given;
      const shift = { ...wholeRows(row, 1), from: column, to: column + columns - 1 };
      sheet.shift(shift, { ...given, rows: 1 });
    }
    // A header row alone gets an empty row below it.
    const area = { ...given, rows: hasHeader ? Math.max(given.rows, 2) : given.rows + 1 };
    const model = newTable(this.objects.workbook.newId('table'), this.#freeName(), area);
    sheet.tables.push(model);
    keepHeaders(sheet, area);
    sheet.tablesChanged();
    return new Table(this.objects, sheet, model);
  }

  #place(address: unknown): { sheet: SheetModel; area: Area } {
    if (typeof address !== 'string') return readSpot(address);
    const place = findPlace(address);
    const sheet =
      place?.sheet === undefined
        ? (this.sheet ?? this.objects.workbook.active)
        : this.objects.workbook.findSheet(place.sheet);
    if (!place || !sheet) throw new HostError('InvalidArgument');
    return { sheet, area: place.area };
  }

  #freeName(): string {
    let number = 1;
    while (this.objects.workbook.findTable(`Table${String(number)}`)) number += 1;
    return `Table${String(number)}`;
  }
}

class Table extends HostObject {
  readonly [typeName] = 'Table';
  override readonly [events] = { types: { DataChanged: 101 }, target: () => this.model.id };

  constructor(
    private readonly objects: Objects,
    private readonly sheet: SheetModel,
    private readonly model: TableModel,
  ) {
    super();
  }

  override get [identity]() {
    return { Id: this.model.id };
  }
  get id() {
    return this.model.id;
  }
  get name() {
    return this.model.name;
  }
  set name(value: unknown) {
    this.model.name = checkName(this.objects, readText(value), this.model);
    this.sheet.tablesChanged();
  }
  get style() {
    return this.model.style;
  }
  set style(value: unknown) {
    this.model.style = readText(value);
    this.sheet.tablesChanged();
  }
  get showHeaders() {
    return true;
  }
  get showTotals() {
    return this.model.showTotals;
  }
  set showTotals(value: unknown) {
    const shown = readFlag(value);
    const { area, showTotals } = this.model;
    if (shown === showTotals) return;
    const sheet = writable(this.sheet);
    const row = shown ? area.row + area.rows : area.row + area.rows - 1;
    this.model.showTotals = shown;
    this.#shiftBelow(row, shown ? 1 : -1);
    this.model.area = { ...area, rows: area.rows + (shown ? 1 : -1) };
    if (shown) sheet.write({ ...area, row, rows: 1, columns: 1 }, [['Total']]);
    sheet.tablesChanged();
  }
  get showBandedRows() {
    return this.model.showBandedRows;
  }
  set showBandedRows(value: unknown) {
    this.model.showBandedRows = readFlag(value);
    this.sheet.tablesChanged();
  }
  get showBandedColumns() {
    return this.model.showBandedColumns;
  }
  set showBandedColumns(value: unknown) {
    this.model.showBandedColumns = readFlag(value);
    this.sheet.tablesChanged();
  }
  get showFilterButton() {
    return this.model.showFilterButton;
  }
  set showFilterButton(value: unknown) {
    this.model.showFilterButton = readFlag(value);
    this.sheet.tablesChanged();
  }

  get columns() {
    return new TableColumnCollection(this.objects, this.sheet, this.model);
  }
  get rows() {
    return new TableRowCollection(this.objects, this.sheet, this.model, this.#shiftBelow);
  }
  get worksheet() {
    return this.objects.worksheet(this.sheet);
  }

  getRange() {
    return this.objects.range(this.sheet, this.model.area);
  }
  getHeaderRowRange() {
    return this.objects.range(this.sheet, headerArea(this.model));
  }
  getDataBodyRange() {
    return this.objects.range(this.sheet, bodyArea(this.model));
  }
  getTotalRowRange() {
    const { area, showTotals } = this.model;
    if (!showTotals) throw new HostError('ItemNotFound');
    return this.objects.range(this.sheet, { ...area, row: area.row + area.rows - 1, rows: 1 });
  }
  resize(range: unknown) {
    const area = typeof range === 'string' ? findPlace(range)?.area : readSpot(range).area;
    // The header row stays where it is.
    if (!area || area.row !== this.model.area.row || !intersect(area, this.model.area)) {
      throw new HostError('InvalidArgument');
    }
    writable(this.sheet);
    this.model.area = area;
    keepHeaders(this.sheet, area);
    this.sheet.tablesChanged();
  }
  convertToRange() {
    const { area } = this.model;
    writable(this.sheet).tables = this.sheet.tables.filter((table) => table !== this.model);
    this.sheet.tablesChanged();
    return this.objects.range(this.sheet, area);
  }
  delete() {
    const range = this.convertToRange();
    this.sheet.clearContents(areaOf(range.spot));
    this.sheet.editFormats(areaOf(range.spot), () => ({}));
  }

  /** Makes room below, or closes it, in the table's own columns. */
  readonly #shiftBelow = (row: number, count: number) => {
    const { column, columns } = this.model.area;
    const shift = { ...wholeRows(row, count), from: column, to: column + columns - 1 };
    this.sheet.shift(shift, { row, column, rows: Math.abs(count), columns });
  };
}

class TableColumnCollection extends HostCollection {
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

class TableRowCollection extends HostCollection {
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
