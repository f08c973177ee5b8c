import { fc } from '../properties';
import { checkDirtyTable, dirtyRows } from '../intake/dirty-tables';

test('dirty tables lose no row, and their fixes do what they say', async () => {
  let [cases, fixes] = [0, 0];
  await fc.assert(
    fc.asyncProperty(dirtyRows, async (rows) => {
      cases += 1;
      fixes += await checkDirtyTable(rows);
    }),
    { numRuns: 4000 },
  );
  process.stdout.write(`${String(cases)} dirty tables, ${String(fixes)} fixes tried\n`);
});
