import fc from 'fast-check';

/**
 * The gates try the same cases each time: a commit that passes them passes them everywhere. New cases
 * are tried by `npm run test:deep`, and by `SEED=<any number> npm test`.
 */
const usual = 20_261_128;

fc.configureGlobal({ seed: Number(process.env['SEED'] ?? usual) });

export { fc };
