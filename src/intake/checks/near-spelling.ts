import { dimensionOf, distinctTexts, type Column } from '../columns/column';
import { IssueList, type Issue } from '../issue';
import { isMark, type SourceTable } from '../mapping';
import { addressIn } from '../raw-table';

/**
 * Names of both sides that differ only in case, accents or spaces, and so do not meet: those of targets
 * without sales, and those of sales beside ones that have the target.
 */
export function nearlySameNames(
  sales: SourceTable,
  salesColumn: Column,
  targets: SourceTable,
  targetColumn: Column,
): Issue[] {
  const issues = new IssueList();
  const known = distinctTexts(sales.raw, salesColumn.index);
  const planned = distinctTexts(targets.raw, targetColumn.index);
  const bySkeleton = spellingsOf(known);
  for (const text of planned) {
    const others = (bySkeleton.get(skeletonOf(text)) ?? []).filter((other) => !planned.has(other));
    for (const other of others) {
      if (known.has(text)) {
        const at = firstAt(sales, salesColumn, other);
        issues.add({ code: 'alsoSpelled', at, found: other, expected: text });
      } else {
        const at = firstAt(targets, targetColumn, text);
        issues.add({ code: 'nearlySameNames', at, found: text, expected: other });
      }
    }
  }
  return issues.all();
}

/** A column of the targets that has a dimension's names in another spelling. */
export interface OtherSpelling {
  readonly dimension: string;
  /** Its first cell that is spelled otherwise, and the spelling of the sales. */
  readonly at: string;
  readonly text: string;
  readonly inSales: string;
}

/**
 * Why no column of the targets has the names of these dimensions: one has at least half of them, in
 * another case or with other accents or spaces. Undefined where that is not the reason.
 */
export function findOtherSpelling(
  sales: SourceTable,
  dimensions: readonly Column[],
  targets: SourceTable,
  taken: readonly Column[],
): OtherSpelling | undefined {
  const free = targets.columns.filter(
    (column) => !isMark(column) && !taken.some(({ index }) => index === column.index),
  );
  for (const dimension of dimensions) {
    const columns = free.filter(
      ({ kind }) => kind === (dimension.kind === 'number' ? 'number' : 'text'),
    );
    const known = distinctTexts(sales.raw, dimension.index);
    const bySkeleton = spellingsOf(known);
    for (const column of columns) {
      const texts = [...distinctTexts(targets.raw, column.index)];
      const near = texts.filter((text) => bySkeleton.has(skeletonOf(text)));
      const text = near.find((one) => !known.has(one));
      if (text === undefined || near.length * 2 < texts.length) continue;
      const [inSales = ''] = bySkeleton.get(skeletonOf(text)) ?? [];
      const at = firstAt(targets, column, text);
      return { dimension: dimension.header, at, text, inSales };
    }
  }
  return undefined;
}

function spellingsOf(texts: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const spellings = new Map<string, string[]>();
  for (const text of texts) {
    const skeleton = skeletonOf(text);
    const same = spellings.get(skeleton);
    if (same) same.push(text);
    else spellings.set(skeleton, [text]);
  }
  return spellings;
}

function firstAt({ raw }: SourceTable, { index }: Column, text: string): string {
  const { codes, values } = dimensionOf(raw.grid.column(index));
  return addressIn(raw, codes.indexOf(values.indexOf(text)), index);
}

/** Zeros before a number are lost where it is not kept as text. */
function skeletonOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\p{S}\s]+/gu, '')
    .replace(/^0+(?=\d+$)/, '')
    .toLowerCase();
}
