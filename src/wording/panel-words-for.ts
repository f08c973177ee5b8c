import { englishQuality } from './english-quality';
import { englishReadingPanel } from './english-reading-panel';
import { englishSources } from './english-sources';
import type { Language } from './language';
import type { QualityWords } from './quality-words';
import type { ReadingPanelWords } from './reading-words';
import type { SourceWords } from './source-words';

// Apart from the other words, so that they are loaded with the parts of the pane that show them.
const readingTables = { en: englishReadingPanel } satisfies Record<Language, ReadingPanelWords>;
const qualityTables = { en: englishQuality } satisfies Record<Language, QualityWords>;
const sourceTables = { en: englishSources } satisfies Record<Language, SourceWords>;

export function readingPanelWordsFor(language: Language): ReadingPanelWords {
  return readingTables[language];
}

export function qualityWordsFor(language: Language): QualityWords {
  return qualityTables[language];
}

export function sourceWordsFor(language: Language): SourceWords {
  return sourceTables[language];
}
