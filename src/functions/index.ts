import { summary } from './summary-function';
import { attainment, gap, status, variance, variancepct } from './variance-functions';

/** A function as Excel calls it. */
export type CustomFunction = (...cells: unknown[]) => unknown;

/** Excel hands over what the metadata say, so that a function's own signature holds. */
function callable(calculate: (...cells: never[]) => unknown): CustomFunction {
  return (...cells) => calculate(...(cells as never[]));
}

/**
 * The functions by the id that workbooks store, below the namespace SALES. No id and no order of
 * arguments ever changes.
 */
export const functions: Readonly<Record<string, CustomFunction>> = {
  VARIANCE: callable(variance),
  VARIANCEPCT: callable(variancepct),
  ATTAINMENT: callable(attainment),
  GAP: callable(gap),
  STATUS: callable(status),
  SUMMARY: callable(summary),
};
