import type { Issue, JoinIssueCode, JoinQuestion, JoinUnclear } from '../intake';

/** What is said of tables that are joined to sales. */
export const englishJoinIssues = {
  blankCell: ({ at, expected }) =>
    `${at}: nothing stands in "${expected}"; the row is set aside. Fill the cell to use it.`,
  blankCurrency: ({ at, found, expected }) =>
    `${at}: ${found === '1' ? 'one row names' : `${found} rows name`} no currency in "${expected}". Fill the cells, or say which currency a blank one means.`,
  blankParent: ({ at, expected }) =>
    `${at}: "${expected}" is blank, so that the name belongs to none in these days.`,
  missingRate: ({ at, found, expected }) =>
    `${at}: there is no rate of ${found} on or before ${expected}, and a later one is not taken. Add the rate.`,
  notAssigned: ({ at, found, expected }) =>
    `${at}: "${found}" has no "${expected}" for some or all of its rows; they are shown as unassigned. Assign it to place them.`,
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
} as const satisfies Record<JoinIssueCode, (issue: Issue) => string>;

/** What could not be found in a table that is joined to sales. */
export const englishJoinQuestions: Readonly<
  Record<JoinQuestion, (unclear: JoinUnclear) => string>
> = {
  assignedKey: (unclear) => choose('the names that are assigned', unclear),
  assignedParent: (unclear) => choose('what the names belong to', unclear),
  assignedFrom: (unclear) => choose('the first day of an assignment', unclear),
  assignedTo: (unclear) => choose('the last day of an assignment', unclear),
  creditDeal: (unclear) => choose('the deal that is split', unclear),
  creditPerson: (unclear) => choose('who is credited', unclear),
  creditShare: (unclear) => choose('the share of a deal', unclear),
  rateCurrency: (unclear) => choose('the currency of a rate', unclear),
  rateFigure: (unclear) => choose('the exchange rate', unclear),
  rateDate: (unclear) => choose('the day of a rate', unclear),
};

function choose(what: string, { source, candidates }: JoinUnclear): string {
  if (candidates.length === 0) {
    return `No column of "${source}" could be ${what}. Name it in the header row, or choose it.`;
  }
  const listed = candidates.map((name) => `"${name}"`).join(', ');
  return `Several columns of "${source}" could be ${what}: ${listed}. Choose one.`;
}
