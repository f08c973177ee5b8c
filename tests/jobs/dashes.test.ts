import { Session, track, type Outcome, type Tracked } from '../../src/jobs';
import { workbookWith, type Rows } from '../intake/raw-tables';

const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const header = ['Region', ...names.map((name) => `${name} 2026`)];
const plan: Rows = [header, ['North', ...names.map(() => 100)], ['South', ...names.map(() => 60)]];

async function trackOf(sales: Rows) {
  return track(new Session(workbookWith({ Sales: sales, Plan: plan })));
}

function told(outcome: Outcome<Tracked>) {
  if (!('done' in outcome)) {
    throw new Error(JSON.stringify([...outcome.stopped.unclear, ...outcome.stopped.issues]));
  }
  const { sales, issues } = outcome.done;
  const codes = issues.map(({ code, at, found }) => `${code} ${at} ${found}`);
  return { total: sales.total, used: sales.used, issues: codes };
}

describe('a dash alone among figures is a blank', () => {
  test('where two months are over and ten have dashes', async () => {
    const dashes = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? '-' : ' – '));
    const outcome = told(
      await trackOf([header, ['North', 100, 90, ...dashes], ['South', 50, 45, ...dashes]]),
    );
    // 100 + 90 + 50 + 45; two rows of ten dashes.
    expect(outcome).toMatchObject({ total: 285, used: 4 });
    expect(outcome.issues).toContain('blankAcross Sales!D2 20');
  });

  test('right below the header too', async () => {
    const outcome = told(
      await trackOf([
        ['Region', 'Jan 2026', 'Feb 2026', 'Mar 2026'],
        ['North', '-', '–', '-'],
        ['South', 50, 45, '-'],
        ['West', 1, 2, 3],
      ]),
    );
    // 50 + 45 + 1 + 2 + 3; three dashes of North and one of South.
    expect(outcome).toMatchObject({ total: 101, used: 5 });
    expect(outcome.issues).toContain('blankAcross Sales!B2 4');
  });

  test.each([
    [' $ 1,234.00 ', ' $ -   '],
    ['1.234,00 €', ' -   € '],
    ['R$ 1.234,00', 'R$ -'],
  ])('beside the currency of an accounting format: %s and %s', async (amount, dash) => {
    const dashes = Array.from({ length: 10 }, () => dash);
    const outcome = told(
      await trackOf([header, ['North', amount, amount, ...dashes], ['South', 50, 45, ...dashes]]),
    );
    // 1234 + 1234 + 50 + 45; two rows of ten dashes.
    expect(outcome).toMatchObject({ total: 2563, used: 4 });
    expect(outcome.issues).toContain('blankAcross Sales!D2 20');
    expect(outcome.issues).not.toContainEqual(expect.stringContaining('notANumber'));
  });

  test('in a row each is an amount that is missing', async () => {
    const outcome = told(
      await trackOf([
        ['Date', 'Region', 'Sales'],
        ['2026-01-05', 'North', 100],
        ['2026-01-06', 'South', '-'],
        ['2026-01-07', 'South', '–'],
      ]),
    );
    expect(outcome).toMatchObject({ total: 100, used: 1 });
    expect(outcome.issues).toEqual(
      expect.arrayContaining(['blankAmount Sales!C3 -', 'blankAmount Sales!C4 –']),
    );
  });
});

test('a column of sales half of whose cells are figures is read, with the other half set aside', async () => {
  const outcome = told(
    await trackOf([
      ['Date', 'Region', 'Sales'],
      ['2026-01-05', 'North', 100],
      ['2026-01-06', 'South', { error: '#N/A' } as never],
      ['2026-01-07', 'South', 'n/a'],
      ['2026-01-08', 'South', 70],
    ]),
  );
  expect(outcome).toMatchObject({ total: 170, used: 2 });
  expect(outcome.issues).toEqual(
    expect.arrayContaining(['errorCell Sales!C3 #N/A', 'notANumber Sales!C4 n/a']),
  );
});
