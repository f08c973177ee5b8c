import {
  findSalesSpan,
  isAboutReading,
  serialDates,
  withAnswer,
  withJoined,
  type DataFound,
  type JoinWishes,
  type ReportWishes,
  type Side,
  type Unclear,
} from '../../jobs';
import type { WishChange } from '../pane-store';

/** What a question can be answered with: its candidates, or where there are none all there is. */
export function answersTo(
  { question, candidates }: Unclear,
  found: DataFound,
  thisYear: number,
): readonly string[] {
  if (candidates.length > 0) return candidates;
  switch (question) {
    case 'salesSource':
    case 'targetSource':
      return found.sources
        .map((source) => source.name)
        .filter((name) => name !== found.sales?.source.name);
    case 'salesDate':
    case 'salesAmount':
      return headersOf(found.sales);
    case 'targetDate':
    case 'targetAmount':
      return headersOf(found.targets);
    case 'dimension':
      return found.dimensions.map((column) => column.header);
    case 'periodYear':
      return yearsAround(found, thisYear);
    default:
      return [];
  }
}

/** What is left to group by where no column of the targets has the values of a dimension. */
export function groupingLeft(
  { question, candidates, subject }: Unclear,
  { by }: DataFound,
): readonly string[] | undefined {
  if (question !== 'targetDimension' || candidates.length > 0) return undefined;
  return by.map(({ header }) => header).filter((header) => header !== subject);
}

/** Without sales that tell it, periods may be of so many years back. */
const yearsBack = 8;
/** So many years before and after the sales are offered. */
const yearsBeside = 2;

/**
 * The last year of the sales first, as the likeliest, then the two after it and those before. Without
 * sales, this year takes its place.
 */
function yearsAround(found: DataFound, thisYear: number): string[] {
  const span = findSalesSpan(found);
  const first = span ? serialDates.civilOf(span.first).year : thisYear - yearsBack;
  const last = span ? serialDates.civilOf(span.last).year : thisYear;
  const after = Array.from({ length: yearsBeside }, (_, index) => last + 1 + index);
  const before = Array.from({ length: last - first + yearsBeside }, (_, index) => last - 1 - index);
  return [last, ...after, ...before].map(String);
}

function headersOf(side: Side | undefined): string[] {
  return (side?.table.columns ?? []).map(({ header }) => header).filter((header) => header !== '');
}

/** The wish that an answer makes. */
export function wishFor(
  unclear: Unclear,
  answer: string,
  found: DataFound,
  wishes: ReportWishes,
): WishChange {
  const { question, subject } = unclear;
  if (isAboutReading(question)) return { readings: withAnswer(wishes.readings, unclear, answer) };
  switch (question) {
    case 'salesSource':
      return { sales: answer, salesDate: undefined, salesAmount: undefined };
    case 'targetSource':
      return { targets: answer, targetDate: undefined, targetAmount: undefined };
    case 'salesDate':
    case 'salesAmount':
    case 'targetDate':
    case 'targetAmount':
      return { [question]: answer };
    case 'reportCurrency':
      return { joins: { ...wishes.joins, currency: answer } };
    case 'ordersSource':
      return { joins: withJoined(wishes.joins, 'orders', answer) };
    case 'joinedSource':
      return { joins: withSource(wishes.joins, subject, answer) };
    case 'rangeMoved':
      return { ranges: { ...wishes.ranges, ...found.ranges } };
    case 'dimension':
      return { by: [...new Set([...found.by.map(({ header }) => header), answer])].slice(0, 3) };
    case 'targetDimension':
      return subject === undefined
        ? {}
        : { targetDimensions: { ...wishes.targetDimensions, [subject]: answer } };
    default:
      return {};
  }
}

/** The table that takes the place of one that is not there any more. */
function withSource(
  joins: JoinWishes | undefined,
  gone: string | undefined,
  source: string,
): JoinWishes | undefined {
  const kind = (['orders', 'assignments', 'credits', 'rates'] as const).find(
    (one) => joins?.[one] === gone,
  );
  return kind ? withJoined(joins, kind, source) : joins;
}
