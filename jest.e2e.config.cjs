/** The end-to-end suite: real programs, started with what `dist/` holds. */
module.exports = {
  ...require('./jest.config.cjs'),
  roots: ['<rootDir>/e2e'],
  testTimeout: 120_000,
};
