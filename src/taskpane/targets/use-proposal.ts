import { useEffect, useMemo, useState } from 'react';
import { proposeTargets, type Stopped, type TargetProposal, type TargetWishes } from '../../jobs';
import { issueSentence, unclearSentence, type Words } from '../../wording';
import { usePane } from '../pane-context';
import { useJob, type RunningJob } from '../use-job';

export interface ProposalState {
  readonly proposal: TargetProposal | undefined;
  /** Why there is none, in words. */
  readonly problems: readonly string[];
  readonly running: boolean;
  readonly slow: RunningJob | undefined;
}

interface Answer {
  readonly text: string;
  readonly proposal?: TargetProposal;
  readonly problems: readonly string[];
}

/** The spread for the wishes, computed again when they change; none without wishes. */
export function useProposal(wishes: TargetWishes | undefined, label: string): ProposalState {
  const { session, words } = usePane();
  const { run, running, slow } = useJob();
  const [answer, setAnswer] = useState<Answer>();
  const text = wishes && JSON.stringify(wishes);
  const asked = useMemo(
    () => (text === undefined ? undefined : (JSON.parse(text) as TargetWishes)),
    [text],
  );
  useEffect(() => {
    if (!asked || text === undefined) return;
    const propose = async () => {
      const outcome = await run(label, (options) => proposeTargets(session, asked, options));
      if (!outcome) return;
      if ('stopped' in outcome) {
        setAnswer({ text, problems: sentences(outcome.stopped, words) });
      } else if ('problem' in outcome.done) {
        setAnswer({ text, problems: [words.wizard[outcome.done.problem]] });
      } else setAnswer({ text, proposal: outcome.done, problems: [] });
    };
    void propose();
  }, [asked, text, run, session, words, label]);
  // An answer to an earlier question is none to this one.
  const fitting = answer?.text === text ? answer : undefined;
  return { proposal: fitting?.proposal, problems: fitting?.problems ?? [], running, slow };
}

function sentences({ unclear, issues }: Stopped, words: Words): string[] {
  return [
    ...unclear.map((one) => unclearSentence(one, words)),
    ...issues.map((one) => issueSentence(one, words)),
  ];
}
