import { areaAddress, maxColumns, maxRows, quotedSheet } from '../../../workbook';
import type { Area } from '../../../workbook';
import type { SheetModel, Spot, WorkbookModel } from '../../model';
import { HostError } from '../errors';
import { HostObject } from '../host-object';

/** What every object of Excel's interface may ask of the others, whichever file they live in. */
export interface Objects {
  readonly workbook: WorkbookModel;
  /** A read of more cells than this gives null instead of values. */
  readonly readLimit: number;
  range(sheet: SheetModel, area: Area): HostObject & { readonly spot: Spot };
  worksheet(sheet: SheetModel): HostObject;
  /** The id under which the client finds cells again. */
  referenceTo(spot: Spot): string;
  keepReference(id: string): void;
  dropReference(id: string): void;
  /** Cells that an event told of. */
  findReference(id: string): HostObject | undefined;
}

/** The sheet, unless it is protected: then nothing on it may be changed. */
export function writable(sheet: SheetModel): SheetModel {
  if (sheet.isProtected) throw new HostError('AccessDenied');
  return sheet;
}

/** The cells of a spot. Deleted cells are an error to whoever still holds them. */
export function areaOf(spot: Spot): Area {
  if (!spot.area) throw new HostError('ItemNotFound');
  return spot.area;
}

/** An area that must lie on the sheet. */
export function onSheet(area: Area): Area {
  const { row, column, rows, columns } = area;
  const fits =
    row >= 0 &&
    column >= 0 &&
    rows > 0 &&
    columns > 0 &&
    row + rows <= maxRows &&
    column + columns <= maxColumns;
  if (!fits) throw new HostError('InvalidArgument');
  return area;
}

/** The cells of a range that was passed as an argument. */
export function readSpot(value: unknown): { sheet: SheetModel; area: Area } {
  if (value instanceof HostObject && 'spot' in value) {
    const spot = value.spot as Spot;
    return { sheet: spot.sheet, area: areaOf(spot) };
  }
  throw new HostError('InvalidArgument');
}

/** `A1:B2`, or `A:C` and `3:4` where whole columns or rows are meant. */
export function shortAddress(area: Area): string {
  const whole = areaAddress(area);
  if (area.rows === maxRows) {
    const last = areaAddress({ ...area, row: 0, rows: 1 }).split(':');
    const [first = '', second = first] = last.map((cell) => cell.replace(/\d+$/, ''));
    return `${first}:${second}`;
  }
  if (area.columns === maxColumns) return `${String(area.row + 1)}:${String(area.row + area.rows)}`;
  return whole;
}

export function fullAddress(sheet: SheetModel, area: Area): string {
  return `${quotedSheet(sheet.name)}!${shortAddress(area)}`;
}
