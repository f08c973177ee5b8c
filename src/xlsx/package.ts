import { unzip } from '@cj-tech-master/excelts/archive';
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
    for await (const entry of unzip(bytes).entries()) {
      if (entry.isEncrypted) throw refuse('encrypted');
      if (entry.type === 'file') parts.set(entry.path.replace(/^\//, ''), await entry.bytes());
    }
  } catch (cause) {
    throw cause instanceof WorkbookError ? cause : refuse('noZip', cause);
  }
  if (parts.has('xl/workbook.bin')) throw refuse('binaryWorkbook');
  if (parts.has('mimetype') && parts.has('content.xml')) throw refuse('openDocument');
  return parts;
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
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
  const prefix =
    /<(\w+):(?:workbook|worksheet|sst|styleSheet|table)\s[^>]*xmlns:\1="[^"]*spreadsheetml\/(?:2006\/)?main"/.exec(
      text.slice(0, 4000),
    )?.[1];
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
