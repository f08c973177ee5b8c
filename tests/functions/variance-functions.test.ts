import { functions } from '../../src/functions';
import { shown, startFunctionsRuntime } from './functions-runtime';

beforeAll(startFunctionsRuntime);

/** Calls a function as Excel does: every range as rows, what is left out as null. */
function call(id: string, ...cells: unknown[]): unknown {
  const calculate = functions[id];
  if (!calculate) throw new Error(`There is no function ${id}`);
  return shown(() => calculate(...cells));
}
const one = (value: unknown) => [[value]];
const column = (...values: unknown[]) => values.map((value) => [value]);
const row = (...values: unknown[]) => [values];
const error = (code: string) => [[expect.objectContaining({ error: code })]];

test('a lone error is thrown, so that Excel shows its message; in a range each stays in its cell', () => {
  expect(() => functions['ATTAINMENT']?.(one(1), one(-5))).toThrow(/target is negative/);
  expect(call('ATTAINMENT', column(1, 2), column(-5, 4))).toEqual([...error('#N/A'), [0.5]]);
});

describe('VARIANCE', () => {
  test('is actual minus target', () => {
    expect(call('VARIANCE', one(800), one(1000), null)).toEqual(one(-200));
  });

  test('is exact at the decimals the cells are written with', () => {
    // 8.2 − 4.1 in binary is 4.1 by luck, 0.3 − 0.1 is 0.19999999999999998.
    expect(call('VARIANCE', one(0.3), one(0.1), null)).toEqual(one(0.2));
  });

  test('turns its sign where less is better', () => {
    expect(call('VARIANCE', one(130), one(100), -1)).toEqual(one(-30));
    expect(call('VARIANCE', one(130), one(100), 'lower')).toEqual(one(-30));
    expect(call('VARIANCE', one(130), one(100), 1)).toEqual(one(30));
  });

  test('refuses a direction it does not know, with its choices in words', () => {
    expect(call('VARIANCE', one(130), one(100), 2)).toEqual([
      [{ error: '#VALUE!', message: 'direction is 2; it can be 1 or "higher", -1 or "lower".' }],
    ]);
  });

  test('spills over ranges of the same shape', () => {
    const actual = [
      [12, 25],
      [31, 44],
    ];
    const target = [
      [10, 20],
      [30, 50],
    ];
    expect(call('VARIANCE', actual, target)).toEqual([
      [2, 5],
      [1, -6],
    ]);
  });

  test('takes one cell, row or column for all', () => {
    const actual = [
      [12, 25],
      [31, 44],
    ];
    expect(call('VARIANCE', actual, one(10))).toEqual([
      [2, 15],
      [21, 34],
    ]);
    expect(call('VARIANCE', actual, row(10, 20))).toEqual([
      [2, 5],
      [21, 24],
    ]);
    expect(call('VARIANCE', actual, column(10, 40))).toEqual([
      [2, 15],
      [-9, 4],
    ]);
    expect(call('VARIANCE', column(5, 7), row(1, 2, 3))).toEqual([
      [4, 3, 2],
      [6, 5, 4],
    ]);
  });

  test('refuses ranges of unequal shape with a sentence', () => {
    expect(call('VARIANCE', column(1, 2, 3), column(1, 2))).toEqual([
      [
        {
          error: '#VALUE!',
          message:
            'The ranges are of unequal size: 3 × 1 and 2 × 1. Give ranges of the same size, or one cell, row or column for all.',
        },
      ],
    ]);
  });

  test('cuts the blank end of whole columns', () => {
    const length = 1_048_576;
    const whole = (...values: unknown[]) =>
      Array.from({ length }, (_, index) => [values[index] ?? null]);
    expect(call('VARIANCE', whole(12, 25), whole(10, 20, 7))).toEqual(column(2, 5, -7));
    expect(call('VARIANCE', whole(12, 25), one(10))).toEqual(column(2, 15));
  });

  test('counts a blank actual as 0, so that a target without sales is missed whole', () => {
    expect(call('VARIANCE', one(null), one(100))).toEqual(one(-100));
    expect(call('VARIANCE', one(''), one(100))).toEqual(one(-100));
  });

  test('has no variance where there is no target', () => {
    expect(call('VARIANCE', one(100), one(null))).toEqual(error('#N/A'));
  });

  test('leaves a row blank in which both cells are', () => {
    expect(call('VARIANCE', column(5, null, 9), column(1, null, 2))).toEqual(column(4, '', 7));
  });

  test('hands on an error of one cell for that element only', () => {
    const division = { type: 'Error', code: '#DIV/0!', basicValue: '#DIV/0!' };
    expect(call('VARIANCE', column(5, division, 9), column(1, 2, 3))).toEqual(
      column(4, { error: '#DIV/0!' }, 6),
    );
    expect(
      call(
        'VARIANCE',
        column(5, 8),
        column(new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable), 3),
      ),
    ).toEqual(column({ error: '#N/A' }, 5));
  });

  test('says which error it met where a function may not hand it on', () => {
    expect(call('VARIANCE', one({ type: 'Error', basicValue: '#REF!' }), one(3))).toEqual(
      one({ error: '#VALUE!', message: 'An input cell holds #REF!. Mend it there.' }),
    );
  });

  test.each(['twelve', '12', true])('takes no %p for a number', (cell) => {
    expect(call('VARIANCE', column(5, cell), column(1, 2))).toEqual(
      column(4, expect.objectContaining({ error: '#VALUE!' })),
    );
  });

  test('reads formatted numbers by their value', () => {
    const money = { type: 'FormattedNumber', basicValue: 12.5, numberFormat: '$0.00' };
    expect(call('VARIANCE', one(money), one(10))).toEqual(one(2.5));
  });

  test('answers errors of the runtime that Excel knows', () => {
    // Two cells, since the error of one alone is thrown.
    const [[cell]] = functions['VARIANCE']?.([['x'], [2]], [[1], [1]]) as [[unknown]];
    expect(cell).toBeInstanceOf(CustomFunctions.Error);
    expect(JSON.parse(JSON.stringify(cell))).toMatchObject({ errorType: 'Value', type: 'Error' });
  });
});

describe('VARIANCEPCT', () => {
  test('of a period without sales is −1', () => {
    expect(call('VARIANCEPCT', one(0), one(100))).toEqual(one(-1));
  });

  // (12000 − −10000) ÷ 10000 = 2.2; (−50 − −100) ÷ 100 = 0.5.
  test.each([
    [12000, -10000, 2, 2.2],
    [12000, -10000, 3, -2.2],
    [-50, -100, 2, 0.5],
    [-50, -100, 3, -0.5],
    [12000, -10000, 'absolute', 2.2],
    [12000, -10000, 'Plain', -2.2],
  ])('of %d against %d by method %p is %d', (actual, target, method, ratio) => {
    expect(call('VARIANCEPCT', one(actual), one(target), method)).toEqual(one(ratio));
  });

  test.each([1, 'strict', null, ''])(
    'has no ratio for a negative target by method %p',
    (method) => {
      expect(call('VARIANCEPCT', one(12000), one(-10000), method)).toEqual(error('#N/A'));
      expect(call('VARIANCEPCT', one(-50), one(-100), method)).toEqual(error('#N/A'));
    },
  );

  test.each([1, 2, 3])('divides by no zero in method %d', (method) => {
    expect(call('VARIANCEPCT', one(5), one(0), method)).toEqual(error('#DIV/0!'));
  });

  test('shows what it is told to where there is no ratio', () => {
    expect(call('VARIANCEPCT', column(5, 5, 5), column(0, -1, null), 1, 'n.a.')).toEqual(
      column('n.a.', 'n.a.', 'n.a.'),
    );
    expect(call('VARIANCEPCT', one(5), one(0), null, 0)).toEqual(one(0));
    expect(call('VARIANCEPCT', one(5), one(0), null, '')).toEqual(one(''));
  });

  test('hides no wrong cell behind if_undefined', () => {
    expect(call('VARIANCEPCT', one('x'), one(5), 1, 0)).toEqual(error('#VALUE!'));
  });

  test('refuses a method it does not know', () => {
    expect(call('VARIANCEPCT', one(5), one(4), 4)).toEqual(error('#VALUE!'));
    expect(call('VARIANCEPCT', one(5), one(4), 1.5)).toEqual(error('#VALUE!'));
    expect(call('VARIANCEPCT', one(5), one(4), true)).toEqual(error('#VALUE!'));
  });
});

describe('ATTAINMENT', () => {
  test('is actual ÷ target', () => {
    expect(call('ATTAINMENT', column(90, 800), column(100, 1000))).toEqual(column(0.9, 0.8));
  });

  test('is no figure for targets of 0 and below', () => {
    expect(call('ATTAINMENT', one(5), one(0))).toEqual(error('#DIV/0!'));
    expect(call('ATTAINMENT', one(5), one(-4))).toEqual(error('#N/A'));
    expect(call('ATTAINMENT', one(5), one(0), 'none')).toEqual(one('none'));
  });
});

describe('GAP', () => {
  test('is what is missing, never less than 0', () => {
    expect(call('GAP', column(800, 1200, null), column(1000, 1000, 70))).toEqual(
      column(200, 0, 70),
    );
  });
});

describe('STATUS', () => {
  test('is behind below 90 %, on track from there and ahead from the target on', () => {
    expect(call('STATUS', column(89.99, 90, 99.99, 100), one(100))).toEqual(
      column('behind', 'on track', 'on track', 'ahead'),
    );
  });

  test('goes by the sign of the variance where the target is 0 or less', () => {
    expect(call('STATUS', column(-10, -30, 0, -1), column(-20, -20, 0, 0))).toEqual(
      column('ahead', 'behind', 'ahead', 'behind'),
    );
  });

  test('says that there is no target', () => {
    expect(call('STATUS', one(5), one(null))).toEqual(one('no target'));
  });

  test('takes other thresholds and labels', () => {
    expect(call('STATUS', column(79, 80, 120), one(100), row(0.8, 1.2))).toEqual(
      column('behind', 'on track', 'ahead'),
    );
    expect(
      call('STATUS', column(79, 95, 120), one(100), null, column('red', 'amber', 'green')),
    ).toEqual(column('red', 'amber', 'green'));
  });

  test('judges costs the other way round', () => {
    // 1 − (105 − 100) ÷ 100 = 0.95; 1 − (120 − 100) ÷ 100 = 0.8.
    expect(call('STATUS', column(100, 105, 120), one(100), null, null, -1)).toEqual(
      column('ahead', 'on track', 'behind'),
    );
  });

  test.each([[row(1, 0.9)], [row(0.9)], [row('a', 'b')]])('refuses thresholds %j', (thresholds) => {
    expect(call('STATUS', one(5), one(4), thresholds)).toEqual(error('#VALUE!'));
  });

  test('refuses labels that are not three', () => {
    expect(call('STATUS', one(5), one(4), null, row('a', 'b'))).toEqual(error('#VALUE!'));
  });
});
