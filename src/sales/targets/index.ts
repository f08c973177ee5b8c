export * from './allocation';
export * from './phasing';
