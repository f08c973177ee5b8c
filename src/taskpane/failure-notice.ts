import { WorkbookError } from '../workbook';
import { errorSentence, type PaneWords, type Words } from '../wording';
import type { Notice } from './pane-store';

/** What to tell of a failure: the workbook's refusals in words, anything else as our own fault. */
export function failureNotice(
  cause: unknown,
  words: Words,
  pane: PaneWords,
): [Notice['intent'], string] {
  if (cause instanceof WorkbookError) {
    return cause.code === 'cancelled'
      ? ['info', pane.faults.cancelled]
      : ['error', errorSentence(cause, words)];
  }
  return ['error', pane.faults.ours(cause instanceof Error ? cause.message : String(cause))];
}
