import { civilOf, findPeriod, periodOf, serialOf, type Grain, type Period } from '../../sales';
import { findMonthSpan, quarterOf, type MonthSpan } from './month-spans';
import { findNamedMonth, fullYear } from './named-dates';
import { plainText } from './plain-text';
import { withoutEra } from './text-dates';

const monthFirst = /^(\d{1,2}) ?[-/.] ?(\d{4})$/;
const japaneseMonth = /^(\d{4})年 ?(\d{1,2})月(?:度|分)?$/u;
/** As of statistical offices: 2026M01. */
const monthMarked = /^(\d{4})-?M(\d{2})$/i;
const japaneseYear = /^(\d{4})年$/u;
const quarter =
  /^(?:Q|T|quarter|quartal|trimestre|trim\.?) ?([1-4])[-/. ]*(?:de |of )?['’]?(\d{2}|\d{4})$|^([1-4])(?:\.|st|nd|rd|th|er|e|º|o)? ?(?:Q|T|quarter|quartal|trimestre|trim\.?)[-/. ]*(?:de |of )?['’]?(\d{2}|\d{4})$/i;
const yearThenQuarter =
  /^(\d{4})年? ?(?:第 ?([1-4]) ?四半期|([1-4])Q|[-/ ]?T([1-4])|[-/ ]+([1-4])\. ?quartal|[-/ ]+Q([1-4]))$/iu;

/** "12-3456" is a code, not a month of another age. */
const [firstYear, lastYear] = [1900, 2199];

function monthPeriod(year: number, month: number): Period | undefined {
  const isOfAge = year >= firstYear && year <= lastYear;
  return isOfAge && month >= 1 && month <= 12
    ? periodOf(serialOf(year, month, 1), 'month')
    : undefined;
}

/** Of months that are no quarter or year nothing is known. */
function spanPeriod({ rest, ...span }: MonthSpan): Period | undefined {
  if (rest !== '' || span.year === undefined) return undefined;
  const quarter = quarterOf(span);
  if (quarter !== undefined) return periodOf(serialOf(span.year, quarter * 3, 1), 'quarter');
  const isYear = span.from === 1 && span.to === 12;
  return isYear ? periodOf(serialOf(span.year, 1, 1), 'year') : undefined;
}

const only = (grain: Grain, year: string, number: number) =>
  periodOf(serialOf(fullYear(Number(year)), number, 1), grain);

/** The year of a month in letters with two digits behind it, "Apr-18", which could be a day as well. */
export function findShortYear(text: string): number | undefined {
  const plain = plainText(text);
  if (/\d{4}|['’]\d/.test(plain) || !/\p{L}{3}/u.test(plain)) return undefined;
  const period = findTextPeriod(plain);
  return period?.grain === 'month' ? civilOf(period.start).year : undefined;
}

/**
 * The month, quarter or year that a label names, in digits or in the words of English, German,
 * French, Spanish, Portuguese or Japanese: "Mar-26", "März 2026", "03/2026", "1er trimestre 2026",
 * "Jan-Mar 2026", "2026年3月". Undefined for anything else, a full date included.
 */
export function findTextPeriod(text: string): Period | undefined {
  if (text.length > 40 || !/\p{Nd}/u.test(text)) return undefined;
  const plain = withoutEra(plainText(text));
  const label = findPeriod(plain);
  if (label) return label;
  const turned = monthFirst.exec(plain);
  if (turned) return monthPeriod(Number(turned[2]), Number(turned[1]));
  const month = japaneseMonth.exec(plain);
  if (month) return monthPeriod(Number(month[1]), Number(month[2]));
  const marked = monthMarked.exec(plain);
  if (marked) return monthPeriod(Number(marked[1]), Number(marked[2]));
  const whole = japaneseYear.exec(plain)?.[1];
  if (whole !== undefined) return only('year', whole, 1);
  const before = quarter.exec(plain);
  if (before) {
    const [, first, firstYear, second, secondYear] = before;
    return only('quarter', firstYear ?? secondYear ?? '', Number(first ?? second) * 3);
  }
  const after = yearThenQuarter.exec(plain);
  if (after) {
    const [, year, ...numbers] = after;
    return only('quarter', year ?? '', Number(numbers.join('')) * 3);
  }
  const span = findMonthSpan(plain);
  if (span) return spanPeriod(span);
  const named = findNamedMonth(plain);
  const [number] = named?.numbers ?? [];
  if (!named || !number || named.numbers.length > 1) return undefined;
  return [2, 4].includes(number.digits.length)
    ? monthPeriod(fullYear(Number(number.digits)), named.month)
    : undefined;
}
