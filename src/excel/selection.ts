import { findPlace, WorkbookError } from '../workbook';
import type { Area, Place } from '../workbook';
import { rangeOf } from './cells';
import { withExcel } from './session';

/** The range that the person has selected. Several at once are refused, as a chart or a picture is. */
export async function findSelection(): Promise<Place> {
  const subject = 'selection';
  return withExcel(subject, async (context) => {
    const range = context.workbook.getSelectedRange().load('address');
    await context.sync();
    // Excel on the web answers several areas with several addresses.
    const place = findPlace(range.address);
    if (place?.sheet === undefined) throw new WorkbookError('invalidSelection', subject);
    return { sheet: place.sheet, area: place.area };
  });
}

/** The region around a place, up to the next blank rows and columns. */
export async function findRegion({ sheet, area }: Place): Promise<Area> {
  return withExcel(sheet, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    const region = rangeOf(worksheet, area).getSurroundingRegion().load('address');
    await context.sync();
    return findPlace(region.address)?.area ?? area;
  });
}
