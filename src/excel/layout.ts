import type { CellContent, Layout } from '../workbook';
import { hostCell, rangeOf } from './cells';
import { writeCharts } from './charts';
import { writeFormats, writeSizes } from './looks';
import { writeRules } from './rules';
import { hasExcelApi } from './session';

/** Writes rows of cells from the sheet's column A on. */
export function writeRows(
  sheet: Excel.Worksheet,
  start: number,
  rows: readonly (readonly CellContent[])[],
): void {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns === 0) return;
  const range = rangeOf(sheet, { row: start, column: 0, rows: rows.length, columns });
  range.formulas = rows.map((row) =>
    Array.from({ length: columns }, (_, column) => hostCell(row[column] ?? null)),
  );
}

/** Everything of a layout but its cells and tables. The area is plain and without charts before. */
export function writeLayout(sheet: Excel.Worksheet, layout: Omit<Layout, 'cells'>): void {
  for (const area of layout.merges) rangeOf(sheet, area).merge(false);
  writeFormats(sheet, layout.formats);
  writeSizes(sheet, layout.columnWidths, layout.rowHeights);
  writeRules(sheet, layout.rules);
  writeCharts(sheet, layout.charts);
  writeFrame(sheet, layout);
}

function writeFrame(sheet: Excel.Worksheet, layout: Omit<Layout, 'cells'>): void {
  const { rows, columns } = layout.frozen;
  sheet.freezePanes.unfreeze();
  if (rows > 0 && columns > 0) {
    sheet.freezePanes.freezeAt(rangeOf(sheet, { row: 0, column: 0, rows, columns }));
  } else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
  if (layout.tabColour) sheet.tabColor = layout.tabColour;
  if (hasExcelApi('1.8')) sheet.showGridlines = layout.gridlines;
  if (layout.print && hasExcelApi('1.9')) {
    const { landscape, area, titleRows } = layout.print;
    const { pageLayout } = sheet;
    pageLayout.orientation = landscape ? 'Landscape' : 'Portrait';
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.setPrintArea(rangeOf(sheet, area));
    if (titleRows > 0) {
      pageLayout.setPrintTitleRows(`$1:$${String(titleRows)}`);
    }
  }
}

/** Makes tables over cells that are there, under names that are free. */
export function writeTables(
  sheet: Excel.Worksheet,
  tables: Layout['tables'],
  names: readonly string[],
): Excel.Table[] {
  return tables.map(({ area, style, name }, index) => {
    const table = sheet.tables.add(rangeOf(sheet, area), true);
    table.name = names[index] ?? name;
    if (style !== undefined) table.style = style;
    return table.load('id,name');
  });
}
