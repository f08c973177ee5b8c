export * from './content';
export * from './countries';
