import {
  dimensionColumns,
  findColumn,
  findOtherSpelling,
  findSharedDimensions,
  headerWords,
  isDimensionRole,
  isMark,
  type Column,
  type OtherSpelling,
  type SourceTable,
  type Unclear,
} from '../intake';

/** The most columns that a report is grouped by unasked. */
const mostShared = 3;

/** The columns of the sales whose texts are held against those of the targets: by name, else all. */
export function comparedColumns(
  sales: SourceTable,
  targets: SourceTable,
  wished: readonly string[] | undefined,
): number[] {
  if (wished) return wished.flatMap((header) => findColumn(sales, header)?.index ?? []);
  const texts = sales.columns.filter(({ kind }) => kind === 'text');
  const named = targets.columns.flatMap(({ kind, header }) =>
    kind === 'text' ? [texts.find((column) => isSameHeader(column.header, header))] : [],
  );
  const compared = named.includes(undefined) ? texts : named.flatMap((column) => column ?? []);
  return compared.map(({ index }) => index);
}

const isSameHeader = (one: string, other: string) => headerWords(one) === headerWords(other);

/** Months in words beside their years say when, not whose. */
const isNoTime = ({ role }: Column) => role !== 'date';

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
      isNoTime(column) &&
      !isMark(column) &&
      !taken.some(({ index }) => index === column.index),
  );
  const dimensions = dimensionColumns(sales).filter(isNoTime);
  // Targets with no text at all are for everything together, and so are sales without a column to
  // group by; others must be for something known.
  const isLacking = shared.length === 0 && open.length === 0;
  const areApart = sales.raw !== targets.raw;
  const numbered = isLacking && areApart ? numberedNames(sales, targets, taken) : [];
  const lacking = texts.length > 0 && dimensions.length > 0 ? dimensions : numbered;
  if (isLacking && lacking.length > 0) {
    const subject = lacking.map((column) => column.header).join(', ');
    const source = targets.raw.source.name;
    const lack: Unclear = { question: 'targetDimension', source, subject, candidates: [] };
    unclear.push(withSpelling(lack, sales, lacking, targets, taken));
  } else if (isLacking && texts.length === 0 && areApart) {
    // Codes of one header that zeros in front keep apart: "0101" and 101.
    const isCode = ({ kind, meaning }: Column) => kind === 'number' && meaning === undefined;
    const isBoth = ({ header }: Column) =>
      targets.columns.some((one) => isCode(one) && isSameHeader(one.header, header));
    const codes = sales.columns.filter((column) => isCode(column) && isBoth(column));
    const spelling = findOtherSpelling(sales, codes, targets, taken);
    if (spelling) unclear.push(spelledOtherwise(spelling, targets));
  }
  return shared.slice(0, mostShared);
}

/** Columns of one header that hold numbers on one side at least, where the header names no figures. */
function numberedNames(
  sales: SourceTable,
  targets: SourceTable,
  taken: readonly Column[],
): Column[] {
  const open = targets.columns.filter(
    (column) => !taken.some(({ index }) => index === column.index) && !isMark(column),
  );
  return sales.columns.filter((column) => {
    const { kind, header, role, meaning } = column;
    const isName = meaning !== undefined && isDimensionRole(meaning);
    const mayBeSame = (one: Column) =>
      (one.kind === 'number' && (kind === 'text' || (kind === 'number' && isName))) ||
      (one.kind === 'text' && kind === 'number');
    return (
      role !== 'date' && open.some((one) => mayBeSame(one) && isSameHeader(one.header, header))
    );
  });
}

function spelledOtherwise(
  { dimension, at, text, inSales }: OtherSpelling,
  targets: SourceTable,
): Unclear {
  return {
    question: 'targetDimension',
    source: targets.raw.source.name,
    subject: dimension,
    candidates: [],
    at,
    spelled: { targets: text, sales: inSales },
  };
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
  return found ? spelledOtherwise(found, targets) : unclear;
}
