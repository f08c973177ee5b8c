import { exactSum, isWhole, type Credit } from '../../sales';
import type { Column } from '../columns/column';
import { numberIssues } from '../checks/column-issues';
import type { RowCounts } from '../convert';
import type { Issue } from '../issue';
import { judgeWholly, type SourceTable } from '../mapping';
import { JoinedRows } from './joined-rows';

/** Which column of a table of split credit is which. */
export interface CreditColumns {
  readonly deal: Column;
  readonly person: Column;
  readonly share: Column;
}

export interface CreditsRead {
  /** Shares of one deal add up to one, unless an issue blocks. */
  readonly credits: readonly Credit[];
  readonly counts: RowCounts;
  readonly issues: readonly Issue[];
}

interface Entry extends Credit {
  readonly row: number;
}

/**
 * Reads who is credited with which part of a deal. Shares are fractions (0.5) or percents (50 %, or
 * 50 where the shares of deals add up to 100 and none to 1). Blocking: a share below 0 or above 1,
 * and a deal whose shares do not add up to one within 1e-9, with its cells and their sum: 33.33 +
 * 33.33 + 33.34 do, three times 33.33 do not.
 */
export function readCredits(table: SourceTable, columns: CreditColumns): CreditsRead {
  const rows = new JoinedRows(table);
  const { deal, person } = columns;
  const share = judgeWholly(table, columns.share);
  const entries = rows.read((row): Entry | undefined => {
    const texts = [rows.text(row, deal), rows.text(row, person)];
    const [dealText, personText] = texts;
    if (dealText === undefined || personText === undefined) return undefined;
    const part = rows.number(row, share);
    if (part === undefined) return undefined;
    return { row, deal: dealText, person: personText, share: part };
  });

  const byDeal = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = byDeal.get(entry.deal);
    if (known) known.push(entry);
    else byDeal.set(entry.deal, [entry]);
  }
  const sums = [...byDeal].map(
    ([name, parts]) => [name, parts, exactSum(parts.map((entry) => entry.share))] as const,
  );
  const arePercents =
    sums.some(([, , sum]) => isWhole(sum / 100)) && !sums.some(([, , sum]) => isWhole(sum));
  const unit = arePercents ? 100 : 1;
  const [first] = entries;
  if (arePercents && first) rows.note('sharesTakenAsPercents', first.row, share);
  for (const entry of entries) {
    if (entry.share < 0 || entry.share > unit) rows.note('shareOutOfRange', entry.row, share);
  }
  for (const [name, parts, sum] of sums) {
    const [top] = parts;
    if (!top || isWhole(sum / unit)) continue;
    const cells = parts.map(({ row }) => rows.at(row, share)).join(', ');
    const told = { found: percentText(sum / unit), expected: `${name} (${cells})` };
    rows.note('sharesNotOne', top.row, share, told);
  }
  return {
    credits: entries.map((entry) => ({
      deal: entry.deal,
      person: entry.person,
      share: entry.share / unit,
    })),
    counts: rows.counts(),
    issues: [...numberIssues(table, share), ...rows.all()],
  };
}

/** A share as people write it, without the digits that only floating point has. */
function percentText(share: number): string {
  return `${String(Number((share * 100).toPrecision(12)))} %`;
}
