import type { Reason } from '../sales';
import { englishDataReasons } from './english-measures';
import type { Language } from './language';

/** What a custom function says beside an error value, and the headers of its tables. */
export interface FunctionWords {
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly notANumber: (found: string) => string;
  /** An input cell's error that a function may not hand on as it is. */
  readonly inputError: (found: string) => string;
  readonly unequalShapes: (first: string, second: string) => string;
  readonly unknownMode: (facts: {
    readonly parameter: string;
    readonly found: string;
    readonly modes: string;
  }) => string;
  readonly thresholdsAreTwo: string;
  readonly labelsAreThree: string;
  readonly oneColumn: (parameter: string) => string;
  readonly unequalRows: (facts: {
    readonly first: string;
    readonly firstRows: number;
    readonly second: string;
    readonly secondRows: number;
  }) => string;
  readonly unequalKeyColumns: (sales: number, targets: number) => string;
  readonly nothingToSum: string;
  /** The header of a key column whose range brings none. */
  readonly key: (number: number, of: number) => string;
}

function asSentences<Name extends string>(
  texts: Readonly<Record<Name, string>>,
): Readonly<Record<Name, string>> {
  const sentences = Object.entries<string>(texts).map(([name, text]) => [
    name,
    `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
  ]);
  return Object.fromEntries(sentences) as Record<Name, string>;
}

const english: FunctionWords = {
  reasons: {
    noTarget: 'There is no target here. Enter one, or give if_undefined where the function has it.',
    notStarted: 'The period has not started yet.',
    nothingElapsed: 'No working day of the period has passed yet.',
    noTimeLeft: 'No working day of the period is left, and the target is not reached.',
    noPriorSales: 'There are no earlier sales to compare with.',
    baseIsZero: 'The earlier figure is 0.',
    baseNotPositive: 'The earlier figure is negative, so that a growth rate would mislead.',
    targetIsZero: 'The target is 0.',
    targetNotPositive:
      'The target is negative, so that a ratio of it would mislead. Show the variance instead.',
    noColumn: 'The data have no column for this measure.',
    noRows: 'There are no rows to compute this from.',
    divisorIsZero: 'What this is divided by is 0.',
    divisorNegative: 'What this is divided by is negative, so that a ratio would mislead.',
    ...asSentences(englishDataReasons),
  },
  notANumber: (found) => `${found} is no number. Enter a number, or leave the cell blank.`,
  inputError: (found) => `An input cell holds ${found}. Mend it there.`,
  unequalShapes: (first, second) =>
    `The ranges are of unequal size: ${first} and ${second}. Give ranges of the same size, or one cell, row or column for all.`,
  unknownMode: ({ parameter, found, modes }) => `${parameter} is ${found}; it can be ${modes}.`,
  thresholdsAreTwo:
    'thresholds are two numbers, the lower one first, such as {0.9;1}: from the first on a row is on track, from the second on ahead.',
  labelsAreThree: 'labels are three texts: behind, on track, ahead.',
  oneColumn: (parameter) => `${parameter} has several columns. Give one column.`,
  unequalRows: ({ first, firstRows, second, secondRows }) =>
    `${first} has ${String(firstRows)} rows, ${second} ${String(secondRows)}. Give both the same rows.`,
  unequalKeyColumns: (sales, targets) =>
    `sales_keys has ${String(sales)} columns, target_keys ${String(targets)}. Give both the same columns in the same order.`,
  nothingToSum: 'There are no sales and no targets in these ranges.',
  key: (number, of) => (of === 1 ? 'Key' : `Key ${String(number)}`),
};

const tables = { en: english } satisfies Record<Language, FunctionWords>;

export function functionWordsFor(language: Language): FunctionWords {
  return tables[language];
}
