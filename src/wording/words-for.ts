import { english } from './english';
import { englishPane } from './english-pane';
import { englishSources } from './english-sources';
import type { Language } from './language';
import type { PaneWords } from './pane-words';
import type { SourceWords } from './source-words';
import type { Words } from './words';

const tables = { en: english } satisfies Record<Language, Words>;
const paneTables = { en: englishPane } satisfies Record<Language, PaneWords>;
const sourceTables = { en: englishSources } satisfies Record<Language, SourceWords>;

export function wordsFor(language: Language): Words {
  return tables[language];
}

export function paneWordsFor(language: Language): PaneWords {
  return paneTables[language];
}

export function sourceWordsFor(language: Language): SourceWords {
  return sourceTables[language];
}
