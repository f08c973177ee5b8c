import { placeAddress } from '../../workbook';
import type { Column } from '../columns/column';
import { findColumn, type SourceTable } from '../mapping';
import { classOf, type ColumnRole } from '../roles';
import type { ChosenColumns, JoinColumn, JoinUnclear } from './join-question';

/** Finds columns one by one; each is taken once, and what is unclear is collected. */
export class ColumnSearch<Part extends string> {
  readonly unclear: JoinUnclear[] = [];
  readonly taken: Partial<Record<Part, Column>> = {};

  /** Columns that a person chose are taken first; a header that is not there any more is not. */
  constructor(
    readonly table: SourceTable,
    private readonly questions: Readonly<Record<Part, JoinColumn>>,
    private readonly chosen: ChosenColumns,
  ) {
    for (const part of Object.keys(questions) as Part[]) {
      const column = findColumn(table, chosen[questions[part]] ?? '');
      if (column && column.header !== '') this.taken[part] = column;
    }
  }

  /** Takes the only one of the first candidates there are; asks where there are several. */
  take(
    part: Part,
    candidates: readonly (readonly Column[])[],
    isNeeded = true,
  ): Column | undefined {
    const known = this.taken[part];
    if (known) return known;
    const question = this.questions[part];
    if (!isNeeded && this.chosen[question] === '') return undefined;
    const fitting = candidates.find((columns) => columns.length > 0) ?? [];
    const [first] = fitting;
    if (first && fitting.length === 1) {
      this.taken[part] = first;
      return first;
    }
    if (first ?? isNeeded) this.unclear.push(unclearColumn(this.table, question, fitting));
    return undefined;
  }

  /** The columns that are not taken and fit. */
  left(fits: (column: Column) => boolean): Column[] {
    const taken = Object.values<Column | undefined>(this.taken);
    return this.table.columns.filter(
      (column) => !taken.some((other) => other?.index === column.index) && fits(column),
    );
  }
}

/** Asks for a column of a table. */
export function unclearColumn(
  { raw, columns }: SourceTable,
  question: JoinColumn,
  fitting: readonly Column[],
): JoinUnclear {
  return {
    question,
    source: raw.source.name,
    candidates: fitting.map(({ header }) => header),
    others: columns.map(({ header }) => header).filter((header) => header !== ''),
    at: placeAddress(raw.source),
  };
}

export const isDated = ({ kind, role }: Column) =>
  kind === 'date' || kind === 'period' || role === 'year';
export const isText = ({ kind }: Column) => kind === 'text';
export const isNumber = ({ kind, role }: Column) =>
  kind === 'number' && role !== 'year' && role !== 'id';
export const means =
  (...roles: readonly ColumnRole[]) =>
  ({ meaning }: Column) =>
    meaning !== undefined && roles.includes(meaning);

export const isDimension = ({ meaning }: Column) =>
  meaning !== undefined && classOf(meaning) === 'dimension';

/** Texts or ids; not what marks how a row counts, such as a currency. */
export const isKey = ({ kind, meaning }: Column) =>
  (kind === 'text' || (kind === 'number' && (meaning === 'id' || meaning === 'orderId'))) &&
  (meaning === undefined || classOf(meaning) !== 'mark');
