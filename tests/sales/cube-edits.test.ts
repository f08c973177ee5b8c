import { fc } from '../properties';
import {
  aggregate,
  amountsOf,
  measureNames,
  rowOf,
  serialOf,
  TextColumnBuilder,
  type Aggregate,
  type AggregateRequest,
  type Amounts,
  type Dataset,
  type RowEdit,
} from '../../src/sales';

/** A line as a person would type it; without pieces where the cell is blank. */
interface Line {
  readonly month: number;
  readonly day: number;
  readonly cents: number;
  readonly person: string;
  readonly client: string;
  readonly pieces: number | null;
}

/** Texts keep the numbers they had, as those of a column whose cells are edited do. */
class Texts {
  private readonly known: string[] = [];

  column(texts: readonly string[]) {
    for (const text of texts) if (!this.known.includes(text)) this.known.push(text);
    return {
      codes: Int32Array.from(texts, (text) => this.known.indexOf(text)),
      values: [...this.known],
    };
  }
}

function pieces(lines: readonly Line[]): Amounts {
  return {
    ...amountsOf(Float64Array.from(lines, (line) => line.pieces ?? 0)),
    blanks: Uint8Array.from(lines, (line) => Number(line.pieces === null)),
  };
}

/** So many that not every combination with another dimension has a cell of its own. */
const articles = Array.from({ length: 70_000 }, (_, index) => `No. ${String(index)}`);

function datasetOf(lines: readonly Line[], unit: number, people: Texts, clients: Texts): Dataset {
  return {
    rows: lines.length,
    dates: Int32Array.from(lines, (line) => serialOf(2026, line.month, line.day)),
    amounts: amountsOf(Float64Array.from(lines, (line) => line.cents / unit)),
    dimensions: new Map([
      ['Person', people.column(lines.map((line) => line.person))],
      ['customer', clients.column(lines.map((line) => line.client))],
      ['Article', { codes: Int32Array.from(lines, ({ day }) => day * 2000), values: articles }],
    ]),
    numbers: new Map([['quantity', pieces(lines)]]),
  };
}

const line: fc.Arbitrary<Line> = fc.record({
  month: fc.integer({ min: -6, max: 20 }),
  day: fc.integer({ min: 1, max: 28 }),
  cents: fc.integer({ min: -50_000, max: 50_000 }),
  person: fc.constantFrom('Ann', 'Bob', 'Cid', 'Dee', ''),
  client: fc.constantFrom('Acme', 'Bolt', 'Cord', ''),
  pieces: fc.option(fc.integer({ min: -2, max: 9 })),
});

/** Where in the list, as a share of it, and what happens there. */
const edit = fc.record({
  kind: fc.constantFrom('change', 'change', 'add', 'remove'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  line,
});

const requests: readonly AggregateRequest[] = [
  { by: ['Person'], grain: 'month', measures: measureNames },
  { by: ['customer', 'Person'], measures: measureNames },
  { by: [], grain: 'quarter', measures: measureNames },
  { by: ['Person'], cuts: [serialOf(2026, 3, 5), serialOf(2026, 6, 1)], measures: measureNames },
  {
    by: ['Person'],
    grain: 'year',
    measures: measureNames,
    from: serialOf(2026, 2, 1),
    where: new Map([['customer', ['Acme', '']]]),
  },
];

/** All figures, by key and step, in the order of these. */
function answers(result: Aggregate) {
  return result
    .groups()
    .map(({ cell, key, step }) => ({
      key: JSON.stringify([key, step]),
      rows: result.rowsIn(cell),
      figures: measureNames.map((measure) => result.figure(cell, measure)),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

type Edits = readonly (typeof edit extends fc.Arbitrary<infer T> ? T : never)[];

/** Applies edits a batch at a time and compares with aggregates made anew. */
function check(
  first: readonly Line[],
  batches: readonly Edits[],
  unit: number,
  asked: readonly AggregateRequest[] = requests,
): void {
  const [people, clients] = [new Texts(), new Texts()];
  let lines = [...first];
  let dataset = datasetOf(lines, unit, people, clients);
  const kept = asked.map((request) => aggregate(dataset, request));
  for (const batch of batches) {
    const edits: RowEdit[] = [];
    for (const { kind, at, line: next } of batch) {
      const row = Math.floor(at * lines.length);
      const isAdded = kind === 'add' || lines.length === 0;
      const before = isAdded ? undefined : rowOf(dataset, row);
      lines = lines.toSpliced(
        row,
        isAdded ? 0 : 1,
        ...(kind === 'remove' && !isAdded ? [] : [next]),
      );
      dataset = datasetOf(lines, unit, people, clients);
      const after = kind === 'remove' && !isAdded ? undefined : rowOf(dataset, row);
      edits.push({ ...(before && { before }), ...(after && { after }) });
    }
    for (const result of kept) {
      const { generation } = result;
      result.update(dataset, edits);
      expect(result.generation).toBeGreaterThan(generation);
      expect(answers(result)).toEqual(answers(aggregate(dataset, result.request)));
    }
  }
}

const histories = [
  fc.array(line, { minLength: 1, maxLength: 25 }),
  fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
] as const;

describe('an aggregate kept current by edits', () => {
  test('answers as one made anew, to the last cent', () => {
    fc.assert(
      fc.property(...histories, (first, batches) => {
        check(first, batches, 100);
      }),
      { numRuns: 150 },
    );
  });

  test('answers as one made anew where amounts have no common unit', () => {
    fc.assert(
      fc.property(...histories, (first, batches) => {
        check(first, batches, 7);
      }),
      { numRuns: 50 },
    );
  });

  test('answers as one made anew where only the groups that occur have a cell', () => {
    fc.assert(
      fc.property(...histories, (first, batches) => {
        check(first, batches, 100, [
          { by: ['Article', 'Person'], grain: 'month', measures: measureNames },
        ]);
      }),
      { numRuns: 20 },
    );
  });

  test('answers as one made anew after a paste over hundreds of rows', () => {
    const paste = fc.array(edit, { minLength: 70, maxLength: 120 });
    fc.assert(
      fc.property(histories[0], paste, (first, batch) => {
        check(first, [batch], 100);
      }),
      { numRuns: 10 },
    );
  });

  test('adds up anew where the edits do not account for all rows', () => {
    const [people, clients] = [new Texts(), new Texts()];
    const one: Line = { month: 1, day: 1, cents: 5, person: 'Ann', client: '', pieces: null };
    const result = aggregate(datasetOf([one], 1, people, clients), {
      by: ['Person'],
      measures: ['sales'],
    });
    result.update(datasetOf([one, one, one], 1, people, clients), []);
    expect(result.figure(result.find(['Ann']), 'sales')).toBe(15);
  });

  test('finds its periods by the first row that counts', () => {
    const [people, clients] = [new Texts(), new Texts()];
    const one: Line = { month: 1, day: 1, cents: 5, person: 'Ann', client: '', pieces: null };
    const other: Line = { ...one, month: 8 };
    const request = { by: [], grain: 'month', measures: ['sales'], from: 46_200 } as const;
    const before = datasetOf([one], 1, people, clients);
    const result = aggregate(before, request);
    expect(result.groups()).toEqual([]);
    const now = datasetOf([other], 1, people, clients);
    result.update(now, [{ before: rowOf(before, 0), after: rowOf(now, 0) }]);
    expect(result.periods().map(({ label }) => label)).toEqual(['2026-08']);
    expect(result.firstStep).toBe(result.periods()[0]?.index);
  });

  test('adds up anew where a text has another number than before', () => {
    const one: Line = { month: 1, day: 1, cents: 5, person: 'Ann', client: '', pieces: null };
    const other: Line = { ...one, person: 'Bob', cents: 7 };
    const anew = (lines: readonly Line[]) => {
      const builder = new TextColumnBuilder(lines.length);
      for (const { person } of lines) builder.push(person);
      const dataset = datasetOf(lines, 1, new Texts(), new Texts());
      return { ...dataset, dimensions: new Map([['Person', builder.build()]]) };
    };
    const result = aggregate(anew([one, other]), { by: ['Person'], measures: ['sales'] });
    result.update(anew([other, one]), []);
    expect(result.figure(result.find(['Ann']), 'sales')).toBe(5);
    expect(result.figure(result.find(['Bob']), 'sales')).toBe(7);
  });
});
