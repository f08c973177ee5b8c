import { useEffect, useEffectEvent } from 'react';
import { usePane, usePaneState } from '../pane-context';
import { useJob, type RunningJob } from '../use-job';

export interface ReportJob {
  readonly build: () => void;
  readonly running: boolean;
  readonly slow: RunningJob | undefined;
}

/** Builds the report and says what came of it. */
export function useReport(onBuilt: () => void): ReportJob {
  const { store, pane } = usePane();
  const { run, running, slow } = useJob();

  const build = async () => {
    store.dismiss();
    const outcome = await run(pane.progress.building, (options) => store.build(options));
    if (!outcome || 'stopped' in outcome) return;
    const { sheet, isNew } = outcome.done;
    store.tell('success', (isNew ? pane.built.isNew : pane.built.again)(sheet));
    onBuilt();
  };
  const { buildsAsked } = usePaneState();
  const buildAsAsked = useEffectEvent(() => void build());
  useEffect(() => {
    if (buildsAsked > 0) buildAsAsked();
  }, [buildsAsked]);
  return { build: () => void build(), running, slow };
}
