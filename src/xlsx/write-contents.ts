import { Workbook } from '@cj-tech-master/excelts';
import type { Worksheet } from '@cj-tech-master/excelts';
import { concatUint8Arrays, unzip, zip } from '@cj-tech-master/excelts/archive';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import { areaAddress, columnLetters, isFormula, maxColumns } from '../workbook';
import type {
  CellContent,
  CellStyle,
  DefinedName,
  SheetContents,
  WorkbookContents,
} from '../workbook';
import {
  cellRowsXml,
  escapeAttribute,
  escapeText,
  isArrayFormula,
  SharedStrings,
} from './cell-text';
import { addChart } from './charts';
import { argb } from './colours';
import { widthPadding } from './column-width';
import { styleGrid, styleInterner } from './format-runs';
import type { StyleGrid } from './format-runs';
import { formulaForFile } from './formula-text';
import { rulesForFile } from './rules';
import { styleForFile } from './styles';
import { addTable, headersOf } from './write-tables';

interface PlannedSheet {
  readonly sheet: SheetContents;
  readonly cells: readonly (readonly CellContent[])[];
  readonly grid: StyleGrid;
  /** The sheet's styles in the order of the stand-in cells that give them a number. */
  readonly styles: readonly CellStyle[];
  readonly columns: number;
}

/**
 * Writes an xlsx file. excelts writes everything but the cells and gives each style its number; the
 * cells are written here, a million of them in seconds. Dates are stored 1900-based.
 */
export async function writeContents(contents: WorkbookContents): Promise<Uint8Array> {
  installChartSupport();
  const workbook = new Workbook();
  // Set, or Excel would compute anew and show #NAME? where an add-in's functions are absent.
  workbook.calcProperties.fullCalcOnLoad = false;
  const planned = contents.sheets.map((sheet) => planSheet(workbook, sheet));
  const bytes = await workbook.xlsx.writeBuffer({ validate: false, useSharedStrings: true });
  return finish(bytes, contents, planned);
}

function planSheet(workbook: Workbook, sheet: SheetContents): PlannedSheet {
  const worksheet = workbook.addWorksheet(sheet.name, { state: sheet.visibility });
  const cells = withHeaders(sheet);
  const usedColumns = cells.reduce((most, row) => Math.max(most, row.length), 0);
  const grid = styleGrid(sheet.formats, cells.length, usedColumns);
  const columns = grid.cells.reduce((most, row) => Math.max(most, row.length), usedColumns);
  fillFrame(worksheet, sheet);
  for (const area of sheet.merges) worksheet.mergeCellsWithoutStyle(areaAddress(area));
  worksheet.conditionalFormattings = rulesForFile(sheet.rules);
  for (const table of sheet.tables) addTable(worksheet, table, headersOf(sheet.cells, table));
  for (const chart of sheet.charts) {
    for (const area of [chart.categories, ...chart.series.map(({ values }) => values)]) {
      fillChartCells(worksheet, cells, area);
    }
    addChart(worksheet, chart);
  }
  setColumns(worksheet, sheet, grid);
  const styles = standIns(worksheet, grid, cells);
  return { sheet, cells, grid, styles, columns };
}

/** The sheet's cells with table headers as Excel demands them: text, each once. */
function withHeaders({ cells, tables }: SheetContents): readonly (readonly CellContent[])[] {
  if (tables.length === 0) return cells;
  const copy = [...cells];
  for (const table of tables) {
    const row = [...(copy[table.area.row] ?? [])];
    while (row.length < table.area.column) row.push(null);
    headersOf(cells, table).forEach((name, index) => {
      const at = table.area.column + index;
      const content = row[at];
      if (content === undefined || !isFormula(content)) row[at] = name;
    });
    copy[table.area.row] = row;
  }
  return copy;
}

function fillFrame(worksheet: Worksheet, sheet: SheetContents): void {
  const { rows, columns } = sheet.frozen;
  worksheet.views = [
    {
      showGridLines: sheet.gridlines,
      ...((rows > 0 || columns > 0) && { state: 'frozen' as const }),
      ...(columns > 0 && { xSplit: columns }),
      ...(rows > 0 && { ySplit: rows }),
    },
  ];
  if (sheet.tabColour) worksheet.properties.tabColor = argb(sheet.tabColour);
  if (sheet.isProtected)
    worksheet.sheetProtection = { sheet: true, objects: true, scenarios: true };
  const { print } = sheet;
  if (!print) return;
  worksheet.pageSetup = {
    ...worksheet.pageSetup,
    orientation: print.landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    ...(print.area.rows > 0 && { printArea: areaAddress(print.area) }),
    ...(print.titleRows > 0 && { printTitlesRow: `1:${String(print.titleRows)}` }),
  };
}

/** The library fills a chart's stored figures from these; Excel reads the cells themselves. */
function fillChartCells(
  worksheet: Worksheet,
  cells: readonly (readonly CellContent[])[],
  area: { row: number; column: number; rows: number; columns: number },
): void {
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      const content = cells[row]?.[column] ?? null;
      const value =
        content !== null && typeof content === 'object'
          ? isFormula(content)
            ? (content.result ?? null)
            : null
          : content;
      if (value !== null && typeof value !== 'object') {
        worksheet.getCell(row + 1, column + 1).value = value;
      }
    }
  }
}

function setColumns(worksheet: Worksheet, sheet: SheetContents, grid: StyleGrid): void {
  const numbers = new Set([
    ...Object.keys(sheet.columnWidths).map(Number),
    ...[...grid.columns.keys()].filter((column) => column < maxColumns),
  ]);
  for (const number of numbers) {
    const column = worksheet.getColumn(number + 1);
    const width = sheet.columnWidths[number];
    if (width !== undefined) column.width = width + widthPadding;
    const style = grid.columns.get(number);
    if (style) column.style = styleForFile(style);
  }
}

const standInColumns = 1000;
/** Below anything that charts or merges may have put on the library's sheet. */
const standInRow = 1_040_000;

function standIns(
  worksheet: Worksheet,
  grid: StyleGrid,
  cells: readonly (readonly CellContent[])[],
): CellStyle[] {
  const intern = styleInterner();
  const styles = new Set<CellStyle>();
  for (const row of grid.cells) for (const style of row) if (style) styles.add(intern(style));
  for (const style of grid.rows.values()) styles.add(intern(style));
  const list = [...styles];
  list.forEach((style, index) => {
    const row = standInRow + Math.floor(index / standInColumns);
    worksheet.getCell(row, (index % standInColumns) + 1).style = styleForFile(style);
  });
  // One text and one dynamic array, so that the library writes the parts that hold such things.
  worksheet.getCell(standInRow - 2, 1).value = 'text';
  if (cells.some((row) => row.some(isArrayFormula))) {
    const at = `A${String(standInRow - 1)}`;
    worksheet.getCell(at).value = {
      formula: '1',
      shareType: 'array',
      ref: at,
      isDynamicArray: true,
      result: 1,
    };
  }
  return list;
}

async function finish(
  bytes: Uint8Array,
  contents: WorkbookContents,
  planned: readonly PlannedSheet[],
): Promise<Uint8Array> {
  const archive = zip({ level: 6 });
  const strings = new SharedStrings();
  const decoder = new TextDecoder();
  const parts = new Map<string, Uint8Array>();
  for await (const entry of unzip(bytes).entries()) parts.set(entry.path, await entry.bytes());
  planned.forEach((plan, index) => {
    const path = `xl/worksheets/sheet${String(index + 1)}.xml`;
    const xml = parts.get(path);
    if (!xml) throw new Error(`The library wrote no ${path}`);
    const pieces = Array.from(withCells(decoder.decode(xml), plan, strings), encode);
    parts.set(path, concatUint8Arrays(pieces));
  });
  parts.set('xl/sharedStrings.xml', encode(strings.toXml()));
  const book = parts.get('xl/workbook.xml');
  if (book) parts.set('xl/workbook.xml', encode(withNames(decoder.decode(book), contents)));
  const charts = planned.flatMap(({ sheet }) => sheet.charts);
  let next = 0;
  for (const [path, xml] of parts) {
    if (!/^xl\/drawings\/drawing\d+\.xml$/.test(path)) continue;
    const described = decoder
      .decode(xml)
      .replace(/<xdr:cNvPr id="(\d+)" name="[^"]*"/g, (whole, id) => {
        const chart = charts[next];
        next += 1;
        if (!chart) return whole;
        return `<xdr:cNvPr id="${String(id)}" name="${escapeAttribute(chart.name)}" descr="${escapeAttribute(chart.description)}"`;
      });
    parts.set(path, encode(described));
  }
  for (const [path, part] of parts) archive.add(path, part);
  return archive.bytes();
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A sheet's text with its cells, in pieces. */
function* withCells(xml: string, plan: PlannedSheet, strings: SharedStrings): Generator<string> {
  const { sheet, cells, grid, styles, columns } = plan;
  const numbers = new Map<string, number>();
  const start = xml.indexOf('<sheetData');
  const end = xml.indexOf('</sheetData>');
  if (start < 0 || end < 0) throw new Error(`The library wrote no cells for ${sheet.name}`);
  const standIn = xml.slice(start, end);
  styles.forEach((style, index) => {
    const row = standInRow + Math.floor(index / standInColumns);
    const at = `${columnLetters(index % standInColumns)}${String(row)}`;
    const number = new RegExp(`<c r="${at}" s="(\\d+)"`).exec(standIn)?.[1];
    if (number !== undefined) numbers.set(JSON.stringify(style), Number(number));
  });
  const known = new Map<CellStyle, number>();
  const numberOf = (style: CellStyle | undefined) => {
    if (!style) return 0;
    let number = known.get(style);
    if (number === undefined) {
      number = numbers.get(JSON.stringify(style)) ?? 0;
      known.set(style, number);
    }
    return number;
  };
  const rows = cellRowsXml(
    {
      sheet: sheet.name,
      cells,
      rowHeights: sheet.rowHeights,
      styleOfCell: (row, column) => numberOf(grid.cells[row]?.[column]),
      styleOfRow: (row) => numberOf(grid.rows.get(row)),
      rows: Math.max(cells.length, grid.cells.length),
      columns,
    },
    strings,
  );
  const used = {
    row: 0,
    column: 0,
    rows: Math.max(1, cells.length),
    columns: Math.max(1, columns),
  };
  const tail = sheet.rules.reduce(
    (text, rule, index) =>
      rule.kind === 'dataBar' && !rule.showValue ? hideBarValue(text, index + 1) : text,
    xml.slice(end),
  );
  const head = xml
    .slice(0, start)
    .replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="${areaAddress(used)}"/>`);
  yield `${head}<sheetData>`;
  yield* rows;
  yield tail;
}

/** The library leaves out that a bar hides its value. */
function hideBarValue(xml: string, priority: number): string {
  const bar = `<cfRule type="dataBar" priority="${String(priority)}"><dataBar`;
  return xml.replace(`${bar}>`, `${bar} showValue="0">`);
}

/** Defined names beside those for printing that the library wrote. */
function withNames(xml: string, { names, sheets }: WorkbookContents): string {
  if (names.length === 0) return xml;
  const elements = names.map((name) => nameXml(name, sheets)).join('');
  const place = xml.indexOf('</definedNames>');
  if (place >= 0) return xml.slice(0, place) + elements + xml.slice(place);
  return xml.replace(
    /<\/sheets>(?:<externalReferences>[^]*?<\/externalReferences>)?/,
    (sheetsEnd) => `${sheetsEnd}<definedNames>${elements}</definedNames>`,
  );
}

function nameXml(name: DefinedName, sheets: readonly SheetContents[]): string {
  const index = sheets.findIndex((sheet) => sheet.name === name.sheet);
  return (
    `<definedName name="${escapeAttribute(name.name)}"` +
    (name.sheet === undefined || index < 0 ? '' : ` localSheetId="${String(index)}"`) +
    (name.comment === undefined ? '' : ` comment="${escapeAttribute(name.comment)}"`) +
    `>${escapeText(formulaForFile(name.formula))}</definedName>`
  );
}
