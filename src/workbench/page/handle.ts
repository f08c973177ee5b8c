import type { findPlace } from '../../workbook';
import type { WorkbenchHost } from '../protocol';

/** For browser tests and for the curious: the workbook that the page shows. */
export interface PageHandle {
  readonly host: WorkbenchHost;
  readonly findPlace: typeof findPlace;
  /** The add-in's page listens. */
  isReady: boolean;
}

declare global {
  interface Window {
    workbench?: PageHandle;
  }
}
