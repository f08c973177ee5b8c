import type { WorkbenchHost } from '../protocol';

declare global {
  interface Window {
    /** For browser tests and for the curious: the workbook that the page shows. */
    workbench?: { readonly host: WorkbenchHost };
  }
}
