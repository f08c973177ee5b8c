import type { Issue, IssueCode } from '../intake';

/** What is said of rows and columns that were read as something else than data. */
export const englishShapeIssues = {
  belowTotal: ({ at, found }) =>
    `${at}: ${found === '' ? 'this row' : `"${found}"`} is no name like others, or stands below the total; it is set aside and not counted. If it is a row like the others, say so under "How it was read".`,
  blankAcross: ({ at, found }) =>
    `${at}: ${found === '1' ? 'one figure across is' : `${found} figures across are`} blank, the first of them here. Blank means that there is none, not 0.`,
  columnNotTaken: ({ at, found }) =>
    `${at}: column "${found}" stands beside periods but belongs to none; it is not read.`,
  dayOrMonth: ({ at, found }) =>
    `${at}: "${found}" may be a day or a month. Write a month as 2026-01 or Jan 2026, and a day with its year.`,
  filledDown: ({ at, found, expected }) =>
    `${at}: blank cells in "${found}" are read as the ${expected === '' ? 'name above them' : `cell above them within the same "${expected}"`}.`,
  groupRow: ({ at, found }) =>
    `${at}: "${found}" adds up the rows below it, which it names; it is set aside, so that nothing counts twice.`,
  headingRow: ({ at, found }) =>
    `${at}: "${found}" is a heading of the rows below it, not a row of data; it is set aside.`,
  headingsLeft: ({ at, found, expected }) =>
    `${at}: "${found}" and ${expected} more stand alone in their rows, perhaps as headings of the rows below; they are not read. If they are, tick "Names alone in their rows are headings" under "How it was read".`,
  headingsRead: ({ at, found, expected }) =>
    `${at}: "${found}" and ${expected} more stand alone in their rows and are read as headings: a column of its own names them for the rows below.`,
  missingColumn: ({ at, found }) =>
    `${at}: this sheet has no column "${found}"; its rows have none there.`,
  noteRow: ({ at, found }) => `${at}: "${found}" is a note, not a row of data; it is set aside.`,
  oddSpan: ({ at, found }) =>
    `${at}: "${found}" is no month, quarter or year like those beside it. Give the figures of each.`,
  otherCells: ({ at, found }) =>
    `${at}: what else stands on this sheet (${found}) is not part of this table and is not read with it.`,
  rowBelowTable: ({ at, found }) =>
    `${at}: a row stands right below table "${found}" and is not part of it, so that it is not read. If it belongs to it, draw the table's corner down over it.`,
  otherLayout: ({ at, found, expected }) =>
    `${at}: the columns of this sheet (${found}) are others than those of "${expected}", so that they cannot be read as one table. Leave it out, or name its columns alike.`,
  partRow: ({ at, found }) =>
    `${at}: "${found}" is part of the row above it; it is set aside, so that nothing counts twice.`,
  repeatedHeader: ({ at }) => `${at}: the header stands here once more; the row is set aside.`,
  rowsOnTwoSheets: ({ at, expected }) =>
    `${at}: this row stands at ${expected} as well, and so do others; read together, both sheets count twice. Leave one out where it is a copy.`,
  sheetLeftOut: ({ at, expected }) =>
    expected === 'hidden'
      ? `${at}: this hidden sheet has the columns of the sales and is not read with them. Show it if its rows count.`
      : `${at}: this sheet has the columns of the sales, or is named by a period as they are, and is not read with them. Choose it too, with the same headers, if its rows count.`,
  sheetsInDoubt: ({ at, found, expected }) =>
    `${at}: "${found}" and "${expected}" may hold the same sales, or figures that are not to be added, so that they are not read as one unasked.`,
  sumOfSheets: ({ at, found, expected }) =>
    `${at}: this sheet adds up to ${found}, as ${expected === '' ? 'all others together do' : `that at ${expected} does`}; read together, they count twice. Leave it out where it holds the same sales.`,
  severalTables: ({ at, found, expected }) =>
    found === ''
      ? `${at}: there are several tables here: ${expected}. Choose one, or give each its own sheet.`
      : `${at}: no table starts at ${found} any more, where the one was that was chosen; there is ${expected}. Choose anew.`,
  subtotalRow: ({ at, found }) =>
    `${at}: ${found === '' ? 'this row' : `"${found}"`} is a total of other rows; it is set aside, so that nothing counts twice.`,
  totalDisagrees: ({ at, found, expected }) =>
    `${at}: the total there is ${found}, but its parts add up to ${expected}. The parts are used.`,
  unclearTotal: ({ at, found }) =>
    `${at}: "${found}" can be a total of other rows or a name like theirs, and the cells do not decide it. Rename it, or say which it is.`,
  unclearYear: ({ at, found, expected }) =>
    expected === ''
      ? `${at}: "${found}" does not tell its year, and no title does. Say which year is meant.`
      : `${at}: "${found}" does not tell its year; it can be of ${expected}. Say which year is meant.`,
} satisfies Partial<Record<IssueCode, (issue: Issue) => string>>;
