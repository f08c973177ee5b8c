import { isMeasured, isoOf, type Measure, type SpanFigures, type TrackingReport } from '../sales';
import { keyText, type Culprit, type ReportFacts, type Words } from '../wording';

/** What the message above a report is made from. */
export function messageFacts(report: TrackingReport, words: Words): ReportFacts {
  const { current, request } = report;
  // In an open period nobody is short of what is not due yet.
  const gapOf = ({ actual, target, targetToDate }: SpanFigures) =>
    actual - amountOf(current.isOpen ? targetToDate : target);
  const short = current.rows
    .filter(({ status }) => status === 'behind' || status === 'onTrack')
    .map((row) => ({ name: keyText(row.key, words), gap: gapOf(row) }))
    .filter(({ gap }) => gap < 0)
    .sort((one, other) => one.gap - other.gap);
  const shortfall = short.reduce((sum, { gap }) => sum + gap, 0);
  const culprits: Culprit[] = short
    .slice(0, 2)
    .map(({ name, gap }) => ({ name, share: gap / shortfall }));
  const { attainment, pace } = current.total;
  return {
    period: current.period.label,
    isOpen: current.isOpen,
    asOf: isoOf(request.asOf),
    attainment: isMeasured(attainment) ? attainment : undefined,
    pace: isMeasured(pace) ? pace : undefined,
    // Without a dimension there is nobody to name, behind or not.
    culprits: request.by.length > 0 ? culprits : [],
    behind: current.rows.filter((row) => row.status === 'behind').length,
    keys: request.by.length > 0 ? current.rows.length : 0,
  };
}

function amountOf(measure: Measure): number {
  return isMeasured(measure) ? measure : 0;
}
