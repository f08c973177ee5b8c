/** What a column is for, and of which class each role is. */
const classes = {
  date: 'time',
  /** A label that names a whole period: `2026-Q1`, `FY26 P03`. */
  period: 'time',
  /** Year, quarter or month in a column of its own. */
  year: 'time',
  quarter: 'time',
  month: 'time',
  createdDate: 'time',
  closedDate: 'time',
  expectedClose: 'time',
  /** Shipped, due, changed, paid: a date that does not say when the sale was made. */
  otherDate: 'time',
  effectiveFrom: 'time',
  effectiveTo: 'time',

  target: 'figure',
  discount: 'figure',
  tax: 'figure',
  probability: 'figure',
  /** What part of a sale is credited to somebody. */
  share: 'figure',
  /** An exchange rate. */
  rate: 'figure',
  profit: 'figure',
  cost: 'figure',
  price: 'figure',
  quantity: 'figure',
  /** Weighted with a probability, or a forecast: beside the amount, not instead of it. */
  expectedAmount: 'figure',
  amount: 'figure',

  region: 'dimension',
  territory: 'dimension',
  country: 'dimension',
  salesperson: 'dimension',
  team: 'dimension',
  manager: 'dimension',
  product: 'dimension',
  category: 'dimension',
  channel: 'dimension',
  customer: 'dimension',
  segment: 'dimension',
  stage: 'dimension',
  outcome: 'dimension',

  /** The order, invoice or opportunity that a row belongs to. */
  orderId: 'key',
  id: 'key',

  currency: 'mark',
  /** Which plan or scenario a row belongs to. */
  version: 'mark',
  isWon: 'mark',
  isClosed: 'mark',
  isLost: 'mark',
} as const;

export type ColumnRole = keyof typeof classes;
export type RoleClass = (typeof classes)[ColumnRole];

export const columnRoles = Object.keys(classes) as readonly ColumnRole[];

export function classOf(role: ColumnRole): RoleClass {
  return classes[role];
}

/** Whether sales can be grouped by a column of this role. */
export function isDimensionRole(role: ColumnRole): boolean {
  return classes[role] === 'dimension';
}

/**
 * Of the figures a header names, the one that its column holds: the first of these. The rest says
 * more about it, as in "sales tax amount" or "target quantity".
 */
export const figurePrecedence: readonly ColumnRole[] = columnRoles.filter(
  (role) => classes[role] === 'figure',
);

/** Figures of which a percentage still is one: "discount %", but not "sales %". */
const shares: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'discount',
  'tax',
  'probability',
  'share',
  'rate',
]);

export function mayBePercent(role: ColumnRole): boolean {
  return classes[role] !== 'figure' || shares.has(role);
}
