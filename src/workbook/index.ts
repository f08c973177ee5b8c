export * from './address';
export * from './cell';
export * from './contents';
export * from './layout';
export * from './plan';
export * from './workbook';
