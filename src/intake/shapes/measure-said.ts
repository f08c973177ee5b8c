import { findRole, namesTargets } from '../header-words';

/** The measure that titles or names speak of; undefined where they speak of none. */
export function measureSaid(texts: readonly string[]): string | undefined {
  if (texts.some((text) => namesTargets(text) || findRole(text) === 'target')) return 'Target';
  if (texts.some((text) => findRole(text) === 'amount')) return 'Sales';
  return texts.some((text) => findRole(text) === 'quantity') ? 'Quantity' : undefined;
}
