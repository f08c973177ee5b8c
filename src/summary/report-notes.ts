import { isoOf, type TrackingReport } from '../sales';
import type { FormatRun, PeoplesCells } from '../workbook';
import type { JoinsTold, Words } from '../wording';
import { joined, type KeptComment } from './comments';
import { palette } from './palette';
import { box, type SheetCells } from './sheet-cells';

/** What the report needs to say about where its figures come from. */
export interface ReportOrigin {
  readonly amount: string;
  readonly salesAt: string;
  readonly sales: { readonly rows: number; readonly used: number };
  readonly targetsAt: string;
  readonly targets: { readonly rows: number; readonly used: number };
  readonly joins: JoinsTold;
}

/** Where the figures come from, what they add up to, and comments whose row is not shown. */
export function putNotes(
  cells: SheetCells,
  formats: FormatRun[],
  top: number,
  about: {
    readonly report: TrackingReport;
    readonly origin: ReportOrigin;
    readonly kept: readonly KeptComment[];
  },
  words: Words,
): { readonly end: number; readonly people: readonly PeoplesCells[] } {
  const { report, origin, kept } = about;
  const { request, control } = report;
  cells.put(top, 0, words.notes);
  formats.push({ area: box(top, 0, 1, 1), style: { font: { bold: true } } });
  let row = top + 1;
  const lines = words.notesLines({
    asOf: isoOf(request.asOf),
    grain: request.grain,
    targetGrain: request.targetGrain,
    salesAt: origin.salesAt,
    salesRows: origin.sales.rows,
    salesUsed: origin.sales.used,
    targetsAt: origin.targetsAt,
    targetRows: origin.targets.rows,
    targetsUsed: origin.targets.used,
  });
  for (const line of [...lines, ...words.joinLines(origin.joins)]) {
    cells.put(row, 0, line);
    row += 1;
  }
  const keyColumns = Math.max(1, request.by.length);
  const first = row;
  const heads = [words.control.assigned, words.control.unassigned, words.control.total];
  heads.forEach((head, index) => {
    cells.put(row, keyColumns + index, head);
  });
  formats.push({
    area: box(row, keyColumns, 1, heads.length),
    style: { horizontal: 'right', font: { italic: true } },
  });
  row += 1;
  for (const side of ['sales', 'targets'] as const) {
    const split = control[side];
    cells.put(row, 0, words.control[side]);
    [split.assigned, split.unassigned, split.total].forEach((figure, index) => {
      cells.put(row, keyColumns + index, figure);
    });
    row += 1;
  }
  if (control.salesWithoutTarget !== 0) {
    cells.put(row, 0, words.control.withoutTarget);
    cells.put(row, keyColumns + 2, control.salesWithoutTarget);
    row += 1;
  }
  formats.push({
    area: box(first + 1, keyColumns, row - first - 1, heads.length),
    style: { numberFormat: '#,##0.00', horizontal: 'right' },
  });
  formats.push({
    area: box(top + 1, 0, row - top - 1, 1),
    style: { font: { colour: palette.neutral } },
  });
  const people: PeoplesCells[] = [];
  if (kept.length > 0) {
    cells.put(row, 0, words.control.keptComments);
    row += 1;
    people.push({
      keys: box(row, 0, kept.length, keyColumns),
      typed: box(row, keyColumns, kept.length, 1),
    });
    for (const { texts, typed } of kept) {
      // Keys of a report that was grouped otherwise share one cell.
      const placed = texts.length === keyColumns ? texts : [joined(texts)];
      placed.forEach((text, column) => {
        cells.put(row, column, text);
      });
      cells.put(row, keyColumns, typed);
      row += 1;
    }
  }
  return { end: row, people };
}
