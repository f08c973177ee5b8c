import type { MeasureColumns, MeasureRole } from '../intake';
import {
  columnsOf,
  findNumbers,
  findTexts,
  hasRepeatedDeals,
  keyMeasures,
  rowsOfMeasure,
  type KeyFigureName,
  type KeyFigureRows,
  type KeyMeasure,
  type Reason,
} from '../sales';

/** Key figures that the data have the columns for, and why some of them cannot be computed. */
export interface OfferedFigures {
  readonly names: readonly KeyFigureName[];
  readonly lacking: ReadonlyMap<KeyFigureName, Reason>;
}

/**
 * The key figures to show: those whose columns are there, also where these cannot be used, which is
 * said then. What no column is there for is no figure of these data and is not spoken of.
 */
export function offeredFigures(
  rows: KeyFigureRows,
  found: MeasureColumns,
  dealsLacking: ReadonlyMap<KeyFigureName, Reason>,
): OfferedFigures {
  const lacking = new Map(dealsLacking);
  const names: KeyFigureName[] = [];
  for (const name of keyMeasures) {
    if (!isMeant(name, rows, lacking)) continue;
    if (lacking.has(name)) {
      names.push(name);
      continue;
    }
    const missing = columnsOf(name).filter((role) => !isThere(rows, name, role));
    const reasons = missing.map((role) => found.lacking.get(columnFor(role)));
    const [reason] = reasons;
    if (reasons.some((one) => one === undefined)) continue;
    names.push(name);
    if (reason) lacking.set(name, reason);
  }
  if (names.includes('openPipeline')) names.push('coverage');
  return { names, lacking };
}

/** Orders are deals where the rows are deals; what is open is a figure where anything is. */
function isMeant(
  name: KeyMeasure,
  rows: KeyFigureRows,
  lacking: ReadonlyMap<KeyFigureName, Reason>,
): boolean {
  const areDeals = rows.closed !== undefined;
  switch (name) {
    case 'orders':
    case 'averageOrder':
      return !areDeals;
    case 'wonDeals':
    case 'averageWonDeal':
    case 'winRate':
    case 'conversion':
    case 'salesCycle':
    case 'meanSalesCycle':
      return areDeals;
    case 'medianDeal':
      return areDeals && !hasRepeatedDeals(rows.sales);
    case 'openDeals':
    case 'openPipeline':
    case 'weightedPipeline':
      return areDeals && (lacking.has(name) || (rows.open?.rows ?? 0) > 0);
    default:
      return true;
  }
}

function isThere(rows: KeyFigureRows, name: KeyMeasure, role: string): boolean {
  const dataset = rows[rowsOfMeasure(name)];
  return dataset !== undefined && Boolean(findNumbers(dataset, role) ?? findTexts(dataset, role));
}

/** The column that a part of a measure is made of. */
function columnFor(role: string): MeasureRole {
  const made: Readonly<Record<string, MeasureRole>> = {
    createdDeal: 'createdDate',
    cycleDays: 'createdDate',
    weightedAmount: 'probability',
  };
  return made[role] ?? (role as MeasureRole);
}
