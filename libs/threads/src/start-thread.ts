import { join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Of a thread whose memory is limited: what is short-lived goes soon. */
const YOUNG_MEGABYTES = 32;

/**
 * Starts a thread that runs the file at `entry`, a path without its ending. Where the product is compiled, that is JavaScript. Where it runs from its TypeScript
 * source (tests), the thread first teaches its own `require` to compile that source with swc, which is a development dependency and not needed otherwise. With `heapMegabytes` a thread that wants more than that is ended.
 */
export function startThread(entry: string, heapMegabytes?: number): Worker {
  const limits: WorkerOptions =
    heapMegabytes === undefined
      ? {}
      : { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES } };
  if (!__filename.endsWith('.ts')) return new Worker(`${entry}.js`, limits);
  return new Worker(compileOnRequire, {
    ...limits,
    eval: true,
    workerData: { swc: require.resolve('@swc/core'), root: join(__dirname, '../../..'), entry: `${entry}.ts` },
  });
}

/** As `.swcrc` says, but for paths: they stay without their ending, so that `require` finds the source. */
const compileOnRequire = `
  const { workerData: { swc, root, entry } } = require('node:worker_threads');
  const { transformSync } = require(swc);
  const { readFileSync } = require('node:fs');
  const { jsc } = JSON.parse(readFileSync(root + '/.swcrc', 'utf8'));
  require.extensions['.ts'] = (module, filename) => {
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename, swcrc: false, sourceMaps: 'inline', module: { type: 'commonjs', resolveFully: false }, jsc: { ...jsc, baseUrl: root },
    });
    module._compile(code, filename);
  };
  require(entry);
`;
