export * from './column';
export * from './convert';
export * from './dates';
export * from './header-words';
export * from './issue';
export * from './mapping';
export * from './raw-table';
