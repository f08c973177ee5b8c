export * from './find-shape';
export type { ShapeContext } from './find-wide';
export type { Region } from './header-block';
export * from './range-source';
export * from './reshape';
export * from './row-scan';
export * from './shape';
export * from './total-words';
export * from './view';
