export { storedNames } from './names';
export { openWorkbook } from './open-workbook';
