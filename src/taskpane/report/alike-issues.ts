import type { Issue } from '../../jobs';
import { cellAddress, findPlace } from '../../workbook';

/** An issue, and the other cells of its sheet of which the same is to be said. */
export interface AlikeIssues {
  readonly issue: Issue;
  readonly others: readonly string[];
}

/** Issues whose sentences differ in their cell alone, put together at the first of them. */
export function alikeIssues(issues: readonly Issue[]): readonly AlikeIssues[] {
  const groups = new Map<string, { issue: Issue; others: string[] }>();
  for (const issue of issues) {
    const { code, at, found, expected } = issue;
    const { sheet, area } = findPlace(at) ?? {};
    const key = JSON.stringify([code, sheet ?? at, found, expected]);
    const known = groups.get(key);
    if (known && area) known.others.push(cellAddress(area.row, area.column));
    else groups.set(key, { issue, others: [] });
  }
  return [...groups.values()];
}
