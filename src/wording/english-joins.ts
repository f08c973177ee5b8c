import type { Issue, JoinIssueCode, JoinQuestion, JoinUnclear } from '../intake';
import type { JoinsTold } from './join-words';

/** What is said of tables that are joined to sales. */
export const englishJoinIssues = {
  blankCell: ({ at, expected }) =>
    `${at}: nothing stands in "${expected}"; the row is set aside. Fill the cell to use it.`,
  blankCurrency: ({ at, found, expected }) =>
    `${at}: ${found === '1' ? 'one row names' : `${found} rows name`} no currency in "${expected}". Fill the cells, or say which currency a blank one means.`,
  blankParent: ({ at, expected }) =>
    `${at}: "${expected}" is blank, so that the name belongs to none in these days.`,
  crossRate: ({ at, found, expected }) =>
    `${at}: a rate ${found} does not lead to ${expected}; such rates are set aside, since none is computed through a third currency.`,
  lineWithoutOrder: ({ at, expected }) =>
    `${at}: "${expected}" is blank, so that nothing tells the day; the line is set aside. Fill the cell to count it.`,
  missingRate: ({ at, found, expected }) =>
    `${at}: there is no rate of ${found} on or before ${expected}, and a later one is not taken. Add the rate.`,
  notAssigned: ({ at, found, expected }) =>
    `${at}: "${found}" has no "${expected}" for some or all of its rows; they are shown as unassigned. Assign it to place them.`,
  onlyCrossRate: ({ at, found, expected }) =>
    `${at}: there is no rate ${expected}, only ${found}, and none is computed through a third currency. Add the rate ${expected}.`,
  orderColumnDiffers: ({ at, found, expected }) =>
    `${at}: a second row of order ${found}, but the first has ${expected}. Lines do not have this column; make both rows alike to group by it.`,
  orderDatesDiffer: ({ at, found, expected }) =>
    `${at}: a second date of order ${found}; the first is ${expected}. Keep one.`,
  orderFigures: ({ at, found, expected }) =>
    `${at}: figures of whole orders in "${expected}" (${found}) are not taken: each line would count them again.`,
  ordersJoined: ({ at, found, expected }) =>
    `${at}: the amounts have no dates of their own, so that each line has the date and the other columns of its order in "${expected}", by "${found}".`,
  ordersWithoutLines: ({ at, found, expected }) =>
    `${at}: ${found === '1' ? 'one order has' : `${found} orders have`} no line in "${expected}"; nothing is counted of ${found === '1' ? 'it' : 'them'}.`,
  otherReportCurrency: ({ at, found, expected }) =>
    `${at}: the rates say that 1 ${expected} is ${found}, so they lead to another currency than ${expected}. Choose that one for the report, or other rates.`,
  overlappingSpans: ({ at, found, expected }) =>
    `${at}: "${found}" overlaps "${expected}". Both the first and the last day count: end one before the other begins.`,
  ratesDisagree: ({ at, found, expected }) =>
    `${at}: a second rate, ${found}; the first is ${expected}. Remove one.`,
  rateNotPositive: ({ at, found }) =>
    `${at}: ${found} is no exchange rate: it has to be above 0. Correct or clear the cell.`,
  severalParents: ({ at, found, expected }) =>
    `${at}: "${found}", but "${expected}". Keep one, or say from which day each holds.`,
  shareOutOfRange: ({ at, found }) =>
    `${at}: ${found} is no share of a deal: it has to be between 0 and 1, or 0 % and 100 %. Correct the cell.`,
  sharesNotOne: ({ at, found, expected }) =>
    `${at}: the shares of ${expected} add up to ${found} instead of 100 %. Correct them.`,
  sharesTakenAsPercents: ({ at, expected }) =>
    `${at}: the shares in "${expected}" add up to 100, so they are read as percents.`,
  spanEndsBeforeStart: ({ at, found, expected }) =>
    `${at}: ${found} ends what begins on ${expected} only. Correct one of the two days.`,
  spanIsNoDate: ({ at, found, expected }) =>
    `${at}: "${found}" is no day of "${expected}". Correct it, or clear the cell where there is no limit.`,
  unknownDeal: ({ at, found, expected }) =>
    `${at}: "${found}" of "${expected}" has no sales; its credit changes nothing. If it is spelled otherwise there, spell them alike.`,
  unknownOrder: ({ at, found, expected }) =>
    `${at}: order "${found}" does not stand in "${expected}", so that nothing tells its day; the line is set aside. Add the order, or correct the cell.`,
} as const satisfies Record<JoinIssueCode, (issue: Issue) => string>;

/** What could not be found in a table that is joined to sales. */
export const englishJoinQuestions: Readonly<
  Record<JoinQuestion, (unclear: JoinUnclear) => string>
> = {
  lineOrder: (unclear) => choose('the order that a line belongs to', unclear),
  orderKey: (unclear) => choose('the order that the lines name', unclear),
  salesKey: (unclear) => choose('the names that the other table assigns', unclear),
  assignedKey: (unclear) => choose('the names that are assigned', unclear),
  assignedParent: (unclear) => choose('what the names belong to', unclear),
  assignedFrom: (unclear) => choose('the first day of an assignment', unclear),
  assignedTo: (unclear) => choose('the last day of an assignment', unclear),
  salesDeal: (unclear) => choose('the deals that the other table splits', unclear),
  salesPerson: (unclear) => choose('the people whom the other table credits', unclear),
  creditDeal: (unclear) => choose('the deal that is split', unclear),
  creditPerson: (unclear) => choose('who is credited', unclear),
  creditShare: (unclear) => choose('the share of a deal', unclear),
  rateCurrency: (unclear) => choose('the currency of a rate', unclear),
  rateInto: (unclear) => choose('the currency that a rate is in', unclear),
  rateFigure: (unclear) => choose('the exchange rate', unclear),
  rateDate: (unclear) => choose('the day of a rate', unclear),
  rateBase: ({ source, at = source, rate }) =>
    rate
      ? `${at}: the rate ${rate.figure} between ${rate.first} and ${rate.second} can be meant in two ways. Say which one.`
      : `"${source}" does not tell which way its rates go. Say what one unit is.`,
};

function choose(what: string, { source, candidates }: JoinUnclear): string {
  if (candidates.length === 0) {
    return `No column of "${source}" could be ${what}. Choose it, or name it in the header row.`;
  }
  const listed = candidates.map((name) => `"${name}"`).join(', ');
  return `Several columns of "${source}" could be ${what}: ${listed}. Choose one.`;
}

/** What one unit costs, as an answer to which way rates go. */
export function englishRateBase({ first, second, figure }: NonNullable<JoinUnclear['rate']>): {
  readonly first: string;
  readonly second: string;
} {
  return { first: `1 ${first} = ${figure} ${second}`, second: `1 ${second} = ${figure} ${first}` };
}

/** What was joined to the sales, a sentence each. */
export function englishJoinLines({ orders, assignments, credits, rates }: JoinsTold): string[] {
  const lines: string[] = [];
  if (orders) {
    const { source, line, order } = orders;
    const by = line === order ? `"${line}"` : `"${line}", there "${order}"`;
    lines.push(`Each line has the columns of its order in "${source}" by ${by}.`);
  }
  if (assignments) {
    const { source, from, key, to, as, day = '' } = assignments;
    const by = from === key ? `"${from}"` : `"${from}", there "${key}"`;
    const when = as === 'asWas' ? 'as on the day of each sale (as-was)' : `as on ${day} (as-is)`;
    lines.push(`"${to}" comes from "${source}" by ${by}, ${when}.`);
  }
  if (credits) {
    const { source, deal, person } = credits;
    lines.push(`Credit is split by "${source}": shares of "${deal}" go to "${person}".`);
  }
  if (rates) {
    const { source, currency, method, day = '' } = rates;
    const which =
      method === 'actual' ? 'the last rate by the day of each sale' : `the rates of ${day}`;
    lines.push(`Amounts are in ${currency}, converted with "${source}" at ${which}.`);
  }
  return lines;
}
