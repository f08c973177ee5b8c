import { qualityWordsFor, type QualityWords } from '../../wording';
import { usePane } from '../pane-context';

/** The words of the Data page, which are loaded with it. */
export function useQualityWords(): QualityWords {
  return qualityWordsFor(usePane().session.language);
}
