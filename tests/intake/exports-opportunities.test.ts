import { findColumnRole, findOpportunityColumns, opportunityOf } from '../../src/intake';

const columnsIn = (headers: string) =>
  findOpportunityColumns(headers.split(', ').map((header) => findColumnRole(header)));

describe('a table of opportunities', () => {
  test('has a stage beside a close date', () => {
    expect(
      columnsIn('opportunity_id, sales_agent, deal_stage, engage_date, close_date, close_value'),
    ).toEqual({
      stage: 2,
      outcome: undefined,
      isWon: undefined,
      isClosed: undefined,
      isLost: undefined,
      amount: 5,
      created: 3,
      closed: [4],
      expected: undefined,
      probability: undefined,
    });
  });

  test('may have a date for the won and one for the lost', () => {
    expect(columnsIn('Deal - Status, Deal - Won time, Deal - Lost time')?.closed).toEqual([1, 2]);
  });

  test.each([
    'Stage, Probability, Amount',
    'Outcome, Amount',
    'Won, Amount',
    'Phase, Schlusstermin',
  ])('is seen in %p', (headers) => {
    expect(columnsIn(headers)).toBeDefined();
  });

  test.each(['Order Date, Order Status, Amount', 'Date, Amount', 'Close Date, Amount'])(
    'is not seen in %p, which may be orders',
    (headers) => {
      expect(columnsIn(headers)).toBeUndefined();
    },
  );
});

describe('an opportunity', () => {
  const [created, closed] = [45_000, 45_030];

  test('that is won has its amount, its close date and no faults', () => {
    expect(opportunityOf({ outcome: 'won', amount: 1054, created, closed })).toEqual({
      outcome: 'won',
      amount: 1054,
      created,
      closed,
      expected: undefined,
      probability: undefined,
      faults: [],
    });
  });

  test('that is lost and carries 0 has no amount: nobody kept what it was worth', () => {
    expect(opportunityOf({ outcome: 'lost', amount: 0, closed }).amount).toBeUndefined();
    expect(opportunityOf({ outcome: 'lost', amount: 700, closed }).amount).toBe(700);
  });

  test('that is won for 0 keeps its 0', () => {
    expect(opportunityOf({ outcome: 'won', amount: 0, closed }).amount).toBe(0);
  });

  test('that is open has not closed: its close date is an expectation', () => {
    expect(opportunityOf({ outcome: 'open', created, closed })).toMatchObject({
      closed: undefined,
      expected: closed,
      faults: [],
    });
  });

  test('that is open is expected on the day its own column says', () => {
    expect(opportunityOf({ outcome: 'open', closed, expected: 45_060 }).expected).toBe(45_060);
  });

  test.each([
    [{ outcome: 'lost' as const, amount: 5 }, 'closedWithoutDate'],
    [
      { outcome: 'won' as const, amount: 5, created: closed, closed: created },
      'closedBeforeCreated',
    ],
    [{ outcome: 'won' as const, closed }, 'wonWithoutAmount'],
    [{ outcome: 'unknown' as const, amount: 5 }, 'unknownOutcome'],
  ])('%o is at fault: %s', (facts, fault) => {
    expect(opportunityOf(facts).faults).toEqual([fault]);
  });
});
