import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** One fit of lme4: what it took, inside R, and what it found. */
export interface Lme4Fit {
  readonly seconds: number;
  readonly logLikelihood: number;
  readonly components: ReadonlyMap<string, number>;
}

/** Beside the sources: the build copies no R. */
const SCRIPT = join(__dirname, '../../../bench/psychometrics/mixed-model.R');

/** Which lme4 there is; null where R or lme4 is absent. */
export function versionOfLme4(): string | null {
  const { status, stdout } = spawnSync('Rscript', ['-e', 'cat(R.version.string, "lme4", format(packageVersion("lme4")))'], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout : null;
}

export function fitWithLme4(file: string, formula: string): Lme4Fit {
  const { status, stdout, stderr } = spawnSync('Rscript', [SCRIPT, file, formula], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`lme4 failed: ${stderr}`);
  const figures = new Map(stdout.split('\n').flatMap((line) => (line.includes(' ') ? [pairOf(line)] : [])));
  const { seconds, logLikelihood, ...components } = Object.fromEntries(figures);
  if (seconds === undefined || logLikelihood === undefined) throw new Error(`lme4 said: ${stdout}`);
  return { seconds, logLikelihood, components: new Map(Object.entries(components)) };
}

function pairOf(line: string): readonly [string, number] {
  const [name = '', value = ''] = line.trim().split(/\s+/);
  return [name, Number(value)];
}
