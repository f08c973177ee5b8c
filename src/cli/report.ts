import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  assessData,
  denotes,
  keyFiguresOf,
  keyFigureSpanNames,
  planReport,
  qualityJson,
  reportJson,
  serialDates,
  Session,
  sheetsOf,
  stopLines,
  writeQualitySheet,
  type Imported,
} from '../jobs';
import { errorSentence, paneWordsFor, qualityWordsFor, wordsFor } from '../wording';
import { WorkbookError } from '../workbook';
import { openFile, workbookOf, type FileWorkbook } from '../xlsx';
import { readReadings } from './read-readings';
import { readOptions, usage, UsageError, type ReportOptions } from './options';
import { answersFor } from './answers';
import { bringIn, fileLines, isWorkbook, namedByFiles, TextFileError } from './text-files';

const words = wordsFor('en');
const { importing } = paneWordsFor('en');

/** Exit codes: something is missing or not certain; something failed. */
const [unclear, failed] = [2, 1];

async function run(options: ReportOptions): Promise<number> {
  const { inputs, output, reading, text } = options;
  if (output !== undefined && inputs.some((input) => resolve(input) === resolve(output))) {
    throw new UsageError('--out names a file that is read. Write to another file.');
  }
  const input = inputs.join(', ');
  const readings = reading === undefined ? undefined : await readReadings(reading);
  const { workbook, texts } = await openInputs(inputs);
  const session = new Session(workbook, 'en');
  const brought: Imported[] = [];
  for (const path of texts) brought.push(await bringIn(session, path, text, importing));
  for (const line of brought.flatMap((file) => fileLines(file, importing))) console.error(line);
  const wishes = namedByFiles(options.wishes, brought);
  const outcome = await planReport(session, { ...wishes, ...(readings && { readings }) });
  const { sources } = 'stopped' in outcome ? outcome.stopped.data : outcome.done.data;
  for (const name of Object.keys(readings ?? {})) {
    if (!sources.some((source) => denotes(name, source))) {
      const names = sources.map((source) => source.name).join(', ');
      throw new UsageError(
        `--reading: there is no sheet or table "${name}" in ${input}. There are: ${names}.`,
      );
    }
  }
  if ('stopped' in outcome) {
    const { stopped } = outcome;
    if (options.isJson) {
      const unclearParts = [...stopped.unclear, ...stopped.data.unclearJoins];
      print({ unclear: unclearParts, issues: stopped.issues });
    }
    const lines = [...stopLines(stopped, words), ...answersFor(stopped.unclear, brought)];
    for (const line of lines) console.error(line);
    return unclear;
  }
  const { plan, ...tracked } = outcome.done;
  const assessed = options.withQuality
    ? await assessData(session, { ...wishes, ...(readings && { readings }) })
    : undefined;
  let sheet: string | undefined;
  if (output !== undefined) {
    ({ sheet } = await workbook.write(plan));
    const { sales, targets, joins } = tracked.data;
    const sources = [sales.source, targets.source];
    if (joins.orders) sources.push(joins.orders.table.raw.source);
    const used = sources.flatMap(sheetsOf);
    const quality = assessed ? [(await writeQualitySheet(session, assessed)).sheet] : [];
    const sheets = [sheet, ...quality, ...(options.withData ? used : [])];
    await writeFile(output, await workbook.toBytes(sheets));
  }
  if (options.isJson) {
    const figures = await keyFiguresOf(tracked, keyFigureSpanNames, true);
    const asOf = serialDates.isoOf(tracked.report.request.asOf);
    const files = brought.map(({ file, table, account }) => ({ file, table, lines: account }));
    const json = reportJson(tracked, sheet, asOf, words, figures);
    print({
      ...json,
      ...(assessed && { quality: qualityJson(assessed, qualityWordsFor('en')) }),
      ...(files.length > 0 && { files }),
    });
  } else {
    const rows = tracked.report.rows.length;
    console.log(
      `Wrote "${sheet ?? ''}" to ${output ?? ''}: ${String(rows)} rows of key and period.`,
    );
    console.log(
      `Sales: ${String(tracked.sales.used)} rows used, ${String(tracked.sales.setAside)} set aside. Targets: ${String(tracked.targets.used)} used, ${String(tracked.targets.setAside)} set aside.`,
    );
    for (const issue of [...tracked.issues, ...tracked.keyFigures.issues])
      console.error(words.issues[issue.code](issue));
    for (const { findings } of assessed ? qualityJson(assessed, qualityWordsFor('en')) : []) {
      for (const { sentence } of findings) console.error(sentence);
    }
  }
  return 0;
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** The workbook among the inputs, or an empty one, and the files of text. */
async function openInputs(
  inputs: readonly string[],
): Promise<{ readonly workbook: FileWorkbook; readonly texts: readonly string[] }> {
  const books: string[] = [];
  const texts: string[] = [];
  for (const path of inputs) ((await isWorkbook(path)) ? books : texts).push(path);
  const [book, ...others] = books;
  if (others.length > 0) throw new UsageError(`One workbook at a time: ${books.join(', ')}`);
  const workbook =
    book === undefined
      ? workbookOf({ sheets: [], names: [], dateSystem: 1900 })
      : await openFile(await readInput(book), book);
  return { workbook, texts };
}

async function readInput(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new WorkbookError('notFound', path, cause);
  }
}

async function main(): Promise<number> {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(usage);
    return 0;
  }
  try {
    return await run(readOptions(process.argv.slice(2), serialDates.findIso));
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${usage}`);
      return unclear;
    }
    if (error instanceof TextFileError) {
      console.error(error.message);
      return failed;
    }
    if (error instanceof WorkbookError) {
      console.error(errorSentence(error, words));
      return failed;
    }
    throw error;
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = failed;
  },
);
