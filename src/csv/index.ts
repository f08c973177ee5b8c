export { encodings, type Encoding } from './encoding';
export { readTextFile, type TextFileOptions, type TextFileWishes } from './read-text-file';
export { separators } from './separator';
export { browserFile, type TextFile } from './text-file';
