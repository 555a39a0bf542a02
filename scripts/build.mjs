// Compiles what is stale: sources newer than the last build, or of another Node. `--force` compiles in any case.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sources = ['apps/api/src', 'apps/cli/src', 'libs', 'migrations', 'bench', 'scripts'].filter((folder) =>
  existsSync(join(root, folder)),
);
const stampFile = join(root, 'dist/.stamp');

function stampOf() {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...sources, '.swcrc', 'package-lock.json'].flatMap((name) => filesOf(join(root, name)))) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file}\n${mtimeMs}\n${size}\n`);
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

export function build({ force = false } = {}) {
  const stamp = stampOf();
  if (!force && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  // Beside the old build and swapped when whole: whoever starts at the same moment finds one or the other.
  const fresh = `dist-${process.pid}`;
  const swc = createRequire(import.meta.url).resolve('@swc/cli/bin/swc.js');
  execFileSync(
    process.execPath,
    [swc, ...sources, '--out-dir', fresh, '--config-file', '.swcrc', '--ignore', '**/*.spec.ts,**/*.mjs', '--quiet'],
    { cwd: root, stdio: 'inherit' },
  );
  writeFileSync(join(root, fresh, '.stamp'), stamp);
  const old = join(root, `${fresh}-old`);
  if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), old);
  renameSync(join(root, fresh), join(root, 'dist'));
  rmSync(old, { recursive: true, force: true });
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(build({ force: process.argv.includes('--force') }) ? 'Built dist/.' : 'dist/ is up to date.');
}
