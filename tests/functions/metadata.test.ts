import { readFileSync } from 'node:fs';
import path from 'node:path';
import { functionsPage } from '../../scripts/build-function-docs';
import { functionsMetadata } from '../../scripts/functions-metadata';
import { functions } from '../../src/functions';

// Workbooks store the ids and the order of the arguments: neither ever changes.
const signatures = {
  VARIANCE: ['actual', 'target', '[direction]'],
  VARIANCEPCT: ['actual', 'target', '[method]', '[if_undefined]'],
  ATTAINMENT: ['actual', 'target', '[if_undefined]'],
  GAP: ['actual', 'target'],
  STATUS: ['actual', 'target', '[thresholds]', '[labels]', '[direction]'],
  SUMMARY: [
    'sales_keys',
    'sales',
    'target_keys',
    'targets',
    '[prior]',
    '[sort_order]',
    '[headers]',
  ],
};

test('every function keeps its id and the order of its arguments', async () => {
  const metadata = await functionsMetadata(process.cwd());
  const found = Object.fromEntries(
    metadata.functions.map(({ id, parameters }) => [
      id,
      parameters.map(({ name, optional }) => (optional === true ? `[${name}]` : name)),
    ]),
  );
  expect(found).toEqual(signatures);
});

test('every function that Excel is told of is there to be called', () => {
  expect(Object.keys(functions).sort()).toEqual(Object.keys(signatures).sort());
});

test('every function and parameter has help that fits Excel’s 128 characters', async () => {
  const metadata = await functionsMetadata(process.cwd());
  for (const { description, parameters } of metadata.functions) {
    for (const text of [description, ...parameters.map((parameter) => parameter.description)]) {
      expect(text).toMatch(/^.{10,128}$/);
    }
  }
});

test('the page of the functions says what Excel’s help says', async () => {
  const page = readFileSync(path.join('docs', 'functions.md'), 'utf8');
  expect(page).toBe(await functionsPage());
});
