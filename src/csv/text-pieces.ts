import type { Encoding } from './encoding';

/** Text is taken in pieces of about this many bytes, so that no step takes long. */
const pieceBytes = 64 * 1024;

/** Text with `\n` as its only line end, and how much of the file it took. */
export interface TextPiece {
  readonly text: string;
  readonly bytesRead: number;
}

/** Decodes a stream. Characters and line ends may lie across its pieces. */
export async function* textPieces(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<TextPiece> {
  const decoder = new TextDecoder(encoding);
  let bytesRead = 0;
  let hasOpenReturn = false;
  const withLineFeeds = (decoded: string, isLast: boolean): string => {
    let text = hasOpenReturn ? `\r${decoded}` : decoded;
    hasOpenReturn = !isLast && text.endsWith('\r');
    if (hasOpenReturn) text = text.slice(0, -1);
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  };
  for await (const block of bytes) {
    for (let from = 0; from < block.length; from += pieceBytes) {
      const part = block.subarray(from, from + pieceBytes);
      bytesRead += part.length;
      const text = withLineFeeds(decoder.decode(part, { stream: true }), false);
      if (text !== '') yield { text, bytesRead };
    }
  }
  const rest = withLineFeeds(decoder.decode(), true);
  if (rest !== '') yield { text: rest, bytesRead };
}
