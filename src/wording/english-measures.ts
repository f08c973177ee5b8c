import type { Issue, MeasureIssueCode } from '../intake';
import type { DataReason } from '../sales';
import type { KeyFigureWords } from './words';

/** Why the data do not tell a figure that their columns promise. */
export const englishDataReasons = {
  noValues: 'the cells it is made of are blank',
  noNumbers: 'its column holds no numbers or dates',
  severalColumns: 'several columns could be meant',
  unclearColumn: 'its column can be read in two ways',
  holdsPercentages: 'its column holds percentages, not money',
  noQuantity: 'its column is of one piece, and there is no quantity',
  noClosedDeals: 'no deal was closed',
  noNewDeals: 'no deal was created',
  noLostDeals: 'the data have no lost deals',
  noRate: 'an exchange rate is missing',
  targetReached: 'the target is reached',
} as const satisfies Record<DataReason, string>;

/** What is said of cells that key figures are made of. */
export const englishMeasureIssues = {
  closedBeforeCreated: ({ at, found, expected }) =>
    `${at}: closed on ${expected}, before it was created on ${found}; the deal is left out of the sales cycle. Correct one of the two days.`,
  costOfOnePiece: ({ at, found, expected }) =>
    `${at}: "${found}" is taken for the cost of one piece, times "${expected}".`,
  lostAfterAsOf: ({ at, found, expected }) =>
    `${at}: ${found === '1' ? 'one deal was' : `${found} deals were`} lost after the as-of day ${expected} and left out of the win rate. Choose a later as-of day to count ${found === '1' ? 'it' : 'them'}.`,
  lostWithoutDate: ({ at, expected }) =>
    `${at}: lost, but "${expected}" does not say when; the deal is left out of the win rate. Fill the cell to count it.`,
  valueLeftOut: ({ at, found, expected }) =>
    `${at}: "${found}" is no value of "${expected}"; it is left out of the figures made of it. Correct the cell to count it.`,
  valuesBlank: ({ at, found, expected }) =>
    `${at}: ${found === '1' ? 'one cell' : `${found} cells`} of "${expected}" ${found === '1' ? 'is' : 'are'} blank and left out of the figures made of ${found === '1' ? 'it' : 'them'}.`,
} as const satisfies Record<MeasureIssueCode, (issue: Issue) => string>;

export const englishKeyFigures: KeyFigureWords = {
  heading: 'Key figures',
  names: {
    sales: 'Revenue',
    quantity: 'Quantity',
    orders: 'Orders',
    averageOrder: 'Average order',
    wonDeals: 'Deals won',
    averageWonDeal: 'Average deal won',
    medianDeal: 'Median deal won',
    averagePrice: 'Average price',
    customers: 'Customers',
    salesPerCustomer: 'Revenue per customer',
    discount: 'Discount',
    grossMargin: 'Gross margin',
    grossMarginRate: 'Gross margin %',
    profit: 'Profit',
    profitRate: 'Profit %',
    winRate: 'Win rate',
    conversion: 'Conversion',
    salesCycle: 'Sales cycle, median',
    meanSalesCycle: 'Sales cycle, mean',
    openDeals: 'Open deals',
    openPipeline: 'Open pipeline',
    weightedPipeline: 'Weighted pipeline',
    coverage: 'Pipeline coverage',
  },
  days: 'days',
  asRead: 'Open deals and pipeline are those of the data as read, whatever the period.',
  lacking: ({ name, reason }) => `${name}: ${reason}.`,
};
