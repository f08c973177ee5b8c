import { periodAt, type FigureIndex, type FigureQuestion } from '../../src/sales';
import type { Question } from '../workload';
import { measured } from './variance';

/** A question as the index of figures takes it. */
export function figureQuestion({ region, product, month }: Question): FigureQuestion {
  return {
    measure: 'sales',
    items: new Map([
      ['Region', region],
      ['Product', product],
    ]),
    period: periodAt(month, 'month'),
  };
}

export function lookUp(index: FigureIndex, questions: readonly FigureQuestion[]): Float64Array {
  return Float64Array.from(questions, (question) => measured(index.figure(question)));
}
