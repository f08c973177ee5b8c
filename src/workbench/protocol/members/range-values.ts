import type { Area, CellContent, CellValue } from '../../../workbook';
import {
  displayText,
  headerArea,
  headerTexts,
  intersect,
  isBrokenFormula,
  typed,
} from '../../model';
import type { SheetModel } from '../../model';
import { HostError } from '../errors';

const general = 'General';

/** A value as the wire carries it: a blank is an empty text, an error its name. */
export function plain(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

export function wireValues(sheet: SheetModel, area: Area) {
  return sheet.cells.readValues(area).map((row) => row.map(plain));
}

/** A 2-D array that fits the area, or one value for all its cells. */
export function asGrid(value: unknown, area: Area): readonly (readonly unknown[])[] {
  if (!Array.isArray(value)) {
    return Array.from({ length: area.rows }, () => new Array<unknown>(area.columns).fill(value));
  }
  const fits =
    value.length === area.rows &&
    value.every((row: unknown) => Array.isArray(row) && row.length === area.columns);
  if (!fits) {
    throw new HostError(
      'InvalidArgument',
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return value as unknown[][];
}

/** Writes what somebody typed, as Excel reads it; null leaves a cell alone. */
export function writeValues(sheet: SheetModel, area: Area, values: unknown): void {
  const grid = asGrid(values, area);
  const formats = sheet.formats.paint(area, (style) => style.numberFormat);
  const brought: { row: number; column: number; numberFormat: string }[] = [];
  const contents = grid.map((line, down) =>
    line.map((value, right): CellContent | undefined => {
      if (value === null) return undefined;
      const entry = typed(value, formats[down]?.[right] ?? general);
      if (!entry) throw new HostError('InvalidArgument');
      const { content, numberFormat } = entry;
      if (typeof content === 'object' && content && 'formula' in content) {
        if (isBrokenFormula(content.formula)) throw new HostError('InvalidArgument');
      }
      if (numberFormat !== undefined) {
        brought.push({ row: area.row + down, column: area.column + right, numberFormat });
      }
      return content;
    }),
  );
  sheet.write(area, contents);
  for (const { row, column, numberFormat } of brought) {
    sheet.addFormat({ row, column, rows: 1, columns: 1 }, { numberFormat });
  }
  keepHeaders(sheet, area);
}

export function writeFormats(
  sheet: SheetModel,
  area: Area,
  grid: readonly (readonly unknown[])[],
): void {
  const first = grid[0]?.[0];
  if (grid.every((line) => line.every((format) => format === first))) {
    setFormat(sheet, area, first);
    return;
  }
  for (let right = 0; right < area.columns; right += 1) {
    let start = 0;
    for (let down = 1; down <= area.rows; down += 1) {
      const format = grid[start]?.[right];
      if (down < area.rows && grid[down]?.[right] === format) continue;
      const column = area.column + right;
      setFormat(sheet, { row: area.row + start, column, rows: down - start, columns: 1 }, format);
      start = down;
    }
  }
}

function setFormat(sheet: SheetModel, area: Area, format: unknown): void {
  if (format === null) return;
  if (typeof format !== 'string') throw new HostError('InvalidArgument');
  sheet.addFormat(area, { numberFormat: format === '' ? general : format });
}

/** The header cells of a table are texts, and no two are alike. */
export function keepHeaders(sheet: SheetModel, written: Area): void {
  for (const table of sheet.tables) {
    const header = headerArea(table);
    if (!intersect(header, written)) continue;
    const [values = []] = sheet.cells.readValues(header);
    const formats = sheet.formats.paint(header, (style) => style.numberFormat)[0] ?? [];
    const shown = values.map((value, index) => displayText(value, formats[index] ?? general));
    const texts = headerTexts(shown);
    if (texts.some((text, index) => text !== values[index])) sheet.write(header, [texts]);
  }
}
