import type { Area, CellStyle } from '../../../workbook';
import {
  displayText,
  fittingWidth,
  intersect,
  omitStyle,
  pointsToWidth,
  standardHeight,
  standardWidth,
  widthToPoints,
} from '../../model';
import type { SheetModel, Spot } from '../../model';
import { readColour, readFlag, readInteger, readNumber, readOne, readText } from '../arguments';
import { HostObject, typeName } from '../host-object';
import { areaOf, writable } from './objects';
import { RangeBorderCollection } from './range-borders';

/** The looks of one area, read and written a property at a time. */
class Looks {
  constructor(private readonly spot: Spot) {}

  /** The property where all cells share it; null where they differ. */
  get<T>(pick: (style: CellStyle) => T | undefined, standard: T): T | null {
    const value = this.spot.sheet.formats.uniform(areaOf(this.spot), pick);
    return value === undefined ? standard : value;
  }

  set(style: CellStyle): void {
    writable(this.spot.sheet).addFormat(areaOf(this.spot), style);
  }

  edit(change: (style: CellStyle) => CellStyle): void {
    writable(this.spot.sheet).editFormats(areaOf(this.spot), change);
  }
}

const horizontals = { left: 'Left', center: 'Center', right: 'Right' } as const;
const verticals = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;
type Horizontal = keyof typeof horizontals;
type Vertical = keyof typeof verticals;

export class RangeFormat extends HostObject {
  readonly [typeName] = 'RangeFormat';
  readonly #looks: Looks;

  constructor(private readonly spot: Spot) {
    super();
    this.#looks = new Looks(spot);
  }

  get fill() {
    return new RangeFill(this.#looks);
  }
  get font() {
    return new RangeFont(this.#looks);
  }
  get borders() {
    return new RangeBorderCollection(this.spot);
  }

  get horizontalAlignment() {
    const way = this.#looks.get<Horizontal | 'general'>((style) => style.horizontal, 'general');
    return way === null || way === 'general' ? way && 'General' : horizontals[way];
  }
  set horizontalAlignment(value: unknown) {
    const way = readOne(value, ['General', 'Left', 'Center', 'Right']);
    if (way === 'General') this.#looks.edit((style) => omitStyle(style, 'horizontal'));
    else this.#looks.set({ horizontal: way.toLowerCase() as Horizontal });
  }
  get verticalAlignment() {
    const way = this.#looks.get<Vertical>((style) => style.vertical, 'bottom');
    return way && verticals[way];
  }
  set verticalAlignment(value: unknown) {
    const way = readOne(value, ['Top', 'Center', 'Bottom']);
    this.#looks.set({ vertical: way.toLowerCase() as Vertical });
  }
  get wrapText() {
    return this.#looks.get((style) => style.wrap, false);
  }
  set wrapText(value: unknown) {
    this.#looks.set({ wrap: readFlag(value) });
  }
  get indentLevel() {
    return this.#looks.get((style) => style.indent, 0);
  }
  set indentLevel(value: unknown) {
    this.#looks.set({ indent: readInteger(value) });
  }

  get columnWidth() {
    const { sheet, area } = this.#columns();
    const widths = new Set(area.map((column) => sheet.columnWidths.get(column) ?? standardWidth));
    const [width = standardWidth] = widths;
    return widths.size > 1 ? null : widthToPoints(width);
  }
  set columnWidth(value: unknown) {
    const { sheet, area } = this.#columns();
    const width = pointsToWidth(readNumber(value));
    for (const column of area) writable(sheet).setColumnWidth(column, width);
  }
  get rowHeight() {
    const { sheet, area } = this.#rows();
    const heights = new Set(area.map((row) => sheet.rowHeights.get(row) ?? standardHeight));
    const [height = standardHeight] = heights;
    return heights.size > 1 ? null : height;
  }
  set rowHeight(value: unknown) {
    const { sheet, area } = this.#rows();
    const height = readNumber(value);
    for (const row of area) writable(sheet).setRowHeight(row, height);
  }

  autofitColumns() {
    const sheet = writable(this.spot.sheet);
    const area = areaOf(this.spot);
    const used = sheet.cells.used();
    const filled = used && intersect(used, area);
    if (!filled) return;
    longestTexts(sheet, filled).forEach((longest, index) => {
      if (longest > 0) sheet.setColumnWidth(filled.column + index, fittingWidth(longest));
    });
  }
  autofitRows() {
    const sheet = writable(this.spot.sheet);
    const { row, rows } = areaOf(this.spot);
    for (const set of [...sheet.rowHeights.keys()]) {
      if (set >= row && set < row + rows) sheet.setRowHeight(set, standardHeight);
    }
  }

  #columns() {
    const { column, columns } = areaOf(this.spot);
    return { sheet: this.spot.sheet, area: Array.from({ length: columns }, (_, i) => column + i) };
  }

  #rows() {
    const { row, rows } = areaOf(this.spot);
    return { sheet: this.spot.sheet, area: Array.from({ length: rows }, (_, i) => row + i) };
  }
}

class RangeFill extends HostObject {
  readonly [typeName] = 'RangeFill';

  constructor(private readonly looks: Looks) {
    super();
  }

  get color() {
    // Excel says white of a cell without fill, and an empty text where fills differ.
    return this.looks.get<string>((style) => style.fill, '#FFFFFF') ?? '';
  }
  set color(value: unknown) {
    if (value === '') this.clear();
    else this.looks.set({ fill: readColour(value) });
  }
  clear() {
    this.looks.edit((style) => omitStyle(style, 'fill'));
  }
}

class RangeFont extends HostObject {
  readonly [typeName] = 'RangeFont';

  constructor(private readonly looks: Looks) {
    super();
  }

  get bold() {
    return this.looks.get((style) => style.font?.bold, false);
  }
  set bold(value: unknown) {
    this.looks.set({ font: { bold: readFlag(value) } });
  }
  get italic() {
    return this.looks.get((style) => style.font?.italic, false);
  }
  set italic(value: unknown) {
    this.looks.set({ font: { italic: readFlag(value) } });
  }
  get underline() {
    const underlined = this.looks.get((style) => style.font?.underline, false);
    return underlined === null ? null : underlined ? 'Single' : 'None';
  }
  set underline(value: unknown) {
    const way = readOne(value, [
      'None',
      'Single',
      'Double',
      'SingleAccountant',
      'DoubleAccountant',
    ]);
    this.looks.set({ font: { underline: way !== 'None' } });
  }
  get color() {
    return this.looks.get<string>((style) => style.font?.colour, '#000000') ?? '';
  }
  set color(value: unknown) {
    this.looks.set({ font: { colour: readColour(value) } });
  }
  get size() {
    return this.looks.get((style) => style.font?.size, 11);
  }
  set size(value: unknown) {
    this.looks.set({ font: { size: readNumber(value) } });
  }
  get name() {
    return this.looks.get((style) => style.font?.name, 'Calibri');
  }
  set name(value: unknown) {
    this.looks.set({ font: { name: readText(value) } });
  }
}

/** By column, the number of characters of its longest text; long lines that wrap do not count. */
function longestTexts(sheet: SheetModel, area: Area): number[] {
  const formats = sheet.formats.paint(area, (style) => style.numberFormat);
  const wraps = sheet.formats.paint(area, (style) => style.wrap);
  const longest = new Array<number>(area.columns).fill(0);
  sheet.cells.readValues(area).forEach((row, down) => {
    row.forEach((value, right) => {
      if (wraps[down]?.[right]) return;
      const { length } = displayText(value, formats[down]?.[right] ?? 'General');
      longest[right] = Math.max(longest[right] ?? 0, length);
    });
  });
  return longest;
}
