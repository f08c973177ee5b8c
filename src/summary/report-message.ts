import { isMeasured, isoOf, type Measure, type TrackingReport } from '../sales';
import { keyText, type Culprit, type ReportFacts, type Words } from '../wording';

/** What the message above a report is made from. */
export function messageFacts(report: TrackingReport, words: Words): ReportFacts {
  const { current, request } = report;
  const short = current.rows
    .filter((row) => row.status === 'behind' || row.status === 'onTrack')
    .filter((row) => isMeasured(row.variance) && row.variance < 0);
  const shortfall = short.reduce((sum, { variance }) => sum + amountOf(variance), 0);
  const culprits: Culprit[] = short.slice(0, 2).map((row) => ({
    name: keyText(row.key, words),
    share: amountOf(row.variance) / shortfall,
  }));
  const { attainment, pace } = current.total;
  return {
    period: current.period.label,
    isOpen: current.period.end > request.asOf,
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
