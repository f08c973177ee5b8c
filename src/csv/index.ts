export { encodings, type Encoding } from './encoding';
export { readTextFile, type TextFileOptions, type TextFileWishes } from './read-text-file';
export { separators } from './separator';
export { browserFile, isForeign, type TextFile } from './text-file';
