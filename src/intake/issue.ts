import { blockingJoins, type JoinIssueCode } from './joins/join-issue';
import type { MeasureIssueCode } from './measures/measure-issue';

/** What can be wrong with cells. Words for each live in `wording`. */
export type IssueCode =
  | JoinIssueCode
  | MeasureIssueCode
  | 'afterAsOf'
  | 'alsoSpelled'
  | 'ambiguousDates'
  | 'amountInPercent'
  | 'ambiguousNumbers'
  | 'belowTotal'
  | 'blankAcross'
  | 'blankAmount'
  | 'blankDate'
  | 'blankHeader'
  | 'blankRow'
  | 'columnIsNoDate'
  | 'columnIsNoNumber'
  | 'columnNotTaken'
  | 'dayOrMonth'
  | 'duplicateHeader'
  | 'duplicateTarget'
  | 'earlyDate'
  | 'errorCell'
  | 'figuresToDate'
  | 'filledDown'
  | 'groupRow'
  | 'headerWithoutRows'
  | 'headingRow'
  | 'headingsLeft'
  | 'headingsRead'
  | 'lacksMeasure'
  | 'lateDate'
  | 'missingColumn'
  | 'readingDoesNotFit'
  | 'mixedCurrencies'
  | 'mixedDateOrders'
  | 'mixedPeriods'
  | 'moreOfTheSame'
  | 'nearlySameNames'
  | 'noData'
  | 'noHeader'
  | 'noSaleAdded'
  | 'notADate'
  | 'notANumber'
  | 'notCalculated'
  | 'noteRow'
  | 'notWon'
  | 'oddSpan'
  | 'orderAmountByLine'
  | 'orderLine'
  | 'orderTotalAdded'
  | 'orderTotalInLines'
  | 'otherCells'
  | 'otherLayout'
  | 'otherCurrency'
  | 'otherScale'
  | 'partRow'
  | 'periodOfTwo'
  | 'repeatedHeader'
  | 'rowsNotPlanned'
  | 'rowBelowTable'
  | 'rowsOnTwoSheets'
  | 'sheetLeftOut'
  | 'sheetsInDoubt'
  | 'sumOfSheets'
  | 'rowsNotSold'
  | 'returnsBeside'
  | 'severalTables'
  | 'severalVersions'
  | 'salesBelowZero'
  | 'salesBeyondTargets'
  | 'subtotalRow'
  | 'takenBackAdded'
  | 'targetOfPart'
  | 'targetOnEachRow'
  | 'targetsInUnits'
  | 'targetsOfParts'
  | 'targetsAddedUp'
  | 'targetsOfSomePeriods'
  | 'targetGrainAssumed'
  | 'totalDisagrees'
  | 'unclearTotal'
  | 'unclearYear'
  | 'unknownStage'
  | 'unsignedAmounts'
  | 'wholeTargetRepeated'
  | 'yearOfPeriods'
  | 'yearsAsDays';

/** One thing that is wrong or was assumed, with the cell it is about. */
export interface Issue {
  readonly code: IssueCode;
  /** A cell or area with its sheet: `Sales!B17`. */
  readonly at: string;
  /** What stands there. */
  readonly found: string;
  /** What was expected there: a word of the field, a cell or a name. */
  readonly expected: string;
}

/** Issues that leave no trustworthy report: nothing is written while one of them stands. */
const blocking: ReadonlySet<IssueCode> = new Set<IssueCode>([
  ...blockingJoins,
  'ambiguousDates',
  'ambiguousNumbers',
  'amountInPercent',
  'blankHeader',
  'columnIsNoDate',
  'columnIsNoNumber',
  'dayOrMonth',
  'duplicateHeader',
  'duplicateTarget',
  'figuresToDate',
  'headerWithoutRows',
  'readingDoesNotFit',
  'mixedCurrencies',
  'mixedDateOrders',
  'mixedPeriods',
  'noData',
  'noHeader',
  'notCalculated',
  'oddSpan',
  'orderAmountByLine',
  'orderTotalInLines',
  'otherLayout',
  'otherCurrency',
  'otherScale',
  'severalTables',
  'severalVersions',
  'targetOfPart',
  'targetsInUnits',
  'unclearTotal',
  'unclearYear',
  'unsignedAmounts',
  'wholeTargetRepeated',
]);

export function isBlocking(issue: Issue): boolean {
  return blocking.has(issue.code);
}

/** Issues of one kind beyond this number are counted, not listed. */
const mostListed = 100;

/** Collects issues: the first hundred of each code in full, the rest as one count. */
export class IssueList {
  private readonly listed: Issue[] = [];
  private readonly counts = new Map<IssueCode, number>();

  add(issue: Issue): void {
    const count = (this.counts.get(issue.code) ?? 0) + 1;
    this.counts.set(issue.code, count);
    if (count <= mostListed) this.listed.push(issue);
  }

  all(): Issue[] {
    const rest: Issue[] = [];
    for (const [code, count] of this.counts) {
      if (count <= mostListed) continue;
      const at = this.listed.findLast((issue) => issue.code === code)?.at ?? '';
      const found = String(count - mostListed);
      rest.push({ code: 'moreOfTheSame', at, found, expected: code });
    }
    return [...this.listed, ...rest];
  }
}
