// What the rooms without Excel and without a page may use of the world beyond the language itself.
// Everything else of the browser (`document`, `fetch`, `Excel`) does not compile there.

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Only jobs/ wait, to let the page breathe; ESLint holds the other rooms to that. */
declare function setTimeout(callback: () => void, milliseconds?: number): unknown;
