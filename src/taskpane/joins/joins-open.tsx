import { lazy, Suspense } from 'react';
import type { DataFound, Issue, JoinedKind } from '../../jobs';
import { Loading } from '../loading';
import { useFocusKept, type Used } from '../use-focus-kept';

const JoinQuestions = lazy(async () => ({
  default: (await import('./join-questions')).JoinQuestions,
}));
const OrdersRead = lazy(async () => ({ default: (await import('./orders-read')).OrdersRead }));
const JoinOffer = lazy(async () => ({ default: (await import('./join-offer')).JoinOffer }));

/** What joins leave open, and tables that could close what is open; loaded once there is such a thing. */
export function JoinsOpen({
  found,
  usedRef,
}: {
  readonly found: DataFound;
  readonly usedRef: Used;
}) {
  const { unclear, unclearJoins, dimensions, sales, targets } = found;
  const lacksColumn =
    (sales && targets && dimensions.length === 0) ||
    unclear.some(
      ({ question, candidates }) =>
        (question === 'targetDimension' || question === 'dimension') && candidates.length === 0,
    );
  return (
    <Suspense fallback={<Loading />}>
      {unclearJoins.length > 0 && <JoinQuestions found={found} />}
      {lacksColumn && !isJoined(found, 'assignments') && (
        <JoinOffer kind="assignments" found={found} usedRef={usedRef} />
      )}
    </Suspense>
  );
}

/** How lines were read together with their orders; loaded once it was done. */
export function OrdersFound({ found }: { readonly found: DataFound }) {
  const { place, noteUse } = useFocusKept<HTMLDivElement>(found);
  return (
    <div ref={place}>
      {found.joins.orders?.isFound && (
        <Suspense fallback={<Loading />}>
          <OrdersRead found={found} onTakeBack={noteUse} />
        </Suspense>
      )}
    </div>
  );
}

/** The way out where amounts of several currencies kept the report from being built. */
export function RatesOffer({
  found,
  obstacles,
  usedRef,
}: {
  readonly found: DataFound;
  readonly obstacles: readonly Issue[];
  readonly usedRef: Used;
}) {
  const isMixed = obstacles.some(
    ({ code }) => code === 'mixedCurrencies' || code === 'otherCurrency',
  );
  if (!isMixed || isJoined(found, 'rates')) return null;
  return (
    <Suspense fallback={<Loading />}>
      <JoinOffer kind="rates" found={found} usedRef={usedRef} />
    </Suspense>
  );
}

function isJoined({ joined }: DataFound, kind: JoinedKind): boolean {
  return joined.some((one) => one.kind === kind);
}
