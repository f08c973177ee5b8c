export type ThemeName = 'light' | 'dark';

/** What an address says: `?file=adventureworks.xlsx&pane=closed&paneWidth=320&theme=dark`. */
export interface PageOptions {
  /** A served sample; undefined, the usual one; `new`, a blank workbook. */
  readonly file: string | undefined;
  readonly isPaneOpen: boolean;
  readonly paneWidth: number;
  /** Undefined follows the system. */
  readonly theme: ThemeName | undefined;
}

/** The widths that Excel's task pane takes, in pixels. */
export const paneWidths = { least: 270, usual: 350, most: 600 };

export function fittingPaneWidth(width: number): number {
  if (!Number.isFinite(width)) return paneWidths.usual;
  return Math.round(Math.min(paneWidths.most, Math.max(paneWidths.least, width)));
}

export function readOptions(search: string): PageOptions {
  const parameters = new URLSearchParams(search);
  const theme = parameters.get('theme');
  const width = parameters.get('paneWidth');
  return {
    file: parameters.get('file') ?? undefined,
    isPaneOpen: parameters.get('pane') !== 'closed',
    paneWidth: width === null ? paneWidths.usual : fittingPaneWidth(Number(width)),
    theme: theme === 'dark' || theme === 'light' ? theme : undefined,
  };
}
