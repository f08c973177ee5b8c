export { readContents } from './read-contents';
export type { FileContents } from './read-contents';
export type { NotCarried, NotCarriedKind } from './not-carried';
export { Unreadable } from './package';
export type { UnreadableReason } from './package';
export { writeContents } from './write-contents';
export { openFile, workbookOf } from './file-workbook';
export type { FileWorkbook } from './file-workbook';
