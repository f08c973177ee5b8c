import { readFile } from 'node:fs/promises';
import { layouts, plainNames, type Reading, type Readings } from '../jobs';
import { UsageError } from './options';

const outcomes = ['won', 'lost', 'open'] as const;

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isYear: Check = (value) =>
  Number.isInteger(value) && Number(value) >= 1900 && Number(value) <= 9999;
const areTexts: Check = (value) => Array.isArray(value) && value.length > 0 && value.every(isText);
const isOneOf =
  (answers: readonly string[]): Check =>
  (value) =>
    answers.some((answer) => answer === value);
const areEachOneOf =
  (answers: readonly string[]): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(isOneOf(answers));
const columnNames = Object.keys(plainNames);
const areNames: Check = (value) =>
  isObject(value) &&
  Object.values(value).every(isText) &&
  Object.keys(value).every((name) => columnNames.includes(name));

/** What a reading can say, with what it has to be. */
const parts: Readonly<Record<keyof Reading, readonly [Check, string]>> = {
  layout: [isOneOf(layouts), `one of ${layouts.join(', ')}`],
  header: [areTexts, 'the texts of the row of headers'],
  table: [isText, 'an address such as "Plan!A5:C8"'],
  year: [isYear, 'a year'],
  names: [areNames, `texts for some of ${columnNames.join(', ')}`],
  filledDown: [areTexts, 'headers'],
  leftBlank: [areTexts, 'headers'],
  totals: [areEachOneOf(['total', 'name']), '"total" or "name" by text'],
  dateOrders: [areEachOneOf(['dmy', 'mdy']), '"dmy" or "mdy" by header'],
  daySwaps: [areEachOneOf(['swap', 'keep']), '"swap" or "keep" by header'],
  decimalSigns: [areEachOneOf(['.', ',']), '"." or "," by header'],
  versions: [
    areEachOneOf(['sales', 'targets', 'neither']),
    '"sales", "targets" or "neither" by scenario or measure',
  ],
  stages: [areEachOneOf(outcomes), '"won", "lost" or "open" by stage'],
};

/** Reads a file that says how tables are to be read, or says what is wrong with it. */
export async function readReadings(path: string): Promise<Readings> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new UsageError(`--reading: the file ${path} cannot be read.`);
  }
  return checkReadings(text, path);
}

function checkReadings(text: string, path: string): Readings {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`--reading: ${path} is no JSON (${String(cause)}).`);
  }
  if (!isObject(json)) {
    throw new UsageError(`--reading: ${path} has to hold an object with the names of tables.`);
  }
  for (const [source, reading] of Object.entries(json)) {
    if (!isObject(reading)) {
      throw new UsageError(`--reading: "${source}" in ${path} has to be an object.`);
    }
    for (const [name, value] of Object.entries(reading)) {
      const part = Object.entries(parts).find(([known]) => known === name)?.[1];
      if (!part) {
        throw new UsageError(
          `--reading: "${source}" in ${path} says "${name}"; known are ${Object.keys(parts).join(', ')}.`,
        );
      }
      const [fits, expected] = part;
      if (!fits(value)) {
        throw new UsageError(
          `--reading: "${name}" of "${source}" in ${path} has to be ${expected}, not ${JSON.stringify(value)}.`,
        );
      }
    }
  }
  return json as Readings;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
