import type { Unclear } from '../intake';
import { issueSentence, joinUnclearSentence, unclearSentence, type Words } from '../wording';
import type { Stopped } from './track';

/** Why a job stopped, one sentence a line. */
export function stopLines(stopped: Stopped, words: Words): string[] {
  const { unclear } = stopped;
  // What waits for an answer may be what is lacking: that there is none would not be true.
  const isWaiting = unclear.some((one) => !isLacking(one));
  const lines = [
    ...unclear
      .filter((one) => !isWaiting || !isLacking(one))
      .map((one) => unclearSentence(one, words)),
    ...stopped.data.unclearJoins.map((unclear) => joinUnclearSentence(unclear, words)),
    ...stopped.issues.map((issue) => issueSentence(issue, words)),
  ];
  // A sheet that is named for both sides asks the same of both.
  return [...new Set(lines)];
}

/** Whether no sheet was found that could be the sales or the targets. */
function isLacking({ question, candidates }: Unclear): boolean {
  return (question === 'salesSource' || question === 'targetSource') && candidates.length === 0;
}
