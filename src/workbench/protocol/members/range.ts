import { findPlace, isFormula, maxColumns, maxRows, surroundingArea } from '../../../workbook';
import type { Area, CellContent, CellValue } from '../../../workbook';
import {
  bounding,
  displayText,
  intersect,
  usedWithFormats,
  wholeColumns,
  wholeRows,
} from '../../model';
import type { Shift, Spot } from '../../model';
import { isMissing, readInteger, readOne, readText } from '../arguments';
import { HostError } from '../errors';
import { HostObject, identity, orNull, typeName } from '../host-object';
import { ConditionalFormatCollection } from './conditional-formats';
import { areaOf, fullAddress, onSheet, readSpot, writable } from './objects';
import type { Objects } from './objects';
import { RangeFormat } from './range-format';
import { RangeAreas, specialCells } from './range-areas';
import { asGrid, plain, wireValues, writeFormats, writeValues } from './range-values';

const general = 'General';

export class Range extends HostObject {
  readonly [typeName] = 'Range';

  constructor(
    private readonly objects: Objects,
    readonly spot: Spot,
  ) {
    super();
  }

  override get [identity]() {
    return { _ReferenceId: this.objects.referenceTo(this.spot) };
  }

  _KeepReference() {
    this.objects.keepReference(this.objects.referenceTo(this.spot));
  }
  _ValidateArraySize(rows: unknown, columns: unknown) {
    const { rows: ours, columns: across } = areaOf(this.spot);
    if (rows !== ours || columns !== across) throw new HostError('InvalidArgument');
  }

  get address() {
    return fullAddress(this.spot.sheet, areaOf(this.spot));
  }
  get addressLocal() {
    return this.address;
  }
  get cellCount() {
    const { rows, columns } = areaOf(this.spot);
    return rows * columns;
  }
  get rowCount() {
    return areaOf(this.spot).rows;
  }
  get columnCount() {
    return areaOf(this.spot).columns;
  }
  get rowIndex() {
    return areaOf(this.spot).row;
  }
  get columnIndex() {
    return areaOf(this.spot).column;
  }
  get isEntireRow() {
    return this.columnCount === maxColumns;
  }
  get isEntireColumn() {
    return this.rowCount === maxRows;
  }
  get hidden() {
    return false;
  }

  get values() {
    return this.#grid(wireValues);
  }
  set values(values: unknown) {
    writeValues(writable(this.spot.sheet), areaOf(this.spot), values);
  }
  get formulas() {
    return this.#grid((sheet, area) => {
      const values = sheet.cells.readValues(area);
      return sheet.cells
        .read(area)
        .map((row, down) =>
          row.map((content, right) => formulaOf(content, values[down]?.[right] ?? null)),
        );
    });
  }
  set formulas(formulas: unknown) {
    this.values = formulas;
  }
  get text() {
    return this.#grid((sheet, area) => {
      const formats = sheet.formats.paint(area, (style) => style.numberFormat);
      return sheet.cells
        .readValues(area)
        .map((row, down) =>
          row.map((value, right) => displayText(value, formats[down]?.[right] ?? general)),
        );
    });
  }
  get valueTypes() {
    return this.#grid((sheet, area) => sheet.cells.readValues(area).map((row) => row.map(typeOf)));
  }
  get numberFormat() {
    return this.#grid((sheet, area) =>
      sheet.formats
        .paint(area, (style) => style.numberFormat)
        .map((row) => row.map((format) => format ?? general)),
    );
  }
  set numberFormat(formats: unknown) {
    writeFormats(writable(this.spot.sheet), areaOf(this.spot), asGrid(formats, areaOf(this.spot)));
  }
  /** Null where some cells are part of a spill and some are not. */
  get hasSpill() {
    const area = areaOf(this.spot);
    const inSpills = this.spot.sheet.cells.spills.reduce((cells, spill) => {
      const common = intersect(spill, area);
      return cells + (common ? common.rows * common.columns : 0);
    }, 0);
    return inSpills === 0 ? false : inSpills === area.rows * area.columns || null;
  }

  get format() {
    return new RangeFormat(this.spot);
  }
  get conditionalFormats() {
    return new ConditionalFormatCollection(this.objects, this.spot.sheet, areaOf(this.spot));
  }
  get worksheet() {
    return this.objects.worksheet(this.spot.sheet);
  }

  clear(applyTo: unknown) {
    const sheet = writable(this.spot.sheet);
    const area = areaOf(this.spot);
    const what = isMissing(applyTo) ? 'All' : readText(applyTo);
    readOne(what, [
      'All',
      'Contents',
      'Formats',
      'Hyperlinks',
      'RemoveHyperlinks',
      'ResetContents',
    ]);
    if (what === 'All' || what === 'Contents') sheet.clearContents(area);
    if (what === 'All' || what === 'Formats') {
      sheet.editFormats(area, () => ({}));
      sheet.setMerges(sheet.merges.filter((merge) => !intersect(merge, area)));
      this.conditionalFormats.clearAll();
    }
  }

  insert(shift: unknown) {
    const way = readOne(shift, ['Down', 'Right']);
    return this.#move(way === 'Down' ? 'row' : 'column', 1);
  }
  delete(shift: unknown) {
    const way = readOne(shift, ['Up', 'Left']);
    this.#move(way === 'Up' ? 'row' : 'column', -1);
  }

  merge(across: unknown) {
    const sheet = writable(this.spot.sheet);
    const area = areaOf(this.spot);
    const parts =
      across === true
        ? Array.from({ length: area.rows }, (_, down) => ({
            ...area,
            row: area.row + down,
            rows: 1,
          }))
        : [area];
    for (const part of parts) {
      // Only the first cell of a merged block keeps what it holds.
      const first = sheet.cells.get(part.row, part.column);
      sheet.clearContents(part);
      sheet.write({ ...part, rows: 1, columns: 1 }, [[first]]);
    }
    const others = sheet.merges.filter((merge) => !intersect(merge, area));
    sheet.setMerges([...others, ...parts]);
  }
  unmerge() {
    const sheet = writable(this.spot.sheet);
    const area = areaOf(this.spot);
    sheet.setMerges(sheet.merges.filter((merge) => !intersect(merge, area)));
  }

  select() {
    this.objects.workbook.select(this.spot.sheet, areaOf(this.spot));
  }

  getCell(row: unknown, column: unknown) {
    const { row: top, column: left } = areaOf(this.spot);
    const at = { row: top + readInteger(row), column: left + readInteger(column) };
    return this.#at({ ...at, rows: 1, columns: 1 });
  }
  getRow(row: unknown) {
    const area = areaOf(this.spot);
    return this.#at({ ...area, row: area.row + readInteger(row), rows: 1 });
  }
  getColumn(column: unknown) {
    const area = areaOf(this.spot);
    return this.#at({ ...area, column: area.column + readInteger(column), columns: 1 });
  }
  getLastCell() {
    return this.getCell(this.rowCount - 1, this.columnCount - 1);
  }
  getLastRow() {
    return this.getRow(this.rowCount - 1);
  }
  getLastColumn() {
    return this.getColumn(this.columnCount - 1);
  }
  getEntireRow() {
    return this.#at({ ...areaOf(this.spot), column: 0, columns: maxColumns });
  }
  getEntireColumn() {
    return this.#at({ ...areaOf(this.spot), row: 0, rows: maxRows });
  }
  getOffsetRange(rows: unknown, columns: unknown) {
    const area = areaOf(this.spot);
    const row = area.row + readInteger(rows);
    return this.#at({ ...area, row, column: area.column + readInteger(columns) });
  }
  getResizedRange(rows: unknown, columns: unknown) {
    const area = areaOf(this.spot);
    const height = area.rows + readInteger(rows);
    return this.#at({ ...area, rows: height, columns: area.columns + readInteger(columns) });
  }
  getAbsoluteResizedRange(rows: unknown, columns: unknown) {
    return this.#at({
      ...areaOf(this.spot),
      rows: readInteger(rows),
      columns: readInteger(columns),
    });
  }
  getBoundingRect(other: unknown) {
    return this.#at(bounding(areaOf(this.spot), this.#other(other)));
  }
  getIntersection(other: unknown) {
    const common = intersect(areaOf(this.spot), this.#other(other));
    if (!common) throw new HostError('ItemNotFound');
    return this.#at(common);
  }
  getIntersectionOrNullObject(other: unknown) {
    return orNull(() => this.getIntersection(other));
  }
  getUsedRange(valuesOnly: unknown) {
    const used = usedWithFormats(this.spot.sheet, valuesOnly === true);
    const common = used && intersect(used, areaOf(this.spot));
    if (!common) throw new HostError('ItemNotFound');
    return this.#at(common);
  }
  getUsedRangeOrNullObject(valuesOnly: unknown) {
    return orNull(() => this.getUsedRange(valuesOnly));
  }
  getSurroundingRegion() {
    const { sheet } = this.spot;
    const isFilled = (row: number, column: number) => plain(sheet.cells.value(row, column)) !== '';
    return this.#at(surroundingArea(areaOf(this.spot), isFilled));
  }
  getSpecialCells(kind: unknown) {
    const { sheet } = this.spot;
    const wanted = readOne(kind, ['Constants', 'Formulas']);
    // Of a single cell Excel takes the cells in use on the whole sheet.
    const within = this.cellCount > 1 ? areaOf(this.spot) : undefined;
    const used = usedWithFormats(sheet, true);
    const area = used && within ? intersect(used, within) : used;
    const areas = area ? specialCells(sheet, area, wanted === 'Formulas') : [];
    if (areas.length === 0) throw new HostError('ItemNotFound');
    return new RangeAreas(sheet, areas);
  }
  getSpecialCellsOrNullObject(kind: unknown) {
    return orNull(() => this.getSpecialCells(kind));
  }
  getSpillingToRange() {
    const { row, column } = areaOf(this.spot);
    const spill = this.spot.sheet.cells.findSpill(row, column);
    if (!spill) throw new HostError('ItemNotFound');
    return this.#at(spill);
  }
  getSpillingToRangeOrNullObject() {
    return orNull(() => this.getSpillingToRange());
  }
  getSpillParent() {
    const area = areaOf(this.spot);
    const spill = this.spot.sheet.cells.spills.find((one) => intersect(one, area));
    if (!spill) throw new HostError('ItemNotFound');
    return this.#at({ ...spill, rows: 1, columns: 1 });
  }
  getSpillParentOrNullObject() {
    return orNull(() => this.getSpillParent());
  }

  #at(area: Area) {
    return this.objects.range(this.spot.sheet, onSheet(area));
  }

  #other(value: unknown): Area {
    if (typeof value !== 'string') return readSpot(value).area;
    const place = findPlace(value);
    if (!place) throw new HostError('InvalidArgument');
    return place.area;
  }

  /** Excel answers null, and no error, where a read is too large. */
  #grid<Grid>(read: (sheet: Spot['sheet'], area: Area) => Grid): Grid | null {
    const area = areaOf(this.spot);
    if (area.rows * area.columns > this.objects.readLimit) return null;
    return read(this.spot.sheet, area);
  }

  #move(axis: Shift['axis'], sign: 1 | -1) {
    const sheet = writable(this.spot.sheet);
    const area = areaOf(this.spot);
    const rows = this.isEntireRow || (axis === 'row' && !this.isEntireColumn);
    const shift: Shift = rows
      ? { ...wholeRows(area.row, sign * area.rows), ...span(area.column, area.columns) }
      : { ...wholeColumns(area.column, sign * area.columns), ...span(area.row, area.rows) };
    sheet.shift(shift, area);
    return this.objects.range(sheet, area);
  }
}

function span(start: number, length: number) {
  return { from: start, to: start + length - 1 };
}

function formulaOf(content: CellContent, value: CellValue): string | number | boolean {
  return isFormula(content) ? content.formula : plain(value);
}

function typeOf(value: CellValue): string {
  if (value === null) return 'Empty';
  if (typeof value === 'object') return 'Error';
  return { string: 'String', number: 'Double', boolean: 'Boolean' }[
    typeof value as 'string' | 'number' | 'boolean'
  ];
}
