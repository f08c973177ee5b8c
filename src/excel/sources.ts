import { findPlace } from '../workbook';
import type { Area, Source } from '../workbook';
import { ownWorksheetIds, readOwnPart } from './own-sheets';
import { withExcel } from './session';

/**
 * Tables and sheets with something on them, in the order of the sheets, and named ranges. Our own
 * sheets are none; tables on them are.
 */
export async function listSources(): Promise<readonly Source[]> {
  return withExcel('workbook', async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.load('items/id,items/name,items/visibility');
    names.load('items/name,items/type,items/visible');
    await context.sync();
    const sheets = worksheets.items.map((sheet) => ({
      sheet,
      used: sheet.getUsedRangeOrNullObject(true).load('address'),
      tables: sheet.tables.load('items/name'),
    }));
    const named = names.items
      .filter(({ type, visible }) => type === 'Range' && visible)
      .map(({ name }) => ({
        name,
        range: names.getItem(name).getRangeOrNullObject().load('address'),
      }));
    const part = readOwnPart(context);
    await context.sync();
    const ranges = sheets.map(({ tables }) =>
      tables.items.map((table) => ({ table, range: table.getRange().load('address') })),
    );
    const own = await ownWorksheetIds(context, part);
    const hidden = new Map(
      worksheets.items.map(({ name, visibility }) => [name, visibility !== 'Visible']),
    );
    const sources = sheets.flatMap(({ sheet, used }, index): Source[] => {
      const isHidden = hidden.get(sheet.name) ?? false;
      const tables = (ranges[index] ?? []).flatMap(({ table, range }): Source[] => {
        const area = areaOf(range);
        return area ? [{ kind: 'table', name: table.name, sheet: sheet.name, area, isHidden }] : [];
      });
      const area = areaOf(used);
      if (!area || own.has(sheet.id)) return tables;
      return [...tables, { kind: 'sheet', name: sheet.name, sheet: sheet.name, area, isHidden }];
    });
    return [...sources, ...named.flatMap(({ name, range }) => nameSource(name, range, hidden))];
  });
}

function areaOf(range: Excel.Range): Area | undefined {
  return range.isNullObject ? undefined : findPlace(range.address)?.area;
}

function nameSource(
  name: string,
  range: Excel.Range,
  hidden: ReadonlyMap<string, boolean>,
): Source[] {
  const place = range.isNullObject ? undefined : findPlace(range.address);
  if (place?.sheet === undefined) return [];
  const { sheet, area } = place;
  return [{ kind: 'name', name, sheet, area, isHidden: hidden.get(sheet) ?? false }];
}
