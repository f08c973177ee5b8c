import type { ReadingPanelWords } from './reading-words';

const across = { day: 'Days', month: 'Months', quarter: 'Quarters', year: 'Years' };
const listed = (texts: readonly string[]) => texts.map((text) => `"${text}"`).join(', ');
const some = (one: string, many: string) => (rows: string, isOne: boolean) =>
  isOne ? `1 ${one}` : `${rows} ${many}`;

export const englishReadingPanel: ReadingPanelWords = {
  layout: ({ layout, grain = 'month', measures, isAsItStands }) => {
    switch (layout) {
      case 'long':
        return isAsItStands ? 'A row each, as it stands.' : 'A row each.';
      case 'wide':
        return `${across[grain]} across: a row for each ${grain}${
          measures.length > 1 ? `, with columns for ${listed(measures)}` : ''
        }.`;
      case 'crossed':
        return 'Names across: a row for each name.';
      case 'turned':
        return 'Turned: what stands in columns is read as rows.';
      case 'list':
        return 'Labels with figures beside them: a row for each label or block of labels.';
    }
  },
  stack: 'Several sheets, read as one table.',
  stackHint: 'What is said here holds for each of the sheets.',
  differs: 'Differs by sheet',
  counting: 'Counting the rows…',
  rows: (rows) => `${rows} rows`,
  aside: {
    belowTotal: some('row of something else', 'rows of something else'),
    blankAmount: some('row without an amount', 'rows without an amount'),
    blankDate: some('row without a date', 'rows without a date'),
    blankRow: some('blank row', 'blank rows'),
    errorCell: some('row with an error', 'rows with an error'),
    groupRow: some('sum of the rows below', 'sums of the rows below'),
    headingRow: some('heading', 'headings'),
    notADate: some('row whose date is none', 'rows whose date is none'),
    earlyDate: some('row dated before 1950', 'rows dated before 1950'),
    lacksMeasure: some(
      'row of a period without the measure',
      'rows of periods without the measure',
    ),
    lateDate: some('row dated after 2199', 'rows dated after 2199'),
    notANumber: some('row whose amount is no number', 'rows whose amount is no number'),
    noteRow: some('note', 'notes'),
    notWon: some('deal lost or still open', 'deals lost or still open'),
    orderLine: some('further line of an order', 'further lines of orders'),
    partRow: some('part of the row above', 'parts of the rows above'),
    repeatedHeader: some('repeated header', 'repeated headers'),
    rowsNotPlanned: some('row of other figures', 'rows of other figures'),
    rowsNotSold: some('row of other figures', 'rows of other figures'),
    subtotalRow: some('total of other rows', 'totals of other rows'),
    unknownStage: some('deal whose stage tells nothing', 'deals whose stage tells nothing'),
  },
  andMore: (count) => `and ${count} more`,
  totalColumns: (count) =>
    count === 1
      ? 'Column of totals, checked and not taken'
      : 'Columns of totals, checked and not taken',
  preview: (source, side) => `First rows of "${source}" as read for ${side}`,
  marks: { date: 'Date', amount: 'Amount', by: 'Grouping' },
  corrections: 'Not right? Correct it',
  layoutLabel: 'Layout',
  header: 'Row of headers',
  headerRow: (row, texts) => `Row ${String(row)}: ${texts.join(', ')}`,
  table: 'Table on the sheet',
  year: 'Year of the periods',
  yearFrom: {
    title: (text) => `From the title "${text}".`,
    name: (text) => `From the name "${text}".`,
  },
  yearFromHeader: (year, text) => `Year ${String(year)}, from the header "${text}".`,
  unnamed: 'Columns that no header names',
  names: {
    period: 'Periods',
    value: 'Figures',
    label: 'Names',
    group: 'Headings',
    sheet: 'Sheets',
  },
  nameTaken: (header) => `"${header}" is another column. Give this one a name of its own.`,
  total: (text) => `Row "${text}"`,
  dateOrder: (header) => `Dates of "${header}"`,
  daySwap: (header) => `Day and month of "${header}"`,
  daySwapOpen: 'Excel may have exchanged them.',
  decimalSign: (header) => `Decimal sign of "${header}"`,
  filledDown: 'Blank cells mean what stands above',
  filledDownHint: 'For labels that stand once for several rows.',
  headings: 'Names alone in their rows are headings',
  by: { person: 'As you said.', cells: 'As the cells tell.' },
  stages: 'Stages',
  versions: (header) => `Rows by "${header}"`,
  neither: 'Neither',
  onlyWon: 'Only won deals count as sales.',
  allCount: 'No stage means won, so all rows count.',
  deals: some('deal', 'deals'),
  mixed: 'Differs by row',
  notRead:
    'It is not read yet: answer what is asked about it on this page, correct it here, or take the corrections back.',
  takeBack: 'Take the corrections back',
};
