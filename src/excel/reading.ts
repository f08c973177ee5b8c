import { findPlace, isFormula, maxColumns, maxRows, WorkbookError } from '../workbook';
import type { Area, Block, CellContent, Place, ReadOptions } from '../workbook';
import { blockOf, contentFrom, rangeOf } from './cells';
import { withExcel } from './session';

const firstRows = 5000;
const formatRows = 20;
/** Where answers of about this many bytes come back, they are far from Excel's limit of 5 MB. */
const wantedBytes = 2_000_000;
/** More cells than this come back as nothing at all, without an error. */
const maxCells = 1_000_000;

interface Taken<Cells> {
  readonly cells: Cells;
  readonly bytes: number;
  readonly formats?: readonly (readonly string[])[];
}

/** The rows of a place in blocks whose size follows what Excel gives back. */
export async function* readBlocks(place: Place, options?: ReadOptions): AsyncGenerator<Block> {
  const area = await withinUse(place);
  const take = async (part: Area, isFirst: boolean): Promise<Taken<Grid> | undefined> => {
    const taken = await loadPart(place.sheet, part, ['values'], isFirst);
    const [cells] = taken?.grids ?? [];
    return taken && cells && { ...taken, cells };
  };
  for await (const { offset, taken } of pieces(place.sheet, area, take, options)) {
    const { cells, formats } = taken;
    yield blockOf(cells, offset, formats);
  }
}

/** What people typed in a place, formulas included. */
export async function readTyped(place: Place): Promise<readonly (readonly CellContent[])[]> {
  const area = await withinUse(place);
  const take = async (part: Area): Promise<Taken<CellContent[][]> | undefined> => {
    const taken = await loadPart(place.sheet, part, ['formulas', 'values'], false);
    const [formulas, values] = taken?.grids ?? [];
    if (!taken || !formulas || !values) return undefined;
    const cells = formulas.map((row, index) =>
      row.map((formula, column) => contentFrom(formula, values[index]?.[column])),
    );
    return { ...taken, cells };
  };
  const rows: CellContent[][] = [];
  for await (const { taken } of pieces(place.sheet, area, take)) rows.push(...taken.cells);
  return rows;
}

/** Whether any cell of a place holds a formula. */
export async function holdsFormulas(place: Place): Promise<boolean> {
  const area = await withinUse(place);
  if (area.rows * area.columns <= 1) {
    // Of a single cell Excel takes the whole sheet to be meant.
    const typed = await readTyped({ ...place, area });
    return typed.some((row) => row.some(isFormula));
  }
  return withExcel(place.sheet, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(place.sheet);
    const formulas = rangeOf(worksheet, area).getSpecialCellsOrNullObject('Formulas');
    formulas.load('address');
    await context.sync();
    return !formulas.isNullObject;
  });
}

async function* pieces<Cells>(
  sheet: string,
  area: Area,
  take: (part: Area, isFirst: boolean) => Promise<Taken<Cells> | undefined>,
  options?: ReadOptions,
): AsyncGenerator<{ offset: number; taken: Taken<Cells> }> {
  const most = Math.max(1, Math.floor(maxCells / Math.max(1, area.columns)));
  let wanted = Math.min(firstRows, most);
  let offset = 0;
  while (offset < area.rows) {
    if (options?.signal?.aborted === true) throw new WorkbookError('cancelled', sheet);
    const rows = Math.min(wanted, area.rows - offset);
    const taken = await take({ ...area, row: area.row + offset, rows }, offset === 0);
    if (!taken) {
      if (rows === 1) throw new WorkbookError('tooLarge', sheet);
      wanted = Math.floor(rows / 2);
      continue;
    }
    yield { offset, taken };
    offset += rows;
    const fitting = Math.floor((rows * wantedBytes) / Math.max(1, taken.bytes));
    wanted = Math.max(1, Math.min(wanted * 2, fitting, most));
  }
}

type Grid = (readonly unknown[])[];

/** Undefined where the answer was too large, which Excel says in two ways. */
async function loadPart(
  sheet: string,
  part: Area,
  properties: readonly ('values' | 'formulas')[],
  hasFormats: boolean,
): Promise<{ grids: Grid[]; bytes: number; formats?: string[][] } | undefined> {
  try {
    return await withExcel(sheet, async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      const range = rangeOf(worksheet, part).load([...properties]);
      const top = hasFormats
        ? rangeOf(worksheet, { ...part, rows: Math.min(part.rows, formatRows) })
        : undefined;
      top?.load('numberFormat');
      await context.sync();
      const grids = properties.map((property): Grid | null => range[property]);
      const whole = grids.filter((grid) => grid !== null);
      if (whole.length < grids.length) return undefined;
      const formats = (top?.numberFormat as Grid | undefined)?.map((row) => row.map(String));
      return { grids: whole, bytes: bytesOf(whole), ...(formats && { formats }) };
    });
  } catch (error) {
    if (error instanceof WorkbookError && error.code === 'tooLarge') return undefined;
    throw error;
  }
}

/** So many rows of an answer tell how large it is. */
const weighedRows = 500;

/** The size of an answer, in bytes, about: by rows spread over it. */
function bytesOf(grids: readonly Grid[]): number {
  let bytes = 0;
  for (const grid of grids) {
    const step = Math.ceil(grid.length / weighedRows);
    for (let row = 0; row < grid.length; row += step) {
      for (const cell of grid[row] ?? []) {
        bytes += step * (typeof cell === 'string' ? cell.length + 3 : 10);
      }
    }
  }
  return bytes;
}

/** Whole columns and rows end where the sheet's cells do. */
async function withinUse(place: Place): Promise<Area> {
  const { area } = place;
  const isTall = area.row + area.rows >= maxRows;
  const isWide = area.column + area.columns >= maxColumns;
  if (!isTall && !isWide) return area;
  const used = await withExcel(place.sheet, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(place.sheet);
    const range = worksheet.getUsedRangeOrNullObject(true).load('address');
    await context.sync();
    return range.isNullObject ? undefined : findPlace(range.address)?.area;
  });
  const bottom = used ? used.row + used.rows : 0;
  const right = used ? used.column + used.columns : 0;
  return {
    ...area,
    rows: isTall ? Math.max(0, bottom - area.row) : area.rows,
    columns: isWide ? Math.max(0, right - area.column) : area.columns,
  };
}
