#!/usr/bin/env node
// Builds what is stale and runs the command line: `node scripts/touchstone.mjs analyze ratings.csv`.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { nodeFlags, sourceLines } from './node-flags.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
build();
const { status } = spawnSync(
  process.execPath,
  [sourceLines, ...nodeFlags, join(root, 'dist/apps/cli/src/touchstone.js'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
