import { issueSentence, joinUnclearSentence, unclearSentence, type Words } from '../wording';
import type { Stopped } from './track';

/** Why a job stopped, one sentence a line. */
export function stopLines(stopped: Stopped, words: Words): string[] {
  return [
    ...stopped.unclear.map((unclear) => unclearSentence(unclear, words)),
    ...stopped.data.unclearJoins.map((unclear) => joinUnclearSentence(unclear, words)),
    ...stopped.issues.map((issue) => issueSentence(issue, words)),
  ];
}
