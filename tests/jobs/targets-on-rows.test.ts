import { Session, track } from '../../src/jobs';
import { issueSentence, wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

const words = wordsFor('en');

/** What is told of targets that repeat, and what all targets add up to. */
async function toldOf(sheets: Readonly<Record<string, Rows>>) {
  const outcome = await track(new Session(workbookWith(sheets)));
  const issues = 'done' in outcome ? outcome.done.issues : outcome.stopped.issues;
  const codes: string[] = ['targetOfPart', 'targetOnEachRow', 'wholeTargetRepeated'];
  return {
    told: issues.filter(({ code }) => codes.includes(code)).map((one) => issueSentence(one, words)),
    total: 'done' in outcome ? outcome.done.targets.total : 'refused',
  };
}

const sales: Rows = [
  ['Date', 'Region', 'Amount'],
  ['2026-01-05', 'North', 90],
  ['2026-02-06', 'South', 70],
];

describe('a target of a whole year in the row of each month', () => {
  const months = (header: string, second = 12_000): Rows => [
    ['Region', 'Month', header],
    ['North', '2026-01', 12_000],
    ['South', '2026-01', 24_000],
    ['North', '2026-02', second],
    ['South', '2026-02', 24_000],
  ];

  test.each(['Annual target', 'Full-year budget', 'Jahresziel', 'Objectif annuel', '年間目標'])(
    'is refused by its header: %s',
    async (header) => {
      expect(await toldOf({ Sales: sales, Targets: months(header) })).toEqual({
        told: [
          `Targets!C4: the target is the same as in Targets!C2, and by its name, "${header}", that of a ` +
            'whole period. Give it once for each period; if each row has its own, rename the column.',
        ],
        total: 'refused',
      });
    },
  );

  test('is none where its months differ, or the header does not say so', async () => {
    // 12,000 + 24,000 + 13,000 + 24,000
    const apart = { told: [], total: 73_000 };
    expect(await toldOf({ Sales: sales, Targets: months('Annual target', 13_000) })).toEqual(apart);
    // 2 × (12,000 + 24,000)
    const even = { told: [], total: 72_000 };
    for (const header of ['Target', 'Manual target', 'Monthly target']) {
      expect(await toldOf({ Sales: sales, Targets: months(header) })).toEqual(even);
    }
  });
});

describe('a target of a day, a week, a person or a place', () => {
  const rows = (header: string, when: string, ...dates: readonly string[]): Rows => [
    ['Region', when, header],
    ...dates.map((date, index) => ['North', date, 10 + index]),
  ];

  test.each([
    ...[
      'Daily target',
      'Target per day',
      'Weekly quota',
      'Target per working day',
      'Target / head',
    ],
    ...['Tagesziel', 'Ziel pro Tag', 'Wochensoll', 'Soll je Kopf', 'Objectif par jour'],
    ...['Objectif journalier', 'Objetivo diario', 'Meta por dia', 'Meta semanal', '目標（日別）'],
    ...['Target per rep', 'Quota per seller', 'Ziel je Filiale', 'Objetivo por tienda'],
  ])('in the rows of months is refused by its header: %s', async (header) => {
    const targets = rows(header, 'Month', '2026-01', '2026-02');
    expect(await toldOf({ Sales: sales, Targets: targets })).toEqual({
      told: [
        `Targets!C1: by its name, "${header}" is that of each day, week, person or place, and not the ` +
          'whole target of the periods in "Month". Give the whole target, or rename the column.',
      ],
      total: 'refused',
    });
  });

  test('is added up in the rows of its days or weeks', async () => {
    // 10 + 11 + 12
    const added = { told: [], total: 33 };
    const days = rows('Daily target', 'Date', '2026-01-01', '2026-01-02', '2026-01-05');
    expect(await toldOf({ Sales: sales, Targets: days })).toEqual(added);
    const weeks = rows('Weekly target', 'Week', '2026-W02', '2026-W03', '2026-W04');
    expect(await toldOf({ Sales: sales, Targets: weeks })).toEqual(added);
    const day = rows('Daily target', 'Date', '2026-01-01');
    expect(await toldOf({ Sales: sales, Targets: day })).toEqual({ told: [], total: 10 });
  });

  test('is that of the row where this is of a person or place', async () => {
    const read = (name: string, header: string) =>
      toldOf({
        Sales: [
          ['Date', name, 'Sales'],
          ['2026-01-05', 'Ann', 7],
          ['2026-02-06', 'Bob', 8],
        ],
        Targets: [
          [name, 'Month', header],
          ['Ann', '2026-01', 10],
          ['Bob', '2026-02', 11],
        ],
      });
    // 10 + 11
    const added = { told: [], total: 21 };
    expect(await read('Sales rep', 'Target per rep')).toEqual(added);
    expect(await read('Store', 'Target per store')).toEqual(added);
  });

  test('is none in a name that holds such a word', async () => {
    for (const header of ['Target', 'Monthly target', 'Diaries target', 'Target per year']) {
      const targets = rows(header, 'Month', '2026-01', '2026-02');
      // 10 + 11
      expect(await toldOf({ Sales: sales, Targets: targets })).toEqual({ told: [], total: 21 });
    }
  });
});

describe('targets of a single date', () => {
  test.each([
    ['Annual target', 'year'],
    ['Quarterly quota', 'quarter'],
    ['Jahresziel', 'year'],
  ])('are of the period that their header names: %s, a %s', async (header, grain) => {
    const targets: Rows = [
      ['Region', 'Start date', header],
      ['North', '2026-01-01', 1200],
    ];
    const outcome = await track(new Session(workbookWith({ Sales: sales, Targets: targets })));
    if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped.issues));
    const { mapping, issues } = outcome.done;
    expect(mapping.targets.grain).toBe(grain);
    expect(issues.map(({ code }) => code)).not.toContain('targetGrainAssumed');
  });
});

describe('targets with a first and a last day', () => {
  const run = (from: string, to: string, days: readonly (readonly [string, string])[]) =>
    track(
      new Session(
        workbookWith({
          Sales: sales,
          Targets: [
            ['Region', from, to, 'Target'],
            ...days.map(([first, last], index) => ['North', first, last, 100 + index]),
          ],
        }),
      ),
    );
  const firstQuarter = ['2026-01-01', '2026-03-31'] as const;

  test.each([
    ['month', [['2026-02-01', '2026-02-28'] as const]],
    ['quarter', [firstQuarter, ['2026-04-01', '2026-06-30'] as const]],
    ['year', [['2026-01-01', '2026-12-31'] as const]],
  ])('are of the %s that each row spans', async (grain, days) => {
    for (const [from, to] of [
      ['Valid from', 'Valid to'],
      ['Start date', 'End date'],
      ['Von', 'Bis'],
      ['Date de début', 'Date de fin'],
      ['Fecha de inicio', 'Fecha de fin'],
      ['Gültig ab', 'Gültig bis'],
    ] as const) {
      const outcome = await run(from, to, days);
      if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
      expect(outcome.done.mapping.targets).toMatchObject({ grain, date: from });
    }
  });

  test('are asked about where the rows span no period, or several', async () => {
    const half = ['2026-01-01', '2026-06-30'] as const;
    const month = ['2026-04-01', '2026-04-30'] as const;
    for (const days of [[half], [firstQuarter, month]]) {
      const outcome = await run('Valid from', 'Valid to', days);
      expect('stopped' in outcome && outcome.stopped.unclear).toMatchObject([
        { question: 'targetDate', candidates: ['Valid from', 'Valid to'] },
      ]);
    }
  });
});

describe('targets of which most are not set yet', () => {
  test.each(['TBD', 'n/a', 'tbc', 'k.A.', '?'])('are read, and each %p is told', async (open) => {
    const targets: Rows = [
      ['Region', 'Month', 'Target'],
      ['North', '2026-01', 1000],
      ['South', '2026-01', open],
      ['North', '2026-02', open],
    ];
    const outcome = await track(new Session(workbookWith({ Sales: sales, Targets: targets })));
    if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped.issues));
    const { issues, targets: read } = outcome.done;
    expect(read).toMatchObject({ rows: 3, used: 1, total: 1000 });
    const cells = issues.flatMap(({ code, at }) => (code === 'notANumber' ? [at] : []));
    expect(cells).toEqual(['Targets!C3', 'Targets!C4']);
  });
});

describe('a target beside each sale', () => {
  const lines = (header: string, last: number): Rows => [
    ['Date', 'Region', 'Amount', header],
    ['2026-01-05', 'North', 90, 1000],
    ['2026-01-09', 'North', 80, 1000],
    ['2026-01-06', 'South', 70, 2000],
    ['2026-01-07', 'South', 60, last],
  ];

  test('is told where it is the same in all rows of a region and month', async () => {
    expect(await toldOf({ Sales: lines('Target', 2000) })).toEqual({
      told: [
        'Sales!D3: the target is the same as in Sales!D2, of the same month, and both are added. ' +
          'If "Target" is that of the whole month, put it into a table of targets, each once.',
      ],
      // 1000 + 1000 + 2000 + 2000
      total: 6000,
    });
    expect(await toldOf({ Sales: lines('Target', 2100) })).toEqual({ told: [], total: 6100 });
  });

  test('is refused where its header says that it is that of the month', async () => {
    expect(await toldOf({ Sales: lines('Monthly target', 2000) })).toEqual({
      told: [expect.stringContaining('"Monthly target", that of a whole period')],
      total: 'refused',
    });
  });
});
