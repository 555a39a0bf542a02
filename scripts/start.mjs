// Builds what is stale and runs the server: `npm start`. `--watch` builds and starts again when a source changes.
import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { bundle } from './bundle.mjs';
import { nodeFlags } from './node-flags.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
if (existsSync('.env')) process.loadEnvFile('.env');

let child = null;
let restarting = false;

async function run() {
  build();
  const door = process.env.ROLE === 'worker' ? 'worker' : 'main';
  // Who changes the sources starts often and waits for no bundle.
  const program = watching
    ? [join(root, `dist/apps/api/src/${door}.js`)]
    : [join(root, 'scripts/run-bundle.cjs'), join(await bundle(root), `${door}.js`)];
  child = spawn(process.execPath, [...nodeFlags, ...program], { stdio: 'inherit' });
  child.on('exit', (code, signal) => {
    if (restarting) {
      restarting = false;
      void run();
    } else if (!watching) process.exit(code ?? (signal ? 1 : 0));
  });
}

const watching = process.argv.includes('--watch');
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (child === null || child.exitCode !== null) process.exit(0);
    child.removeAllListeners('exit');
    child.on('exit', (code) => process.exit(code ?? 0));
    child.kill(signal);
  });
}
await run();

if (watching) {
  let timer;
  for (const folder of ['apps', 'libs', 'migrations'].map((name) => join(root, name))) {
    watch(folder, { recursive: true }, (_event, file) => {
      if (!file?.endsWith('.ts')) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (child !== null && child.exitCode === null) {
          restarting = true;
          child.kill('SIGTERM');
        } else void run();
      }, 200);
    });
  }
}
