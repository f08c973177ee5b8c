import { findColumnRole, type ColumnRole } from './roles';

export * from './content';
export * from './exports';
export * from './roles';

/** What a column is for, as far as joining sales and targets needs it. */
export type Role =
  | 'amount'
  | 'cost'
  | 'currency'
  | 'date'
  | 'discount'
  | 'id'
  | 'otherDate'
  | 'price'
  | 'quantity'
  | 'target'
  | 'version'
  | 'year';

const plain: Readonly<Partial<Record<ColumnRole, Role>>> = {
  amount: 'amount',
  expectedAmount: 'amount',
  cost: 'cost',
  profit: 'cost',
  tax: 'cost',
  currency: 'currency',
  date: 'date',
  period: 'date',
  quarter: 'date',
  month: 'date',
  closedDate: 'date',
  expectedClose: 'date',
  createdDate: 'otherDate',
  otherDate: 'otherDate',
  effectiveFrom: 'otherDate',
  effectiveTo: 'otherDate',
  discount: 'discount',
  id: 'id',
  orderId: 'id',
  price: 'price',
  quantity: 'quantity',
  target: 'target',
  version: 'version',
  year: 'year',
};

/**
 * What a header says its column is for. Undefined where it says nothing known, as for names of
 * dimensions.
 */
export function findRole(header: string): Role | undefined {
  return roleFor(findColumnRole(header));
}

/** What a column of a known meaning is for. */
export function roleFor(meaning: ColumnRole | undefined): Role | undefined {
  return meaning === undefined ? undefined : plain[meaning];
}

/** Whether a sheet's or table's name says that it holds targets. */
export function namesTargets(name: string): boolean {
  return findRole(name) === 'target';
}
