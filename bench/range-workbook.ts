import { blockOf } from '../src/excel/cells';
import {
  intersection,
  WorkbookError,
  type Area,
  type Block,
  type OwnSheet,
  type Place,
  type Source,
  type Workbook,
} from '../src/workbook';
import { parsed, salesHeaders, targetHeaders, type Cell, type Workload } from './workload';

interface Sheet {
  readonly name: string;
  readonly area: Area;
  readonly blocks: readonly (() => Cell[][])[];
}

const dateFormats = [['General'], ['yyyy-mm-dd']];

const refuse = (): Promise<never> =>
  Promise.reject(new WorkbookError('unsupported', 'measured data'));

/** A workbook whose tables are `range.values`, read in blocks as they come from Excel. */
export class RangeWorkbook implements Workbook {
  private readonly sheets: readonly Sheet[];

  /** With `isParsed`, everything is parsed now; else a block at a time, while it is read. */
  constructor({ rows, sales, targetRows, targets }: Workload, isParsed: boolean) {
    const sheet = (
      name: string,
      values: readonly string[],
      size: number,
      width: number,
    ): Sheet => ({
      name,
      area: { row: 0, column: 0, rows: size + 1, columns: width },
      blocks: isParsed
        ? parsed(values).map((block) => () => block)
        : values.map((_, index) => () => parsed(values.slice(index, index + 1)).flat()),
    });
    this.sheets = [
      sheet('Sales', sales, rows, salesHeaders.length),
      sheet('Targets', targets, targetRows, targetHeaders.length),
    ];
  }

  listSources(): Promise<readonly Source[]> {
    return Promise.resolve(
      this.sheets.map(({ name, area }) => ({
        kind: 'table',
        name,
        sheet: name,
        area,
        isHidden: false,
      })),
    );
  }

  async *read({ sheet, area }: Place): AsyncGenerator<Block> {
    const { blocks } = this.sheetOf(sheet);
    let row = 0;
    for (const block of blocks) {
      if (row >= area.row + area.rows) return;
      const cells = block();
      const here = { row, column: 0, rows: cells.length, columns: cells[0]?.length ?? 0 };
      const part = intersection(here, area);
      if (part) {
        const isAll = part.rows === here.rows;
        const wanted = isAll ? cells : cells.slice(part.row - row, part.row - row + part.rows);
        const isWhole = part.columns === here.columns;
        const values = isWhole
          ? wanted
          : wanted.map((line) => line.slice(part.column, part.column + part.columns));
        const offset = part.row - area.row;
        yield await Promise.resolve(
          blockOf(values, offset, offset === 0 ? dateFormats : undefined),
        );
      }
      row += cells.length;
    }
  }

  /** What a person does who types into a cell. */
  type(name: string, row: number, column: number, cell: Cell): void {
    let top = 0;
    for (const block of this.sheetOf(name).blocks) {
      const cells = block();
      const line = cells[row - top];
      if (line) {
        // The row itself belongs to who has read it.
        cells[row - top] = line.map((old, at) => (at === column ? cell : old));
        return;
      }
      top += cells.length;
    }
    throw new RangeError(`${name} has no row ${String(row)}`);
  }

  holdsFormulas(): Promise<boolean> {
    return Promise.resolve(false);
  }

  findOwnSheet(): Promise<OwnSheet | undefined> {
    return Promise.resolve(undefined);
  }

  readonly readContents = refuse;
  readonly write = refuse;
  readonly appendRows = refuse;
  readonly addTable = refuse;
  readonly replaceCells = refuse;
  readonly select = refuse;
  readonly findSelection = refuse;
  readonly findRegion = refuse;
  readonly watch = refuse;

  private sheetOf(name: string): Sheet {
    const sheet = this.sheets.find((one) => one.name === name);
    if (!sheet) throw new WorkbookError('notFound', name);
    return sheet;
  }
}
