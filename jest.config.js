// Unit tests of src/: @oracle/suitecloud-unit-testing gives stubs for N/*, ts-jest reads TypeScript (types are tsc's job).
const SuiteCloudJestConfiguration = require('@oracle/suitecloud-unit-testing');

const base = SuiteCloudJestConfiguration.build({
  projectFolder: '.',
  projectType: SuiteCloudJestConfiguration.ProjectType.ACP,
  customStubs: [{ module: 'N/crypto/random', path: '<rootDir>/__tests__/stubs/crypto-random.js' }],
});

module.exports = {
  ...base,
  testMatch: ['<rootDir>/__tests__/{core,wire,server,browser,sdf}/**/*.test.{ts,tsx}'],
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/.data/', '<rootDir>/.cache/'],
  transform: {
    ...base.transform,
    '^.+\\.tsx?$': ['ts-jest', { tsconfig: '<rootDir>/__tests__/tsconfig.jest.json', diagnostics: false }],
  },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'json'],
  globals: { __RCNS_VERSION__: 'test', __RCNS_PROTOCOL__: 'words' },
};
