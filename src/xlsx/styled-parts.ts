import { Workbook, xmlEncode } from '@cj-tech-master/excelts';
import type { Style, Worksheet } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import { cellAddress } from '../workbook';
import { partText, Unreadable } from './package';
import type { Parts } from './package';

/** A sheet less its cells, for the library to read: its styles are asked for by number. */
export interface BareSheet {
  readonly name: string;
  /** The sheet's XML around `<sheetData>`. */
  readonly before: string;
  readonly after: string;
  readonly styleIds: readonly number[];
  readonly drawing: { readonly id: string; readonly path: string } | undefined;
}

export interface StyledSheet {
  readonly worksheet: Worksheet;
  readonly styles: ReadonlyMap<number, Partial<Style>>;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const prologue = /^\s*<\?xml[^>]*\?>/;
const styleColumns = 1000;
/** For files that state no styles; the library expects one of each. */
const plainStyles = `<styleSheet xmlns="${main}"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>`;

/**
 * Reads everything of the sheets but their cells with excelts. Each sheet gets one stand-in cell for
 * each style it uses: a million cell objects would take seconds and most of a gigabyte. `stylesPath` is
 * where the file's styles are, if anywhere.
 */
export async function readStyledSheets(
  parts: Parts,
  sheets: readonly BareSheet[],
  stylesPath: string | undefined,
): Promise<readonly StyledSheet[]> {
  installChartSupport();
  const files: Record<string, Uint8Array> = {};
  const encoder = new TextEncoder();
  const put = (path: string, text: string) => {
    files[path] = encoder.encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);
  };
  for (const [path, bytes] of parts) {
    if (/^xl\/(?:theme\/|drawings\/|charts\/)/.test(path)) files[path] = bytes;
  }
  const styleBytes = stylesPath === undefined ? undefined : parts.get(stylesPath);
  const styleText = styleBytes ? partText(styleBytes) : plainStyles;
  put('xl/styles.xml', styleText.replace(prologue, ''));
  const relations = sheets.map((sheet, index) => {
    const id = String(index + 1);
    put(`xl/worksheets/sheet${id}.xml`, bareXml(sheet));
    if (sheet.drawing) {
      put(
        `xl/worksheets/_rels/sheet${id}.xml.rels`,
        `<Relationships xmlns="${packages}"><Relationship Id="${xmlEncode(sheet.drawing.id)}" ` +
          `Type="${office}/drawing" Target="../${xmlEncode(sheet.drawing.path.replace(/^xl\//, ''))}"/></Relationships>`,
      );
    }
    return `<Relationship Id="rId${id}" Type="${office}/worksheet" Target="worksheets/sheet${id}.xml"/>`;
  });
  const theme = Object.keys(files).find((path) => path.startsWith('xl/theme/'));
  put(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packages}">${relations.join('')}` +
      `<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/>` +
      (theme === undefined
        ? ''
        : `<Relationship Id="rIdTheme" Type="${office}/theme" Target="${theme.slice(3)}"/>`) +
      '</Relationships>',
  );
  put(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
      .map((_, index) => {
        const id = String(index + 1);
        return `<sheet name="Sheet${id}" sheetId="${id}" r:id="rId${id}"/>`;
      })
      .join('')}</sheets></workbook>`,
  );
  put(
    '_rels/.rels',
    `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  const workbook = new Workbook();
  try {
    await workbook.xlsx.loadFromFiles(files);
  } catch (cause) {
    throw new Unreadable('brokenPart', undefined, cause);
  }
  return sheets.map((sheet, index) => {
    const worksheet = workbook.getWorksheet(`Sheet${String(index + 1)}`);
    if (!worksheet) throw new Unreadable('brokenPart', sheet.name);
    const styles = new Map<number, Partial<Style>>();
    sheet.styleIds.forEach((id, at) => {
      const cell = worksheet.findCell(Math.floor(at / styleColumns) + 1, (at % styleColumns) + 1);
      if (cell) styles.set(id, cell.style);
    });
    return { worksheet, styles };
  });
}

function bareXml({ before, after, styleIds }: BareSheet): string {
  let rows = '';
  for (let start = 0; start < styleIds.length; start += styleColumns) {
    const row = start / styleColumns;
    const cells = styleIds
      .slice(start, start + styleColumns)
      .map((id, column) => `<c r="${cellAddress(row, column)}" s="${String(id)}"/>`);
    rows += `<row r="${String(row + 1)}">${cells.join('')}</row>`;
  }
  return `${strip(before).replace(prologue, '')}<sheetData>${rows}</sheetData>${strip(after)}`;
}

/** Elements that the library need not read: they are read here, or not at all. */
function strip(xml: string): string {
  return xml
    .replace(
      /<(cols|mergeCells|tableParts|hyperlinks|dataValidations|legacyDrawing|legacyDrawingHF|controls|oleObjects|picture|customSheetViews|sortState|autoFilter|scenarios|phoneticPr)(?:\s[^>]*)?(?:\/>|>[^]*?<\/\1>)/g,
      '',
    )
    .replace(/<dimension[^>]*\/>/g, '')
    .replace(/(<pageSetup[^>]*?)\s\w+:id="[^"]*"/g, '$1');
}
