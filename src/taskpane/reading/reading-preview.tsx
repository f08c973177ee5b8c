import { sourceLabel, type DataFound, type ReadingFacts, type Side } from '../../jobs';
import { isError, type CellValue } from '../../workbook';
import { usePane } from '../pane-context';
import { PreviewTable, type ShownCell } from '../preview-table';
import { useReadingWords } from './use-reading-words';

/** The first rows of a side as they are read, with what its columns serve as. */
export function ReadingPreview({
  side,
  found,
  read,
  facts,
}: {
  readonly side: 'sales' | 'targets';
  readonly found: DataFound;
  readonly read: Side;
  readonly facts: ReadingFacts;
}) {
  const { numbers } = usePane();
  const words = useReadingWords();
  const { columns, raw } = read.table;
  const { headers, rows } = facts.preview;
  const grouping = side === 'sales' ? found.by : [...(found.targets?.dimensions.values() ?? [])];
  const markOf = (index: number) => {
    if (index === read.date?.index) return words.marks.date;
    if (index === read.amount?.index) return words.marks.amount;
    return grouping.some((column) => column.index === index) ? words.marks.by : undefined;
  };
  const cellOf = (cell: CellValue | undefined, index: number): ShownCell => {
    if (cell === null || cell === undefined) return { text: '' };
    if (isError(cell)) return { text: cell.error, isUnread: true };
    if (typeof cell === 'boolean') return { text: String(cell).toUpperCase() };
    if (typeof cell === 'string') return { text: cell };
    const column = columns[index];
    if (column?.digitDates) return { text: String(cell) };
    if (column?.kind === 'date' && column.role !== 'year') return { text: numbers.day(cell) };
    // Years and numbers of documents have no thousands.
    const isCode = column?.role === 'year' || column?.role === 'id';
    return isCode ? { text: String(cell) } : { text: numbers.exact(cell), isFigure: true };
  };
  return (
    <PreviewTable
      heading={words.preview(sourceLabel(raw.source), side)}
      columns={headers.map((header, index) => ({ header, mark: markOf(index) }))}
      rows={rows.map(({ cells }) => cells.map(cellOf))}
    />
  );
}
