/** All that changes a workbook: loaded when something is written for the first time. */
export { addTable } from './add-table';
export { replaceCells } from './replace-cells';
export { writePlan } from './write-plan';
