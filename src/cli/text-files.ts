import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { isForeign, readTextFile, type Encoding, type TextFile } from '../csv';
import {
  assessText,
  importText,
  mostImportedRows,
  type AssessedTextTable,
  type ColumnReading,
  type Imported,
  type ReportWishes,
  type Session,
} from '../jobs';
import { WorkbookError } from '../workbook';
import type { PaneWords } from '../wording';

/** What the command line says of files of text; the rest is found. */
export interface TextWishes {
  readonly encoding?: Encoding;
  readonly separator?: string;
  readonly dateOrder?: 'dmy' | 'mdy';
  readonly decimalSign?: '.' | ',';
}

/** A file that cannot become a table, with the sentence that says why. */
export class TextFileError extends Error {
  override readonly name = 'TextFileError';
}

/** A file of the disk, read piece by piece. */
async function diskFile(path: string): Promise<TextFile> {
  try {
    const { size } = await stat(path);
    return { name: basename(path), size, bytes: () => createReadStream(path) };
  } catch (cause) {
    throw new WorkbookError('notFound', path, cause);
  }
}

/** Whether a file is a workbook, or anything else that is no text. */
export async function isWorkbook(path: string): Promise<boolean> {
  return /\.(?:xls[xmb]?|ods)$/i.test(path) || isForeign(await diskFile(path));
}

/** Reads a file of text into the workbook, as a table on a sheet of its own. */
export async function bringIn(
  session: Session,
  path: string,
  wishes: TextWishes,
  words: PaneWords['importing'],
): Promise<Imported> {
  const { encoding, separator } = wishes;
  const table = await readTextFile(await diskFile(path), {
    ...(encoding && { encoding }),
    ...(separator !== undefined && { separator }),
  });
  const assessed = await assessText(table);
  const { obstacle } = assessed;
  if (obstacle) {
    const isRows = obstacle === 'tooManyRows';
    const count = String(isRows ? table.rowCount : table.columns.length);
    const most = String(isRows ? mostImportedRows : 16_384);
    throw new TextFileError(`${path}: ${words.obstacles[obstacle](count, most)}`);
  }
  return importText(session, assessed, readingsFor(assessed, wishes));
}

/** Columns that can be read in two ways stay text unless they are answered: only those used are asked. */
function readingsFor(
  { columns }: AssessedTextTable,
  { dateOrder, decimalSign }: TextWishes,
): ReadonlyMap<number, ColumnReading> {
  return new Map(
    columns.flatMap(({ reading }, column): [number, ColumnReading][] => {
      if ('found' in reading) return [];
      const answer = reading.question.readings.find(
        (one) =>
          (one.kind === 'date' && one.order === dateOrder) ||
          (one.kind === 'number' && one.sign === decimalSign),
      );
      return [[column, answer ?? { kind: 'text' }]];
    }),
  );
}

/** What became of the lines of a file, a sentence each. */
export function fileLines(
  { file, table, rows, account, faults, faultCount, losses }: Imported,
  words: PaneWords['importing'],
): string[] {
  const more = faultCount - faults.length;
  return [
    `${file}: ${words.written(String(rows), table, table)}`,
    ...(account.atFault > 0 ? [`${file}: ${words.setAside(account.atFault)}`] : []),
    ...faults.map((fault) => `${file}: ${words.faults[fault.code](fault)}`),
    ...(more > 0 ? [`${file}: ${words.moreFaults(String(more))}`] : []),
    ...losses.map((loss) => `${file}: ${words.losses[loss.code](loss)}`),
  ];
}

/** The wishes with the tables of files that they name. */
export function namedByFiles(wishes: ReportWishes, brought: readonly Imported[]): ReportWishes {
  const tableOf = (name: string | undefined) =>
    brought.find(({ file }) => file.toLowerCase() === basename(name ?? '').toLowerCase())?.table;
  const [sales, targets] = [tableOf(wishes.sales), tableOf(wishes.targets)];
  return { ...wishes, ...(sales && { sales }), ...(targets && { targets }) };
}
