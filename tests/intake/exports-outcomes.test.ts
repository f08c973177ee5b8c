import { findFlag, mapStages, outcomeOf, type Outcome, type System } from '../../src/intake';

const outcomesOf = (stages: string, system?: System) =>
  stages.split(', ').map((stage) => [stage, outcomeOf(stage, {}, { system }).outcome]);

const all = (stages: string, outcome: Outcome | 'unknown') =>
  stages.split(', ').map((stage) => [stage, outcome]);

describe('the outcome of a stage', () => {
  test.each<readonly [string, string, string, string, System | undefined]>([
    [
      'Salesforce',
      'Closed Won',
      'Closed Lost',
      'Prospecting, Qualification, Needs Analysis, Value Proposition, Id. Decision Makers, Perception Analysis, Proposal/Price Quote, Negotiation/Review',
      undefined,
    ],
    [
      'HubSpot',
      'Closed Won, closedwon',
      'Closed Lost, closedlost',
      'Appointment Scheduled, Qualified To Buy, Presentation Scheduled, Decision Maker Bought-In, Contract Sent, appointmentscheduled, qualifiedtobuy, presentationscheduled, decisionmakerboughtin, contractsent',
      undefined,
    ],
    [
      'Dynamics 365',
      'Won',
      'Lost, Canceled, Out-Sold',
      'Open, In Progress, On Hold, 1-Qualify, 2-Develop, 3-Propose, 4-Close',
      'dynamics',
    ],
    [
      'Pipedrive',
      'Won, won',
      'Lost, lost',
      'Open, Qualified, Contact Made, Demo Scheduled, Proposal Made, Negotiations Started',
      undefined,
    ],
    [
      'Zoho',
      'Closed Won',
      'Closed Lost, Closed Lost to Competition',
      'Qualification, Needs Analysis, Value Proposition, Identify Decision Makers, Proposal/Price Quote, Negotiation/Review',
      undefined,
    ],
    ['Odoo', 'Won', 'Lost', 'New, Qualified, Proposition', undefined],
    ['ERPNext', 'Converted', 'Lost', 'Open, Quotation, Replied', 'erpnext'],
    [
      'German teams',
      'Gewonnen, Abgeschlossen und gewonnen, Geschlossen/gewonnen',
      'Verloren, Abgeschlossen und verloren, Geschlossen und verloren',
      'Offen, Neu, Qualifizierung, Bedarfsanalyse, Angebot, Verhandlung, In Bearbeitung',
      undefined,
    ],
    [
      'French teams',
      'Gagné, Gagnée, Fermée gagnée',
      'Perdu, Fermée perdue',
      'En cours, Prospection, Analyse des besoins, Devis envoyé, Négociation',
      undefined,
    ],
    [
      'Spanish teams',
      'Ganado, Cerrada ganada, Cerrada/Ganada',
      'Perdido, Cerrada perdida',
      'Abierta, Prospección, Calificación, Propuesta, Negociación',
      undefined,
    ],
    [
      'Portuguese teams',
      'Ganho, Fechado Ganho, Fechado (Ganho)',
      'Perdido, Fechado Perdido',
      'Em andamento, Qualificação, Proposta, Negociação',
      undefined,
    ],
    [
      'Japanese teams',
      '受注, 成約, 商談成立, 完了（受注）',
      '失注, 完了（失注）',
      '新規, 提案, 見積, 交渉中, 商談中',
      undefined,
    ],
  ])('is known for %s: %s; %s; %s', (_, won, lost, open, system) => {
    expect(outcomesOf(won, system)).toEqual(all(won, 'won'));
    expect(outcomesOf(lost, system)).toEqual(all(lost, 'lost'));
    expect(outcomesOf(open, system)).toEqual(all(open, 'open'));
  });

  test.each<readonly [string, Outcome]>([
    ['6 - Closed Won', 'won'],
    ['06. Closed Won (100%)', 'won'],
    ['CLOSED-WON', 'won'],
    ['Proposal/Price Quote (75%)', 'open'],
    ['2.1 Negotiation', 'open'],
    ['Closed Lost - no budget', 'lost'],
    ['Lost: price', 'lost'],
  ])('%p is seen through number, percentage, case and reason', (stage, outcome) => {
    expect(outcomeOf(stage)).toMatchObject({ outcome, by: 'words' });
  });

  test.each([
    'Parked',
    'Closed',
    'Won/Lost',
    'Lost, Won',
    'Won back',
    'Lost contact',
    'Not won',
    'Wonder Inc.',
    'Cancelled',
    '',
  ])('%p stays unknown rather than guessed', (stage) => {
    expect(outcomeOf(stage)).toEqual({ stage, outcome: 'unknown', by: 'nothing' });
  });

  test.each<readonly [string, Outcome | 'unknown']>([
    ['Closed won (Sales Pipeline)', 'won'],
    ['Closed lost (Sales Pipeline)', 'lost'],
    ['Contract sent (Sales Pipeline)', 'open'],
    ['Gewonnen (Vertriebspipeline)', 'won'],
    ['Ganado (Pipeline de ventas)', 'won'],
    ['受注（営業パイプライン）', 'won'],
    // What else stands in brackets may change what is meant.
    ['Closed won (verbal)', 'unknown'],
    ['Parked (Sales Pipeline)', 'unknown'],
  ])('with its pipeline behind it is that without: %s', (stage, outcome) => {
    expect(outcomeOf(stage).outcome).toBe(outcome);
  });

  test('“Close” and “Canceled” are known of Dynamics alone', () => {
    expect(outcomeOf('Close').outcome).toBe('unknown');
    expect(outcomeOf('Close', {}, { system: 'dynamics' })).toMatchObject({
      outcome: 'open',
      by: 'system',
    });
  });

  test('follows the flags beside it', () => {
    expect(outcomeOf('Signed', { isClosed: true, isWon: true })).toMatchObject({
      outcome: 'won',
      by: 'flags',
    });
    expect(outcomeOf('Dropped', { isClosed: true, isWon: false }).outcome).toBe('lost');
    expect(outcomeOf('Parked', { isClosed: false }).outcome).toBe('open');
    expect(outcomeOf('Parked', { isLost: true }).outcome).toBe('lost');
    expect(outcomeOf('Parked', { isWon: false }).outcome).toBe('unknown');
  });

  test('says what the name says where the flags say otherwise', () => {
    expect(outcomeOf('Negotiation', { isClosed: true, isWon: true })).toEqual({
      stage: 'Negotiation',
      outcome: 'won',
      by: 'flags',
      against: 'open',
    });
    expect(outcomeOf('Closed Won', { isWon: false })).toEqual({
      stage: 'Closed Won',
      outcome: 'unknown',
      by: 'flags',
      against: 'won',
    });
  });

  test('of an unknown name is open at a probability that no closed deal has', () => {
    expect(outcomeOf('Parked', { probability: 0.3 })).toMatchObject({
      outcome: 'open',
      by: 'probability',
    });
  });

  test('of an unknown name is only suggested at a probability of 1 or 0', () => {
    expect(outcomeOf('Signed', { probability: 1 })).toEqual({
      stage: 'Signed',
      outcome: 'unknown',
      by: 'nothing',
      suggested: 'won',
    });
    expect(outcomeOf('Dropped', { probability: 0 })).toMatchObject({
      outcome: 'unknown',
      suggested: 'lost',
    });
  });

  test('is what the user said before all else', () => {
    const own = new Map<string, Outcome>([['Closed Won', 'open']]);
    expect(outcomeOf('Closed Won', { isWon: true }, { own })).toMatchObject({
      outcome: 'open',
      by: 'user',
    });
  });
});

describe('the stages of a column', () => {
  test('are counted, a line for each stage and what it means', () => {
    const rows = ['Won', 'Lost', 'Won', 'Engaging', 'Parked'].map((stage) => ({ stage }));
    expect(mapStages(rows)).toEqual([
      { stage: 'Won', outcome: 'won', by: 'words', rows: 2 },
      { stage: 'Lost', outcome: 'lost', by: 'words', rows: 1 },
      { stage: 'Engaging', outcome: 'open', by: 'words', rows: 1 },
      { stage: 'Parked', outcome: 'unknown', by: 'nothing', rows: 1 },
    ]);
  });

  test('have two lines where flags divide a stage', () => {
    expect(
      mapStages([
        { stage: 'Closed', isClosed: true, isWon: true },
        { stage: 'Closed', isClosed: true, isWon: false },
      ]).map(({ outcome, rows }) => [outcome, rows]),
    ).toEqual([
      ['won', 1],
      ['lost', 1],
    ]);
  });
});

describe('a flag', () => {
  test.each([
    ['TRUE', true],
    [true, true],
    ['ja', true],
    ['Sí', true],
    ['はい', true],
    [1, true],
    ['No', false],
    ['não', false],
    [0, false],
    ['maybe', undefined],
    [null, undefined],
  ])('%p is %p', (cell, flag) => {
    expect(findFlag(cell)).toBe(flag);
  });
});
