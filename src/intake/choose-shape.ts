import { findPlace, isBlank, type Source } from '../workbook';
import type { ColumnsAhead } from './shapes/columns-ahead';
import type { RawTable, TableTitle } from './raw-table';
import type { Reading } from './reading';
import {
  asideWithHeadings,
  figuresAside,
  headerText,
  nameSaid,
  plainNames,
  shapeSteps,
  type Row,
  type RowScan,
  type ShapeFound,
  isSame,
  type ShapeEvidence,
} from './shapes';

/** The first rows of a source, or all of them. */
export interface RowsRead {
  readonly rows: Row[];
  readonly formats: RawTable['formats'];
  readonly scan: RowScan;
  readonly ahead?: ColumnsAhead | undefined;
  /** Titles above a table of Excel. */
  readonly above?: readonly TableTitle[];
  /** Further rows stand below them. */
  readonly isPart: boolean;
}

/** Headers that a person pointed out are looked for in this many rows. */
export const headerRowsOffered = 200;

/**
 * In small steps, how rows make a table, by what a person said of it and else as it is found; undefined
 * where nothing fits.
 */
export function* chooseShape(
  { rows, formats, scan, isPart, above = [] }: RowsRead,
  source: Source,
  said: Reading,
): Generator<undefined, ShapeFound | undefined> {
  const { year, layout, header } = said;
  const names = { ...plainNames, ...said.names };
  const top = header ? findHeader(rows, header) : 0;
  if (top === undefined) return undefined;
  const region = {
    rows,
    area: { row: top, column: 0, rows: rows.length - top, columns: source.area.columns },
    formats,
    startsWithHeader: source.kind === 'table' || header !== undefined,
  };
  const dateOrder = said.dateOrders?.[names.period];
  const at = said.table === undefined ? undefined : cellIn(source, said.table);
  // A table further down is not gone.
  const tableAt = at && isPart && at.row >= rows.length ? undefined : at;
  const found = yield* shapeSteps(region, {
    scan,
    name: nameSaid(source),
    titles: above.map(({ text }) => text),
    names,
    ...(year !== undefined && { year }),
    ...(dateOrder && { dateOrder }),
    ...(layout && { layout }),
    ...(tableAt && { tableAt: { ...tableAt, text: said.table ?? '' } }),
  });
  return found && answered(found, rows, said);
}

/** The texts of a row as they stand in its filled cells. */
export function textsIn(row: Row | undefined): string[] {
  return (row ?? []).filter((cell) => !isBlank(cell)).map(headerText);
}

function findHeader(rows: readonly Row[], header: readonly string[]): number | undefined {
  const wanted = JSON.stringify(header);
  const row = rows
    .slice(0, headerRowsOffered)
    .findIndex((cells) => JSON.stringify(textsIn(cells)) === wanted);
  return row < 0 ? undefined : row;
}

function cellIn({ area }: Source, address: string) {
  const place = findPlace(address);
  return place && { row: place.area.row - area.row, column: place.area.column - area.column };
}

/** A shape with what a person said of its rows and columns. */
function answered(found: ShapeFound, rows: readonly Row[], said: Reading): ShapeFound {
  const { totals = {}, filledDown = [], leftBlank = [] } = said;
  const answers = found.questions.filter(
    ({ question, text }) => question === 'totalOrName' && totals[text] !== undefined,
  );
  const { aside, columns, isTurned } = found.shape;
  const more = answers.flatMap(({ row, text }) => (totals[text] === 'total' ? [row] : []));
  const are = (word: 'total' | 'name') =>
    new Set(Object.keys(totals).filter((text) => totals[text] === word));
  const [names, sums] = [are('name'), are('total')];
  const isName = (row: number) => !isTurned && saysOne(found, rows, row, names);
  const kept = aside.filter(({ row, code }) => !figuresAside.has(code) || !isName(row));
  const known = new Set([...kept.map(({ row }) => row), ...more]);
  if (sums.size > 0 && !isTurned) {
    const { area, headerRows } = found.shape;
    for (let row = (headerRows.at(-1) ?? -1) + 1; row < area.rows; row += 1) {
      if (!known.has(row) && saysOne(found, rows, row, sums)) more.push(row);
    }
  }
  const uses = columns.map((use) =>
    use.use === 'key' ? { ...use, ...fillsDownSaid(use.header, filledDown, leftBlank) } : use,
  );
  const set = [...kept, ...more.map((row) => ({ row, code: 'subtotalRow' as const }))];
  set.sort((one, other) => one.row - other.row);
  const group = uses.flatMap((use) =>
    use.use === 'key' && use.of ? { ...use, of: use.of } : [],
  )[0];
  const areHeadings = group?.fillsDown === true;
  const { area } = found.shape;
  // A grand total is right once the sums that it seemed to leave out are said.
  const isRight = ({ column, text, expected }: ShapeEvidence) => {
    const said = more.map((row) => Number(rows[area.row + row]?.[area.column + column]));
    return isSame(
      Number(text),
      said.reduce((left, sum) => left - sum, Number(expected)),
    );
  };
  return {
    ...found,
    shape: {
      ...found.shape,
      aside: group
        ? asideWithHeadings({ ...found.shape, aside: set }, group.of.rows, areHeadings)
        : set,
      columns: uses,
    },
    evidence: found.evidence.flatMap((one) => {
      const { what, text } = one;
      if (what === 'totalDisagrees' && more.length > 0 && isRight(one)) return [];
      if (what === 'filledDown') return leftBlank.includes(text) ? [] : [one];
      if (!group || (what !== 'headingsRead' && what !== 'headingsLeft')) return [one];
      if (areHeadings) return [{ ...one, what: 'headingsRead' as const }];
      return leftBlank.includes(group.header) ? [] : [one];
    }),
    questions: found.questions.filter((question) => !answers.includes(question)),
  };
}

/** What a person said of a column's blank cells; nothing where nobody said anything. */
function fillsDownSaid(
  header: string,
  filledDown: readonly string[],
  leftBlank: readonly string[],
): { readonly fillsDown?: boolean } {
  if (leftBlank.includes(header)) return { fillsDown: false };
  return filledDown.includes(header) ? { fillsDown: true } : {};
}

/** Whether a cell of a shape's row has one of these texts. */
function saysOne(
  { shape: { area } }: ShapeFound,
  rows: readonly Row[],
  row: number,
  texts: ReadonlySet<string>,
): boolean {
  const cells = rows[area.row + row] ?? [];
  for (let column = area.column; column < area.column + area.columns; column += 1) {
    const cell = cells[column];
    if (!isBlank(cell) && texts.has(headerText(cell))) return true;
  }
  return false;
}
