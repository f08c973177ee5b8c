import { findTotal, partsOf, type DataSource, type Issue, type TableReadOptions } from '../intake';
import {
  areaAddress,
  cellAddress,
  findPlace,
  intersection,
  isBlank,
  quotedSheet,
  type Source,
} from '../workbook';
import type { SplitSheet } from './looks';
import type { Session } from './session';

/**
 * What stands beside those tables of a sheet that are used, so that nothing is left out unsaid. Where
 * the sheet itself is used, its reading tells.
 */
export async function cellsOutside(
  session: Session,
  split: readonly SplitSheet[],
  used: readonly DataSource[],
  options: TableReadOptions,
): Promise<Issue[]> {
  const places = used.flatMap(partsOf);
  const isUsed = ({ sheet, name }: Source) =>
    places.some((one) => one.sheet === sheet && one.name === name);
  const issues: Issue[] = [];
  for (const { source, tables, gaps, isPart } of split) {
    if (isUsed(source) || !tables.some(isUsed)) continue;
    for (const { area } of tables.filter((table) => !isUsed(table))) {
      issues.push(otherCells(source, area.row, area.column, areaAddress(area)));
    }
    // In rows that nobody looked at, columns between may hold something.
    for (const gap of isPart ? gaps : []) {
      const loaded = await session.load(gap, options);
      const isEmpty = 'issues' in loaded && loaded.issues.every(({ code }) => code === 'noData');
      const cell = isEmpty ? undefined : await firstFilled(session, gap, options);
      if (cell) issues.push(otherCells(source, cell.row, cell.column, areaAddress(gap.area)));
    }
  }
  return issues;
}

/**
 * Rows right below tables of Excel that are used, which look like more of their rows: one that is typed there
 * while Excel does not draw the table larger belongs to none.
 */
export async function rowsBelowTables(
  session: Session,
  all: readonly Source[],
  used: readonly DataSource[],
  options: TableReadOptions,
): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const part of used.flatMap(partsOf)) {
    const { kind, name, sheet, area } = part;
    if (kind !== 'table' || !session.isFilledBelow(part)) continue;
    const row = area.row + area.rows;
    const below = { ...area, row, rows: 1 };
    const isThere = (one: Source) => one.sheet === sheet && intersection(one.area, below);
    if (all.some((one) => one.kind === 'table' && isThere(one))) continue;
    for await (const { values } of session.workbook.read({ sheet, area: below }, options)) {
      const filled = (values[0] ?? []).filter((cell) => !isBlank(cell));
      // A total names itself, and a note fills one cell or two.
      const isTotal = filled.some((cell) => typeof cell === 'string' && findTotal(cell));
      if (isTotal || filled.length * 2 <= area.columns || filled.length < 2) continue;
      const at = `${quotedSheet(sheet)}!${cellAddress(row, area.column)}`;
      issues.push({ code: 'rowBelowTable', at, found: name, expected: '' });
    }
  }
  return issues;
}

function otherCells({ sheet }: Source, row: number, column: number, found: string): Issue {
  const at = `${quotedSheet(sheet)}!${cellAddress(row, column)}`;
  return { code: 'otherCells', at, found, expected: '' };
}

async function firstFilled(session: Session, { sheet, area }: Source, options: TableReadOptions) {
  for await (const { offset, values } of session.workbook.read({ sheet, area }, options)) {
    const row = values.findIndex((cells) => !cells.every(isBlank));
    const column = (values[row] ?? []).findIndex((cell) => !isBlank(cell));
    if (row >= 0) return { row: area.row + offset + row, column: area.column + column };
  }
  return undefined;
}

/** What is told of one side without the cells that are the other one's. */
export function withoutCellsOf(issues: readonly Issue[], other: DataSource): readonly Issue[] {
  const isOfOther = ({ code, at }: Issue) => {
    const place = code === 'otherCells' ? findPlace(at) : undefined;
    return partsOf(other).some(
      ({ sheet, area }) => place?.sheet === sheet && intersection(place.area, area),
    );
  };
  return issues.filter((issue) => !isOfOther(issue));
}
