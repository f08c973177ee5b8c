import {
  isMeasured,
  isoOf,
  type KeyFigure,
  type KeyFigureName,
  type MeasureUnit,
  type Reason,
  type SpanKeyFigures,
} from '../sales';
import { reasonText, type Words } from '../wording';
import type { KeyFigures, KeyFigureSpanName } from './key-figures';

/** A key figure, or null with the reason why there is none. */
interface JsonKeyFigure {
  readonly name: KeyFigureName;
  readonly label: string;
  readonly unit: MeasureUnit;
  readonly value: number | null;
  readonly reason?: Reason;
  readonly because?: string;
}

interface JsonSpan {
  /** Null where all days to the as-of day count. */
  readonly from: string | null;
  readonly to: string;
  readonly total: readonly JsonKeyFigure[];
  /** By key, in the units of the total; null where there is none, with the reason by name. */
  readonly rows: readonly {
    readonly key: readonly string[];
    readonly values: Readonly<Partial<Record<KeyFigureName, number | null>>>;
    readonly reasons?: Readonly<Partial<Record<KeyFigureName, Reason>>>;
  }[];
}

/** Key figures as data for other programs. */
export type MeasuresJson = Readonly<Record<KeyFigureSpanName, JsonSpan>> & {
  /** The headers of the columns that the figures are made of, by what they are needed for. */
  readonly columns: KeyFigures['columns'];
};

export function measuresJson({ spans, columns }: KeyFigures, words: Words): MeasuresJson {
  return {
    columns,
    all: spanJson(spans.all, words),
    period: spanJson(spans.period, words),
    yearToDate: spanJson(spans.yearToDate, words),
  };
}

function spanJson({ start, end, total, rows }: SpanKeyFigures, words: Words): JsonSpan {
  return {
    from: start === 0 ? null : isoOf(start),
    to: isoOf(end),
    total: total.map((figure) => figureJson(figure, words)),
    rows: rows.map(({ key, figures }) => {
      const reasons = figures.flatMap(({ name, value }) =>
        isMeasured(value) ? [] : [[name, value.reason] as const],
      );
      return {
        key: key.map((text) => (text === '' ? words.unassigned : text)),
        values: Object.fromEntries(
          figures.map(({ name, value }) => [name, isMeasured(value) ? value : null]),
        ),
        ...(reasons.length > 0 && { reasons: Object.fromEntries(reasons) }),
      };
    }),
  };
}

function figureJson({ name, unit, value }: KeyFigure, words: Words): JsonKeyFigure {
  const label = words.keyFigures.names[name];
  if (isMeasured(value)) return { name, label, unit, value };
  return {
    name,
    label,
    unit,
    value: null,
    reason: value.reason,
    because: reasonText(value, words),
  };
}
