import type { OpenPage } from '../../src/workbench/driver';

/** The rows of the report's first block up to its total: key, actual and target of the period. */
export async function reportRows({ host }: OpenPage): Promise<unknown[][]> {
  const rows = await host.values('Sales report');
  const header = rows.find((cells) => cells.includes('AC') && cells.includes('PL')) ?? [];
  const [actual, target] = [header.indexOf('AC'), header.indexOf('PL')];
  const first = rows.indexOf(header) + 1;
  const last = rows.findIndex((cells, index) => index >= first && cells[0] === 'Total');
  return rows.slice(first, last + 1).map((cells) => [cells[0], cells[actual], cells[target]]);
}
