import { Session } from '../../src/jobs';
import { aggregate, FigureIndex, isoOf, periodIndex, rowOf, type Dataset } from '../../src/sales';
import { cents, type Answer } from '../answer';
import type { AllColumns } from '../floor/columns';
import { SumsByHand } from '../floor/look-ups';
import { monthsByHand } from '../floor/trend';
import { varianceByHand } from '../floor/variance';
import { monthOfDay } from '../floor/calendar';
import { figureQuestion } from '../ours/look-ups';
import { report, reportAnswer } from '../ours/report';
import { measured } from '../ours/variance';
import { RangeWorkbook } from '../range-workbook';
import { contestant, type Contest } from '../stopwatch';
import { firstDay, firstMonth, months, type Question } from '../workload';
import type { Loaded } from './loaded';

/** The row whose amount is typed over. */
const changedRow = 1234;
/** What it grows by each time. */
const step = 1.23;

/** One amount changed: the three groupings of sums (J1, J2, J3) current again. */
export function changeContest({ floor, ours }: Loaded): Contest {
  return {
    job: 'one row changed, sums current again',
    isSteady: true,
    contestants: [
      contestant('floor', {
        prepare: () => deltasByHand(floor.sales),
        run: (change) => change(),
        answer: changeAnswer,
        note: 'added to the cells of two typed arrays',
      }),
      contestant('ours', {
        prepare: () => deltasByCube(ours.sales),
        run: (change) => change(),
        answer: changeAnswer,
      }),
    ],
  };
}

interface Current {
  /** Of the row's region, product and month; looked up and aggregated. */
  readonly cell: readonly [number, number];
  /** Of the row's region and month. */
  readonly region: number;
}

function changeAnswer({ cell, region }: Current): Answer {
  return [[...cell, region].map(cents)];
}

function questionOf({ dates, region, product }: AllColumns, row: number): Question {
  return {
    region: region.values[region.codes[row] ?? 0] ?? '',
    product: product.values[product.codes[row] ?? 0] ?? '',
    month: firstMonth + (monthOfDay[(dates[row] ?? 0) - firstDay] ?? 0),
  };
}

function deltasByHand(sales: AllColumns): () => Current {
  const amounts = sales.amounts.slice();
  const [sums, byRegion] = [new SumsByHand(sales), monthsByHand(sales)];
  return () => {
    const question = questionOf(sales, changedRow);
    amounts[changedRow] = (amounts[changedRow] ?? 0) + step;
    const cell = sums.cellOf(question);
    sums.add(cell, step);
    const at = (sales.region.codes[changedRow] ?? 0) * months + question.month - firstMonth;
    byRegion[at] = (byRegion[at] ?? 0) + step;
    const found = sums.sum(question);
    return { cell: [found, found], region: byRegion[at] };
  };
}

function deltasByCube(sales: Dataset): () => Current {
  const values = sales.amounts.values.slice();
  const dataset: Dataset = { ...sales, amounts: { ...sales.amounts, values } };
  const unit = 10 ** (sales.amounts.decimals ?? 0);
  const sold = aggregate(dataset, {
    by: ['Region', 'Product'],
    grain: 'month',
    measures: ['sales', 'lines'],
  });
  const byRegion = aggregate(dataset, { by: ['Region'], grain: 'month', measures: ['sales'] });
  const index = new FigureIndex(dataset);
  const { date, dimensions } = rowOf(dataset, changedRow);
  const [region = '', product = ''] = [dimensions.get('Region'), dimensions.get('Product')];
  const month = periodIndex(date, 'month');
  const question = figureQuestion({ region, product, month });
  index.figure(question);
  return () => {
    const before = rowOf(dataset, changedRow);
    values[changedRow] = Math.round(((values[changedRow] ?? 0) + step) * unit) / unit;
    const edits = [{ before, after: rowOf(dataset, changedRow) }];
    sold.update(dataset, edits);
    byRegion.update(dataset, edits);
    index.update(dataset, edits);
    return {
      cell: [
        measured(index.figure(question)),
        measured(sold.figure(sold.find([region, product], month), 'sales')),
      ],
      region: measured(byRegion.figure(byRegion.find([region], month), 'sales')),
    };
  };
}

/** One amount typed in the workbook: the whole report current again, as the pane does it. */
export async function liveContest({ workload, floor, peers }: Loaded): Promise<Contest> {
  const workbook = new RangeWorkbook(workload, true);
  const session = new Session(workbook);
  const { report: first } = await report(session);
  const day = isoOf(first.request.asOf);
  if (first.rows.length === 0) throw new Error(`No report as of ${day}`);
  let amount = floor.sales.amounts[changedRow] ?? 0;
  return {
    job: 'one row typed over, report current again',
    isSteady: true,
    contestants: [
      contestant('floor', {
        prepare: () => ({
          ...floor,
          sales: { ...floor.sales, amounts: floor.sales.amounts.slice() },
        }),
        run: ({ sales, targets }) => {
          sales.amounts[changedRow] = (sales.amounts[changedRow] ?? 0) + step;
          return varianceByHand(sales, targets);
        },
        answer: (table) =>
          Array.from({ length: table.lines }, (_, line) => [
            table.region[line] ?? '',
            table.product[line] ?? '',
            table.month[line] ?? -1,
            cents(table.sum[line] ?? 0),
            cents(table.target[line] ?? NaN),
          ]),
        note: 'recomputed',
      }),
      contestant('ours', {
        prepare: () => {
          amount = Math.round((amount + step) * 100) / 100;
          return amount;
        },
        run: (typed) => {
          workbook.type('Sales', changedRow + 1, 7, typed);
          session.noteChange({
            sheet: 'Sales',
            area: { row: changedRow + 1, column: 7, rows: 1, columns: 1 },
          });
          return report(session);
        },
        answer: reportAnswer,
        note: 'the cell read, the sums computed anew',
      }),
      ...peers.map(({ name, peer }) =>
        contestant(name, {
          prepare: () => peer,
          run: (own) => own.variance(),
          note: 'the query alone, not the change',
        }),
      ),
    ],
  };
}
