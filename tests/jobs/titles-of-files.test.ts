import { readTextFile } from '../../src/csv';
import {
  assessText,
  importText,
  Session,
  shownReading,
  track,
  type ReportWishes,
} from '../../src/jobs';
import { fileOf } from '../csv/text-files';
import { workbookWith } from '../intake/raw-tables';

const withSales = () =>
  new Session(
    workbookWith({
      Sales: [
        ['Date', 'Region', 'Amount'],
        ['2026-01-05', 'North', 400],
        ['2026-03-19', 'South', 350],
      ],
    }),
  );

async function targetsOf(session: Session, wishes: ReportWishes = {}) {
  const outcome = await track(session, wishes);
  if ('stopped' in outcome) return outcome.stopped.unclear.map(({ question }) => question);
  const { report, data } = outcome.done;
  const { year } = shownReading(data.targets.table, 1);
  return [...report.totals.map(({ period, target }) => [period.label, target]), year?.at];
}

describe('a file of text with titles', () => {
  async function bringIn(session: Session, name: string, text: string) {
    const table = await readTextFile(fileOf(text, 1000, name));
    return importText(session, await assessText(table), new Map());
  }

  test('keeps them above its table, and is of the year that they tell', async () => {
    const session = withSales();
    await bringIn(session, 'plan.csv', 'Targets 2026\n\nRegion,Target\nNorth,1000\nSouth,2000\n');
    expect(await targetsOf(session)).toEqual([['2026', 3000], 'plan!A1']);
  });

  test('is of the year in a field beside a word', async () => {
    const session = withSales();
    const text = 'Sales plan,,\nYear:,2026,\n,,\nRegion,Unit,Target\nNorth,A,1000\nSouth,B,2000\n';
    await bringIn(session, 'plan.csv', text);
    expect(await targetsOf(session, { by: ['Region'] })).toEqual([['2026', 3000], 'plan!B2']);
  });

  test('whose months name no year has that of its title, and not of the day of its export', async () => {
    const session = withSales();
    const text =
      'Ziele 2026;;\nStand: 15.01.2027;;\nMonat;Region;Ziel\nJanuar;North;100\nMärz;South;50\n';
    await bringIn(session, 'ziele.csv', text);
    expect(await targetsOf(session)).toEqual([
      ['2026-01', 100],
      ['2026-02', expect.anything()],
      ['2026-03', 50],
      'ziele!A1',
    ]);
  });
});
