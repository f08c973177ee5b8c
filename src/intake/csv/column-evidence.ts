import type { TextColumn } from '../../sales';
import { mayBeCode, namesFigures, provesMoney } from '../texts/code-texts';
import { isPercentText } from '../columns/percents';
import { isDash } from '../texts/plain-text';
import { findColumnRole } from '../roles';
import { orderOf, type OrderEvidence } from '../texts/text-dates';
import {
  decimalSignOf,
  findCurrency,
  findTextNumber,
  mayBeNumber,
  type SignEvidence,
} from '../texts/text-numbers';
import { findPlainNumber } from './plain-numbers';
import { DayReader } from './timestamps';

/** Why a column whose texts look like numbers is kept as it is written. */
export type KeptReason =
  'leadingZeros' | 'longNumbers' | 'phoneNumbers' | 'codes' | 'severalCurrencies';

interface RowText {
  readonly row: number;
  readonly text: string;
}

/** What the texts of a column say together about how they are meant. */
export interface ColumnEvidence {
  readonly header: string;
  /** Cells that hold anything but spaces. */
  readonly filled: number;
  readonly dates: number;
  readonly numbers: number;
  /** Cells such as "R101" that nothing says to be amounts; they are not among the numbers. */
  readonly codes: number;
  readonly order: OrderEvidence;
  readonly sign: SignEvidence;
  /** Where decimal signs contradict each other, a number with the sign that most of them have. */
  readonly mostSigns: RowText | undefined;
  /** The one currency sign that the numbers carry. */
  readonly currency: string | undefined;
  /** Every number carries a percent sign. */
  readonly isPercent: boolean;
  /** The most decimals of a number. */
  readonly decimals: number;
  /** Some numbers have their digits grouped. */
  readonly isGrouped: boolean;
  readonly kept: KeptReason | undefined;
}

/** The digits that Excel keeps of a number. */
const exactDigits = 15;
const leadingZero = /^\s*[+-]?0\d/;
/** `12E5` is a code before it is 1,200,000. */
const code = /^\s*\d+e\d+\s*$/i;
const phone = /^\s*(?:\+|00)\d/;
/** Names of columns whose digits are no figures. */
const digitWords =
  /\b(zip|postal|postcode|post code|plz|postleitzahl|phone|telephone|telefon|mobile|fax|iban|ean|gtin|upc|isbn|cep|cpf|cnpj)\b|電話|郵便/i;

/** Texts are judged in steps of this many. */
const stepSize = 2000;
/** Where so many different texts show nothing of a kind, the others are not asked for it. */
const enoughAsked = 5000;

/** Reads the whole column, each different text once, in steps that others may work between. */
export function* readEvidence(
  header: string,
  column: TextColumn,
): Generator<void, ColumnEvidence, void> {
  const counts = countsOf(column);
  const days = new DayReader();
  let [filled, dates, numbers, percents, decimals, asked] = [0, 0, 0, 0, 0, 0];
  let isGrouped = false;
  let kept: KeptReason | undefined = digitWords.test(header) ? 'codes' : undefined;
  const currencies = new Set<string>();
  const meaning = findColumnRole(header);
  let isMoney = namesFigures(header, meaning) && meaning !== 'quantity';
  /** By the index of its text, how often each text that may be a code is there. */
  const codes = new Map<number, number>();
  /** One text of each spelling says as much as all of them. */
  const numberTexts = new Map<string, readonly [number, string]>();
  const dateTexts = new Map<string, readonly [number, string]>();
  const takeNumber = (text: string, count: number, row: number) => {
    numbers += count;
    if (isPercentText(text)) percents += count;
    kept ??= whyKept(text);
    const currency = findCurrency(text);
    if (currency !== undefined) currencies.add(currency);
    decimals = Math.max(decimals, decimalsOf(text));
    isGrouped ||= /\d\D\d{3}(?!\d)/.test(text);
    remember(numberTexts, text.replace(/\d/g, digitClass), row, text);
  };
  for (const [index, text] of column.values.entries()) {
    if (index % stepSize === stepSize - 1) yield;
    const count = counts.numbers[index] ?? 0;
    if (count === 0 || text.trim() === '' || isDash(text)) continue;
    const row = counts.firstRows[index] ?? 0;
    filled += count;
    asked += 1;
    const plain = findPlainNumber(text);
    if (plain) {
      numbers += count;
      decimals = Math.max(decimals, plain.decimals);
      remember(numberTexts, plain.spelling, row, text);
      continue;
    }
    if (dates > 0 || asked < enoughAsked) {
      const day = days.dayText(text);
      if (day !== undefined) {
        dates += count;
        remember(dateTexts, day, row, day);
      }
    }
    const isNothing = numbers === 0 && codes.size === 0;
    if ((isNothing && asked >= enoughAsked) || !mayBeNumber(text)) continue;
    isMoney ||= provesMoney(text);
    if (mayBeCode(text)) codes.set(index, count);
    else takeNumber(text, count, row);
  }
  if (isMoney) {
    for (const [index, count] of codes) {
      takeNumber(column.values[index] ?? '', count, counts.firstRows[index] ?? 0);
    }
    codes.clear();
  }
  yield;
  if (currencies.size > 1) kept ??= 'severalCurrencies';
  const [currency] = currencies;
  const codeCount = [...codes.values()].reduce((sum, count) => sum + count, 0);
  if (codeCount > numbers) kept ??= 'codes';
  const sign = decimalSignOf(numberTexts.values());
  return {
    header,
    filled,
    dates,
    numbers,
    codes: codeCount,
    order: orderOf(dateTexts.values()),
    sign,
    mostSigns: findMostSigns(sign, numberTexts.values()),
    currency: currencies.size === 1 ? currency : undefined,
    isPercent: numbers > 0 && percents === numbers,
    decimals,
    isGrouped,
    kept: numbers + codeCount > dates ? kept : undefined,
  };
}

/** The first number that the sign of the others cannot mean. */
function findMostSigns(
  evidence: SignEvidence,
  texts: Iterable<readonly [number, string]>,
): RowText | undefined {
  if (evidence.kind !== 'found' || !evidence.against) return undefined;
  const other = evidence.sign === '.' ? ',' : '.';
  for (const [row, text] of texts) {
    if (findTextNumber(text, other) === undefined) return { row, text };
  }
  return undefined;
}

/** How often each text stands in a column, and in which row first. */
export function countsOf({ codes, values }: TextColumn): {
  readonly numbers: Int32Array;
  readonly firstRows: Int32Array;
} {
  const numbers = new Int32Array(values.length);
  const firstRows = new Int32Array(values.length).fill(-1);
  for (let row = 0; row < codes.length; row += 1) {
    const index = codes[row] ?? 0;
    numbers[index] = (numbers[index] ?? 0) + 1;
    if (firstRows[index] === -1) firstRows[index] = row;
  }
  return { numbers, firstRows };
}

function remember(
  texts: Map<string, readonly [number, string]>,
  spelling: string,
  row: number,
  text: string,
): void {
  if (!texts.has(spelling)) texts.set(spelling, [row, text]);
}

/** A leading zero tells a decimal fraction from a thousand. */
function digitClass(digit: string, at: number): string {
  return at === 0 && digit === '0' ? '0' : '9';
}

function whyKept(text: string): KeptReason | undefined {
  const digits = text.replace(/\D/g, '').length;
  if (phone.test(text) && digits >= 7) return 'phoneNumbers';
  if (code.test(text)) return 'codes';
  if (leadingZero.test(text) && !/^\s*[+-]?0[.,]/.test(text)) return 'leadingZeros';
  const significant = text.replace(/[.,]\d*$/, '').replace(/\D/g, '').length;
  return significant > exactDigits ? 'longNumbers' : undefined;
}

/** Digits behind the last sign that can be a decimal one; three of them may be a group. */
function decimalsOf(text: string): number {
  const length = /[.,](\d+)\D*$/.exec(text)?.[1]?.length ?? 0;
  return length === 3 ? 0 : length;
}
