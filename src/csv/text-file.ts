/** A file of text as it comes: from a drop, a choice, or a disk. Its bytes can be read again. */
export interface TextFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  bytes(): AsyncIterable<Uint8Array>;
}

/** A file of the browser. */
export function browserFile(file: File): TextFile {
  return {
    name: file.name,
    size: file.size,
    async *bytes() {
      // Not every web view lets a stream be iterated.
      const reader = file.stream().getReader();
      try {
        for (;;) {
          const { done, value } = await reader.read();
          if (done) return;
          yield value;
        }
      } finally {
        await reader.cancel();
      }
    },
  };
}

/** How files begin that are none of text: packages, older workbooks, pages. */
const foreign = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
] as const;

/** Whether a file's first bytes say that it is a workbook, an archive or a page, and no text. */
export async function isForeign(file: TextFile): Promise<boolean> {
  for await (const bytes of file.bytes()) {
    return foreign.some((start) => start.every((byte, at) => bytes[at] === byte));
  }
  return false;
}
