import { isBlank } from '../../workbook';
import { withoutOtherYears } from './other-years';
import { timeSaid } from './time-said';
import type { HeaderPart } from '../texts/header-part';
import {
  headerText,
  tellersOf,
  type Row,
  type ShapeEvidence,
  type ShapeQuestion,
  type YearTeller,
} from './shape';

const yearText = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;
const shortYear = /^(?:\d{1,2}|\p{L}{3,}\.?)[ ./-]\d{2}$/u;
const twoYears = /(?<!\d)((?:19|20)\d{2}) ?[/–-] ?(?:(?:19|20)?(\d{2}))(?!\d)/;

/** Where the year of periods without one may stand. */
export interface YearSources {
  readonly rows: readonly Row[];
  /** The rows above the header. */
  readonly title: readonly number[];
  /** Of the sheet, the table or the range. */
  readonly names: readonly string[];
  /** Further texts above. */
  readonly titles: readonly string[];
  readonly given: number | undefined;
  /** Headers as they stand, some of which may have two digits for their year, or for a day. */
  readonly headers?: readonly string[];
}

/** The year of each part that names none itself. */
export interface YearsFound {
  readonly yearOf: (part: HeaderPart) => number | undefined;
  readonly evidence: readonly ShapeEvidence[];
  readonly questions: readonly ShapeQuestion[];
}

interface YearText {
  readonly first: number;
  readonly last: number;
  readonly evidence: ShapeEvidence;
}

/** The year or the business year that a text names; the day of a print or plan tells none. */
function yearsIn(said: string): readonly [number, number] | undefined {
  const text = withoutOtherYears(said);
  // "01.01.2026 - 31.12.2026" does.
  const isSpan = (text.match(yearText) ?? []).length > 1;
  if (!isSpan && timeSaid(text)?.says === 'stamp') return undefined;
  const two = twoYears.exec(text);
  if (two) {
    const first = Number(two[1]);
    if ((first + 1) % 100 === Number(two[2])) return [first, first + 1];
  }
  const years = new Set((text.match(yearText) ?? []).map(Number));
  const [only] = years;
  return years.size === 1 && only !== undefined ? [only, only] : undefined;
}

/**
 * Finds the year of periods that name none: as given, in the title, or in the name of sheet or
 * table. Two different ones are asked, and so is none. "2026/27" is a business year: the periods
 * before the turn of the year are of its first.
 */
export function findYears(
  parts: readonly HeaderPart[],
  { rows, title, names, titles, given, headers = [] }: YearSources,
  at: { readonly row: number; readonly column: number; readonly text: string },
): YearsFound {
  const open = parts.filter(({ year, day, dateText }) => (year ?? day ?? dateText) === undefined);
  if (open.length === 0) {
    const own = [...new Set(parts.flatMap(({ year }) => year ?? []))];
    const above = title.flatMap((row) => (rows[row] ?? []).map(headerText));
    const texts = [...above, ...titles].map((text): YearTeller => ({ text, by: 'title' }));
    const named = names.map((text): YearTeller => ({ text, by: 'name' }));
    const others = [...texts, ...named].filter(({ text }) => yearsIn(text) !== undefined);
    const isOther = !others.some(({ text }) => yearsIn(text)?.some((year) => own.includes(year)));
    const short = own.length > 0 ? headers.find((text) => shortYear.test(text)) : undefined;
    const isAsked = short !== undefined && others.length > 0 && isOther;
    if (!isAsked || own.some((year) => year === given)) {
      return { yearOf: ({ year }) => year, evidence: [], questions: [] };
    }
    // "01/20" is no month of 2026, whoever says so.
    const said = given === undefined ? others : [{ text: String(given), by: 'person' } as const];
    const told = tellersOf([{ text: short, by: 'header' }, ...said]);
    const question = { question: 'periodYear', ...at, candidates: own.map(String), told } as const;
    return { yearOf: ({ year }) => year, evidence: [], questions: [question] };
  }
  const orderOf = ({ month, quarter }: HeaderPart) => month ?? (quarter ?? 0) * 3;
  // A business year holds each of its periods once.
  const areOnce = new Set(open.map(orderOf)).size === open.length;
  const turn = open.findIndex((part, index) => {
    const before = open[index - 1];
    return areOnce && before !== undefined && orderOf(part) < orderOf(before);
  });
  const late = new Set(turn < 0 ? [] : open.slice(turn));
  const spread = (first: number, last: number) => (part: HeaderPart) =>
    part.year ?? (late.has(part) ? last : first);
  if (given !== undefined) {
    const evidence = [{ ...at, what: 'yearGiven', text: String(given) } as const];
    return { yearOf: spread(given, turn < 0 ? given : given + 1), evidence, questions: [] };
  }
  const texts: YearText[] = [];
  for (const row of title) {
    for (const [column, cell] of (rows[row] ?? []).entries()) {
      if (isBlank(cell)) continue;
      const years = yearsIn(headerText(cell));
      if (!years) continue;
      const evidence: ShapeEvidence = {
        what: 'yearFromTitle',
        row,
        column,
        text: headerText(cell),
      };
      texts.push({ first: years[0], last: years[1], evidence });
    }
  }
  for (const text of titles) {
    const years = yearsIn(text);
    if (years)
      texts.push({
        first: years[0],
        last: years[1],
        evidence: { ...at, what: 'yearFromTitle', text },
      });
  }
  for (const text of names) {
    const years = yearsIn(text);
    if (!years) continue;
    const evidence: ShapeEvidence = { ...at, what: 'yearFromName', text };
    texts.push({ first: years[0], last: years[1], evidence });
  }
  // The months of a business year are those of the calendar where it begins with January.
  const isFiscal = texts.some(({ evidence }) => timeSaid(evidence.text)?.says === 'years');
  const areNamed = open.every(({ month }, index) => month === index + 1) && !/\d/.test(at.text);
  const isOpen = isFiscal && turn < 0 && !(areNamed && open.length === 12);
  const different = new Set(texts.map(({ first, last }) => `${String(first)}-${String(last)}`));
  const [found] = texts;
  const fits = found && (turn < 0 ? found.first === found.last : found.last === found.first + 1);
  if (found && different.size === 1 && fits && !isOpen) {
    return { yearOf: spread(found.first, found.last), evidence: [found.evidence], questions: [] };
  }
  // Of periods that span two years it is the first that is asked.
  const years = texts.flatMap(({ first, last }) =>
    turn > 0 && first === last ? [first - 1, first] : [first, last],
  );
  const candidates = [...new Set(years)].map(String);
  const told = tellersOf(
    texts.map(({ evidence: { text, what } }) => ({
      text,
      by: what === 'yearFromName' ? 'name' : 'title',
    })),
  );
  return {
    yearOf: ({ year }) => year,
    evidence: [],
    questions: [{ question: 'periodYear', ...at, candidates, ...(told.length > 0 && { told }) }],
  };
}
