import { dimensionOf } from './column';
import { findFlag, findOpportunityColumns, outcomeOf, type StageMeaning } from './exports';
import type { SourceTable } from './mapping';

/** What each row of a table of opportunities came to. */
export interface Pipeline {
  /** The column that tells it, for messages. */
  readonly column: number;
  outcomeAt(row: number): StageMeaning['outcome'];
}

/**
 * The outcomes of a table of opportunities; undefined for any other table, and for one without a
 * single deal won, whose stages mean something else. Each combination of stage and flags is judged
 * once.
 */
export function findPipeline(table: SourceTable): Pipeline | undefined {
  const found = findOpportunityColumns(table.columns.map(({ meaning }) => meaning));
  if (!found) return undefined;
  const { grid } = table.raw;
  const told = [found.outcome, found.stage, found.isWon, found.isLost, found.isClosed];
  const texts = told.map((index) =>
    index === undefined ? undefined : dimensionOf(grid.column(index)),
  );
  const column = told.find((index) => index !== undefined);
  if (column === undefined) return undefined;
  const terms = { system: table.known?.system };
  const judge = (row: number): StageMeaning['outcome'] => {
    const [outcome = '', stage = '', isWon, isLost, isClosed] = texts.map(
      (one) => one?.values[one.codes[row] ?? 0],
    );
    const flags = {
      isWon: findFlag(isWon),
      isLost: findFlag(isLost),
      isClosed: findFlag(isClosed),
    };
    const first = outcomeOf(outcome === '' ? stage : outcome, flags, terms);
    return first.outcome === 'unknown' && stage !== ''
      ? outcomeOf(stage, flags, terms).outcome
      : first.outcome;
  };
  const known = new Map<number, StageMeaning['outcome']>();
  const outcomeAt = (row: number) => {
    let combination = 0;
    for (const one of texts) {
      if (one) combination = combination * one.values.length + (one.codes[row] ?? 0);
    }
    let outcome = known.get(combination);
    if (outcome === undefined) {
      outcome = judge(row);
      known.set(combination, outcome);
    }
    return outcome;
  };
  let row = 0;
  while (row < grid.rowCount && outcomeAt(row) !== 'won') row += 1;
  return row < grid.rowCount ? { column, outcomeAt } : undefined;
}
