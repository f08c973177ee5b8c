import { isBlank, type CellValue } from '../../workbook';
import type { TextColumn } from '../../sales';
import { CellColumn } from '../columns/cell-column';
import { CellGrid } from '../columns/cell-grid';
import { dimensionText, readColumn, type Column } from '../columns/column';
import type { Issue } from '../issue';
import { withColumn } from '../columns/with-column';
import type { SourceTable } from '../mapping';
import { addressIn } from '../raw-table';
import { plainNames } from '../shapes';
import { findTextPeriod } from '../texts/text-periods';

/** The columns that tell together which period a row is of. */
interface YearAndPart {
  readonly year: Column;
  /** Of months or of quarters. */
  readonly part: Column;
  /** The years stood across: their column is that of the periods. */
  readonly isAcross: boolean;
}

/** Years that stood across, with the months beside them. */
function ofTheirYears(
  table: SourceTable,
  year: Column,
  { codes, values }: TextColumn,
): SourceTable {
  const { raw } = table;
  const { rowCount } = raw.grid;
  const cells = new CellColumn(rowCount);
  for (let from = 0; from < rowCount; from += rowsAStep) {
    const rows = Array.from({ length: Math.min(rowsAStep, rowCount - from) }, (_, row) => [
      values[codes[from + row] ?? 0] ?? null,
    ]);
    cells.take(rows, 0, 0, rows.length, from);
  }
  const own = raw.headers.map((_, index) => raw.grid.column(index));
  const dated = { ...raw, grid: CellGrid.of(own.with(year.index, cells), rowCount) };
  return {
    ...table,
    raw: dated,
    columns: table.columns.with(year.index, readColumn(dated, year)),
  };
}

/** Rows that are gone through before others may work. */
const rowsAStep = 8192;
/** At least this share of the rows must name a period. */
const leastNamed = 0.6;

/**
 * A table whose rows have their year in one column and their month or quarter in another, with the
 * period that both tell as a column more; any other table as it is. In small steps.
 */
export function* yearAndMonthSteps(table: SourceTable): Generator<undefined, SourceTable> {
  const found = columnsOf(table);
  if (!found) return table;
  const { year, part, isAcross } = found;
  const { raw } = table;
  const { grid } = raw;
  yield* grid.encode(raw.headers.map((_, index) => index));
  const labels = new PeriodLabels(grid.column(year.index), grid.column(part.index), part);
  const codes = new Int32Array(grid.rowCount);
  for (let from = 0; from < codes.length; from += rowsAStep) {
    labels.take(codes, from, Math.min(from + rowsAStep, codes.length));
    yield;
  }
  if (labels.named < labels.filled * leastNamed || labels.named === 0) return table;
  if (isAcross) return ofTheirYears(table, year, { codes, values: labels.values });
  const header = freeHeader(raw.headers);
  const added = withColumn(table, header, part, { codes, values: labels.values });
  const told: Issue = {
    code: 'periodOfTwo',
    at: addressIn(raw, -1, part.index),
    found: `${year.header}, ${part.header}`,
    expected: header,
  };
  const { raw: withPeriod } = added.table;
  return {
    ...added.table,
    raw: { ...withPeriod, findings: [...(withPeriod.findings ?? []), told] },
  };
}

function columnsOf({ columns, raw }: SourceTable): YearAndPart | undefined {
  const { shape } = raw.reading ?? {};
  const across = shape?.kind === 'wide' ? shape.across : undefined;
  const ofYears = (column: Column) =>
    column.header === across &&
    column.kind === 'period' &&
    raw.grid.column(column.index).values.every((label) => /^\d{4}$/.test(dimensionText(label)));
  const isAcross = columns.some(ofYears);
  const isDated = (column: Column) =>
    column.kind === 'date' ||
    (column.kind === 'period' && column.role !== 'year' && !(isAcross && ofYears(column)));
  if (columns.some((column) => isDated(column) && column.role !== 'otherDate')) return undefined;
  const years = columns.filter(
    (column) => (column.role === 'year' && column.kind !== 'blank') || ofYears(column),
  );
  const parts = columns.filter(
    ({ meaning, kind }) =>
      (meaning === 'month' || meaning === 'quarter') && (kind === 'text' || kind === 'number'),
  );
  const [year, part] = [years[0], parts[0]];
  return year && part && years.length === 1 && parts.length === 1
    ? { year, part, isAcross }
    : undefined;
}

/** The labels of periods, each once. */
class PeriodLabels {
  readonly values: string[] = [''];
  /** Rows with anything in either column, and those of them that name a period. */
  filled = 0;
  named = 0;
  private readonly known = new Map<string, { readonly code: number; readonly isPeriod: boolean }>();

  constructor(
    private readonly years: CellColumn,
    private readonly parts: CellColumn,
    private readonly part: Column,
  ) {}

  take(codes: Int32Array, from: number, to: number): void {
    for (let row = from; row < to; row += 1) {
      const [year, part] = [this.years.at(row), this.parts.at(row)];
      if (isBlank(year) && isBlank(part)) continue;
      const { code, isPeriod } = this.labelOf(year, part);
      codes[row] = code;
      this.filled += 1;
      this.named += Number(isPeriod);
    }
  }

  private labelOf(year: CellValue, part: CellValue) {
    const [ofYear, ofPart] = [dimensionText(year).trim(), dimensionText(part).trim()];
    const both = `${ofPart} ${ofYear}`.trim();
    const known = this.known.get(both);
    if (known) return known;
    const period = findTextPeriod(spelled(ofYear, ofPart, this.part));
    const label = { code: this.values.length, isPeriod: period !== undefined };
    // What names none is shown as it stands, with its row set aside.
    this.values.push(period?.label ?? both);
    this.known.set(both, label);
    return label;
  }
}

/** "3" of 2026 is 2026-03, or 2026-Q3 among quarters; "März" of 2026 is "März 2026". */
function spelled(year: string, part: string, { meaning }: Column): string {
  const of = year.replace('年', '');
  const number = /^(\d{1,2})月?$/.exec(part)?.[1];
  if (number === undefined) return `${part} ${of}`;
  return meaning === 'quarter' ? `${of}-Q${number}` : `${of}-${number.padStart(2, '0')}`;
}

/** A header for a column of periods that the table has not yet. */
export function freeHeader(headers: readonly string[]): string {
  const taken = new Set(headers.map((header) => header.toLowerCase()));
  const { period } = plainNames;
  return taken.has(period.toLowerCase()) ? `${period} 2` : period;
}
