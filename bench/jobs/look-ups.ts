import { FigureIndex } from '../../src/sales';
import { cents, type Answer } from '../answer';
import { SumsByHand } from '../floor/look-ups';
import { salesColumns } from '../floor/columns';
import { load } from '../ours/loading';
import { figureQuestion, lookUp } from '../ours/look-ups';
import type { Peers } from '../peers/all';
import { RangeWorkbook } from '../range-workbook';
import { contestant, type Contest, type Contestant } from '../stopwatch';
import { rowsOf, workloadOf, type Question } from '../workload';
import type { Loaded } from './loaded';

function sumsAnswer(sums: Float64Array): Answer {
  return Array.from(sums, (sum) => [cents(sum)]);
}

function answerAll(index: SumsByHand, questions: readonly Question[]): Float64Array {
  return Float64Array.from(questions, (question) => index.sum(question));
}

/** Without an index it reads all rows for each question, so that it gets one of so many. */
const askedInFull = 'SQLite (sql.js)';
const share = 100;

function peerLookUps({ workload, peers }: Loaded, isFromRows: boolean): Contestant[] {
  return peers.flatMap(({ name, peer }) => {
    const { lookUps } = peer;
    if (!lookUps) return [];
    const isWhole = name === askedInFull;
    const { questions: all } = workload;
    const questions = isWhole ? all : all.slice(0, all.length / share);
    // An index is made once in a table; a second one would be refused.
    if (isWhole && isFromRows) return [];
    const answers = lookUps();
    return [
      contestant(name, {
        prepare: () => answers,
        run: (ask) => ask(questions),
        answer: (found) => found(),
        note: isWhole
          ? 'prepared statement on a covering index'
          : `prepared statement; ${String(questions.length)} asked, times ${String(share)}`,
        ...(!isWhole && { scale: share }),
      }),
    ];
  });
}

/** The index and 10,000 sums by region, product and month, as cells full of SUMIFS ask for. */
export function firstLookUpsContest(loaded: Loaded): Contest {
  const { workload, floor, ours } = loaded;
  const questions = workload.questions.map(figureQuestion);
  return {
    job: 'J2 index and 10,000 look-ups',
    isSteady: true,
    contestants: [
      contestant('floor', {
        prepare: () => floor.sales,
        run: (sales) => answerAll(new SumsByHand(sales), workload.questions),
        answer: sumsAnswer,
      }),
      contestant('ours', {
        prepare: () => ours.sales,
        run: (sales) => lookUp(new FigureIndex(sales), questions),
        answer: sumsAnswer,
      }),
      ...peerLookUps(loaded, true),
    ],
  };
}

/** 10,000 more of them, now that the index is there. */
export function lookUpsContest(loaded: Loaded): Contest {
  const { workload, floor, ours } = loaded;
  const questions = workload.questions.map(figureQuestion);
  return {
    job: 'J2 10,000 look-ups more',
    isSteady: true,
    contestants: [
      contestant('floor', {
        prepare: () => new SumsByHand(floor.sales),
        run: (index) => answerAll(index, workload.questions),
        answer: sumsAnswer,
      }),
      contestant('ours', {
        prepare: () => {
          const index = new FigureIndex(ours.sales);
          lookUp(index, questions.slice(0, 1));
          return index;
        },
        run: (index) => lookUp(index, questions),
        answer: sumsAnswer,
      }),
      ...peerLookUps(loaded, false).filter(({ name }) => name === askedInFull),
    ],
  };
}

const [smallRows, smallQuestions] = [10_000, 100];

/** A sheet of formulas proper, at a size that it can do. */
export async function formulasContest({ formulaSheet }: Peers): Promise<Contest> {
  const workload = workloadOf(smallRows);
  const cells = rowsOf(workload.sales);
  const asked = workload.questions.slice(0, smallQuestions);
  const questions = asked.map(figureQuestion);
  const { converted } = await load(new RangeWorkbook(workload, true), 'Sales', 'Amount');
  const columns = salesColumns(cells);
  return {
    job: `J2 ${String(smallQuestions)} look-ups in ${String(smallRows)} rows`,
    isSteady: true,
    contestants: [
      contestant('floor', {
        prepare: () => columns,
        run: (sales) => answerAll(new SumsByHand(sales), asked),
        answer: sumsAnswer,
      }),
      contestant('ours', {
        prepare: () => converted.dataset,
        run: (sales) => lookUp(new FigureIndex(sales), questions),
        answer: sumsAnswer,
      }),
      ...(formulaSheet
        ? [
            contestant('HyperFormula', {
              prepare: () => formulaSheet(cells),
              run: (sheet) => sheet.ask(asked),
              answer: sumsAnswer,
              note: 'SUMIFS typed into a sheet',
            }),
          ]
        : []),
    ],
  };
}
