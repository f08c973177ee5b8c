import { finenessOf, type HeaderPart } from '../texts/header-part';

type Span = NonNullable<HeaderPart['span']>;

/** What the headers of a row that name several months mean together. */
export interface SpansAcross {
  /** As given; of spans whose months stand beside them, as totals. */
  readonly parts: readonly (HeaderPart | undefined)[];
  /** The first one that cannot be read, and the one that shows it. */
  readonly wrong?: {
    readonly what: 'spanToDate' | 'oddSpan';
    readonly at: number;
    readonly beside?: number;
  };
}

/**
 * Judges spans such as "Jan-Mar" by the headers beside them: what those make up is a total; what only
 * begins like another holds figures to date; of what is left each has to be of the others' kind.
 */
export function judgeSpans(parts: readonly (HeaderPart | undefined)[]): SpansAcross {
  if (!parts.some((part) => part?.span)) return { parts };
  const months = parts.map((part) => (part && isPart(part) ? monthsOf(part) : []));
  const areOfYear = (one: number, other: number) =>
    parts[one]?.year === undefined ||
    parts[other]?.year === undefined ||
    parts[one].year === parts[other].year;
  const isTotal = months.map((own, at) => {
    if (!parts[at]?.span || own.length === 0) return false;
    const within = months.flatMap((some, other) =>
      some.length < own.length && areOfYear(at, other) && some.every((one) => own.includes(one))
        ? some
        : [],
    );
    return own.every((month) => within.includes(month));
  });
  const judged = parts.map((part, at): HeaderPart | undefined =>
    part && isTotal[at] ? { ...part, isTotal: true } : part,
  );
  const left = [...months.keys()].filter((at) => (months[at]?.length ?? 0) > 0 && !isTotal[at]);
  const areMonths = left.some((at) => parts[at]?.month !== undefined);
  for (const at of left) {
    const own = months[at] ?? [];
    if (!parts[at]?.span) continue;
    const beside = left.find((other) => {
      const some = months[other] ?? [];
      return (
        areOfYear(at, other) &&
        some.join() !== own.join() &&
        some.some((month) => own.includes(month))
      );
    });
    if (beside !== undefined) {
      return {
        parts: judged,
        wrong: { what: 'spanToDate', at: Math.max(at, beside), beside: Math.min(at, beside) },
      };
    }
    if (parts[at].quarter === undefined || areMonths) {
      return { parts: judged, wrong: { what: 'oddSpan', at } };
    }
  }
  return { parts: judged };
}

/** Whole years stand beside their parts as totals do. */
function isPart(part: HeaderPart): boolean {
  const fineness = finenessOf(part);
  return fineness === 'month' || fineness === 'quarter';
}

function monthsOf({ month, quarter, span }: HeaderPart): number[] {
  if (span) {
    const last = span.to < span.from ? span.to + 12 : span.to;
    return Array.from({ length: last - span.from + 1 }, (_, at) => span.from + at);
  }
  const first = month ?? (quarter ?? 0) * 3 - 2;
  return month === undefined ? [first, first + 1, first + 2] : [first];
}

/** Whether a header's months are some of a span's. */
export function isWithin(part: HeaderPart, span: Span): boolean {
  const whole = monthsOf({ span, rest: '' });
  return monthsOf(part).every((month) => whole.includes(month));
}
