export * from './build-report';
export * from './find-data';
export * from './session';
export * from './track';
export * from './actions';
export * from './targets';
export * from './report-json';
export * as serialDates from './serial-dates';
export * from './stop-lines';
