import type { LineFault, TextTable } from '../intake';
import type { TextColumn } from '../sales';
import { GrowingColumn, GrowingNumbers } from './columns-builder';
import { findTableStart, tableHeaders } from './header-line';
import type { Record, RecordOrFault } from './records';
import { namesSeparator } from './separator';

/** The header stands among the first records; they are looked at together. */
const headRecords = 60;
/** So many faults are kept one by one; the others are counted. */
const mostFaults = 1000;
/** Excel's limit for the text of a cell. */
const longestCell = 32_767;
const shownLength = 80;

/** What comes of records, without what the file itself says of them. */
export type Collected = Omit<TextTable, 'name' | 'encoding' | 'separator'>;

/** Turns records into columns, and counts what becomes of every line. */
export class TableCollector {
  private head: Record[] | undefined = [];
  private columns: GrowingColumn[] = [];
  private titles: readonly (readonly string[])[] = [];
  private headers: readonly string[] = [];
  private renamed: readonly string[] = [];
  private hasHeader = false;
  private readonly lines = new GrowingNumbers();
  private rowCount = 0;
  private readonly faults: LineFault[] = [];
  private faultCount = 0;
  private readonly account = { above: 0, header: 0, blank: 0, rows: 0, atFault: 0 };

  constructor(
    private readonly wishedHeader: boolean | undefined,
    private readonly nameless: (column: number) => string = (column) => `Column ${String(column)}`,
  ) {}

  take(one: RecordOrFault): void {
    if ('broken' in one) {
      const { code, line, text } = one.broken;
      this.fault({ code, line, lines: 1, found: shortened(text), expected: '' });
    } else if (this.head) {
      this.head.push(one.record);
      if (this.head.length >= headRecords) this.begin(this.head);
    } else this.row(one.record);
  }

  finish(lines: number): Collected {
    if (this.head) this.begin(this.head);
    return {
      titles: this.titles,
      headers: this.headers,
      renamed: this.renamed,
      hasHeader: this.hasHeader,
      columns: this.columns.map((column): TextColumn => column.build()),
      rowCount: this.rowCount,
      lineOfRow: this.lines.build(),
      account: { lines, ...this.account },
      faults: this.faults,
      faultCount: this.faultCount,
    };
  }

  /** Finds the header among the first records, and takes those below it. */
  private begin(head: readonly Record[]): void {
    this.head = undefined;
    const [first] = head;
    const isNamed = first !== undefined && namesSeparator(first.fields);
    if (isNamed) this.account.above += first.lines;
    const records = isNamed ? head.slice(1) : head;
    const { at, hasHeader, width } = findTableStart(
      records.map(({ fields }) => fields),
      this.wishedHeader,
    );
    for (const { fields, lines } of records.slice(0, at)) {
      if (isBlankLine(fields)) this.account.blank += lines;
      else this.account.above += lines;
    }
    const above = records.slice(0, at).map(({ fields }) => withoutBlankEnd(fields));
    const firstTitle = above.findIndex((fields) => fields.length > 0);
    this.titles = firstTitle < 0 ? [] : above.slice(firstTitle);
    const header = hasHeader ? records[at] : undefined;
    this.hasHeader = header !== undefined;
    this.account.header = header?.lines ?? 0;
    const named = tableHeaders(header?.fields ?? [], records.length > 0 ? width : 0, this.nameless);
    this.headers = named.headers;
    this.renamed = named.renamed;
    this.columns = this.headers.map(() => new GrowingColumn());
    for (const record of records.slice(header ? at + 1 : at)) this.row(record);
  }

  private row({ fields, line, lines }: Record): void {
    if (isBlankLine(fields)) {
      this.account.blank += lines;
      return;
    }
    const { columns } = this;
    if (!this.fits(fields)) {
      this.fault({
        code: 'fieldCount',
        line,
        lines,
        found: String(fields.length),
        expected: String(columns.length),
        text: shortened(fields.join(' · ')),
      });
      return;
    }
    const long = fields.findIndex((text) => text.length > longestCell);
    if (long >= 0) {
      const expected = this.headers[long] ?? '';
      this.fault({ code: 'tooLong', line, lines, found: shortened(fields[long] ?? ''), expected });
      return;
    }
    for (let column = 0; column < columns.length; column += 1) {
      columns[column]?.push(fields[column] ?? '');
    }
    this.lines.push(line);
    this.rowCount += 1;
    this.account.rows += lines;
  }

  /** Separators at a line's end add blank fields that nothing is lost with. */
  private fits(fields: readonly string[]): boolean {
    const { length } = this.columns;
    if (fields.length <= length) return fields.length === length;
    return fields.slice(length).every((text) => text === '');
  }

  private fault(fault: LineFault): void {
    this.faultCount += 1;
    this.account.atFault += fault.lines;
    if (this.faults.length < mostFaults) this.faults.push(fault);
  }
}

function isBlankLine(fields: readonly string[]): boolean {
  return fields.every((text) => text === '' || text.trim() === '');
}

function withoutBlankEnd(fields: readonly string[]): readonly string[] {
  const last = fields.findLastIndex((text) => text.trim() !== '');
  return fields.slice(0, last + 1).map((text) => text.slice(0, longestCell));
}

function shortened(text: string): string {
  return text.length <= shownLength ? text : `${text.slice(0, shownLength - 1)}…`;
}
