import {
  areaAddress,
  cellAddress,
  isBlank,
  quotedSheet,
  type CellValue,
  type Source,
} from '../../workbook';
import type { Issue, IssueCode } from '../issue';
import type { Unclear } from '../mapping';
import type { CellPlace } from '../raw-table';
import type { Reading } from '../reading';
import {
  findRowWord,
  findTotal,
  headerText,
  type PlaceInView,
  type Row,
  type RowAside,
  type ShapeEvidence,
  type ShapeFound,
  type ShapeQuestion,
} from '../shapes';

type PlaceAt = (row: number, column: number) => CellPlace;

/** Where cells of a view stand in the workbook. */
export function placesIn({ sheet, area }: Source, placeOf: PlaceInView): PlaceAt {
  return (row, column) => {
    const at = placeOf(row, column);
    return { sheet, row: area.row + at.row, column: area.column + at.column };
  };
}

const address = ({ sheet, row, column }: CellPlace) =>
  `${quotedSheet(sheet)}!${cellAddress(row, column)}`;

const labelsAside = (text: string) =>
  findTotal(text) !== undefined || findRowWord(text) !== undefined;

/** An issue for each row that is no data, at its first filled cell. */
export function rowIssues(
  aside: readonly RowAside[],
  rows: readonly Row[],
  placeAt: PlaceAt,
  said: Reading['totals'] = {},
): Issue[] {
  return aside.map(({ row, code }) => {
    const cells = rows[row] ?? [];
    const isLabel = (cell: CellValue) => {
      if (code !== 'subtotalRow' && code !== 'partRow') return !isBlank(cell);
      const text = headerText(cell);
      return said[text] === 'total' || labelsAside(text);
    };
    const label = cells.findIndex(isLabel);
    const column =
      label >= 0
        ? label
        : Math.max(
            cells.findIndex((cell) => !isBlank(cell)),
            0,
          );
    const found = headerText(cells[column]);
    return { code, at: address(placeAt(row, column)), found, expected: 'data' };
  });
}

const questionCodes: Readonly<Record<ShapeQuestion['question'], IssueCode>> = {
  periodYear: 'unclearYear',
  samePeriod: 'duplicateHeader',
  severalTables: 'severalTables',
  totalOrName: 'unclearTotal',
  dateOrder: 'ambiguousDates',
  spanToDate: 'figuresToDate',
  oddSpan: 'oddSpan',
  dayOrMonth: 'dayOrMonth',
};

/** What has no answer: the cells are to be mended. */
const isFault = (question: ShapeQuestion['question']) =>
  question === 'samePeriod' ||
  question === 'spanToDate' ||
  question === 'oddSpan' ||
  question === 'dayOrMonth';

/** What has to be answered before there is a table. */
export function questionIssues(
  { questions, shape, others }: ShapeFound,
  { sheet, area }: Source,
): Issue[] {
  const tables = [shape.area, ...others].map((one) =>
    areaAddress({ ...one, row: area.row + one.row, column: area.column + one.column }),
  );
  return questions.map(({ question, row, column, text, candidates }) => {
    const place = {
      sheet,
      row: area.row + shape.area.row + (shape.isTurned ? column : row),
      column: area.column + shape.area.column + (shape.isTurned ? row : column),
    };
    const known = question === 'severalTables' ? tables : candidates;
    const expected = question === 'dateOrder' ? text : known.join(', ');
    return { code: questionCodes[question], at: address(place), found: text, expected };
  });
}

/** The same as questions with their answers. */
export function shapeQuestions(found: ShapeFound, source: Source): Unclear[] {
  const issues = questionIssues(found, source);
  return found.questions.flatMap(({ question, text, candidates, told }, index): Unclear[] => {
    const issue = issues[index];
    if (!issue || isFault(question)) return [];
    const answers =
      question === 'severalTables'
        ? issue.expected.split(', ').map((one) => `${quotedSheet(source.sheet)}!${one}`)
        : question === 'totalOrName'
          ? ['total', 'name']
          : candidates;
    const { at } = issue;
    // An order of dates is said of a column: the one that the headers become.
    const subject = question === 'dateOrder' ? (found.shape.across ?? text) : text;
    return [
      { question, source: source.name, subject, candidates: answers, at, ...(told && { told }) },
    ];
  });
}

const findingCodes: Readonly<Partial<Record<ShapeEvidence['what'], IssueCode>>> = {
  columnNotTaken: 'columnNotTaken',
  filledDown: 'filledDown',
  headingsLeft: 'headingsLeft',
  headingsRead: 'headingsRead',
  totalDisagrees: 'totalDisagrees',
};

/** Cells of the same sheet that belong to other tables, or to none. */
export function otherIssues({ others }: ShapeFound, { sheet, area }: Source): Issue[] {
  return others.map((other) => {
    const moved = { ...other, row: area.row + other.row, column: area.column + other.column };
    const at = address({ sheet, row: moved.row, column: moved.column });
    return { code: 'otherCells', at, found: areaAddress(moved), expected: '' };
  });
}

/** What was noticed and assumed. */
export function findingsOf(
  { evidence }: ShapeFound,
  blanks: { readonly row: number; readonly column: number; readonly count: number } | undefined,
  placeAt: PlaceAt,
): Issue[] {
  const issues = evidence.flatMap(({ what, row, column, text, expected = '' }): Issue[] => {
    const code = findingCodes[what];
    return code ? [{ code, at: address(placeAt(row, column)), found: text, expected }] : [];
  });
  if (blanks) {
    const at = address(placeAt(blanks.row, blanks.column));
    issues.push({ code: 'blankAcross', at, found: String(blanks.count), expected: 'figure' });
  }
  return issues;
}
