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
};

export function faultFor({ reason }: Unmeasurable): Fault {
  return notComputed(codes[reason], words.reasons[reason]);
}

/** A cell of a result before it is Excel's. */
export type OutputCell = number | string | Fault;

/** Turns faults into Excel's errors, which only exist where its functions run. */
export function answer(cells: readonly (readonly OutputCell[])[]): unknown[][] {
  return cells.map((row) =>
    row.map((cell) => {
      if (typeof cell !== 'object') return cell;
      const code = excelCode(cell.fault);
      return cell.message === ''
        ? new CustomFunctions.Error(code)
        : new CustomFunctions.Error(code, cell.message);
    }),
  );
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
