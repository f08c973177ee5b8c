import type { ColumnRole } from '../roles';

/** A system that sales data is exported from. */
export type System =
  | 'salesforce'
  | 'hubspot'
  | 'dynamics'
  | 'pipedrive'
  | 'zoho'
  | 'odoo'
  | 'erpnext'
  | 'shopify'
  | 'quickbooks'
  | 'xero'
  | 'vtiger';

/** How an opportunity ended, or that it has not. */
export type Outcome = 'won' | 'lost' | 'open';

/** What the rows of an export are. */
export type ExportObject = 'opportunities' | 'orders' | 'invoices';

/** Why a column is the amount to use. */
export type AmountReason =
  /** The whole value of a deal, not weighted with its probability. */
  | 'wholeValue'
  /** Already converted to one currency. */
  | 'oneCurrency'
  /** What was in fact agreed, where the deal is closed; the estimate where it is open. */
  | 'actualBeforeEstimate'
  /** Without tax and shipping, after discounts. */
  | 'withoutTaxAndShipping'
  /** Without tax. */
  | 'withoutTax'
  /** The line's own amount; totals stand on every line of a document again. */
  | 'ofTheLine'
  /** No column has the line's amount: it is quantity by price, less the discount. */
  | 'quantityByPrice';

/** What makes an export's figures wrong if it is read like any table. */
export type Trap =
  /** Columns of the whole order are filled on its first line only. */
  | 'orderOnFirstLine'
  /** The document's total stands on each of its lines. */
  | 'totalOnEveryLine'
  /** Headings, subtotals and totals stand among the rows. */
  | 'totalRows'
  /** Notes stand below the rows. */
  | 'notesBelow'
  /** A running balance, which is no amount. */
  | 'runningBalance'
  /** The close date of an open deal is an expectation. */
  | 'closeDateExpected'
  /** Lost deals are archived and not in an export unless asked for. */
  | 'lostLeftOut'
  /** Lost deals carry an amount, or 0, though nothing was sold. */
  | 'lostHaveAmounts'
  /** The expected revenue is weighted with the probability. */
  | 'expectedIsWeighted'
  /** The expected revenue is the whole value. */
  | 'expectedIsWhole'
  /** Each row has a currency of its own. */
  | 'ownCurrencies'
  /** Amounts are texts with a currency sign. */
  | 'amountsAsText'
  /** Percentages are texts or whole numbers: "75%", 75. */
  | 'percentAsText'
  /** Dates are numbers without a date's format. */
  | 'datesAsNumbers'
  /** Stages bear internal names: "closedwon". */
  | 'internalStages'
  /** A deal has a row for each stage it was in. */
  | 'rowPerStage'
  /** Hidden columns for the way back stand first. */
  | 'technicalColumns'
  /** Refunds stand in a column of their own and are not taken off. */
  | 'refundsApart'
  /** Cancelled orders stay in. */
  | 'cancelledStay';

/** How a header line is known. */
export type Evidence =
  /** Seen in files as they were exported, or in code that reads them. */
  | 'seen'
  /** From the system's own documentation. */
  | 'documented'
  /** Partly put together from several places. */
  | 'assembled';

/** An export as it is known. Headers are compared by their words. */
export interface ExportForm {
  readonly system: System;
  readonly object: ExportObject;
  readonly evidence: Evidence;
  /** Headers that must all be there; of those parted by `|`, one. */
  readonly needs: readonly string[];
  /** Further headers that are telling: two of them make it certain. */
  readonly marks: readonly string[];
  /** Roles that the header alone would not tell, or would tell wrongly; null for none. */
  readonly roles: Readonly<Record<string, ColumnRole | null>>;
  /** The column to use as amount: the first that is there. */
  readonly amounts: readonly (readonly [header: string, reason: AmountReason, instead?: string])[];
  /** Of deals that have several dates, that of a won one: the first that is there. */
  readonly dates?: readonly string[];
  /**
   * How the headers begin that belong to a line of a document, where the rest is filled on the first
   * line only.
   */
  readonly lines?: readonly string[];
  /** A trap, and the headers that show it; without any it is always there. */
  readonly traps: readonly (readonly [trap: Trap, ...headers: string[]])[];
}
