import { BufferReader, RemoteZipReader } from '@cj-tech-master/excelts/archive';
import { WorkbookError } from '../workbook';

/** Why bytes are no workbook that can be read. */
export type UnreadableReason =
  | 'empty'
  | 'noZip'
  | 'oldExcel'
  | 'encrypted'
  | 'binaryWorkbook'
  | 'openDocument'
  | 'noWorkbook'
  | 'brokenPart';

export class Unreadable extends Error {
  override readonly name = 'Unreadable';

  constructor(
    readonly reason: UnreadableReason,
    readonly part?: string,
    override readonly cause?: unknown,
  ) {
    super(part === undefined ? reason : `${reason}: ${part}`);
  }
}

/** The parts of an xlsx file by path, unpacked. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** The parts of an xlsx file. Rejects with `unreadableFile` for anything else. */
export async function readParts(bytes: Uint8Array, subject: string): Promise<Parts> {
  const refuse = (reason: UnreadableReason, cause?: unknown) =>
    new WorkbookError('unreadableFile', subject, new Unreadable(reason, undefined, cause));
  if (bytes.length === 0) throw refuse('empty');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw refuse(compoundKind(bytes));
  if (!startsWith(bytes, [0x50, 0x4b])) throw refuse('noZip');
  const parts = new Map<string, Uint8Array>();
  try {
    const archive = await RemoteZipReader.fromReader(new BufferReader(bytes));
    for (const entry of archive.getEntries()) {
      if (entry.isEncrypted) throw refuse('encrypted');
      if (entry.type !== 'file') continue;
      // Some programs of Windows write backslashes.
      const name = entry.path.replaceAll('\\', '/').replace(/^\//, '');
      parts.set(name, await unpacked(archive, entry));
    }
  } catch (cause) {
    if (cause instanceof RangeError) throw new WorkbookError('tooLarge', subject, cause);
    throw cause instanceof WorkbookError ? cause : refuse('noZip', cause);
  }
  if (parts.has('xl/workbook.bin')) throw refuse('binaryWorkbook');
  if (parts.has('mimetype') && parts.has('content.xml')) throw refuse('openDocument');
  return parts;
}

type Entry = ReturnType<RemoteZipReader['getEntries']>[number];

/** What the library unpacks at most, against files that would unpack without end. */
const mostAtOnce = 2 ** 29;
/** The number of the method by which nearly all files are packed. */
const deflated = 8;

/** A part's bytes. A sheet of a million rows with many columns has more than the library unpacks. */
async function unpacked(archive: RemoteZipReader, entry: Entry): Promise<Uint8Array> {
  const { uncompressedSize, compressionMethod } = entry;
  if (uncompressedSize <= mostAtOnce || compressionMethod !== deflated) {
    return archive.extractEntry(entry);
  }
  const packed = await archive.getRawCompressedData(entry);
  const bytes = new Uint8Array(uncompressedSize);
  const pieces = new Blob(packed ? [new Uint8Array(packed)] : [])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  let length = 0;
  for (;;) {
    const { value, done } = await pieces.read();
    if (done) break;
    if (length + value.length > bytes.length)
      throw new Error(`${entry.path} is longer than stated`);
    bytes.set(value, length);
    length += value.length;
  }
  if (length < bytes.length) throw new Error(`${entry.path} is shorter than stated`);
  return bytes;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** A compound file is either a workbook of Excel 97 to 2003 or an encrypted newer one. */
function compoundKind(bytes: Uint8Array): UnreadableReason {
  const name = 'EncryptedPackage';
  for (let at = 0; at + name.length * 2 <= bytes.length; at += 2) {
    let length = 0;
    while (length < name.length && bytes[at + length * 2] === name.charCodeAt(length)) length += 1;
    if (length === name.length) return 'encrypted';
  }
  return 'oldExcel';
}

/** A part's text, its main namespace without a prefix, so that tags are plain words. */
export function partText(bytes: Uint8Array): string {
  const text = decode(bytes);
  return withoutPrefix(text, prefixIn(text));
}

/** About so many bytes of a long part are one text, of which none may be longer than half a GB. */
const pieceBytes = 2 ** 25;

/** As `partText`, a long part in pieces: each but the last one ends with the end of such an element. */
export function* partPieces(
  bytes: Uint8Array,
  element: string,
  most = pieceBytes,
): Generator<string> {
  const prefix = prefixIn(decode(bytes.subarray(0, 4000)));
  const end = `</${prefix === undefined ? '' : `${prefix}:`}${element}>`;
  let from = 0;
  while (from < bytes.length) {
    const to = bytes.length - from > most ? lastEnd(bytes, end, from, from + most) : 0;
    const piece = bytes.subarray(from, to > 0 ? to : bytes.length);
    yield withoutPrefix(decode(piece), prefix);
    from += piece.length;
  }
}

/** Where the last such text between two places ends; 0 where there is none. */
function lastEnd(bytes: Uint8Array, text: string, from: number, to: number): number {
  const wanted = new TextEncoder().encode(text);
  for (let at = to - wanted.length; at >= from; at -= 1) {
    let length = 0;
    while (length < wanted.length && bytes[at + length] === wanted[length]) length += 1;
    if (length === wanted.length) return at + length;
  }
  return 0;
}

function decode(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

function prefixIn(text: string): string | undefined {
  return /<(\w+):(?:workbook|worksheet|sst|styleSheet|table)\s[^>]*xmlns:\1="[^"]*spreadsheetml\/(?:2006\/)?main"/.exec(
    text.slice(0, 4000),
  )?.[1];
}

function withoutPrefix(text: string, prefix: string | undefined): string {
  if (prefix === undefined) return text;
  return text
    .replaceAll(`<${prefix}:`, '<')
    .replaceAll(`</${prefix}:`, '</')
    .replace(`xmlns:${prefix}=`, 'xmlns=');
}

/** The path that a relationship's target means, seen from the part that names it. */
export function resolveTarget(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.' && step !== '') folders.push(step);
  }
  return folders.join('/');
}
