import { english } from './english';
import { englishPane } from './english-pane';
import type { Language } from './language';
import type { PaneWords } from './pane-words';
import type { Words } from './words';

const tables = { en: english } satisfies Record<Language, Words>;
const paneTables = { en: englishPane } satisfies Record<Language, PaneWords>;

export function wordsFor(language: Language): Words {
  return tables[language];
}

export function paneWordsFor(language: Language): PaneWords {
  return paneTables[language];
}
