export * from './figures';
export * from './report';
