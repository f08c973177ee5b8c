// Who may import whom; type imports count. A room may always import itself.
const rooms = {
  sales: '', // mathematics: no sheet, no words
  workbook: '', // plain data: knows nothing of sales
  intake: 'sales|workbook', // cells to data or issues
  wording: 'sales|workbook|intake', // reasons and findings to sentences
  summary: 'sales|workbook|wording', // results to a plan; writes nothing
  jobs: 'sales|workbook|intake|summary|wording', // what people ask for, on any workbook
  excel: 'workbook', // the contract, on Office.js
  csv: 'sales|workbook|intake', // files of text, as columns of texts
  xlsx: 'workbook', // the contract, on a file
  functions: 'sales|workbook|intake|wording|jobs', // a door: cells in, a cell out
  commands: 'jobs', // a door: ribbon buttons
  taskpane: 'sales|workbook|wording|jobs|csv', // a door: the pane
  app: '(?!xlsx|cli|workbench)[a-z]+', // opens the doors, so it knows them all
  cli: 'jobs|xlsx|csv|wording|workbook', // headless: no Excel
  workbench: 'workbook|xlsx', // a host knows nothing of what runs in it
};
const directions = Object.entries(rooms).map(([room, others]) => ({
  name: `${room}-imports`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^(src|tests|scripts|bench)/', pathNot: `^src/(${room}${others && `|${others}`})/` },
}));
const forbid = (name, from, to) => ({ name, severity: 'error', from, to });
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...directions,
    forbid('every-file-in-a-room', {}, { path: `^src/(?!(${Object.keys(rooms).join('|')})/)` }),
    // What a text says alone, and what a column holds, is known before tables are.
    forbid(
      'texts-know-no-table',
      { path: '^src/intake/texts/' },
      { path: '^src/intake/', pathNot: '^src/intake/(texts|roles)/' },
    ),
    forbid(
      'columns-know-no-shape',
      { path: '^src/intake/columns/' },
      { path: '^src/intake/(shapes|times|checks|quality|joins|measures)/' },
    ),
    forbid('no-cycles', {}, { circular: true }),
    forbid('every-import-is-found', {}, { couldNotResolve: true }),
    // The pane shows figures; it takes them from jobs and never computes them.
    forbid(
      'taskpane-sees-types-of-sales',
      { path: '^src/taskpane/' },
      { path: '^src/sales/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'quiet-rooms-need-no-package',
      { path: '^src/(sales|workbook|intake|summary|wording|jobs)/' },
      { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    ),
    forbid(
      'files-only-through-xlsx',
      { path: '^src/', pathNot: '^src/xlsx/' },
      { path: 'node_modules/@cj-tech-master/excelts/' },
    ),
    forbid(
      'shipped-rooms-use-shipped-packages',
      { path: '^src/', pathNot: '^src/workbench/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};
