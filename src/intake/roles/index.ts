export * from './column-role';
export * from './find-column-role';
export * from './header-currency';
export { fold, headerWords } from './header-text';
