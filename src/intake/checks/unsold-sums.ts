import type { Dataset } from '../../sales';
import { distinctTexts, type Column } from '../columns/column';
import { convert, tableRowOf } from '../convert';
import type { SourceTable } from '../mapping';
import { isSame } from '../shapes/sums';

/** A name of targets, and the first row of the table that has it. */
export interface UnsoldSum {
  readonly text: string;
  readonly row: number;
}

/** Targets of a name, by period and the other columns. */
type Figures = Map<string, number>;

interface Name {
  readonly text: string;
  readonly row: number;
  readonly isSold: boolean;
  readonly figures: Figures;
}

/**
 * Names of targets of which nothing was sold, and whose targets are the sums of those of the names at once
 * below them, or above, as a team's target among those of its people: in every period, and of two names at
 * least for one of them, unless `areSome` says that there are such totals. No word tells that they are.
 */
export function unsoldSums(
  sales: SourceTable,
  salesColumn: Column,
  targets: { readonly table: SourceTable; readonly date: Column; readonly amount: Column },
  matched: ReadonlyMap<string, Column>,
  areSome: boolean,
): UnsoldSum[] {
  const column = matched.get(salesColumn.header);
  if (!column) return [];
  const { table, date, amount } = targets;
  const sold = distinctTexts(sales.raw, salesColumn.index);
  const texts = [...distinctTexts(table.raw, column.index)];
  const unsold = texts.filter((text) => !sold.has(text)).length;
  if (unsold === 0 || texts.length - unsold < 2) return [];
  const read = convert(table, { date, amount, dimensions: matched });
  const names = namesIn(read.dataset, salesColumn.header, sold);
  for (const order of [names, [...names].reverse()]) {
    const sums = sumsOfNext(order, areSome);
    if (sums.length === 0) continue;
    return sums.map(({ text, row }) => ({ text, row: tableRowOf(read, row) }));
  }
  return [];
}

function namesIn(
  { rows, dates, amounts, dimensions }: Dataset,
  header: string,
  sold: ReadonlySet<string>,
): Name[] {
  const own = dimensions.get(header);
  const others = [...dimensions].flatMap(([name, { codes }]) => (name === header ? [] : [codes]));
  const byCode = new Map<number, Name>();
  for (let row = 0; row < rows; row += 1) {
    const code = own?.codes[row] ?? 0;
    const text = own?.values[code] ?? '';
    let name = byCode.get(code);
    if (!name) {
      name = { text, row, isSold: sold.has(text), figures: new Map() };
      byCode.set(code, name);
    }
    const key = [dates[row], ...others.map((codes) => codes[row])].join(' ');
    name.figures.set(key, (name.figures.get(key) ?? 0) + (amounts.values[row] ?? 0));
  }
  return [...byCode.values()];
}

/** Of names in an order, those without sales that are each the sum of the sold ones up to the next. */
function sumsOfNext(names: readonly Name[], areSome: boolean): Name[] {
  const groups: { readonly name: Name; readonly parts: Name[] }[] = [];
  for (const name of names) {
    if (name.isSold) groups.at(-1)?.parts.push(name);
    else groups.push({ name, parts: [] });
  }
  const sums = groups.filter(({ name, parts }) => parts.length > 0 && isSumOf(name, parts));
  const areSums = areSome || sums.some(({ parts }) => parts.length > 1);
  return areSums ? sums.map(({ name }) => name) : [];
}

function isSumOf({ figures }: Name, parts: readonly Name[]): boolean {
  const keys = new Set(
    [figures, ...parts.map((part) => part.figures)].flatMap((of) => [...of.keys()]),
  );
  return [...keys].every((key) => {
    const sum = parts.reduce((added, part) => added + (part.figures.get(key) ?? 0), 0);
    return isSame(figures.get(key) ?? 0, sum);
  });
}
