export { HostConnection } from './connection';
export type { CommandOutcome, ConnectionOptions } from './connection';
export type { HostErrorCode } from './errors';
export { Faults } from './faults';
export { RoundTrips } from './round-trips';
export { WorkbenchHost } from './workbench-host';
export type { WorkbenchHostOptions } from './workbench-host';
