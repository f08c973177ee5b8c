const {
  projects: [node],
} = require('./jest.config.js');

// Other cases each time.
process.env.SEED ??= String(Date.now() % 2 ** 31);

/** The longer generative runs, which `npm test` leaves out. @type {import('jest').Config} */
module.exports = {
  ...node,
  displayName: 'deep',
  testMatch: ['<rootDir>/tests/deep/**/*.test.ts?(x)'],
  testPathIgnorePatterns: [],
  testTimeout: 30 * 60_000,
};
