import { memoryUse } from './memory';
import { workloadOf } from './workload';

/** Tells the memory that so many rows take, as JSON, for the process that started this one. */
memoryUse(workloadOf(Number(process.argv[2]))).then(
  (use) => {
    process.stdout.write(JSON.stringify(use));
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
