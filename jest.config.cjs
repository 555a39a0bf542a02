const { readFileSync } = require('node:fs');

const swc = { ...JSON.parse(readFileSync(`${__dirname}/.swcrc`, 'utf8')), swcrc: false };
swc.jsc.baseUrl = __dirname;
swc.module.resolveFully = false;
// Jest 30 cannot require() ES modules below Node 24.9, so swc turns the ESM-only packages into CommonJS.
const esmOnly = [
  '@nestjs',
  '@apollo',
  '@as-integrations',
  'graphql-subscriptions',
  'graphql-ws',
  'uuid',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'cookie',
  'light-my-request',
  'highs',
  '@whatwg-node',
  '@graphql-tools',
  'finalhandler',
  'content-type',
  'lru-cache',
  'path-to-regexp',
  'iterare',
  'ansis',
  'uid',
  '@lukeed',
  'graphile-worker',
  'yaml',
  // Markdown, and whatever its readers are made of.
  'micromark[^/]*',
  'mdast-util-[^/]*',
  'unist-util-[^/]*',
  'decode-named-character-reference',
  'character-entities',
  'devlop',
  'escape-string-regexp',
  'longest-streak',
  'zwitch',
  'ccount',
  'markdown-table',
];

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{libs,apps,migrations,test}/**/*.{spec,e2e-spec}.ts'],
  transform: { '^.+\\.(t|j|mj)s$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  globalSetup: '<rootDir>/test/setup/global-setup.ts',
  globalTeardown: '<rootDir>/test/setup/global-teardown.ts',
  testTimeout: 60000,
  maxWorkers: 2,
  // A worker keeps what it compiled for every file; after a hundred files that would be gigabytes.
  workerIdleMemoryLimit: '1500MB',
  reporters: ['default', '<rootDir>/test/setup/plain-summary.cjs'],
};
