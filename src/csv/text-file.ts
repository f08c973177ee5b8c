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
