import { findPlace } from '../../../workbook';
import type { Area } from '../../../workbook';
import { bodyArea, headerArea, intersect, newTable, wholeRows } from '../../model';
import type { SheetModel, TableModel } from '../../model';
import { isMissing, readFlag, readText } from '../arguments';
import { HostError } from '../errors';
import { events, HostCollection, HostObject, identity, typeName } from '../host-object';
import { areaOf, readSpot, writable } from './objects';
import type { Objects } from './objects';
import { keepHeaders } from './range-values';
import { TableColumnCollection, TableRowCollection } from './table-parts';

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
