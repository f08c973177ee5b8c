export * from './build-report';
export * from './find-data';
export * from './session';
export * from './track';
