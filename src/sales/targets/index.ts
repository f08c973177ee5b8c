export * from './allocation';
export * from './phasing';
export * from './spread';
