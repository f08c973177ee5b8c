import { Session } from '../src/jobs';
import { allColumns, type AllColumns } from './floor/columns';
import { report } from './ours/report';
import { RangeWorkbook } from './range-workbook';
import { rowsOf, type Workload } from './workload';

/** What a loaded workbook takes, in bytes. */
export interface MemoryUse {
  /** The sales as the floor's typed arrays and lists of texts. */
  readonly columns: number;
  /** Read and encoded, the rows let go. */
  readonly loaded: number;
  /** After a report, with what it keeps for the next one. */
  readonly reported: number;
}

/** All memory in use, once nothing is left that could be freed. */
async function used(): Promise<number> {
  for (let turn = 0; turn < 4; turn += 1) {
    globalThis.gc?.();
    // What a function still had in hand is let go once it has returned, buffers a moment later.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function sizeOf({ dates, quantities, amounts, ...texts }: AllColumns): number {
  const lists = Object.values(texts).map(
    ({ codes, values }) => codes.byteLength + values.reduce((sum, value) => sum + value.length, 0),
  );
  const arrays = [dates, quantities, amounts].map(({ byteLength }) => byteLength);
  return [...lists, ...arrays].reduce((sum, size) => sum + size, 0);
}

/** Reads the sales, and lets their rows go. */
async function loadSales(session: Session, workbook: RangeWorkbook): Promise<void> {
  const [sales] = await workbook.listSources();
  if (!sales) throw new Error('There are no sales');
  const loaded = await session.load(sales);
  if (!('table' in loaded)) throw new Error(JSON.stringify(loaded.issues));
  await session.settle();
}

/** Measures with rows that exist only while a block of them is read, as in Excel. */
export async function memoryUse(workload: Workload): Promise<MemoryUse> {
  const columns = sizeOf(allColumns(rowsOf(workload.sales)));
  // A first time for all code, whose own memory is not the data's.
  await report(new Session(new RangeWorkbook(workload, false)));
  const without = await used();
  const workbook = new RangeWorkbook(workload, false);
  const session = new Session(workbook);
  await loadSales(session, workbook);
  const loaded = (await used()) - without;
  await report(session);
  await session.settle();
  const reported = (await used()) - without;
  if (session.generation !== 0) throw new Error('Something changed while it was measured');
  return { columns, loaded, reported };
}
