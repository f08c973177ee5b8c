export * from './civil';
export * from './period';
export * from './working-days';
