/** The error values a cell can hold, as every spreadsheet program spells them. */
export const errorCodes = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#BLOCKED!',
  '#CONNECT!',
  '#FIELD!',
  '#BUSY!',
  '#UNKNOWN!',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An error value in a cell. Text that merely spells one is a string. */
export interface CellError {
  readonly error: ErrorCode;
}

/** What a cell shows: `null` is a blank cell, a date is its serial number. */
export type CellValue = null | boolean | number | string | CellError;

/** A formula with its leading `=`, and the value it had when it was last calculated. */
export interface Formula {
  readonly formula: string;
  /** Null or left out where no program has calculated it; a formula that shows nothing has ''. */
  readonly result?: CellValue;
  /**
   * Of an array formula: the size of the area its results fill, this cell included. The other cells
   * of that area hold their results as constants.
   */
  readonly spill?: { readonly rows: number; readonly columns: number };
}

/** What a cell holds: a constant or a formula. */
export type CellContent = CellValue | Formula;

const errors: ReadonlyMap<string, CellError> = new Map(
  errorCodes.map((error) => [error, Object.freeze({ error })]),
);

/** The error value that `text` spells, if it spells one. */
export function findError(text: string): CellError | undefined {
  return errors.get(text);
}

export function isError(content: CellContent): content is CellError {
  return typeof content === 'object' && content !== null && 'error' in content;
}

/** What a formula shows while no program has calculated it. */
export const uncalculated: CellError = findError('#BUSY!') ?? { error: '#BUSY!' };

export function isUncalculated(content: CellContent | undefined): boolean {
  return content !== undefined && isError(content) && content.error === uncalculated.error;
}

export function isFormula(content: CellContent): content is Formula {
  return typeof content === 'object' && content !== null && 'formula' in content;
}

/** A blank cell, or one that holds only white space: nothing a person can see. */
export function isBlank(content: CellContent | undefined): boolean {
  return (
    content === null ||
    content === undefined ||
    (typeof content === 'string' && content.trim() === '')
  );
}

/** The value a cell shows, whether it holds a constant or a formula. */
export function valueOf(content: CellContent | undefined): CellValue {
  if (content === undefined) return null;
  return isFormula(content) ? (content.result ?? null) : content;
}

/**
 * Whether two cells hold the same. A blank text is a blank cell, as Excel has it.
 * @example isSameContent('', null) // true
 * @example isSameContent(1, '1') // false
 */
export function isSameContent(one: CellContent, other: CellContent): boolean {
  if (isFormula(one) || isFormula(other)) {
    return isFormula(one) && isFormula(other) && one.formula === other.formula;
  }
  if (isError(one) || isError(other)) {
    return isError(one) && isError(other) && one.error === other.error;
  }
  return (one === '' ? null : one) === (other === '' ? null : other);
}
