import { distinctTexts, type Column } from '../columns/column';
import { roleOfContent } from '../content';
import type { SourceTable } from '../mapping';
import { ColumnSearch, isDated, isNumber, isText, means } from './column-search';
import { baseOfPairs, baseOfRates, findPair, sideOf, type RateBase } from './currency-pair';
import type { ChosenColumns, JoinFound, JoinUnclear } from './join-question';
import { firstRate, type RateColumns } from './read-rates';

/** At least this part of a column's texts has to name two currencies. */
const leastPairs = 0.5;

function holdsCurrencies({ raw }: SourceTable, { index }: Column): boolean {
  const texts = distinctTexts(raw, index);
  if (roleOfContent(texts) === 'currency') return true;
  let pairs = 0;
  for (const text of texts) if (findPair(text)?.second !== undefined) pairs += 1;
  return texts.size > 0 && pairs / texts.size >= leastPairs;
}

/** The columns whose headers name a currency or two, of a table with a column for each. */
function columnsByCurrency({ columns }: SourceTable) {
  return columns.flatMap((column) => {
    const isRate = column.kind !== 'blank' && !isDated(column);
    const pair = isRate ? findPair(column.header) : undefined;
    return pair ? [{ column, pair }] : [];
  });
}

/**
 * Which columns of a table hold exchange rates: a column of currencies or of pairs, with the rate by
 * its header or as the only column of numbers; or, without one, the columns that bear the names of
 * currencies. A second column of currencies is what the first is priced in. The only column of dates
 * tells from when on a rate holds. What is `chosen` is kept.
 */
export function findRateColumns(
  table: SourceTable,
  chosen: ChosenColumns = {},
): JoinFound<RateColumns> {
  const search = new ColumnSearch<'currency' | 'into' | 'rate' | 'date'>(
    table,
    { currency: 'rateCurrency', into: 'rateInto', rate: 'rateFigure', date: 'rateDate' },
    chosen,
  );
  const dated = search.left(isDated);
  const date = search.take('date', [dated.filter(({ role }) => role === 'date'), dated], false);
  const named = search.left(means('currency'));
  const held = search.left((column) => isText(column) && holdsCurrencies(table, column));
  const of = (side: 'unit' | 'price') =>
    (named.length > 1 ? named : held).filter(({ header }) => sideOf(header) === side);
  const each = columnsByCurrency(table);
  const isByColumn = each.length > 0 && named.length === 0 && held.length === 0;
  if (isByColumn && !search.taken.currency && !search.taken.rate) {
    const { unclear, taken: partly } = search;
    return unclear.length > 0 ? { unclear, partly } : { found: { each, ...(date && { date }) } };
  }
  const currency = search.take('currency', [of('unit'), named, held]);
  const second = search.left((column) => held.includes(column));
  const into = currency && search.take('into', [of('price'), second], false);
  const numbers = search.left(isNumber);
  const rate = search.take('rate', [numbers.filter(means('rate')), numbers]);
  const { unclear, taken: partly } = search;
  if (!currency || !rate || unclear.length > 0) return { unclear, partly };
  return { found: { currency, rate, ...(into && { into }), ...(date && { date }) } };
}

/**
 * Which of two currencies the rates are the price of: as was said, as headers say it, and for one
 * column of rates beside one of currencies the currency itself. Asked where nothing tells it.
 */
export function findRateBase(
  table: SourceTable,
  columns: RateColumns,
  to: string,
  said?: RateBase,
): { readonly base: RateBase } | { readonly unclear: JoinUnclear } {
  const told = said ?? toldBase(columns, to);
  if (told) return { base: told };
  // A currency alone, in its row, is the unit; pairs that tell it themselves need no answer.
  const isAlone = 'rate' in columns;
  const open = firstRate(
    table,
    columns,
    ({ second, base }) => base === undefined && !(isAlone && second === undefined),
  );
  if (!open) return { base: 'first' };
  const { pair, figure, at } = open;
  return {
    unclear: {
      question: 'rateBase',
      source: table.raw.source.name,
      candidates: ['first', 'second'],
      rate: { first: pair.first, second: pair.second ?? to, figure },
      at,
    },
  };
}

function toldBase(columns: RateColumns, to: string): RateBase | undefined {
  if ('each' in columns) return undefined;
  const { currency, into, rate } = columns;
  if (!into) return baseOfPairs(currency.header) ?? baseOfRates(rate.header, to);
  const [unit, price] = [sideOf(currency.header), sideOf(into.header)];
  if (unit === 'price' || price === 'unit') return 'second';
  return unit === 'unit' || price === 'price' ? 'first' : undefined;
}
