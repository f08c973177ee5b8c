import manifest from '../package.json';
import { arquero } from './arquero';
import { duckdb } from './duckdb';
import { hyperformula, type FormulaSheetOf } from './hyperformula';
import type { Found, Peer, PeerRows } from './peer';
import { varianceByD3, varianceByLodash } from './plain';
import { sqlite } from './sqlite';

/** Whoever does the variance report from rows as they come. */
export interface FromRows {
  readonly name: string;
  readonly variance: (rows: PeerRows) => Found;
}

/** Everyone that is measured beside the floor and ours. */
export interface Peers {
  readonly tables: readonly Peer[];
  readonly fromRows: readonly FromRows[];
  readonly formulaSheet: FormulaSheetOf | undefined;
}

export async function openPeers(): Promise<Peers> {
  const { dependencies } = manifest;
  return {
    tables: [
      await arquero(dependencies.arquero),
      await duckdb(dependencies['@duckdb/duckdb-wasm']),
      await sqlite(dependencies['sql.js']),
    ],
    fromRows: [
      { name: 'd3-array', variance: await varianceByD3() },
      { name: 'lodash', variance: await varianceByLodash() },
    ],
    formulaSheet: await hyperformula(),
  };
}
