import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * Starts a thread that runs `highs-worker`. Where the library is compiled, that is the file beside this one. Where it
 * runs from its TypeScript source (tests), the thread first teaches its own `require` to compile that source with swc,
 * which is a development dependency and not needed otherwise.
 */
export function startHighsWorker(): Worker {
  if (!__filename.endsWith('.ts')) return new Worker(join(__dirname, 'highs-worker.js'));
  return new Worker(compileOnRequire, {
    eval: true,
    workerData: { swc: require.resolve('@swc/core'), entry: join(__dirname, 'highs-worker.ts') },
  });
}

const compileOnRequire = `
  const { workerData } = require('node:worker_threads');
  const { transformSync } = require(workerData.swc);
  const { readFileSync } = require('node:fs');
  require.extensions['.ts'] = (module, filename) => {
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename, swcrc: false, module: { type: 'commonjs' }, jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    });
    module._compile(code, filename);
  };
  require(workerData.entry);
`;
