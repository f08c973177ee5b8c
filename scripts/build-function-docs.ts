import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { functionsMetadata } from './functions-metadata';

const root = path.join(__dirname, '..');
const file = path.join(root, 'docs', 'functions.md');

/** The page of the functions, from the help that Excel shows. */
export async function functionsPage(): Promise<string> {
  const { functions } = await functionsMetadata(root);
  const sections = [...functions]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, description, parameters }) => {
      const names = parameters.map(({ name, optional }) =>
        optional === true ? `[${name}]` : name,
      );
      const lines = parameters.map(
        (parameter) => `- \`${parameter.name}\`: ${parameter.description ?? ''}`,
      );
      const call = `\`SALES.${id}(${names.join(', ')})\``;
      return [`## ${id}`, '', call, '', description ?? '', '', ...lines].join('\n');
    });
  return `${['# The functions in cells', rules, ...sections].join('\n\n')}\n`;
}

const rules = `Ranges of equal shape spill, cell by cell; one cell, row or column serves all cells, rows or columns of
the other range. Whole columns are fine: their blank end is cut. A blank actual is 0; a blank target is
no target; two blanks stay blank. An error in a cell comes back for that element only. Modes are numbers
with a name: \`1\` or \`"strict"\`. The equations are in \`formulas.md\`.

| answer    | where                                                                                      |
| --------- | ------------------------------------------------------------------------------------------ |
| \`#DIV/0!\` | a ratio to 0                                                                               |
| \`#N/A\`    | no target, or a ratio to a negative one; the cell says which                               |
| \`#VALUE!\` | a cell that is no number, ranges of unequal size, an unknown mode; the cell says which one |`;

if (require.main === module) {
  void functionsPage().then((page) => {
    if (process.argv.includes('--check')) {
      if (readFileSync(file, 'utf8') !== page) {
        console.error(
          'docs/functions.md is not up to date: run tsx scripts/build-function-docs.ts',
        );
        process.exitCode = 1;
      }
      return;
    }
    writeFileSync(file, page);
  });
}
