import {
  looksLike,
  namesTargets,
  type Found,
  type NotRead,
  type Question,
  type Reading,
  type TableReadOptions,
} from '../intake';
import type { Source } from '../workbook';
import type { Session } from './session';

/** What a source can be taken for. */
export interface Look {
  readonly source: Source;
  readonly isSales: boolean;
  readonly isTargets: boolean;
}

/** What each source looks like from its first rows. */
export async function glanceAt(
  session: Session,
  sources: readonly Source[],
  saidOf: (source: Source) => Reading,
  options: TableReadOptions,
): Promise<{ readonly looks: readonly Look[]; readonly unread: readonly NotRead[] }> {
  const looks: Look[] = [];
  const unread: NotRead[] = [];
  for (const source of sources) {
    if (source.kind === 'name' || source.isHidden) continue;
    const loaded = await session.glance(source, { ...options, ...saidOf(source) });
    if (!('table' in loaded)) {
      unread.push(loaded);
      continue;
    }
    // Rates and shares have figures, and perhaps dates, but nothing was sold.
    if (looksLike(loaded.table) !== undefined && !namesTargets(source.name)) continue;
    const { columns } = loaded.table;
    const hasDate = columns.some(
      (column) =>
        column.kind === 'date' ||
        column.kind === 'period' ||
        column.role === 'date' ||
        column.role === 'year',
    );
    const numbers = columns.filter((column) => column.kind === 'number' && column.role !== 'id');
    const targets = numbers.some((column) => column.role === 'target') || namesTargets(source.name);
    const amounts = numbers.some((column) => column.role === 'amount' || column.role === undefined);
    looks.push({
      source,
      isSales: hasDate && (amounts || columns.some((column) => column.role === 'amount')),
      isTargets: hasDate && targets && numbers.length > 0,
    });
  }
  return { looks, unread };
}

/** The source of a name, else the only one that fits. */
export function findSource(
  sources: readonly Source[],
  wished: string | undefined,
  question: Question,
  fitting: () => readonly Source[],
): Found<Source> {
  if (wished !== undefined) {
    const same = (name: string) => name.toLowerCase() === wished.toLowerCase();
    const found =
      sources.find((source) => source.name === wished) ??
      sources.find((source) => same(source.name)) ??
      // A sheet that is nothing but a table goes by either name.
      onlyOne(sources.filter((source) => same(source.sheet)));
    if (found) return { found };
    const candidates = sources.map((source) => source.name);
    return { unclear: { question, source: wished, subject: wished, candidates } };
  }
  const candidates = fitting();
  const found = onlyOne(candidates);
  if (found) return { found };
  return {
    unclear: { question, source: '', candidates: candidates.map((source) => source.name) },
  };
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
