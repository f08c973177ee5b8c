import { readingPanelWordsFor, type ReadingPanelWords } from '../../wording';
import { usePane } from '../pane-context';

/** The words of the panel, which are loaded with it. */
export function useReadingWords(): ReadingPanelWords {
  return readingPanelWordsFor(usePane().session.language);
}
