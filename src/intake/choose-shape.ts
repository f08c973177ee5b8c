import { findPlace, isBlank, type Source } from '../workbook';
import type { RawTable } from './raw-table';
import type { Reading } from './reading';
import {
  findShape,
  headerText,
  plainNames,
  type Row,
  type RowScan,
  type ShapeFound,
} from './shapes';

/** The first rows of a source, or all of them. */
export interface RowsRead {
  readonly rows: readonly Row[];
  readonly formats: RawTable['formats'];
  readonly scan: RowScan;
}

/** Headers that a person pointed out are looked for in this many rows. */
export const headerRowsOffered = 200;

/**
 * How rows make a table, by what a person said of it and else as it is found; undefined where nothing
 * fits.
 */
export function chooseShape(
  { rows, formats, scan }: RowsRead,
  source: Source,
  said: Reading,
): ShapeFound | undefined {
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
  const tableAt = said.table === undefined ? undefined : cellIn(source, said.table);
  const found = findShape(region, {
    scan,
    name: source.name,
    names,
    ...(year !== undefined && { year }),
    ...(dateOrder && { dateOrder }),
    ...(layout && { layout }),
    ...(tableAt && { tableAt }),
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
  const { totals = {}, filledDown = [] } = said;
  const answers = found.questions.filter(
    ({ question, text }) => question === 'totalOrName' && totals[text] !== undefined,
  );
  const { area, aside, isTurned, columns } = found.shape;
  const more = answers.flatMap(({ row, text }) =>
    totals[text] === 'total' ? [{ row, code: 'subtotalRow' as const }] : [],
  );
  const isName = (row: number) =>
    !isTurned && textsIn(rows[area.row + row]).some((text) => totals[text] === 'name');
  const kept = aside.filter(({ row, code }) => code !== 'subtotalRow' || !isName(row));
  return {
    ...found,
    shape: {
      ...found.shape,
      aside: [...kept, ...more].sort((one, other) => one.row - other.row),
      columns: columns.map((use) =>
        use.use === 'key' && filledDown.includes(use.header) ? { ...use, fillsDown: true } : use,
      ),
    },
    questions: found.questions.filter((question) => !answers.includes(question)),
  };
}
