import {
  findClashes,
  isoOf,
  periodAt,
  periodIndex,
  type Assignment,
  type SerialDate,
} from '../../sales';
import { isBlank } from '../../workbook';
import { dimensionText, type Column } from '../columns/column';
import { dateIssues } from '../checks/column-issues';
import type { RowCounts } from '../convert';
import { findDate, periodIn } from '../times/dates';
import type { Issue } from '../issue';
import { judgeWholly, type SourceTable } from '../mapping';
import { JoinedRows } from './joined-rows';

/** Which column of a table of assignments is which. */
export interface AssignmentColumns {
  /** Whose assignment it is: the person. */
  readonly key: Column;
  /** What the key belongs to: the team. */
  readonly parent: Column;
  /** The first day it does. */
  readonly from?: Column;
  /** The last day it does. */
  readonly to?: Column;
}

export interface AssignmentsRead {
  /** Free of clashes, unless an issue blocks. */
  readonly assignments: readonly Assignment[];
  readonly counts: RowCounts;
  readonly issues: readonly Issue[];
}

interface Entry extends Assignment {
  readonly row: number;
}

/**
 * Reads which key belongs to which parent, and when. Both days count; a blank one is open, and a
 * column of blank cells alone is as none. Where there are only first days, each assignment ends
 * the day before the key's next one begins; a blank parent then says that the key belongs to none
 * from that day on. The period "2026-01" begins on its first day and ends on its last.
 *
 * Blocking: a key with two parents, on one day or without days, both cells named; a day that is
 * none; a last day before the first. The same assignment twice is harmless.
 */
export function readAssignments(table: SourceTable, columns: AssignmentColumns): AssignmentsRead {
  const rows = new JoinedRows(table);
  const { key, parent } = columns;
  const from = dayColumn(table, columns.from);
  const to = dayColumn(table, columns.to);
  const days = [from, to].filter((column) => column !== undefined);
  const entries = rows.read((row): Entry | undefined => {
    const text = rows.text(row, key);
    if (text === undefined) return undefined;
    const begin = from && dayIn(rows, row, from, 'first');
    const end = to && dayIn(rows, row, to, 'last');
    if (begin === 'none' || end === 'none') return undefined;
    if (to && begin !== undefined && end !== undefined && end < begin) {
      rows.note('spanEndsBeforeStart', row, to, { found: isoOf(end), expected: isoOf(begin) });
      return undefined;
    }
    const above = dimensionText(rows.cell(row, parent));
    const isDated = begin !== undefined || end !== undefined;
    if (above === '') rows.noteEmpty(row, parent, isDated ? 'blankParent' : 'blankCell');
    if (above === '' && !isDated) return undefined;
    return { row, key: text, parent: above, ...spanOf(begin, end) };
  });
  const assignments = from && !to ? untilTheNext(entries) : entries;
  for (const { first, second } of findClashes(assignments)) {
    const [one, other] = [assignments[first], assignments[second]];
    if (one && other) noteClash(rows, parent, one, other);
  }
  return {
    assignments: assignments.map(({ key: text, parent: above, from: begin, to: end }) => ({
      key: text,
      parent: above,
      ...spanOf(begin, end),
    })),
    counts: rows.counts(),
    issues: [...days.flatMap((column) => dateIssues(table, column)), ...rows.all()],
  };
}

function spanOf(from: SerialDate | undefined, to: SerialDate | undefined) {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** A column of days, judged by all of its cells; none where they are all blank. */
function dayColumn(table: SourceTable, column: Column | undefined): Column | undefined {
  const judged = column && judgeWholly(table, column);
  return judged?.kind === 'blank' ? undefined : judged;
}

function dayIn(
  rows: JoinedRows,
  row: number,
  column: Column,
  edge: 'first' | 'last',
): SerialDate | 'none' | undefined {
  const cell = rows.cell(row, column);
  if (isBlank(cell)) return undefined;
  const day = findDate(cell, column);
  if (day === undefined) {
    rows.note('spanIsNoDate', row, column);
    return 'none';
  }
  if (edge === 'first') return day;
  const isYear = column.role === 'year' && typeof cell === 'number';
  const period = isYear
    ? periodAt(periodIndex(day, 'year'), 'year')
    : periodIn(typeof cell === 'string' ? cell : '', column);
  return period?.end ?? day;
}

/** Each assignment of a key ends the day before the next one that begins on a later day. */
function untilTheNext(entries: readonly Entry[]): Entry[] {
  const beginnings = new Map<string, SerialDate[]>();
  for (const { key, from } of entries) {
    const known = beginnings.get(key) ?? [];
    if (from !== undefined) known.push(from);
    beginnings.set(key, known);
  }
  for (const days of beginnings.values()) days.sort((one, other) => one - other);
  return entries.map((entry) => {
    const { key, from } = entry;
    const next = beginnings.get(key)?.find((day) => from === undefined || day > from);
    return next === undefined ? entry : { ...entry, to: next - 1 };
  });
}

function noteClash(rows: JoinedRows, parent: Column, first: Entry, second: Entry): void {
  // The lower row is the one to look at; the other is named beside it.
  const [one, other] = first.row < second.row ? [first, second] : [second, first];
  const isDated = [one, other].some(({ from, to }) => from !== undefined || to !== undefined);
  rows.note(isDated ? 'overlappingSpans' : 'severalParents', other.row, parent, {
    found: assignmentText(other),
    expected: `${assignmentText(one)} (${rows.at(one.row, parent)})`,
  });
}

function assignmentText({ key, parent, from, to }: Assignment): string {
  const assigned = `${key} → ${parent}`;
  if (from === undefined && to === undefined) return assigned;
  const day = (serial: SerialDate | undefined) => (serial === undefined ? '…' : isoOf(serial));
  return `${assigned}, ${day(from)} – ${day(to)}`;
}
