import { lazy, Suspense } from 'react';
import type { DataFound } from '../../jobs';
import { Loading } from '../loading';

const JoinQuestions = lazy(async () => ({
  default: (await import('./join-questions')).JoinQuestions,
}));

/** What joins leave open, or could close; loaded once there is something of the kind. */
export function JoinsOpen({ found }: { readonly found: DataFound }) {
  if (found.unclearJoins.length === 0) return null;
  return (
    <Suspense fallback={<Loading />}>
      <JoinQuestions found={found} />
    </Suspense>
  );
}
