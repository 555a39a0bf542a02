// Takes away one guard at a time, in a copy of the tree, and sees whether a test notices: `node scripts/remove-guards.mjs [words of a guard]`.
// A guard whose removal no test notices is a defect of the tests; the run then ends with exit code 1. Writes docs/guards.md when all were tried.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guards } from './guards.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = process.argv.slice(2).join(' ');
const from = wanted.startsWith('from ') ? guards.findIndex(({ guard }) => guard.includes(wanted.slice(5))) : 0;
const chosen = guards.slice(from).filter(({ guard }) => from > 0 || guard.includes(wanted));
const rows = [];

for (const { guard, file, find, replace, tests } of chosen) {
  const copy = mkdtempSync(join(tmpdir(), 'touchstone-guard-'));
  try {
    cpSync(root, copy, {
      recursive: true,
      filter: (path) => !/\/(node_modules|dist|\.git|\.touchstone)(\/|$)/.test(path.slice(root.length)),
    });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const path = join(copy, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(find, replace);
    if (after === before) {
      rows.push({ guard, file, failing: [] });
      console.log(`STALE     ${guard}: nothing to take away in ${file}`);
      continue;
    }
    writeFileSync(path, after);
    const output = join(copy, 'report.json');
    spawnSync(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${output}`, ...tests], {
      cwd: copy,
      stdio: 'ignore',
      timeout: 300_000,
    });
    const report = JSON.parse(readFileSync(output, 'utf8'));
    const failing = report.testResults.flatMap(({ assertionResults, message, name }) =>
      assertionResults.length === 0 && message
        ? [`${name.slice(copy.length + 1)} does not start`]
        : assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    );
    rows.push({ guard, file, failing });
    console.log(failing.length > 0 ? `noticed   ${guard}: ${failing[0]}` : `UNNOTICED ${guard}`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const unnoticed = rows.filter(({ failing }) => failing.length === 0);
console.log(`${rows.length - unnoticed.length} of ${rows.length} removals noticed.`);
if (wanted === '' && unnoticed.length === 0) {
  const table = rows.map(({ guard, file, failing }) => `| ${guard} | \`${file}\` | ${failing[0].replaceAll('|', '\\|')} |`);
  writeFileSync(
    join(root, 'docs/guards.md'),
    [
      '# Guards, each taken away once',
      '',
      'Made by `node scripts/remove-guards.mjs`: every removal makes a test fail.',
      '',
      '| guard | where | the first test that fails |',
      '|---|---|---|',
      ...table,
      '',
    ].join('\n'),
  );
}
process.exit(unnoticed.length > 0 ? 1 : 0);
