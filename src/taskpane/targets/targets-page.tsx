import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { JobProgress } from '../job-progress';
import { Loading } from '../loading';
import { usePane } from '../pane-context';
import { QuestionList } from '../report/question-list';
import { Welcome } from '../report/welcome';
import type { DataState } from '../use-data';
import { TargetWizard } from './target-wizard';
import { firstWizard } from './wizard';
import { TargetsWritten, type WrittenTargets } from './targets-written';

/** Targets from sales alone, step by step. */
export function TargetsPage({ data }: { readonly data: DataState }) {
  const { store, pane } = usePane();
  const [written, setWritten] = useState<WrittenTargets>();
  const [round, setRound] = useState(0);
  const { found, span, suggestedBy } = data;
  if (!found) {
    return data.slow ? <JobProgress job={data.slow} /> : <Loading label={pane.progress.looking} />;
  }
  const { sales } = found;
  if (!sales?.date || !sales.amount) {
    return (
      <>
        <Welcome
          heading={pane.wizard.heading}
          text={pane.wizard.needsSales}
          action={
            <Button
              appearance="primary"
              onClick={() => {
                store.set({ page: 'report' });
              }}
            >
              {pane.pages.report}
            </Button>
          }
        />
        <QuestionList found={found} />
      </>
    );
  }
  if (written) {
    return (
      <TargetsWritten
        written={written}
        onStartOver={() => {
          setWritten(undefined);
          setRound(round + 1);
        }}
      />
    );
  }
  return (
    <TargetWizard
      key={`${String(round)} ${sales.source.name}`}
      found={found}
      sales={sales}
      first={firstWizard(found, suggestedBy, span)}
      hasFocus={round > 0}
      onWritten={setWritten}
    />
  );
}
