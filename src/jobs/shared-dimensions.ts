import {
  dimensionColumns,
  findOtherSpelling,
  findSharedDimensions,
  isMark,
  type Column,
  type SourceTable,
  type Unclear,
} from '../intake';

/** The most columns that a report is grouped by unasked. */
const mostShared = 3;

/** What sales and targets share to be grouped by; what is open of it is added to `unclear`. */
export function sharedDimensions(
  sales: SourceTable,
  targets: SourceTable,
  taken: readonly Column[],
  unclear: Unclear[],
): readonly Column[] {
  const { shared, unclear: open } = findSharedDimensions(sales, targets, taken);
  unclear.push(...open);
  const texts = targets.columns.filter(
    (column) =>
      column.kind === 'text' &&
      !isMark(column) &&
      !taken.some(({ index }) => index === column.index),
  );
  const dimensions = dimensionColumns(sales);
  // Targets with no text at all are for everything together, and so are sales without a column to
  // group by; others must be for something known.
  const isLacking = shared.length === 0 && open.length === 0;
  if (isLacking && texts.length > 0 && dimensions.length > 0) {
    const subject = dimensions.map((column) => column.header).join(', ');
    const source = targets.raw.source.name;
    const lack: Unclear = { question: 'targetDimension', source, subject, candidates: [] };
    unclear.push(withSpelling(lack, sales, dimensions, targets, taken));
  }
  return shared.slice(0, mostShared);
}

/** Of dimensions that no column of the targets has: whether they are only spelled otherwise there. */
export function withSpelling(
  unclear: Unclear,
  sales: SourceTable,
  dimensions: readonly Column[],
  targets: SourceTable,
  taken: readonly Column[],
): Unclear {
  const found = findOtherSpelling(sales, dimensions, targets, taken);
  if (!found) return unclear;
  const { dimension, at, text, inSales } = found;
  return { ...unclear, subject: dimension, at, spelled: { targets: text, sales: inSales } };
}
