export * from './content';
export * from './countries';
export * from './table-roles';
export * from './row-kinds';
