import { planReport, Session, type PlannedReport } from '../../src/jobs';
import { emptySheet, type SheetContents, type WorkbookContents } from '../../src/workbook';
import { openFile, writeContents } from '../../src/xlsx';
import { salesColumns, targetColumns } from '../floor/columns';
import { countCells } from '../floor/unpacked-xml';
import { varianceByHand } from '../floor/variance';
import { findDifference } from '../answer';
import { reportAnswer } from '../ours/report';
import { contestant, WrongAnswer, type Contest } from '../stopwatch';
import { varianceAnswer } from '../variance-table';
import { parsed, workloadOf, type RangeValues } from '../workload';
import { peerRows } from './loaded';

function sheetOf(name: string, values: RangeValues): SheetContents {
  const cells = parsed(values).flat();
  const dates = { row: 1, column: 0, rows: cells.length - 1, columns: 1 };
  return {
    ...emptySheet(name),
    cells,
    formats: [{ area: dates, style: { numberFormat: 'yyyy-mm-dd' } }],
  };
}

/** From an xlsx file to one with the report on a sheet, as the command line does it. */
async function headless(bytes: Uint8Array): Promise<PlannedReport> {
  const workbook = await openFile(bytes, 'bench.xlsx');
  const outcome = await planReport(new Session(workbook), { by: ['Region', 'Product'] });
  if ('stopped' in outcome) throw new Error(JSON.stringify(outcome.stopped.issues));
  const { sheet } = await workbook.write(outcome.done.plan);
  const written = await workbook.toBytes([sheet]);
  if (written.length === 0) throw new Error('An empty file was written');
  return outcome.done;
}

/** At most so many rows are put into a file. */
const mostRows = 100_000;

export async function fileContest(rows: number): Promise<Contest> {
  const workload = workloadOf(Math.min(rows, mostRows));
  const contents: WorkbookContents = {
    sheets: [sheetOf('Sales', workload.sales), sheetOf('Targets', workload.targets)],
    names: [],
    dateSystem: 1900,
  };
  const bytes = await writeContents(contents);
  const { sales, targets } = peerRows(workload);
  const expected = varianceAnswer(varianceByHand(salesColumns(sales), targetColumns(targets))).map(
    ([region = '', product = '', month = -1, sum = NaN, , target = NaN]) => [
      region,
      product,
      month,
      sum,
      target,
    ],
  );
  const cells = contents.sheets.reduce(
    (sum, sheet) => sum + sheet.cells.reduce((all, row) => all + row.length, 0),
    0,
  );
  return {
    job: `an .xlsx file of ${String(workload.rows)} rows, end to end`,
    isSteady: false,
    contestants: [
      contestant('floor', {
        prepare: () => bytes,
        run: countCells,
        answer: (found) => check(found === cells, `${String(found)} cells`),
        note: 'unpacks and parses the XML (saxes), and counts cells',
      }),
      contestant('ours', {
        prepare: () => bytes,
        run: headless,
        answer: (found) => {
          const difference = findDifference(expected, reportAnswer(found));
          return check(difference === undefined, difference ?? '');
        },
        note: 'reads it, reports, writes a file with the report',
      }),
    ],
  };
}

/** The two find different things, so that each is held against what it should find. */
function check(isRight: boolean, found: string): readonly (readonly number[])[] {
  if (!isRight) throw new WrongAnswer(`The file gave ${found}`);
  return [[1]];
}
