// Builds what is stale and runs one of the compiled scripts: `node scripts/run.mjs write-contracts [arguments]`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { nodeFlags, sourceLines } from './node-flags.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
if (existsSync('.env')) process.loadEnvFile('.env');
const [name, ...rest] = process.argv.slice(2);
build();
const { status } = spawnSync(
  process.execPath,
  [sourceLines, ...nodeFlags, join(root, `dist/${name.includes('/') ? name : `scripts/${name}`}.js`), ...rest],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
