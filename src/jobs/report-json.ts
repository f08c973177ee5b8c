import type { Issue } from '../intake';
import { isMeasured, type Figures, type Measure, type Status } from '../sales';
import { keyText, type JoinsTold, type Words } from '../wording';
import { joinsTold } from './joins-told';
import { measuresJson, type MeasuresJson } from './key-figures-json';
import type { KeyFigures } from './key-figures';
import { shownReading, type ReadingShown } from './readings';
import type { MappedSide, SourceCounts, Tracked } from './track';

/** A figure, or null where it cannot be computed: the row's status or an issue says why. */
type JsonFigure = number | null;

interface JsonFigures {
  readonly actual: number;
  readonly target: JsonFigure;
  readonly variance: JsonFigure;
  readonly variancePct: JsonFigure;
  readonly attainment: JsonFigure;
}

/** Rows of the preview of how a table was read. */
const rowsShown = 3;

/** A report as data for other programs. */
export interface ReportJson {
  readonly mapping: {
    readonly sales: JsonSide;
    readonly targets: JsonSide;
    readonly joins: JoinsTold;
  };
  readonly sales: SourceCounts;
  readonly targets: SourceCounts;
  readonly asOf: string;
  readonly rows: readonly (JsonFigures & {
    readonly key: readonly string[];
    readonly period: string;
    readonly status: Status;
  })[];
  readonly total: JsonFigures;
  /** Left out where they were not computed. */
  readonly measures?: MeasuresJson;
  readonly issues: readonly JsonIssue[];
  readonly sheet: string | null;
}

/** Which column is which, and how the cells were read: what `readings` can correct. */
type JsonSide = MappedSide & { readonly reading: ReadingShown };

type JsonIssue = Pick<Issue, 'at' | 'found' | 'expected'> & { readonly code: string };

/** The report as plain data; `sheet` is the name it was written under, if it was. */
export function reportJson(
  tracked: Tracked,
  sheet: string | undefined,
  asOf: string,
  words: Words,
  keyFigures?: KeyFigures,
): ReportJson {
  const { report, mapping, data } = tracked;
  const reasons: JsonIssue[] = report.rows.flatMap((row) => {
    const { varianceRatio: ratio } = row;
    if (isMeasured(ratio) || ratio.reason === 'noTarget') return [];
    const at = `${keyText(row.key, words)}, ${row.period.label}`;
    const found = isMeasured(row.target) ? String(row.target) : '';
    return [{ code: ratio.reason, at, found, expected: words.reasons[ratio.reason] }];
  });
  return {
    mapping: {
      sales: { ...mapping.sales, reading: shownReading(data.sales.table, rowsShown) },
      targets: { ...mapping.targets, reading: shownReading(data.targets.table, rowsShown) },
      joins: joinsTold(data.joins),
    },
    sales: tracked.sales,
    targets: tracked.targets,
    asOf,
    rows: report.rows.map((row) => ({
      key: row.key.map((text) => (text === '' ? words.unassigned : text)),
      period: row.period.label,
      ...figures(row),
      status: row.status,
    })),
    total: figures(report.total),
    ...(keyFigures && { measures: measuresJson(keyFigures, words) }),
    issues: [...tracked.issues, ...(keyFigures?.issues ?? []), ...reasons],
    sheet: sheet ?? null,
  };
}

function figures({ actual, target, variance, varianceRatio, attainment }: Figures): JsonFigures {
  return {
    actual,
    target: figure(target),
    variance: figure(variance),
    variancePct: figure(varianceRatio),
    attainment: figure(attainment),
  };
}

function figure(measure: Measure): JsonFigure {
  return isMeasured(measure) ? measure : null;
}
