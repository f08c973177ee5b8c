import { english } from './english';
import { french } from './french';
import { german } from './german';
import { japanese } from './japanese';
import { portuguese } from './portuguese';
import { spanish } from './spanish';
import type { Vocabulary } from './vocabulary';

/** The languages whose headers are understood. */
export const languages: readonly Vocabulary[] = [
  english,
  german,
  french,
  spanish,
  portuguese,
  japanese,
];
