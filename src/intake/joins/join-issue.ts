/** What can be wrong with tables that are joined to sales. Words for each live in `wording`. */
export type JoinIssueCode =
  | 'blankCell'
  | 'blankCurrency'
  | 'blankParent'
  | 'crossRate'
  | 'missingRate'
  | 'notAssigned'
  | 'onlyCrossRate'
  | 'otherReportCurrency'
  | 'overlappingSpans'
  | 'ratesDisagree'
  | 'rateNotPositive'
  | 'severalParents'
  | 'shareOutOfRange'
  | 'sharesNotOne'
  | 'sharesTakenAsPercents'
  | 'spanEndsBeforeStart'
  | 'spanIsNoDate'
  | 'unknownDeal';

/** Those after which a sum would stand with the wrong person, team or currency. */
export const blockingJoins: readonly JoinIssueCode[] = [
  'blankCurrency',
  'missingRate',
  'onlyCrossRate',
  'otherReportCurrency',
  'overlappingSpans',
  'ratesDisagree',
  'rateNotPositive',
  'severalParents',
  'shareOutOfRange',
  'sharesNotOne',
  'spanEndsBeforeStart',
  'spanIsNoDate',
];
