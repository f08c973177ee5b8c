import type { Peers } from './all';

/** For runs that need no package of the benchmark's own. */
export const noPeers: Peers = { tables: [], fromRows: [], formulaSheet: undefined };
