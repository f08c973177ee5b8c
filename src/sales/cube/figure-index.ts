import type { Grain, Period } from '../calendar';
import type { Dataset } from '../dataset';
import type { Measure, MeasureName } from '../measures';
import { aggregate, type Aggregate } from './aggregate';
import type { FigureReader } from './figure-reader';
import type { RowEdit } from './sales-row';

/** One figure that is asked for. */
export interface FigureQuestion {
  readonly measure: MeasureName;
  /** By dimension, the text that counts, or several; what is not named counts whole. */
  readonly items?: ReadonlyMap<string, string | readonly string[]>;
  /** Left out, all days count. */
  readonly period?: Period;
}

/** A kind of question with what answers it. */
interface Kind {
  readonly measure: MeasureName;
  readonly grain: Grain | undefined;
  readonly by: readonly string[];
  /** The texts of the question at hand: a list for each question would take as long as its figure. */
  readonly texts: string[];
  readonly grouped: Aggregate;
  readonly read: FigureReader;
}

/** More ways of grouping than this are not kept at once; the one asked longest ago goes first. */
const mostKept = 16;

/**
 * Answers single figures of a data set, as SUMIFS does: the first question of a kind groups all
 * rows, all others of that kind are look-ups.
 *
 * Questions are of one kind where they name the same dimensions in the same order, a period of the
 * same grain and the same measure. A text or period that no row has gives the figure of no rows.
 */
export class FigureIndex {
  private rises = 1;
  /** By kind of question. */
  private readonly kept = new Map<string, Aggregate>();
  /** What the question before this one was answered from: the next is mostly of the same kind. */
  private last: Kind | undefined;
  /** By question, what only the rows themselves could answer. */
  private readonly answered = new Map<string, Aggregate>();

  constructor(private dataset: Dataset) {}

  /** Rises with every update. */
  get generation(): number {
    return this.rises;
  }

  /** The figure that a question asks for. */
  figure({ measure, items, period }: FigureQuestion): Measure {
    const { last } = this;
    const isSameKind = last?.measure === measure && last.grain === period?.grain;
    if (isSameKind && readTexts(items, last.by, last.texts)) {
      return last.read(last.grouped.find(last.texts, period?.index));
    }
    const by = [...(items?.keys() ?? [])];
    const grouped = this.grouped(measure, by, period);
    const texts = by.map(() => '');
    if (readTexts(items, by, texts)) {
      const read = grouped.readerOf(measure);
      this.last = { measure, grain: period?.grain, by, texts, grouped, read };
      return read(grouped.find(texts, period?.index));
    }
    const cells = combinations([...(items?.values() ?? [])])
      .map((key) => grouped.find(key, period?.index))
      .filter((cell) => cell > 0);
    return grouped.figureOver(cells, measure) ?? this.fromRows(measure, items, period);
  }

  /** The texts of a dimension that have rows, those with the largest figure first. */
  items(dimension: string, measure: MeasureName): readonly string[] {
    const grouped = this.grouped(measure, [dimension], undefined);
    const read = grouped.readerOf(measure);
    const figureIn = (cell: number): number => {
      const figure = read(cell);
      return typeof figure === 'number' ? figure : -Infinity;
    };
    return grouped
      .groups()
      .map(({ key: [text = ''], cell }) => ({ text, figure: figureIn(cell) }))
      .sort((a, b) => (a.figure === b.figure ? (a.text < b.text ? -1 : 1) : b.figure - a.figure))
      .map(({ text }) => text);
  }

  /** Takes in what changed; see `Aggregate.update`. */
  update(dataset: Dataset, edits: readonly RowEdit[]): void {
    this.rises += 1;
    this.dataset = dataset;
    this.last = undefined;
    for (const one of this.kept.values()) one.update(dataset, edits);
    this.answered.clear();
  }

  private grouped(
    measure: MeasureName,
    by: readonly string[],
    period: Period | undefined,
  ): Aggregate {
    const kind = `${measure}\n${period?.grain ?? ''}\n${by.join('\n')}`;
    let known = this.kept.get(kind);
    if (!known) {
      known = aggregate(this.dataset, {
        by,
        measures: [measure],
        ...(period && { grain: period.grain }),
      });
      keep(this.kept, kind, known);
    }
    return known;
  }

  private fromRows(
    measure: MeasureName,
    items: FigureQuestion['items'],
    period: Period | undefined,
  ): Measure {
    const where = new Map(
      [...(items ?? [])].map(([dimension, item]) => [
        dimension,
        typeof item === 'string' ? [item] : item,
      ]),
    );
    const question = JSON.stringify([measure, [...where], period?.label]);
    let known = this.answered.get(question);
    if (!known) {
      known = aggregate(this.dataset, {
        by: [],
        measures: [measure],
        where,
        ...(period && { from: period.start, to: period.end }),
      });
      keep(this.answered, question, known);
    }
    return known.figure(known.find([]), measure);
  }
}

/** Puts the one text of each dimension into a list; false where others are named, or several texts. */
function readTexts(
  items: FigureQuestion['items'],
  by: readonly string[],
  texts: string[],
): boolean {
  if ((items?.size ?? 0) !== by.length) return false;
  for (let at = 0; at < by.length; at += 1) {
    const item = items?.get(by[at] ?? '');
    if (typeof item !== 'string') return false;
    texts[at] = item;
  }
  return true;
}

function keep(kept: Map<string, Aggregate>, key: string, one: Aggregate): void {
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, one);
}

/** Every way to take one text of each list, none twice. */
function combinations(lists: readonly (string | readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (keys, list) => {
      const texts = typeof list === 'string' ? [list] : [...new Set(list)];
      return keys.flatMap((key) => texts.map((text) => [...key, text]));
    },
    [[]],
  );
}
