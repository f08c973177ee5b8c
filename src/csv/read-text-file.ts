import { TableCollector } from './table-collector';
import { EncodingProbe, withYenSign, type Encoding } from './encoding';
import { RecordReader, type RecordOrFault } from './records';
import { findSeparator } from './separator';
import type { TextFile } from './text-file';
import { textPieces } from './text-pieces';
import type { TextTable } from '../intake';
import { WorkbookError } from '../workbook';

/** What the person says of a file; the rest is found. */
export interface TextFileWishes {
  readonly encoding?: Encoding;
  readonly separator?: string;
  readonly hasHeader?: boolean;
}

export interface TextFileOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly bytesRead: number; readonly bytes: number }) => void;
  /** Asked between steps of long work; answers when the caller wants it to go on. */
  readonly pause?: () => Promise<void>;
  /** The name of a column that the file does not name, by its number. */
  readonly nameless?: (column: number) => string;
}

/** The separator is found in this much of the file. */
const headLength = 64 * 1024;

/**
 * Reads a file of text as columns, in two passes over its bytes: one finds the encoding, one the
 * records. Nothing of it is kept but the distinct texts of each column and their places.
 */
export async function readTextFile(
  file: TextFile,
  wishes: TextFileWishes = {},
  options: TextFileOptions = {},
): Promise<TextTable> {
  const passes = wishes.encoding ? 1 : 2;
  const step = async (bytesRead: number, pass: number) => {
    if (options.signal?.aborted === true) throw new WorkbookError('cancelled', file.name);
    // Finding the encoding takes a small part of the time.
    const share = passes === 1 ? 1 : pass === 1 ? 0.1 : 0.9;
    const before = pass === 2 ? 0.1 * file.size : 0;
    options.onProgress?.({ bytesRead: before + bytesRead * share, bytes: file.size });
    await options.pause?.();
  };
  const encoding = wishes.encoding ?? (await findEncoding(file, (bytes) => step(bytes, 1)));
  let head = '';
  let reader: RecordReader | undefined;
  let separator = wishes.separator ?? ',';
  const collector = new TableCollector(wishes.hasHeader, options.nameless);
  const take = (some: readonly RecordOrFault[]) => {
    for (const one of some) collector.take(encoding === 'shift_jis' ? withYenSigns(one) : one);
  };
  const start = () => {
    separator = wishes.separator ?? findSeparator(head);
    reader = new RecordReader(separator);
    take(reader.take(head));
  };
  for await (const { text, bytesRead } of textPieces(file.bytes(), encoding)) {
    if (reader) take(reader.take(text));
    else {
      head += text;
      if (head.length >= headLength) start();
    }
    await step(bytesRead, passes);
  }
  if (!reader) start();
  take(reader?.end() ?? []);
  return { ...collector.finish(reader?.lineCount ?? 0), name: file.name, encoding, separator };
}

function withYenSigns(one: RecordOrFault): RecordOrFault {
  if ('broken' in one) return one;
  return { record: { ...one.record, fields: one.record.fields.map(withYenSign) } };
}

async function findEncoding(
  file: TextFile,
  step: (bytesRead: number) => Promise<void>,
): Promise<Encoding> {
  const probe = new EncodingProbe();
  let bytesRead = 0;
  for await (const bytes of file.bytes()) {
    probe.take(bytes);
    bytesRead += bytes.length;
    if (probe.isCertain) break;
    await step(bytesRead);
  }
  return probe.found();
}
