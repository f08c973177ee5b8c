export { storedNames } from './names';
export { openWorkbook } from './open-workbook';
export { missingRequirements, requirements } from './requirements';
