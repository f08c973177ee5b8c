export { builtAddIn, openWorkbench, Workbench } from './workbench';
export type { AddInFiles, FailedFormula, OpenOptions } from './workbench';
