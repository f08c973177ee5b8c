export * from './custom-functions';
export * from './metadata';
