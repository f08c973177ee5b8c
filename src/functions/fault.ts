import type { Reason, Unmeasurable } from '../sales';
import { words } from './words';

/** The errors a function answers with. Only #VALUE! and #N/A show their message. */
export type FaultCode = '#DIV/0!' | '#N/A' | '#NULL!' | '#NUM!' | '#VALUE!';

/** A cell of a result that could not be computed. */
export interface Fault {
  readonly fault: FaultCode;
  readonly message: string;
}

export function notComputed(fault: FaultCode, message = ''): Fault {
  return { fault, message };
}

/** A division by zero is what a formula of Excel's own would show too; all else is not available. */
const codes: Readonly<Record<Reason, FaultCode>> = {
  noTarget: '#N/A',
  notStarted: '#N/A',
  nothingElapsed: '#N/A',
  noTimeLeft: '#N/A',
  noPriorSales: '#N/A',
  baseIsZero: '#DIV/0!',
  baseNotPositive: '#N/A',
  targetIsZero: '#DIV/0!',
  targetNotPositive: '#N/A',
  noColumn: '#N/A',
  noRows: '#N/A',
  divisorIsZero: '#DIV/0!',
  divisorNegative: '#N/A',
  noValues: '#N/A',
  noNumbers: '#N/A',
  severalColumns: '#N/A',
  unclearColumn: '#N/A',
  holdsPercentages: '#N/A',
  noQuantity: '#N/A',
  noClosedDeals: '#N/A',
  noNewDeals: '#N/A',
  noLostDeals: '#N/A',
  noRate: '#N/A',
  targetReached: '#N/A',
};

export function faultFor({ reason }: Unmeasurable): Fault {
  return notComputed(codes[reason], words.reasons[reason]);
}

/** A cell of a result before it is Excel's. */
export type OutputCell = number | string | Fault;

/**
 * Turns faults into Excel's errors, which only exist where its functions run. A result that is one
 * fault is thrown: Excel shows the message of an error that is thrown, and is not documented to show
 * those of errors inside an array.
 */
export function answer(cells: readonly (readonly OutputCell[])[]): unknown[][] {
  const [[only] = []] = cells;
  if (cells.length === 1 && cells[0]?.length === 1 && typeof only === 'object') {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- Excel's own class is typed as no Error.
    throw excelError(only);
  }
  return cells.map((row) =>
    row.map((cell) => (typeof cell === 'object' ? excelError(cell) : cell)),
  );
}

function excelError({ fault, message }: Fault): CustomFunctions.Error {
  const code = excelCode(fault);
  return message === ''
    ? new CustomFunctions.Error(code)
    : new CustomFunctions.Error(code, message);
}

function excelCode(fault: FaultCode): CustomFunctions.ErrorCode {
  const { ErrorCode } = CustomFunctions;
  return {
    '#DIV/0!': ErrorCode.divisionByZero,
    '#N/A': ErrorCode.notAvailable,
    '#NULL!': ErrorCode.nullReference,
    '#NUM!': ErrorCode.invalidNumber,
    '#VALUE!': ErrorCode.invalidValue,
  }[fault];
}
