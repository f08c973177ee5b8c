import { dimensionOf } from './columns/column';
import {
  findFlag,
  findOpportunityColumns,
  outcomeOf,
  type StageCount,
  type StageMeaning,
} from './exports';
import type { SourceTable } from './mapping';

/** What each row of a table of opportunities came to. */
export interface Pipeline {
  /** The column that tells it, for messages. */
  readonly column: number;
  outcomeAt(row: number): StageMeaning['outcome'];
  /** Whether a row is no sale beyond doubt: lost, open, or only known not to be won. */
  isUnsold(row: number): boolean;
}

/**
 * The outcomes of a table of opportunities; undefined for any other table, and for one without a
 * single deal won or lost, whose stages mean something else unless a person said what they mean.
 */
export function findPipeline(table: SourceTable): Pipeline | undefined {
  const deals = dealsOf(table);
  if (!deals) return undefined;
  const { column, dealAt } = deals;
  const outcomeAt = (row: number) => dealAt(row).meaning.outcome;
  const isUnsold = (row: number) => dealAt(row).isUnsold;
  const pipeline = { column, outcomeAt, isUnsold };
  if (Object.keys(table.said?.stages ?? {}).length > 0) return pipeline;
  const { rowCount } = table.raw.grid;
  let row = 0;
  const isTold = ({ meaning: { outcome }, isUnsold }: Deal) =>
    outcome === 'won' || outcome === 'lost' || (outcome === 'unknown' && isUnsold);
  while (row < rowCount && !isTold(dealAt(row))) row += 1;
  return row < rowCount ? pipeline : undefined;
}

/** What the stages of a table were taken for. */
export interface StagesRead {
  /** The column that tells it. */
  readonly column: number;
  /** Whether only won deals count; else no stage means winning, and all rows do. */
  readonly isPipeline: boolean;
  readonly stages: readonly StageCount[];
}

/** The stages of a table of opportunities, most rows first; undefined for any other table. */
export function stagesOf(table: SourceTable): StagesRead | undefined {
  const deals = dealsOf(table);
  if (!deals) return undefined;
  const counts = new Map<StageMeaning, number>();
  for (let row = 0; row < table.raw.grid.rowCount; row += 1) {
    const { meaning } = deals.dealAt(row);
    counts.set(meaning, (counts.get(meaning) ?? 0) + 1);
  }
  const lines = new Map<string, StageCount>();
  for (const [meaning, rows] of counts) {
    const key = JSON.stringify(meaning);
    lines.set(key, { ...meaning, rows: rows + (lines.get(key)?.rows ?? 0) });
  }
  const stages = [...lines.values()].filter(({ stage }) => stage !== '');
  return {
    column: deals.column,
    isPipeline: findPipeline(table) !== undefined,
    stages: stages.sort((one, other) => other.rows - one.rows),
  };
}

/** What is known of the outcome of a row. */
interface Deal {
  readonly meaning: StageMeaning;
  readonly isUnsold: boolean;
}

/** The meaning of each row's stage. Each combination of stage and flags is judged once. */
function dealsOf(
  table: SourceTable,
): { readonly column: number; readonly dealAt: (row: number) => Deal } | undefined {
  const found = findOpportunityColumns(table.columns.map(({ meaning }) => meaning));
  if (!found) return undefined;
  const { grid } = table.raw;
  const told = [found.outcome, found.stage, found.isWon, found.isLost, found.isClosed];
  const texts = told.map((index) =>
    index === undefined ? undefined : dimensionOf(grid.column(index)),
  );
  const column = told.find((index) => index !== undefined);
  if (column === undefined) return undefined;
  const terms = {
    system: table.known?.system,
    own: new Map(Object.entries(table.said?.stages ?? {})),
  };
  // "Won" may be an amount as well, whose 0 is no mark.
  const areMarks = texts[2]?.values.every((text) => text === '' || findFlag(text) !== undefined);
  const judge = (row: number): Deal => {
    const [outcome = '', stage = '', isWon, isLost, isClosed] = texts.map(
      (one) => one?.values[one.codes[row] ?? 0],
    );
    const flags = {
      isWon: findFlag(isWon),
      isLost: findFlag(isLost),
      isClosed: findFlag(isClosed),
    };
    const first = outcomeOf(outcome === '' ? stage : outcome, flags, terms);
    const second = stage === '' ? first : outcomeOf(stage, flags, terms);
    const isSecond = first.by !== 'user' && (second.by === 'user' || first.outcome === 'unknown');
    const meaning = isSecond ? second : first;
    const isNotWon = flags.isWon === false && areMarks === true && meaning.against !== 'won';
    const isUnsold = meaning.outcome === 'unknown' ? isNotWon : meaning.outcome !== 'won';
    return { meaning, isUnsold };
  };
  const known = new Map<number, Deal>();
  const dealAt = (row: number) => {
    let combination = 0;
    for (const one of texts) {
      if (one) combination = combination * one.values.length + (one.codes[row] ?? 0);
    }
    let deal = known.get(combination);
    if (deal === undefined) {
      deal = judge(row);
      known.set(combination, deal);
    }
    return deal;
  };
  return { column, dealAt };
}
