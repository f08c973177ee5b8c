import { periodIndex, type Grain } from '../../sales';
import { dimensionOf, type Column } from '../columns/column';
import { tableRowOf, type Converted } from '../convert';
import { fold } from '../header-words';
import type { Issue } from '../issue';
import type { SourceTable } from '../mapping';
import { addressIn } from '../raw-table';
import { areFirstsOfMonths, findGrain } from '../times/dates';

/** Headers of targets for the whole of a period, whatever the rows below are of. */
const wholes: readonly (readonly [Grain, RegExp])[] = [
  [
    'year',
    /(?<![a-z])(?:annual|anual|yearly|full.?year|per (?:year|annum))|jahres|jahrlich|annuel|年間/,
  ],
  ['quarter', /quarterly|per quarter|quartals|trimestriel|trimestral|四半期/],
  ['month', /monthly|per month|monats|monatlich|mensu|mensal|月間|月次/],
];

/** The period that a target is for by its header. @example wholeOf('Annual target') // 'year' */
export function wholeOf(header: string): Grain | undefined {
  const folded = fold(header);
  return wholes.find(([, pattern]) => pattern.test(folded))?.[0];
}

/** Headers of targets for a part of any period: of a day, a week, or each of those who sell. */
const parts =
  /(?:(?<![a-z])per|\/) ?(?:(?:working|business|selling) )?(?:day|week|head|capita|fte)(?![a-z])|(?<![a-z])(?:daily|weekly|(?:pro|je) (?:(?:arbeits|werk)?tag|woche|kopf|vzk)|par (?:jour|semaine|tete)|journalier|quotidien|hebdo|diari[ao]s?(?![a-z])|seman(?:al|ais)|(?:por|al) (?:dia|semana|cabeza|cabeca)(?![a-z]))|(?:tages|wochen)(?:ziel|soll|plan|budget|vorgabe|umsatz)|taglich|wochentlich|日別|日次|週別|週次|(?:1|一)人(?:当|あ)|(?:1|一)日/;

const people =
  'rep(?:resentative)?|seller|person|agent|employee|mitarbeiter|verkaufer|vertreter|vendeur|commercial|vendedor';
const places = 'store|shop|branch|outlet|filiale|laden|magasin|boutique|tienda|loja';
const placeWords = new RegExp(places);
/** The same of each of those who sell, whom the rows do not name, and of each place. */
const each = new RegExp(
  `(?:(?<![a-z])(?:per|pro|je|par|por)|/) ?(?:sales ?)?(?:(${people})|${places})s?(?![a-z])`,
);

function isOfEach({ columns }: SourceTable, header: string): boolean {
  const found = each.exec(fold(header));
  if (!found) return false;
  const isPerson = found[1] !== undefined;
  return !columns.some(
    (column) =>
      column.header !== header &&
      (isPerson ? column.meaning === 'salesperson' : placeWords.test(fold(column.header))),
  );
}

/** So many rows show whether each has its own. */
const mostAsked = 20_000;

/**
 * The first row whose target is that of an earlier one of the same key and period. None where a key has two
 * different targets in a period: then each row has its own.
 */
function findRepeat(
  { raw }: SourceTable,
  { dataset, tableRows }: Converted,
  keys: readonly Column[],
  grain: Grain,
): readonly [row: number, first: number] | undefined {
  const { dates, amounts } = dataset;
  const columns = keys.map(({ index }) => dimensionOf(raw.grid.column(index)));
  const firsts = new Map<string, number>();
  let found: readonly [number, number] | undefined;
  for (let row = 0; row < Math.min(dataset.rows, mostAsked); row += 1) {
    const at = tableRows?.[row] ?? row;
    const period = periodIndex(dates[row] ?? 0, grain);
    const place = [period, ...columns.map(({ codes }) => codes[at] ?? 0)].join(' ');
    const first = firsts.get(place);
    if (first === undefined) firsts.set(place, row);
    else if (amounts.values[first] !== amounts.values[row]) return undefined;
    else if (amounts.values[row] !== 0 && dates[first] !== dates[row]) found ??= [row, first];
  }
  return found;
}

function issueOf(
  code: 'targetOnEachRow' | 'wholeTargetRepeated',
  table: SourceTable,
  converted: Converted,
  amount: Column,
  [row, first]: readonly [number, number],
): Issue {
  const addressOf = (one: number) => addressIn(table.raw, tableRowOf(converted, one), amount.index);
  return { code, at: addressOf(row), found: amount.header, expected: addressOf(first) };
}

/**
 * Targets of a whole year, quarter or month, by their header, that stand in each row of a shorter period
 * or of single days: added up they would count several times.
 */
export function wholesRepeated(
  table: SourceTable,
  converted: Converted,
  amount: Column,
  keysOf: () => readonly Column[],
): Issue[] {
  const grain = wholeOf(amount.header);
  const repeat = grain && findRepeat(table, converted, keysOf(), grain);
  return repeat ? [issueOf('wholeTargetRepeated', table, converted, amount, repeat)] : [];
}

/** A target of a day, a week, a head or a store, by its header, that stands in the row of a whole period. */
export function partOfPeriod(
  table: SourceTable,
  { dataset }: Converted,
  date: Column,
  { header, index }: Column,
): Issue[] {
  const isPart = parts.test(fold(header)) || isOfEach(table, header);
  if (!isPart || !areFirstsOfMonths(dataset.dates, 1)) return [];
  if (findGrain(table, dataset.dates, date) === undefined) return [];
  const at = addressIn(table.raw, -1, index);
  return [{ code: 'targetOfPart', at, found: header, expected: date.header }];
}

/** Of sales with a target beside each: one that is the same in all rows of a name and month may be the month's. */
export function targetOnEachRow(
  table: SourceTable,
  converted: Converted,
  amount: Column,
  keys: readonly Column[],
): Issue[] {
  for (const key of keys) {
    const repeat = findRepeat(table, converted, [key], 'month');
    if (repeat) return [issueOf('targetOnEachRow', table, converted, amount, repeat)];
  }
  return [];
}
