// How long 20,000 questions take to come in, read and put into our words, and how much memory that needs: `node scripts/run.mjs bench/formats/measure [FILE…]`.
// Each file is made and read by processes of their own, so that the memory of one does not count for another.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importBank, outgoingOf } from '@touchstone/bank-format';
import { manyQuestions } from './many-questions';

const QUESTIONS = 20_000;
const MEGABYTE = 1024 * 1024;

async function make(name: string, folder: string): Promise<void> {
  writeFileSync(join(folder, name), (await manyQuestions[name]?.(QUESTIONS)) ?? '');
}

async function read(name: string, folder: string): Promise<void> {
  const bytes = readFileSync(join(folder, name));
  let reports = 0;
  const from = performance.now();
  const imported = await importBank(name, bytes, { onProgress: () => void (reports += 1) });
  const seconds = (performance.now() - from) / 1000;
  if (!imported.ok) throw new Error(imported.error.map(({ code, message }) => `${code} ${message}`).join('\n'));
  const questions = outgoingOf(imported.value.mapped).files.reduce((sum, file) => sum + file.questions.length, 0);
  const most = process.resourceUsage().maxRSS / 1024;
  console.log(
    `| ${name} | ${(bytes.length / MEGABYTE).toFixed(1)} | ${questions} | ${seconds.toFixed(1)} | ${Math.round(most)} | ${reports} |`,
  );
}

function measureAll(names: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  try {
    console.log('| file | MB | questions | seconds | MB of memory at most | reports of progress |\n|---|---|---|---|---|---|');
    for (const name of names) {
      for (const step of ['make', 'read']) {
        const { status } = spawnSync(process.execPath, [...process.execArgv, __filename, step, name, folder], { stdio: 'inherit' });
        if (status !== 0) throw new Error(`${step} ${name} failed.`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main([step, name, folder, ...more]: readonly string[]): Promise<void> {
  if (step === 'make' && name !== undefined && folder !== undefined) return make(name, folder);
  if (step === 'read' && name !== undefined && folder !== undefined) return read(name, folder);
  const wanted = [step, name, folder, ...more].filter((one) => one !== undefined);
  measureAll(wanted.length === 0 ? Object.keys(manyQuestions) : wanted);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
