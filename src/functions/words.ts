import { functionWordsFor, wordsFor } from '../wording';

/** Excel calls functions before any pane has said which language it speaks. */
const language = 'en';

export const words = functionWordsFor(language);
export const commonWords = wordsFor(language);
