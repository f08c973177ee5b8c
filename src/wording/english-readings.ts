import type { YearTeller } from '../intake';
import type { ReadingWords, Words } from './words';

type ReadingQuestion =
  | 'layout'
  | 'periodYear'
  | 'severalTables'
  | 'totalOrName'
  | 'dateOrder'
  | 'daySwap'
  | 'decimalSign'
  | 'salesRows'
  | 'targetRows';

export const englishReadings: ReadingWords = {
  layouts: {
    long: 'A row each',
    wide: 'Periods across',
    crossed: 'Names across',
    turned: 'A record each column',
    list: 'Labels with figures beside',
  },
  totals: {
    total: 'Counted in other rows, or a remark below them',
    name: 'A name like the others',
  },
  dateOrders: { dmy: 'Day first (31/12/2026)', mdy: 'Month first (12/31/2026)' },
  moved: { asItStands: 'Read it as it stands' },
  daySwaps: { swap: 'Change day and month back', keep: 'Leave the dates as they are' },
  decimalSigns: { '.': 'A point (1,234.50)', ',': 'A comma (1.234,50)' },
};

const oneOf = (candidates: readonly string[], none: string) =>
  candidates.length > 0 ? `Choose one: ${candidates.map((name) => `"${name}"`).join(', ')}.` : none;

const tellers: Readonly<Record<YearTeller['by'], string>> = {
  day: 'the date',
  header: 'the header',
  name: 'the name',
  person: 'the answer',
  title: 'the title',
};

export const englishReadingQuestions: Pick<Words['questions'], ReadingQuestion> = {
  layout: ({ source, candidates }) =>
    `"${source}" does not read any more as it was corrected. ${oneOf(candidates, 'Take the correction back, or restore the row of headers.')}`,
  periodYear: ({ source, subject = '', at = source, candidates, told = [] }) => {
    const answer = oneOf(candidates, 'Say which year is meant.');
    const quoted = told.map(({ by, text }) => `${tellers[by]} "${text}"`);
    const texts = [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)]
      .filter((text) => text !== '')
      .join(' and ');
    const isOfHeader = told[0]?.by === 'header' && told.some(({ by }) => by !== 'header');
    if (told[0]?.by === 'day') {
      return `${at}: "${subject}" and the dates beside it lie on one day of each month, as if months had been typed with a short year ("Jan-26") and Excel had taken that for the day. Which year is meant? ${answer}`;
    }
    return told.length > 1
      ? `${at}: the year of "${subject}" is open: ${texts} tell different ones. ${answer}${isOfHeader ? ' If these are other months, or days, write their whole year or date.' : ''}`
      : told.length === 1 && candidates.length > 1
        ? `${at}: ${texts} leaves open of which year "${subject}" is, as a business year does. ${answer}`
        : `${at}: "${subject}" does not tell its year, and no title of "${source}" does. ${answer}`;
  },
  severalTables: ({ source, subject = '', candidates }) =>
    subject === ''
      ? `There are several tables on "${source}". ${oneOf(candidates, 'Say which one is meant.')} Where one has the sales and another the targets, choose each by its range.`
      : `No table starts at ${subject} any more, where the one was that you chose on "${source}". ${oneOf(candidates, 'Say which one is meant.')}`,
  totalOrName: ({ source, subject = '', at = source, candidates }) =>
    `${at}: "${subject}" can be a total of other rows or a name like theirs, and the cells do not decide it. ${oneOf(candidates, 'Say which it is.')}`,
  dateOrder: ({ source, subject = '', at = source, candidates }) =>
    `${at}: the dates of "${subject}" fit day first and month first, and no cell decides it. ${oneOf(candidates, 'Say which it is.')}`,
  salesRows: ({ source, subject = '', candidates }) =>
    `"${subject}" of "${source}" tells rows apart, which are not added to each other. Which of them are the sales? ${oneOf(candidates, 'Say which.')}`,
  targetRows: ({ source, subject = '', candidates }) =>
    `"${subject}" of "${source}" tells rows apart, which are not added to each other. Which of them are the targets? ${oneOf(candidates, 'Say which.')}`,
  daySwap: ({ source, subject = '', at = source, candidates }) =>
    `${at}: the real dates of "${subject}" all lie on the 1st to 12th of a month, and later days stand there as text. Excel may have exchanged day and month of the real ones when it took them in. ${oneOf(candidates, 'Say whether it did.')}`,
  decimalSign: ({ source, subject = '', at = source, candidates }) =>
    `${at}: the numbers of "${subject}" fit a decimal point and a decimal comma, and no cell decides it. ${oneOf(candidates, 'Say which it is.')}`,
};
