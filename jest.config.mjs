// Kinds of tests by suffix; see CONTRIBUTING.md. Runs with NODE_OPTIONS=--experimental-vm-modules (tools/jest.mjs sets it).
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];
const base = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': swc },
  injectGlobals: false,
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['/dist/', '/.potok/', '/.nx/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};
const not = ['db', 'workflow', 'web', 'journey', 'long'].map((kind) => `\\.${kind}\\.spec\\.tsx?$`);

const againstTheStack = (kind) => ({
  ...base,
  displayName: kind,
  testMatch: [`<rootDir>/e2e/**/*.${kind}.spec.ts`],
  globalSetup: '<rootDir>/tools/testing/stack-setup.mjs',
  globalTeardown: '<rootDir>/tools/testing/stack-teardown.mjs',
});

export default {
  // A test that hangs ends. A hook that makes a database and an API takes seconds on a machine at its limit.
  testTimeout: 20_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: [...base.testPathIgnorePatterns, ...not],
    },
    {
      ...base,
      displayName: 'db',
      testMatch: ['**/*.db.spec.ts'],
      globalSetup: '<rootDir>/tools/testing/postgres-setup.mjs',
      globalTeardown: '<rootDir>/tools/testing/postgres-teardown.mjs',
    },
    {
      ...base,
      displayName: 'workflow',
      testMatch: ['**/*.workflow.spec.ts'],
      globalSetup: '<rootDir>/tools/testing/temporal-setup.mjs',
      globalTeardown: '<rootDir>/tools/testing/temporal-teardown.mjs',
    },
    {
      ...base,
      displayName: 'web',
      testMatch: ['**/*.web.spec.tsx'],
      testEnvironment: '@happy-dom/jest-environment',
      testEnvironmentOptions: { customExportConditions: ['source', 'browser'] },
      // Pages that bring their styles with them; nothing here has a look.
      moduleNameMapper: { ...base.moduleNameMapper, '\\.css$': '<rootDir>/apps/web/src/testing/no-styles.ts' },
    },
    againstTheStack('journey'),
    againstTheStack('long'),
  ],
};
