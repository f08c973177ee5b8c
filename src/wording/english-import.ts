import type { ImportWords } from './import-words';

const plural = (count: number, one: string, many: string) =>
  `${String(count)} ${count === 1 ? one : many}`;

export const englishImport: ImportWords = {
  heading: 'Add files',
  addFile: 'Add a file…',
  dropHere: 'Drop text files here',
  dropHint: 'Or drop CSV files on this pane. They go into this workbook and nowhere else.',
  reading: (file) => `Reading ${file}…`,
  writing: (file) => `Writing ${file}…`,
  megabytes: (read, all) => `${read} of ${all} MB`,
  size: (rows, columns) =>
    `${rows} ${rows === '1' ? 'row' : 'rows'}, ${columns} ${columns === '1' ? 'column' : 'columns'}`,
  encoding: 'Encoding',
  encodings: {
    'utf-8': 'UTF-8',
    'windows-1252': 'Western Europe (Windows-1252)',
    'windows-1250': 'Central Europe (Windows-1250)',
    'windows-1251': 'Cyrillic (Windows-1251)',
    'windows-1253': 'Greek (Windows-1253)',
    'windows-1254': 'Turkish (Windows-1254)',
    shift_jis: 'Japanese (Shift JIS)',
    gb18030: 'Chinese, simplified (GB 18030)',
    big5: 'Chinese, traditional (Big5)',
    'euc-kr': 'Korean (EUC-KR)',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16, big-endian',
    macintosh: 'Mac Roman',
  },
  separator: 'Separator',
  separators: { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Vertical bar' },
  firstLine: 'First line',
  header: { names: 'Names of columns', row: 'A row of data' },
  noHeader: 'No line of column names was found. Is the first line a row of data?',
  renamed: (headers) => `Named so here, since blank or repeated in the file: ${headers}.`,
  columns: 'Columns',
  readings: {
    text: 'Text',
    'number .': '1,234.56 (number)',
    'number ,': '1.234,56 (number)',
    'date dmy': 'Day/month/year',
    'date mdy': 'Month/day/year',
    'date ymd': 'Year-month-day',
  },
  readingOf: (header) => `How to read ${header}`,
  kept: {
    leadingZeros: 'leading zeros kept',
    longNumbers: 'more digits than Excel keeps',
    phoneNumbers: 'phone numbers',
    codes: 'codes, not amounts',
    severalCurrencies: 'several currencies',
  },
  question: ({ header, text, line, against }) =>
    against === undefined
      ? `"${text}" in ${header} (line ${line}) can mean two things. How is it meant?`
      : `In ${header}, "${text}" (line ${line}) and "${against}" contradict each other. ` +
        'How is the column meant? What does not fit stays text.',
  choose: 'Choose…',
  preview: 'First rows',
  setAside: (lines) =>
    `${plural(lines, 'line', 'lines')} of this file cannot become ${lines === 1 ? 'a row' : 'rows'}:`,
  faults: {
    fieldCount: ({ line, found, expected, text = '' }) =>
      `Line ${String(line)} has ${plural(Number(found), 'field', 'fields')}, not ${expected}: ${text}`,
    openQuote: ({ line, found }) =>
      `In line ${String(line)} a quote opens and never closes: ${found}`,
    strayQuote: ({ line, found }) =>
      `In line ${String(line)} a quote closes before the field ends: ${found}`,
    tooLong: ({ line, expected }) =>
      `In line ${String(line)}, ${expected} is longer than a cell may be (32,767 characters).`,
  },
  moreFaults: (count) => `… and ${count} more.`,
  obstacles: {
    noRows: () => 'This file has no rows below its column names. Choose another file.',
    tooManyRows: (count, most) =>
      `This file has ${count} rows; a sheet holds ${most} below a header. ` +
      'Split the file, by year for instance, and add the parts.',
    tooManyColumns: (count, most) =>
      `This file has ${count} columns; a sheet holds ${most}. Is the separator right?`,
  },
  notText: (file) =>
    `"${file}" is not a text file. Open it in Excel, or save it as CSV and add that.`,
  importFiles: (files) => (files === 1 ? 'Import' : `Import ${String(files)} files`),
  openQuestions: (count) =>
    count === 1 ? 'Answer the question above first.' : `Answer ${String(count)} questions first.`,
  remove: (file) => `Leave out ${file}`,
  close: 'Close',
  written: (rows, table, sheet) =>
    `${rows} ${rows === '1' ? 'row is' : 'rows are'} now in table ${table} on sheet "${sheet}".`,
  show: 'Show the table',
  account: {
    lines: 'Lines in the file',
    rows: 'Lines written as rows',
    header: 'Column names',
    above: 'Above the column names',
    blank: 'Blank lines',
    atFault: 'Lines left out',
  },
  losses: {
    unread: ({ header, cells, first }) =>
      `${header}: ${plural(cells, 'cell', 'cells')} stayed text` +
      (first ? `, the first in line ${String(first.line)}: "${first.text}".` : '.'),
    withoutZone: ({ header, cells }) =>
      `${header}: ${plural(cells, 'time', 'times')} named a time zone, which a cell cannot hold.`,
  },
};
