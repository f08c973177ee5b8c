/** What can be wrong with tables that are joined to sales. Words for each live in `wording`. */
export type JoinIssueCode =
  | 'blankCell'
  | 'blankCurrency'
  | 'blankParent'
  | 'crossRate'
  | 'lineWithoutOrder'
  | 'missingRate'
  | 'notAssigned'
  | 'onlyCrossRate'
  | 'otherReportCurrency'
  | 'orderColumnDiffers'
  | 'orderDatesDiffer'
  | 'orderFigures'
  | 'ordersJoined'
  | 'ordersWithoutLines'
  | 'overlappingSpans'
  | 'ratesDisagree'
  | 'rateNotPositive'
  | 'severalParents'
  | 'shareOutOfRange'
  | 'sharesNotOne'
  | 'sharesTakenAsPercents'
  | 'spanEndsBeforeStart'
  | 'spanIsNoDate'
  | 'unknownDeal'
  | 'unknownOrder';

/** Those after which a sum would stand with the wrong day, person, team or currency. */
export const blockingJoins: readonly JoinIssueCode[] = [
  'blankCurrency',
  'missingRate',
  'onlyCrossRate',
  'orderDatesDiffer',
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
