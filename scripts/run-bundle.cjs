// Runs one bundle, `node scripts/run-bundle.cjs dist-server/…/main.js`, with what V8 made of it at an earlier start: compiling it anew would take longer than all the rest.
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname, resolve } = require('node:path');
const { Script } = require('node:vm');

const filename = resolve(process.argv[2]);
const cacheFile = `${filename}.${process.version}.cache`;
/** Until then what a server does every day has run once and is worth keeping. */
const KEEP_AFTER_MS = 5_000;

function kept() {
  try {
    return readFileSync(cacheFile);
  } catch {
    return undefined;
  }
}

function keep(script) {
  try {
    // Whole or not at all: another start may read it at this moment.
    writeFileSync(`${cacheFile}.${process.pid}`, script.createCachedData());
    renameSync(`${cacheFile}.${process.pid}`, cacheFile);
  } catch {
    // A folder that may not be written costs the next start its time, and nothing else.
  }
}

let cachedData = kept();
const script = new Script(wrap(readFileSync(filename, 'utf8')), { filename, cachedData });
if (cachedData === undefined || script.cachedDataRejected) {
  let due = true;
  const keepOnce = () => {
    if (due) keep(script);
    due = false;
  };
  setTimeout(keepOnce, KEEP_AFTER_MS).unref();
  process.once('exit', keepOnce);
}
cachedData = undefined;
const module_ = { exports: {} };
script.runInThisContext().call(module_.exports, module_.exports, createRequire(filename), module_, filename, dirname(filename));
