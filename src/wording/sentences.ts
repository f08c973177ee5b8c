import type { Issue, JoinUnclear, Question, Unclear } from '../intake';
import { isMeasured, type Measure, type Status } from '../sales';
import type { WorkbookError } from '../workbook';
import type { Words } from './words';

/** An issue in words: what happened, where, and what to do. */
export function issueSentence(issue: Issue, words: Words): string {
  return words.issues[issue.code](issue);
}

/** What could not be found, in words. */
export function unclearSentence(unclear: Unclear, words: Words): string {
  const { question, candidates, doubt } = unclear;
  const answers = candidates.map((answer) => answerText(question, answer, words));
  const asked = words.questions[question]({ ...unclear, candidates: answers });
  return doubt ? `${asked} ${issueSentence(doubt, words)}` : asked;
}

/** An answer to a question as people read it: most stand for themselves. */
export function answerText(question: Question, answer: string, { readings }: Words): string {
  const texts: Partial<Record<Question, Readonly<Record<string, string>>>> = {
    layout: readings.layouts,
    totalOrName: readings.totals,
    dateOrder: readings.dateOrders,
    daySwap: readings.daySwaps,
    decimalSign: readings.decimalSigns,
    rangeMoved: readings.moved,
  };
  return texts[question]?.[answer] ?? answer;
}

/** What a joined table leaves open, in words. */
export function joinUnclearSentence(unclear: JoinUnclear, words: Words): string {
  return words.joinQuestions[unclear.question](unclear);
}

/** An answer to what a joined table leaves open, as people read it. */
export function joinAnswerText({ rate }: JoinUnclear, answer: string, words: Words): string {
  if (!rate || (answer !== 'first' && answer !== 'second')) return answer;
  return words.rateBases(rate)[answer];
}

/** Why the workbook refused, in words. */
export function errorSentence(error: WorkbookError, words: Words): string {
  return words.workbookErrors[error.code](error.subject);
}

/** Where a row stands: against its target, or against the pace of a period that is still open. */
export function statusWord(status: Status, isOpen: boolean, words: Words): string {
  return (isOpen ? words.openStatuses : words.statuses)[status];
}

/** Why a figure is not there; empty for a figure that is. */
export function reasonText(measure: Measure, words: Words): string {
  return isMeasured(measure) ? '' : words.reasons[measure.reason];
}

/** A row's key as people read it. */
export function keyText(key: readonly string[], words: Words): string {
  if (key.length === 0) return words.total;
  return key.map((text) => (text === '' ? words.unassigned : text)).join(' · ');
}
