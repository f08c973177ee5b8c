const { availableParallelism } = require('node:os');

// Packages that Univer's CommonJS build requires and that ship as ES modules only.
const esOnly =
  '(nanoid|rbush|quickselect|kdbush|numfmt|cjk-regex|regexp-util|unicode-regex|franc-min|trigram-utils|n-gram|collapse-white-space)';

/** @type {import('jest').Config} */
const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.tsx?$': [
      'ts-jest',
      {
        // Types are checked once, by `npm run typecheck`; here files are only translated.
        tsconfig: {
          target: 'ES2022',
          module: 'CommonJS',
          moduleResolution: 'bundler',
          jsx: 'react-jsx',
          esModuleInterop: true,
          isolatedModules: true,
          verbatimModuleSyntax: false,
          sourceMap: true,
        },
      },
    ],
    [`/node_modules/${esOnly}/.+\\.js$`]: [
      'ts-jest',
      {
        diagnostics: false,
        tsconfig: { allowJs: true, module: 'CommonJS', target: 'ES2022', isolatedModules: true },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!${esOnly}/)`],
  moduleNameMapper: { '^lodash-es$': 'lodash' },
  // Copies of the sources that a build leaves behind are no tests and no modules.
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

/** @type {import('jest').Config} */
module.exports = {
  // A browser waits as much as it works: two cores carry two test files at a time.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // Against tests that hang; on a busy machine some of the others need half of it.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'node',
      testMatch: ['<rootDir>/tests/**/*.test.ts?(x)'],
      testPathIgnorePatterns: ['<rootDir>/tests/browser/', '<rootDir>/tests/deep/'],
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/tests/browser/**/*.test.ts?(x)'],
      setupFilesAfterEnv: ['<rootDir>/tests/browser/time-limit.ts'],
    },
  ],
};
