const { defineConfig } = require('eslint/config');
const jsxA11y = require('eslint-plugin-jsx-a11y');
const officeAddins = require('eslint-plugin-office-addins');
const reactHooks = require('eslint-plugin-react-hooks');
const tseslint = require('typescript-eslint');

const namedExportsOnly = [
  {
    selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
    message: 'Export by name.',
  },
];

// The plugin's own rule knows only `context.sync()` in a plain loop. Other names of the context,
// callbacks that run once per element, and a whole Excel.run per element cost the same.
const loops =
  ':matches(ForStatement, ForInStatement, ForOfStatement, WhileStatement, DoWhileStatement)';
const perElement =
  'CallExpression[callee.property.name=/^(map|flatMap|forEach|filter|reduce|reduceRight|some|every|find|findIndex|from)$/] > :function';
const oneRoundTrip = [`${loops} `, `${perElement} `].flatMap((within) => [
  {
    selector: `${within}CallExpression[callee.property.name='sync']`,
    message: 'A round trip per element: queue the calls and sync once.',
  },
  {
    selector: `${within}CallExpression[callee.object.name='Excel'][callee.property.name='run']`,
    message: 'An Excel.run per element: run once and loop inside.',
  },
]);

// The date, the locale and chance reach the quiet rooms as arguments, or a result could not be told
// again on another machine.
const quiet = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pass today in.' },
  { selector: "CallExpression[callee.name='Date']", message: 'Pass today in.' },
  {
    selector: 'CallExpression[callee.property.name=/^toLocale/][arguments.length=0]',
    message: 'Pass the locale in.',
  },
  {
    selector: "CallExpression[callee.property.name='localeCompare'][arguments.length<2]",
    message: 'Pass the locale in.',
  },
  {
    selector:
      ":matches(NewExpression, CallExpression)[callee.object.name='Intl'][arguments.length=0]",
    message: 'Pass the locale in.',
  },
];

const restrict = (...selectors) => ({ 'no-restricted-syntax': ['error', ...selectors.flat()] });

module.exports = defineConfig(
  { ignores: ['dist/', 'coverage/', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    plugins: { 'office-addins': officeAddins },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      ...restrict(namedExportsOnly, oneRoundTrip),
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  {
    // The wire is tried member by member here; these rules take a result's value for an unloaded
    // property, and a test may well sync in a loop.
    files: ['tests/workbench/**/*.ts'],
    rules: {
      'office-addins/call-sync-before-read': 'off',
      'office-addins/load-object-before-read': 'off',
      ...restrict(namedExportsOnly),
    },
  },
  {
    files: ['src/{sales,workbook,intake,summary,wording}/**/*.ts'],
    rules: {
      ...restrict(namedExportsOnly, quiet),
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Pass today in.' },
        { object: 'Math', property: 'random', message: 'Pass a seeded source in.' },
      ],
      'no-restricted-globals': ['error', { name: 'setTimeout', message: 'Only jobs/ may wait.' }],
    },
  },
  {
    files: ['src/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat['recommended-latest']],
    settings: { 'jsx-a11y': { components: { Image: 'img', Button: 'button' } } },
  },
  {
    files: [
      'src/cli/**',
      'src/workbench/node/**',
      'src/workbench/server/**',
      'scripts/**',
      'bench/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    // jest declares its functions as methods, and reads better with them bare.
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-imports': [
        'error',
        { name: 'fast-check', message: 'Import fc from tests/properties, which sets the seed.' },
      ],
    },
  },
  {
    files: ['tests/properties.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  { files: ['**/*.js'], languageOptions: { sourceType: 'commonjs' } },
);
