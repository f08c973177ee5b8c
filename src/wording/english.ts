import type { Question } from '../intake';
import { uncalculated } from '../workbook';
import { englishReadingQuestions, englishReadings } from './english-readings';
import {
  englishJoinIssues,
  englishJoinLines,
  englishJoinQuestions,
  englishRateBase,
} from './english-joins';
import { englishDataReasons, englishKeyFigures, englishMeasureIssues } from './english-measures';
import { englishShapeIssues } from './english-shapes';
import type { Words } from './words';

/** Why figures to date are refused. */
export const toDate = (at: string, found: string, column: string) =>
  `${at}: by "${found}" the figures of "${column}" are those to date, which cannot be added. Give the figures of each period, or reword this where they are.`;

export const inPercent = (at: string, found: string) =>
  `${at}: ${found === '' ? 'the figures here are' : `"${found}" is`} in percent, which is no amount. Give the amounts, or choose another column.`;

/** What to do where no program has calculated a formula. */
export const toCalculate = 'Open the file in Excel and save it.';

const percent = (ratio: number) => `${(ratio * 100).toFixed(1)} %`;
const wholePercent = (ratio: number) => `${(ratio * 100).toFixed(0)} %`;
const listed = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

const choose = (
  what: string,
  { source, candidates, subject }: Parameters<Words['questions'][Question]>[0],
  flag: string,
) =>
  subject !== undefined
    ? `"${source}" has no column "${subject}". Its columns: ${listed(candidates)}.`
    : candidates.length === 0
      ? `"${source}" has no column that reads as ${what}. ${flag}`
      : `Several columns of "${source}" could be ${what}: ${listed(candidates)}. ${flag}`;

/** The Buddhist calendar counts 543 years more. */
const buddhist = (iso: string) => {
  const year = Number(iso.slice(0, 4));
  return year > 2443 && year < 2643
    ? ` If ${String(year)} is a year of the Buddhist calendar, write ${String(year - 543)}.`
    : '';
};

const couldHold = (what: string, candidates: readonly string[]) =>
  candidates.length === 1
    ? `Only ${listed(candidates)} could hold the ${what}, and by its name, a title or header it is of costs, staff or stock. Choose it if it has the ${what} all the same.`
    : `Several tables could hold the ${what}: ${listed(candidates)}. Choose one.`;

/** Rows of another scenario or measure. */
const otherRows = (
  { at, found, expected }: { at: string; found: string; expected: string },
  side: string,
) =>
  `${at}: ${count(Number(found), 'row', 'rows')} of ${expected === '' ? 'no name' : `"${expected}"`}, set aside: ${found === '1' ? 'it is' : 'they are'} not counted as ${side}.`;

/** Rows in are rows used and rows set aside. */
const used = (rows: number, all: number) =>
  `${count(rows, 'row', 'rows')} used and ${count(all - rows, 'row', 'rows')} set aside of ${count(all, 'row', 'rows')}`;

const statuses = {
  ahead: 'ahead',
  onTrack: 'on track',
  behind: 'behind',
  noTarget: 'no target',
  notStarted: 'not started',
};

export const english: Words = {
  reasons: {
    noTarget: 'no target',
    notStarted: 'not started yet',
    nothingElapsed: 'no working day has passed yet',
    noTimeLeft: 'no working day is left',
    noPriorSales: 'no sales a year earlier',
    baseIsZero: 'the earlier figure is 0',
    baseNotPositive: 'the earlier figure is negative',
    targetIsZero: 'the target is 0',
    targetNotPositive: 'the target is negative',
    noColumn: 'the data have no column for it',
    noRows: 'no rows to compute it from',
    divisorIsZero: 'what it is divided by is 0',
    divisorNegative: 'what it is divided by is negative',
    ...englishDataReasons,
  },
  statuses,
  openStatuses: {
    ...statuses,
    ahead: 'ahead of pace',
    onTrack: 'on pace',
    behind: 'behind pace',
  },
  grains: { month: 'month', quarter: 'quarter', year: 'year' },
  issues: {
    ...englishJoinIssues,
    ...englishMeasureIssues,
    ...englishShapeIssues,
    afterAsOf: ({ found, expected }) =>
      `${count(Number(found), 'row is', 'rows are')} dated after the as-of day ${expected} and left out. Choose a later as-of day to count them.`,
    ambiguousDates: ({ at, found, expected }) =>
      `${at}: "${found}" in column "${expected}" can be day/month/year or month/day/year, and no other cell of the column decides it. Turn the column into real dates or YYYY-MM-DD.`,
    ambiguousNumbers: ({ at, found, expected }) =>
      `${at}: "${found}" in column "${expected}" can be a thousand with a separator or a decimal fraction, and no other cell decides it. Turn the column into real numbers.`,
    amountInPercent: ({ at, found }) => inPercent(at, found),
    lacksMeasure: ({ at, expected }) =>
      `${at}: no column has "${expected}" of this period; its rows are set aside.`,
    blankAmount: ({ at, expected }) =>
      `${at}: the amount in "${expected}" is blank; the row is set aside. Fill the cell to count it.`,
    blankDate: ({ at, expected }) =>
      `${at}: the date in "${expected}" is blank; the row is set aside. Fill the cell to count it.`,
    blankHeader: ({ at, found }) =>
      `${at}: this column has no header, but holds data (${found}). Name it, or unmerge the header cells.`,
    blankRow: ({ at }) => `${at}: a blank row; it is set aside.`,
    columnIsNoDate: ({ at, found, expected }) =>
      `${at}: "${found}" is no date, and at least half of the cells of column "${expected}" are none. Choose another date column, or turn it into dates.`,
    columnIsNoNumber: ({ at, found, expected }) =>
      `${at}: "${found}" is no number, and at least half of the cells of column "${expected}" are none. Choose another amount column, or turn it into numbers.`,
    duplicateHeader: ({ at, found, expected }) =>
      `${at}: the header "${found}" stands in ${expected} too. Rename one of them.`,
    duplicateTarget: ({ at, found, expected }) =>
      `${at}: a second target for ${found}; the first is in ${expected}. Remove one or add them up.`,
    errorCell: ({ at, found, expected }) =>
      found === uncalculated.error
        ? `${at}: the formula in column "${expected}" was never calculated. ${toCalculate}`
        : `${at}: ${found} in column "${expected}". Mend the formula or the value in this cell.`,
    figuresToDate: ({ at, found, expected }) => toDate(at, found, expected),
    headerWithoutRows: ({ at, found }) =>
      `${at}: there is a header (${found}) but no row below it. Add rows, or choose other data.`,
    readingDoesNotFit: ({ at, found, expected }) =>
      `${at}: "${expected}" does not read any more as it was corrected ("${found}"). Correct it anew, or take the correction back.`,
    mixedCurrencies: ({ at, found, expected }) =>
      `${at}: currency ${found} beside ${expected}. Amounts of several currencies are not added: convert them to one first.`,
    otherCurrency: ({ at, found, expected }) =>
      `${at}: the targets are in ${found}, the sales in ${expected}. Bring both to one currency first.`,
    otherScale: ({ at, found, expected }) =>
      `${at}: "${found}" and ${expected} do not count in the same unit. Bring both to one, or rename the header that is wrong.`,
    orderAmountByLine: ({ at, found, expected }) =>
      `${at}: "${found}" is of each line of an order, "${expected}" of the whole order on its first line: all of it would go to the first. Choose an amount of the lines, or group by something else.`,
    orderLine: ({ at, expected }) =>
      `${at}: a further line of an order, which has its "${expected}" on the first line; nothing is lacking.`,
    orderTotalAdded: ({ at, found, expected }) =>
      `${at}: "${found}" is the same as in ${expected}, of the same order, as in all orders of several lines, and each line is added. If it is that of the whole order, leave it in one line of each.`,
    orderTotalInLines: ({ at, found, expected }) =>
      `${at}: "${found}" is that of the whole order, as in ${expected}, and would be added for each of its lines. Choose an amount of the lines, or leave it in one line of each order.`,
    targetOnEachRow: ({ at, found, expected }) =>
      `${at}: the target is the same as in ${expected}, of the same month, and both are added. If "${found}" is that of the whole month, put it into a table of targets, each once.`,
    targetsInUnits: ({ at, found, expected }) =>
      `${at}: "${found}" counts units, "${expected}" of the sales does not. Choose the column of units of the sales, or targets of the same measure.`,
    targetsOfParts: ({ at, found }) =>
      `${at}: by "${found}" these are no targets of a whole year, and no column tells which months or quarters they are of. Add one that does.`,
    takenBackAdded: ({ at, found, expected }) =>
      `${at}: ${count(Number(found), 'row', 'rows')} marked ${expected} with ${found === '1' ? 'an amount' : 'amounts'} above 0, added like all others. If they are taken back or no sales, give them a minus or take them out.`,
    returnsBeside: ({ at, found, expected }) =>
      `${at}: "${found}" is not taken off "${expected}". If it should be, add a column with the difference and choose that.`,
    noSaleAdded: ({ at, found, expected }) =>
      `${at}: ${count(Number(found), 'row', 'rows')} marked ${expected}, added like all others. ${found === '1' ? 'If it is no sale, take it out' : 'If they are no sales, take them out'}.`,
    wholeTargetRepeated: ({ at, found, expected }) =>
      `${at}: the target is the same as in ${expected}, and by its name, "${found}", that of a whole period. Give it once for each period; if each row has its own, rename the column.`,
    targetOfPart: ({ at, found, expected }) =>
      `${at}: by its name, "${found}" is that of each day, week, person or place, and not the whole target of the periods in "${expected}". Give the whole target, or rename the column.`,
    unsignedAmounts: ({ at, found, expected }) =>
      `${at}: "${found}" tells which amounts are taken off, and "${expected}" has no sign of its own. Give a column of amounts with their signs.`,
    salesBelowZero: ({ at, found }) =>
      `${at}: the sales in "${found}" add up to less than 0. Ledgers give revenue a minus: if this one does, turn the signs round.`,
    salesBeyondTargets: ({ at, found, expected }) =>
      `${at}: the sales are ${found} times the targets. If "${expected}" is in thousands, in percent or another unit, bring both to one.`,
    targetsOfSomePeriods: ({ at, found, expected }) =>
      `${at}: there are targets for ${found} of the ${expected} periods of this year that have sales. The year to date holds the sales of all ${expected} against the targets of ${found}.`,
    mixedDateOrders: ({ at, found, expected }) =>
      `${at}: "${found}" puts the day first, but ${expected} puts the month first. Turn the column into real dates or YYYY-MM-DD.`,
    periodOfTwo: ({ at, found, expected }) =>
      `${at}: the columns ${found} together tell the period of each row, as "${expected}".`,
    yearOfPeriods: ({ at, found, expected }) =>
      `${at}: "${found}" and the like name no year; "${expected}" tells theirs.`,
    yearsAsDays: ({ at, found, expected }) =>
      `${at}: the dates all lie on day ${expected.slice(-2)} of their months, and are read as of ${found}. If months were typed as "Jan-${expected.slice(-2)}", Excel took their year for a day: write them as "${expected}-01".`,
    mixedPeriods: ({ at, found, expected }) =>
      `${at}: the period "${found}" is not as long as "${expected}" above it. Give all rows periods of one length.`,
    moreOfTheSame: ({ at, found }) => `${found} more like ${at}.`,
    alsoSpelled: ({ at, found, expected }) =>
      `${at}: "${found}" counts apart from "${expected}", which has the target. If they are the same, spell them alike.`,
    nearlySameNames: ({ at, found, expected }) =>
      `${at}: "${found}" has no sales, but "${expected}" has. If they are the same, spell them alike.`,
    noData: ({ at, found }) => `${at}: "${found}" is empty. Choose a sheet or table with rows.`,
    noHeader: ({ at }) =>
      `${at}: no header row was found. Put one row of column names above the data.`,
    earlyDate: ({ at, found, expected }) =>
      `${at}: ${found} in column "${expected}" is before 1950; the row is set aside. Correct the cell to count it.`,
    lateDate: ({ at, found, expected }) =>
      `${at}: ${found} in column "${expected}" is after 2199; the row is set aside. Correct the cell to count it.${buddhist(found)}`,
    notADate: ({ at, found, expected }) =>
      `${at}: "${found}" is no date of column "${expected}"; the row is set aside. Correct the cell to count it.`,
    notCalculated: ({ at, found, expected }) =>
      `${at}: ${count(Number(found), 'formula', 'formulas')} in ${expected} ${found === '1' ? 'was' : 'were'} never calculated. ${toCalculate}`,
    notANumber: ({ at, found, expected }) =>
      `${at}: "${found}" is no number of column "${expected}"; the row is set aside. Correct the cell to count it.`,
    notWon: ({ at, found, expected }) =>
      `${at}: ${count(Number(found), 'deal is', 'deals are')} lost or still open by "${expected}" and set aside: only won deals count as sales.`,
    unknownStage: ({ at, found, expected }) =>
      `${at}: "${found}" in "${expected}" does not tell whether the deal was won; it is set aside. Write won, lost or open to count it.`,
    rowsNotPlanned: (issue) => otherRows(issue, 'targets'),
    rowsNotSold: (issue) => otherRows(issue, 'sales'),
    severalVersions: ({ at, found, expected }) =>
      `${at}: version "${found}" after "${expected}". Targets of several versions are not added: keep one version in the table.`,
    targetsAddedUp: ({ at, found, expected }) =>
      `${at}: no column of "${expected}" has the names of "${found}"; targets of different names are added up.`,
    targetGrainAssumed: ({ at, found, expected }) =>
      `${at}: one date alone (${found}) does not tell how long its period is; it is taken for a ${expected}.`,
  },
  questions: {
    ...englishReadingQuestions,
    salesSource: ({ candidates, subject }) =>
      subject !== undefined
        ? `There is no sheet or table "${subject}". There are: ${listed(candidates)}.`
        : candidates.length === 0
          ? 'No sheet or table has a date column and an amount column. Add the sales, with a header row, or choose where they are.'
          : couldHold('sales', candidates),
    targetSource: ({ candidates, subject }) =>
      subject !== undefined
        ? `There is no sheet or table "${subject}". There are: ${listed(candidates)}.`
        : candidates.length === 0
          ? 'No table of targets was found. Set targets first, or choose the table that holds them.'
          : couldHold('targets', candidates),
    joinedSource: ({ candidates, subject = '' }) =>
      `There is no sheet or table "${subject}". There are: ${listed(candidates)}.`,
    ordersSource: ({ source, candidates }) =>
      `"${source}" has amounts, but no dates. Choose the table that has the dates of its orders: ${listed(candidates)}.`,
    rangeMoved: ({ source, subject = '', candidates }) =>
      `"${source}" is not what it was when it was chosen: its first row was "${subject}", or more rows follow below it by now. Choose the range again${candidates.length > 0 ? `, or answer: ${listed(candidates)}` : ''}.`,
    reportCurrency: ({ source, candidates }) =>
      `"${source}" has amounts in several currencies: ${listed(candidates)}. Say which one the report is in.`,
    salesDate: (unclear) => choose('the date of a sale', unclear, 'Choose the date column.'),
    salesAmount: (unclear) => choose('the sales amount', unclear, 'Choose the amount column.'),
    targetDate: (unclear) => choose('the period of a target', unclear, 'Choose the date column.'),
    targetAmount: (unclear) => choose('the target', unclear, 'Choose the target column.'),
    dimension: ({ source, candidates, subject }) =>
      candidates.length === 0
        ? subject === undefined
          ? `Sales and targets share no column that tells whose they are. Choose what to group "${source}" by.`
          : `"${source}" has no column "${subject}". Choose one of its columns.`
        : `Several columns of "${source}" could be the targets' "${subject ?? ''}": ${listed(candidates)}. Choose one.`,
    targetDimension: ({ source, candidates, subject, at = '', spelled }) =>
      spelled
        ? `${at}: "${spelled.targets}" of the targets in "${source}" is "${spelled.sales}" in "${subject ?? ''}" of the sales, and names spelled otherwise are other names. Spell all of them alike.`
        : candidates.length === 0
          ? `The targets in "${source}" are not split by "${subject ?? ''}": no column has its values. Group by a column the targets have, or add one to them.`
          : `Several columns of "${source}" could be "${subject ?? ''}": ${listed(candidates)}. Choose one.`,
  },
  readings: englishReadings,
  keyFigures: englishKeyFigures,
  joinQuestions: englishJoinQuestions,
  rateBases: englishRateBase,
  joinLines: englishJoinLines,
  workbookErrors: {
    accessDenied: (subject) =>
      `Excel refused access to ${subject}. Check that you may edit the workbook.`,
    busy: (subject) => `Excel is busy with something else (${subject}). Try again in a moment.`,
    cancelled: (subject) => `Reading ${subject} was cancelled. Nothing was changed.`,
    editMode: () =>
      'A cell is being edited. Press Enter or Esc in the sheet, then try again. Nothing was changed.',
    invalidSelection: () =>
      'One range of cells has to be selected. Select it in the sheet, then try again.',
    notFound: (subject) => `${subject} is not there any more. Choose the data again.`,
    protectedSheet: (subject) =>
      `The sheet "${subject}" is protected. Unprotect it under Review, then try again. Nothing was changed.`,
    tooLarge: (subject) =>
      `${subject} is too large to be handed over at once. Choose fewer rows or columns.`,
    unreadableFile: (subject) =>
      `${subject} is not a workbook that can be read. Save it as .xlsx without a password, then try again.`,
    unsupported: (subject) => `This version of Excel cannot do it: ${subject}.`,
    unknown: (subject) => `The workbook did not take it: ${subject}. Nothing was changed.`,
  },
  unassigned: '(unassigned)',
  total: 'Total',
  notAvailable: 'n.a.',
  comment: 'Comment',
  allPeriods: 'All periods: attainment',
  notes: 'Notes',
  status: 'Status',
  pace: 'Pace',
  attainment: 'Attainment',
  yearToDate: 'year to date',
  actualAndTarget: 'Actual and target',
  reportName: 'Sales report',
  targetsName: 'Sales targets',
  sheetsAsOne: (sheets) =>
    `${sheets.slice(0, 3).join(', ')}${sheets.length > 3 ? ' …' : ''} (${count(sheets.length, 'sheet', 'sheets')})`,
  actionsName: 'Sales actions',
  message: ({ period, isOpen, asOf, attainment, pace, culprits, behind, keys }) => {
    const reached = attainment === undefined ? 'has no target' : `${percent(attainment)} of target`;
    const first = isOpen
      ? attainment === undefined
        ? `${period} ${reached}.`
        : `By ${asOf}, ${period} stands at ${reached}${pace === undefined ? '' : ` and ${percent(pace)} of the target to date`}.`
      : `${period} ${attainment === undefined ? reached : `closed at ${reached}`}.`;
    const [worst, ...others] = culprits;
    const second = worst
      ? `${worst.name} carries ${wholePercent(worst.share)} of the shortfall${isOpen ? ' against the target to date' : ''}${others
          .map(({ name, share }) => `, ${name} ${wholePercent(share)}`)
          .join(
            '',
          )}; ${behind === 0 ? 'none is far enough below to be behind' : `${String(behind)} of ${String(keys)} ${behind === 1 ? 'is' : 'are'} behind`}.`
      : keys > 0 && attainment !== undefined
        ? isOpen
          ? 'Nobody is behind the target to date.'
          : 'Nobody is below target.'
        : '';
    return [first, second];
  },
  reportTitle: ({ amount, by, unit }) =>
    `${amount}${unit === '' ? '' : ` in ${unit}`}${by.length > 0 ? ` by ${by.join(', ')}` : ''}, largest shortfall first`,
  scenarios: ({ period, yearToDate, asOf }) =>
    `${period} and ${yearToDate} (year to date): AC actual, PL target, PY same days a year earlier, ΔPL and ΔPY variances; as of ${asOf}`,
  chartDescription: ({ grain, first, last }) =>
    `Actual as columns and target as outlined columns by ${grain}, ${first} to ${last}`,
  notesLines: (notes) => [
    `As of ${notes.asOf}; that day counts as elapsed. Target to date by working days, Monday to Friday; holidays are not taken out.`,
    `Sales: ${notes.salesAt}, ${used(notes.salesUsed, notes.salesRows)}. Targets: ${notes.targetsAt}, ${used(notes.targetsUsed, notes.targetRows)}.`,
    notes.grain === notes.targetGrain
      ? `Targets are set by ${notes.targetGrain}.`
      : `Targets are set by ${notes.targetGrain} and shown by ${notes.grain}; longer ones are split by working days.`,
    'ΔPL % is not available (n.a.) for targets of zero or less. Cells hold exact amounts; only their display is rounded, so printed parts may differ from printed totals in the last digit.',
    'Status: an open period by its target to date (its pace), a closed one by its target; behind below 90 %, ahead from 100 %.',
    'All periods: attainment of the full target. Closed periods are coloured by their status; an open one has no colour, and one that has not begun is blank.',
  ],
  control: {
    sales: 'Sales',
    targets: 'Targets',
    assigned: 'assigned',
    unassigned: 'unassigned',
    total: 'total',
    withoutTarget: 'Sales, no target in the period',
    keptComments: 'Comments of rows that are no longer shown',
    setAside: 'Rows set aside',
  },
  targetHeaders: { period: 'Period', start: 'Start', target: 'Target' },
  showCell: (at) => `Show ${at}`,
  actionHeaders: {
    what: 'Action',
    row: 'Row',
    period: 'Period',
    variance: 'Variance then',
    owner: 'Owner',
    due: 'Due',
    status: 'Status',
    note: 'Note',
    open: 'open',
  },
  wizard: {
    nothingToSpread: 'Choose what to set targets for: no row of the sales fits the scope.',
    noPeriods: 'Choose the year the targets are for.',
    totalIsNoNumber: 'Enter the total as a number, like 1500000.',
    totalHasTooManyDecimals: 'The total has more than two decimals. Enter it in whole cents.',
    noLastYear:
      'There are no sales in the year before to grow from or to phase by. Enter a total and spread it evenly.',
    noWeights:
      "Last year's sales of this scope are zero or negative and cannot be a pattern. Spread evenly.",
    otherColumns:
      'The table SalesTargets holds targets set by other columns. Choose the same columns, or delete its sheet first.',
    otherPeriods:
      'The table SalesTargets holds targets in periods of another length, or a row without a period. Choose the same periods, or mend or delete those rows first.',
    partialLastYear:
      'The sales do not cover the whole year before: growth and pattern come from its part alone.',
  },
};
