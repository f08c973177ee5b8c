import { sourceLabel, type DataFound, type DataSource, type Unclear } from '../../jobs';
import type { ChoiceOption } from '../choice';

/** Sources to choose from, by what people read for their names. */
export function sourceChoices(sources: readonly DataSource[]): ChoiceOption[] {
  return sources.map((source) => ({ value: source.name, text: sourceLabel(source) }));
}

/** What people read for a source's name; other texts stand for themselves. */
export function labelOf(name: string, { sources }: DataFound): string {
  const source = sources.find((one) => one.name === name);
  return source ? sourceLabel(source) : name;
}

/** A question with the names of sources as people read them. */
export function withLabels(unclear: Unclear, found: DataFound): Unclear {
  const { question, source, candidates } = unclear;
  const isSource = ['salesSource', 'targetSource', 'joinedSource', 'ordersSource'].includes(
    question,
  );
  return {
    ...unclear,
    source: labelOf(source, found),
    candidates: isSource ? candidates.map((name) => labelOf(name, found)) : candidates,
  };
}
