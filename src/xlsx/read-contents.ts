import type { WorksheetView } from '@cj-tech-master/excelts';
import { findPlace, isFormula, maxRows, usedArea, WorkbookError } from '../workbook';
import type {
  CellContent,
  CellStyle,
  FormatRun,
  Formula,
  SheetContents,
  WorkbookContents,
} from '../workbook';
import { scanCells, scanSharedStrings } from './cell-scan';
import type { CellSource, ScannedCells } from './cell-scan';
import { colourReader } from './colours';
import type { ColourReader } from './colours';
import { widthPadding } from './column-width';
import { withExtensions } from './extended-rules';
import { runsOf, styleInterner } from './format-runs';
import { lostInSheet, lostParts } from './not-carried';
import type { NotCarried } from './not-carried';
import { partPieces, readParts, Unreadable } from './package';
import type { Parts } from './package';
import { readCharts } from './read-charts';
import { namesOf, printSetup } from './read-names';
import type { FileName } from './read-names';
import { readTables } from './read-tables';
import { rulesFromFile } from './rules';
import { readStyledSheets } from './styled-parts';
import type { BareSheet, StyledSheet } from './styled-parts';
import { styleFromFile } from './styles';
import { findChild, findChildren, findTree, relationshipsOf } from './xml';
import type { Element } from './xml';

export interface FileContents {
  readonly contents: WorkbookContents;
  /** What a save through us would lose. */
  readonly notCarried: readonly NotCarried[];
}

interface ScannedSheet {
  readonly name: string;
  readonly visibility: SheetContents['visibility'];
  readonly path: string;
  readonly scanned: ScannedCells;
  readonly columns: readonly FileColumn[];
  readonly bare: BareSheet;
}

interface FileColumn {
  readonly first: number;
  readonly last: number;
  readonly width: number | undefined;
  readonly style: number | undefined;
}

/**
 * Reads an xlsx file. Rejects with a `WorkbookError` `unreadableFile` whose cause is `Unreadable`
 * where the bytes are no such file or a part of it is broken; `subject` names the file in it.
 */
export async function readContents(
  bytes: Uint8Array,
  subject = 'workbook.xlsx',
): Promise<FileContents> {
  const parts = await readParts(bytes, subject);
  try {
    return await readWorkbook(parts);
  } catch (cause) {
    if (cause instanceof WorkbookError) throw cause;
    if (cause instanceof Unreadable) throw new WorkbookError('unreadableFile', subject, cause);
    throw cause;
  }
}

async function readWorkbook(parts: Parts): Promise<FileContents> {
  const path = relationshipsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target;
  const tree = path === undefined ? undefined : findTree(parts, path);
  if (path === undefined || tree?.name !== 'workbook') throw new Unreadable('noWorkbook');
  const properties = findChild(tree, 'workbookPr')?.attributes ?? {};
  const isFrom1904 = properties['date1904'] === '1' || properties['date1904'] === 'true';
  const notCarried = lostParts(parts);
  if (findChild(tree, 'workbookProtection')) {
    notCarried.push({ part: path, what: 'workbookProtection' });
  }
  const sheets = scanSheets(parts, path, tree, notCarried, isFrom1904 ? daysBefore1904 : 0);
  if (isLeftToExcel(tree)) forgetZeros(sheets);
  const names = namesOf(tree);
  const colours = colourReader(parts);
  const styled = await readStyledSheets(
    parts,
    sheets.map(({ bare }) => bare),
    relationshipsOf(parts, path).find(({ type }) => type === 'styles')?.target,
  );
  const contents: WorkbookContents = {
    sheets: sheets.map((sheet, index) => {
      const more = styled[index];
      if (!more) throw new Unreadable('brokenPart', sheet.path);
      return sheetContents(parts, sheet, more, colours, names, isFrom1904, notCarried);
    }),
    names: names.filter(({ isInternal }) => !isInternal).map(({ name }) => name),
    dateSystem: isFrom1904 ? 1904 : 1900,
  };
  if (names.some(({ isInternal, name }) => isInternal && !name.name.startsWith('_xlnm.'))) {
    notCarried.push({ part: path, what: 'hiddenNames' });
  }
  return { contents, notCarried };
}

/** Whether a program that does not calculate has left that to the one that opens the file. */
function isLeftToExcel(tree: Element): boolean {
  const full = findChild(tree, 'calcPr')?.attributes['fullCalcOnLoad'];
  return full === '1' || full === 'true';
}

/** Some of these programs write 0 for every result. Where all of them are 0, none was calculated. */
function forgetZeros(sheets: readonly ScannedSheet[]): void {
  const zeros: { row: CellContent[]; column: number; formula: Formula }[] = [];
  for (const { scanned } of sheets) {
    for (const row of scanned.cells) {
      for (let column = 0; column < row.length; column += 1) {
        const formula = row[column] ?? null;
        if (!isFormula(formula) || (formula.result ?? null) === null) continue;
        if (formula.result !== 0) return;
        zeros.push({ row, column, formula });
      }
    }
  }
  for (const { row, column, formula } of zeros) row[column] = { ...formula, result: null };
}

function scanSheets(
  parts: Parts,
  workbookPath: string,
  tree: Element,
  notCarried: NotCarried[],
  firstDay: number,
): ScannedSheet[] {
  const relations = new Map(relationshipsOf(parts, workbookPath).map((one) => [one.id, one]));
  const stringsPath = [...relations.values()].find(({ type }) => type === 'sharedStrings')?.target;
  const stringBytes = stringsPath === undefined ? undefined : parts.get(stringsPath);
  const { strings, areFormatted } = stringBytes
    ? scanSharedStrings(partPieces(stringBytes, 'si'), stringsPath ?? '')
    : { strings: [], areFormatted: false };
  if (areFormatted) notCarried.push({ part: stringsPath ?? '', what: 'formattedText' });
  const list = findChild(tree, 'sheets');
  return (list ? findChildren(list, 'sheet') : []).flatMap(({ attributes }) => {
    const name = attributes['name'] ?? '';
    const key = Object.keys(attributes).find((one) => /^\w+:id$/.test(one));
    const relation = relations.get(key === undefined ? '' : (attributes[key] ?? ''));
    const bytes = relation && parts.get(relation.target);
    if (!relation || !bytes) throw new Unreadable('brokenPart', `sheet ${name}`);
    if (relation.type !== 'worksheet') {
      if (relation.type !== 'chartsheet') notCarried.push({ part: name, what: 'sheetKind' });
      return [];
    }
    const state = attributes['state'];
    return [
      {
        name,
        visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
        path: relation.target,
        ...scanSheet(parts, relation.target, bytes, name, { strings, firstDay }, notCarried),
      } satisfies ScannedSheet,
    ];
  });
}

function scanSheet(
  parts: Parts,
  path: string,
  bytes: Uint8Array,
  name: string,
  shared: Pick<CellSource, 'strings' | 'firstDay'>,
  notCarried: NotCarried[],
) {
  const frame = { before: '', after: '' };
  const pieces = rowsWithin(partPieces(bytes, 'row'), path, frame);
  const scanned = scanCells({ pieces, part: path, ...shared });
  const { before, after } = frame;
  const columns = scanColumns(before);
  const styleIds = new Set<number>(scanned.rowStyles.values());
  for (const row of scanned.styles) for (const id of row) if (id !== undefined) styleIds.add(id);
  for (const { style } of columns) if (style !== undefined) styleIds.add(style);
  notCarried.push(...lostInSheet(name, before + after));
  if (scanned.hasHiddenRows) notCarried.push({ part: name, what: 'hiddenRows' });
  if (scanned.hasGroupedRows) notCarried.push({ part: name, what: 'rowGroups' });
  const drawing = relationshipsOf(parts, path).find(({ type }) => type === 'drawing');
  const bare: BareSheet = {
    name,
    before,
    after,
    styleIds: [...styleIds],
    drawing: drawing && { id: drawing.id, path: drawing.target },
  };
  return { scanned, columns, bare };
}

/** The rows of a sheet's text; what stands before and after them is put into the frame. */
function* rowsWithin(
  pieces: Iterable<string>,
  path: string,
  frame: { before: string; after: string },
): Generator<string> {
  const end = '</sheetData>';
  let where: 'before' | 'within' | 'after' = 'before';
  for (const piece of pieces) {
    let from = 0;
    if (where === 'before') {
      const start = /<sheetData(?:\s[^>]*)?(\/)?>/.exec(piece);
      if (!start) throw new Unreadable('brokenPart', path);
      frame.before = piece.slice(0, start.index);
      from = start.index + start[0].length;
      where = start[1] === undefined ? 'within' : 'after';
    }
    if (where === 'within') {
      const to = piece.indexOf(end, from);
      yield piece.slice(from, to < 0 ? undefined : to);
      if (to < 0) continue;
      from = to + end.length;
      where = 'after';
    }
    frame.after += piece.slice(from);
  }
  if (where !== 'after' || !/<\/worksheet>\s*$/.test(frame.after.slice(-200)))
    throw new Unreadable('brokenPart', path);
}

function scanColumns(xml: string): FileColumn[] {
  const number = (tag: string, name: string) => {
    const text = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    return text === undefined ? undefined : Number(text);
  };
  return Array.from(xml.matchAll(/<col\s[^>]*>/g), ([tag]) => {
    const first = (number(tag, 'min') ?? 1) - 1;
    return {
      first,
      last: (number(tag, 'max') ?? first + 1) - 1,
      width: number(tag, 'width'),
      style: number(tag, 'style'),
    };
  });
}

function sheetContents(
  parts: Parts,
  sheet: ScannedSheet,
  { worksheet, styles }: StyledSheet,
  colours: ColourReader,
  names: readonly FileName[],
  isFrom1904: boolean,
  notCarried: NotCarried[],
): SheetContents {
  const { name, scanned, columns } = sheet;
  const { cells } = scanned;
  const intern = styleInterner();
  const ours = new Map<number, CellStyle>();
  for (const [id, style] of styles) {
    const read = styleFromFile(style, colours);
    if (read) ours.set(id, intern(read));
  }
  if (isFrom1904) shiftDates(scanned, ours);
  const used = usedArea(cells);
  const { rules, unread } = rulesFromFile(
    withExtensions(worksheet.conditionalFormattings, sheet.bare.after),
    colours,
  );
  notCarried.push(...unread.map(() => ({ part: name, what: 'conditionalFormat' as const })));
  const { tables, lost: lostTables } = readTables(parts, sheet.path, name);
  const drawing = sheet.bare.drawing?.path;
  const { charts, lost: lostCharts } = readCharts(parts, drawing, worksheet, name, cells);
  notCarried.push(...lostTables, ...lostCharts);
  // Undefined where the file states no view, whatever the library's type says.
  const { views } = worksheet as { views?: readonly Partial<WorksheetView>[] };
  const view = views?.[0];
  const tabColour = colours(worksheet.properties.tabColor);
  const print = printSetup(name, worksheet.pageSetup.orientation === 'landscape', names, used);
  return {
    name,
    visibility: sheet.visibility,
    isProtected: /<sheetProtection[^>]*\ssheet="(?:1|true)"/.test(sheet.bare.after),
    cells: cells.slice(0, used.rows),
    formats: formatsOf(scanned, columns, ours),
    columnWidths: columnWidths(columns, used.columns),
    rowHeights: scanned.rowHeights,
    frozen: frozenOf(view),
    gridlines: view?.showGridLines !== false,
    ...(tabColour && { tabColour }),
    merges: Array.from(sheet.bare.after.matchAll(/<mergeCell\s[^>]*ref="([^"]+)"/g)).flatMap(
      ([, ref = '']) => findPlace(ref)?.area ?? [],
    ),
    rules,
    charts,
    tables,
    ...(print && { print }),
  };
}

const daysBefore1904 = 1462;

/** Dates of a file that counts from 1904 become 1900-based; amounts and durations stay. */
function shiftDates({ cells, styles }: ScannedCells, ours: ReadonlyMap<number, CellStyle>): void {
  const dated = new Set<number>();
  for (const [id, { numberFormat }] of ours) {
    const plain = (numberFormat ?? '').split(';')[0]?.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '') ?? '';
    if (/[dy]|mmm/i.test(plain) && !plain.includes('@')) dated.add(id);
  }
  cells.forEach((row, index) => {
    row.forEach((content: CellContent, column) => {
      const style = styles[index]?.[column];
      if (style === undefined || !dated.has(style)) return;
      if (typeof content === 'number') row[column] = content + daysBefore1904;
      else if (isFormula(content) && typeof content.result === 'number') {
        row[column] = { ...content, result: content.result + daysBefore1904 };
      }
    });
  });
}

function formatsOf(
  scanned: ScannedCells,
  columns: readonly FileColumn[],
  ours: ReadonlyMap<number, CellStyle>,
): FormatRun[] {
  const columnStyles = columns.flatMap(({ first, last, style }) => {
    const found = style === undefined ? undefined : ours.get(style);
    return found ? [{ first, last, style: found }] : [];
  });
  const width = scanned.styles.reduce((most, row) => Math.max(most, row.length), 0);
  const columnStyle = Array.from({ length: width }, (_, column) =>
    columnStyles.find(({ first, last }) => first <= column && column <= last),
  );
  const rows = scanned.styles.map((row, index) => {
    const rowStyle = ours.get(scanned.rowStyles.get(index) ?? -1);
    const length = columnStyles.length > 0 || rowStyle ? width : row.length;
    return Array.from({ length }, (_, column) => {
      const id = row[column];
      return id === undefined ? (rowStyle ?? columnStyle[column]?.style) : ours.get(id);
    });
  });
  // Cells that the file does not state take their column's style.
  const below = columnStyles.map(({ first, last, style }) => ({
    area: {
      row: rows.length,
      column: first,
      rows: maxRows - rows.length,
      columns: last - first + 1,
    },
    style,
  }));
  return [...below, ...runsOf(rows)];
}

function columnWidths(columns: readonly FileColumn[], used: number): Record<number, number> {
  const widths: Record<number, number> = {};
  for (const { first, last, width } of columns) {
    if (width === undefined) continue;
    const characters = Math.round(Math.max(0, width - widthPadding) * 100) / 100;
    // Widths to the sheet's far end say nothing more than those of the columns in use.
    const end = last - first > 255 ? Math.max(used, first) : last;
    for (let column = first; column <= end; column += 1) widths[column] = characters;
  }
  return widths;
}

function frozenOf(view: Partial<WorksheetView> | undefined): SheetContents['frozen'] {
  if (view?.state !== 'frozen') return { rows: 0, columns: 0 };
  return { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 };
}
