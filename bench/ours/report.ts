import { assessData, Session, track, type Tracked } from '../../src/jobs';
import type { TableReadOptions } from '../../src/intake';
import { isMeasured } from '../../src/sales';
import type { Workbook } from '../../src/workbook';
import { cents, type Answer } from '../answer';
import { firstMonth } from '../workload';

/** What the pane does on "Build report", less the sheet. */
export async function report(session: Session, options: TableReadOptions = {}): Promise<Tracked> {
  const outcome = await track(session, { by: ['Region', 'Product'] }, options);
  if ('stopped' in outcome) {
    const { unclear, issues } = outcome.stopped;
    throw new Error(JSON.stringify({ unclear, issues }));
  }
  return outcome.done;
}

/** The first report of a workbook. */
export function firstReport(workbook: Workbook): Promise<Tracked> {
  return report(new Session(workbook));
}

/** The same after every check of the data there is. */
export async function checkedReport(workbook: Workbook): Promise<Tracked> {
  const session = new Session(workbook);
  const { sides } = await assessData(session, { by: ['Region', 'Product'] });
  if (sides.length !== 2) throw new Error('Not both sides were looked through');
  return report(session);
}

/** A report's lines by region, product and month, without the counts it does not have. */
export function reportAnswer({ report: { rows } }: Tracked): Answer {
  return rows
    .map(({ key: [region = '', product = ''], period, actual, target }) => ({
      key: `${region}\n${product}\n${String(period.index)}`,
      line: [
        region,
        product,
        period.index - firstMonth,
        cents(actual),
        isMeasured(target) ? cents(target) : NaN,
      ],
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ line }) => line);
}
