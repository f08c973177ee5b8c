/** What the pane needs to know of the program it stands in. */
export interface PaneEnvironment {
  /** A BCP 47 tag: how figures and dates are written. */
  readonly locale: string;
  readonly theme: ThemeSource;
}

/** Whether the program is dark, and when that changes. */
export interface ThemeSource {
  isDark(): boolean;
  /** Returns what stops the watching. */
  watch(listener: () => void): () => void;
}
