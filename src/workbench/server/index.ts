export { startServer } from './server';
export type { ServerOptions, WorkbenchServer } from './server';
