import type { Finding } from '../intake';
import { uncalculated } from '../workbook';
import { inPercent, toCalculate, toDate } from './english';
import { serialText } from './serial-text';
import type { QualityWords } from './quality-words';

const number = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 6 });
const count = (value: number, one: string, many: string) =>
  `${number(value)} ${value === 1 ? one : many}`;
const money = (value: number) =>
  value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const listed = (texts: readonly string[]) => texts.map((text) => `"${text}"`).join(', ');
const orders = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' };

/** "Sales!B17 and 12 more cells". */
const cells = ({ at, count: all }: Finding) =>
  all > 1 ? `${at} and ${count(all - 1, 'more cell', 'more cells')}` : at;
const rows = ({ at, count: all }: Finding) =>
  all > 1 ? `${at} and ${count(all - 1, 'more row', 'more rows')}` : at;
const setAside = ({ count: all }: Finding) =>
  all === 1 ? 'Its row is set aside.' : 'Their rows are set aside.';
const swapAsked = ({ facts }: Finding) =>
  facts.isTurned
    ? 'Read with day and month changed back, as was said. The fix changes the cells.'
    : 'Nothing is assumed: no report is built until it is decided. The fix changes the cells.';
/** Amounts of several currencies have no sum to tell. */
const together = ({ facts: { amount } }: Finding, told: (sum: string) => string) =>
  amount === undefined ? '' : told(money(amount));
const oneOrMore = ({ count: all }: Finding, one: string, many: string) => (all === 1 ? one : many);
const repeated = (finding: Finding) =>
  oneOrMore(finding, 'It is counted.', 'All of them are counted.');
const asItStands = () => 'Counted as it stands.';

export const englishQuality: QualityWords = {
  findings: {
    ambiguousDates: (finding) =>
      `${cells(finding)} in "${finding.column}" can be day/month or month/day: ${listed(finding.values)}. No cell of the column decides it: choose.`,
    ambiguousNumbers: (finding) =>
      `${cells(finding)} in "${finding.column}" can be thousands or decimals: ${listed(finding.values)}. No cell of the column decides it: choose.`,
    blankAmounts: (finding) => `${cells(finding)}: the amount in "${finding.column}" is blank.`,
    blankDates: (finding) => `${cells(finding)}: the date in "${finding.column}" is blank.`,
    blankKeys: (finding) => `${cells(finding)}: "${finding.column}" is blank.`,
    blankRows: (finding) => `${rows(finding)}: nothing stands there.`,
    contradictingNumbers: (finding) =>
      `${finding.at}: "${finding.values[0] ?? ''}" does not have "${finding.facts.otherValue ?? ''}" as its decimal sign, as other texts of "${finding.column}" do. Turn the column into real numbers.`,
    duplicateIds: (finding) =>
      `${cells(finding)} in "${finding.column}" ${oneOrMore(finding, 'stands', 'stand')} a second time, though nearly all others stand once: ${listed(finding.values)}; the first is also in ${finding.facts.other ?? ''}.`,
    duplicateRows: (finding) =>
      `${rows(finding)}: every cell is the same as in an earlier row (${finding.facts.other ?? ''}). ${together(finding, (sum) => `${oneOrMore(finding, 'It adds', 'Together they add')} ${sum}. `)}${oneOrMore(finding, 'Delete it if it was', 'Delete them if they were')} entered twice.`,
    errorCells: (finding) =>
      finding.values.every((value) => value === uncalculated.error)
        ? `${cells(finding)} in "${finding.column}": never calculated. ${toCalculate}`
        : `${cells(finding)} in "${finding.column}": ${finding.values.join(', ')}. Mend the formula or the value.`,
    farDates: (finding) =>
      `${cells(finding)} in "${finding.column}": far away from all other dates. Check the year.`,
    futureDates: (finding) =>
      `${cells(finding)} in "${finding.column}": dated after ${serialText(finding.facts.to)}.`,
    gaps: (finding) =>
      `${finding.at}: no rows in ${count(finding.count, 'month', 'months')}: ${finding.values.join(', ')}. Is a file missing?`,
    figuresToDate: ({ at, values: [found = ''], column }) => toDate(at, found, column),
    inPercent: ({ at, values: [found = ''] }) => inPercent(at, found),
    maybeSwappedDates: (finding) =>
      `${cells(finding)} in "${finding.column}": day and month may have changed places. ${finding.facts.other ?? ''} is the text "${finding.facts.otherValue ?? ''}" (${orders[finding.facts.order ?? 'dmy']}); ${finding.at} is the date ${serialText(finding.facts.from)}. Too few cells to be sure: choose.`,
    mixedDateOrders: (finding) =>
      `${finding.at}: "${finding.values[0] ?? ''}" puts the day first, ${finding.facts.other ?? ''} ("${finding.facts.otherValue ?? ''}") the month. Turn the column into real dates.`,
    nearNames: (finding) =>
      `${cells(finding)} in "${finding.column}": ${listed(finding.values)} may be "${finding.facts.into ?? ''}", which stands in ${count(finding.facts.intoCount ?? 0, 'cell', 'cells')}.`,
    negativeAmounts: (finding) =>
      `${cells(finding)} in "${finding.column}": negative${together(finding, (sum) => `, ${sum}${oneOrMore(finding, '', ' together')}`)}.`,
    notAssigned: (finding) =>
      `${cells(finding)}: ${listed(finding.values)} ${finding.values.length === 1 ? 'has' : 'have'} no "${finding.column}".`,
    notDates: (finding) =>
      `${cells(finding)} in "${finding.column}": no date (${listed(finding.values)}).`,
    notNumbers: (finding) =>
      `${cells(finding)} in "${finding.column}": no number (${listed(finding.values)}).`,
    notWon: (finding) =>
      `${rows(finding)}: deals that are lost or still open by "${finding.column}" (${listed(finding.values)}).`,
    oddAmounts: (finding) =>
      `${cells(finding)} in "${finding.column}": about ${number(finding.facts.factor ?? 1)} times what the column usually holds (${listed(finding.values)}). A lost decimal point, or thousands?`,
    unknownStages: (finding) =>
      `${cells(finding)} in "${finding.column}": not known to mean won, lost or open (${listed(finding.values)}).`,
    spaces: (finding) =>
      `${cells(finding)} in "${finding.column}": needless or no-break spaces in the name.`,
    swappedDates: (finding) =>
      `${cells(finding)} in "${finding.column}": Excel took day for month. The ${count(finding.facts.texts ?? 0, 'text', 'texts')} of the column are ${orders[finding.facts.order ?? 'dmy']}, as "${finding.facts.otherValue ?? ''}" in ${finding.facts.other ?? ''}; no real date has a day above 12, so ${finding.at}, shown as ${serialText(finding.facts.from)}, has its day and month in each other's place.`,
    textDates: (finding) =>
      `${cells(finding)} in "${finding.column}": dates written as text (${listed(finding.values)}).`,
    textNumbers: (finding) =>
      `${cells(finding)} in "${finding.column}": numbers written as text (${listed(finding.values)}).`,
    unlikelyScale: (finding) => {
      const { factor = 1, from, to } = finding.facts;
      const times =
        factor > 1
          ? `${number(factor)} times as large as`
          : `${number(Math.round(1 / factor))} times smaller than`;
      return `${cells(finding)} in "${finding.column}": from ${serialText(from)} to ${serialText(to)} amounts are ${times} in the other months. A lost decimal point, or thousands?`;
    },
    zeroAmounts: (finding) => `${cells(finding)} in "${finding.column}": the amount is 0.`,
  },
  assumed: {
    ambiguousDates: () => 'Nothing is assumed: no report is built until it is decided.',
    ambiguousNumbers: () => 'Nothing is assumed: no report is built until it is decided.',
    blankAmounts: setAside,
    blankDates: setAside,
    blankKeys: () => 'Counted as unassigned.',
    blankRows: setAside,
    contradictingNumbers: ({ facts }) =>
      `"${facts.otherValue ?? ''}" is taken for the decimal sign; what cannot be read so is set aside.`,
    duplicateIds: repeated,
    duplicateRows: repeated,
    errorCells: () => 'An error as date or amount sets its row aside; as a name it is unassigned.',
    farDates: asItStands,
    futureDates: () => 'Counted only if the as-of day is that late.',
    gaps: () => 'These months count as months without sales.',
    figuresToDate: () => 'No report is built.',
    inPercent: () => 'No report is built.',
    maybeSwappedDates: swapAsked,
    mixedDateOrders: () => 'Nothing is assumed: no report is built until it is mended.',
    nearNames: () => 'Counted as different names.',
    negativeAmounts: () => 'Counted as returns: they lower the total.',
    notAssigned: () => 'Counted as unassigned.',
    notDates: setAside,
    notNumbers: setAside,
    notWon: () => 'Set aside: only won deals count as sales.',
    oddAmounts: asItStands,
    spaces: () => 'Counted as a name of its own where the spaces differ.',
    swappedDates: swapAsked,
    textDates: ({ facts }) => `Read as ${orders[facts.order ?? 'ymd']}.`,
    textNumbers: () => 'Read as numbers.',
    unknownStages: setAside,
    unlikelyScale: asItStands,
    zeroAmounts: asItStands,
  },
  weights: { wrong: 'To mend', ask: 'To decide', note: 'Good to know' },
  fix: (rule) => {
    switch (rule.kind) {
      case 'numbers':
        return `Make numbers (decimal ${rule.sign === '.' ? 'point' : 'comma'})`;
      case 'dates':
        return `Make dates (${orders[rule.order]})`;
      case 'swap':
        return 'Swap day and month back';
      case 'trim':
        return 'Remove needless spaces';
      case 'merge':
        return `Rename to "${rule.into}"`;
      case 'scale':
        return rule.divisor > 1
          ? `Divide by ${number(rule.divisor)}`
          : `Multiply by ${number(Math.round(1 / rule.divisor))}`;
    }
  },
  effect: ({ cells: changed, rows: used, amount }) =>
    [
      `Changes ${count(changed, 'cell', 'cells')}.`,
      used === 0
        ? ''
        : `${count(Math.abs(used), 'row', 'rows')} ${used > 0 ? 'more' : 'fewer'} used.`,
      amount === undefined
        ? 'Amounts move; there is no total of several currencies.'
        : amount === 0
          ? 'The total stays.'
          : `The total moves by ${money(amount)}.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  fixed: (changed) => `${count(changed, 'cell was', 'cells were')} changed.`,
  byHand: (formulas) =>
    `Formulas are never changed. Mend ${formulas.length === 1 ? 'this one' : 'these'} by hand: ${formulas.join('; ')}.`,
  changedSince: (changed) =>
    `Nothing was changed: ${changed.join(', ')} ${changed.length === 1 ? 'holds' : 'hold'} something else by now. Below is what stands in the cells now.`,
  cannotUndo: (changed) =>
    `The last change cannot be undone any more: ${changed.join(', ')} ${changed.length === 1 ? 'holds' : 'hold'} something else by now. Nothing was changed.`,
  title: 'Data quality',
  sides: { sales: 'Sales', targets: 'Targets' },
  counts: {
    read: 'Rows read',
    used: 'Used',
    setAside: 'Set aside',
    skipped: 'of these no data (totals, headers, headings, notes)',
    total: 'Total of the rows used',
  },
  notRead: 'Not read before the question on the Report page is answered.',
  totalAtRates: (currency) => `In ${currency}, at the joined rates`,
  noTotal: ({ currencies, findings }) =>
    currencies.length > 0
      ? `none: several currencies (${currencies.join(', ')}), which a report adds by joined rates alone`
      : findings.some(({ code }) => code === 'figuresToDate')
        ? 'none: figures to date'
        : 'none: in percent',
  headers: {
    side: 'Data',
    weight: 'Weight',
    finding: 'Finding',
    at: 'First cell',
    column: 'Column',
    count: 'Cells',
    values: 'Values',
    assumed: 'Assumed',
  },
  nothingFound:
    'Nothing to mend in these cells. How sales and targets fit together is said with the report.',
  page: {
    look: 'Look the data through',
    lookAgain: 'Look again',
    looking: 'Looking the data through…',
    fixing: 'Changing the cells…',
    preview: 'Before it is changed',
    apply: 'Change the cells',
    cancel: 'Cancel',
    undo: 'Undo',
    undone: 'The cells are as they were.',
    was: 'Now',
    becomes: 'Then',
    cell: 'Cell',
    write: 'Write to a sheet',
    cannotLook: 'Say first on the Report page where the data are.',
    readOtherwise: 'The data are read otherwise by now than when they were looked through.',
  },
  written: (sheet) => `The findings are on the sheet "${sheet}".`,
  more: (rest) => `and ${number(rest)} more`,
};
