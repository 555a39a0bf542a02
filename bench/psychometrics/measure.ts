// How fast the psychometrics are beside the tool that people use: `node scripts/run.mjs bench/psychometrics/measure`.
// Prints Markdown; writes nothing but a temporary folder. Without R and lme4 (Debian: r-base-core, r-cran-lme4) our own figures alone.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type MixedModelFit,
  type RandomTerm,
  RANDOM_TERMS,
  type RatingTable,
  analysePanel,
  fitMixedModel,
  raschMap,
  tabulate,
} from '@touchstone/psychometrics';
import type { Rating } from '@touchstone/psychometrics';
import { median, table } from '../figures';
import { type Lme4Fit, fitWithLme4, versionOfLme4 } from './lme4';
import { sparsePanel } from './sparse-panel';
import { sparseReviews } from './sparse-reviews';

interface Task {
  readonly name: string;
  readonly ratings: RatingTable;
  readonly file: string;
  readonly terms: readonly RandomTerm[];
}

interface Measured {
  readonly ours: readonly number[];
  readonly lme4: readonly number[];
  readonly fit: MixedModelFit;
  readonly theirs: Lme4Fit | null;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function main(): void {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
  const rounds = Number(values.rounds);
  const version = versionOfLme4();
  if (version === null) say('R with lme4 is not here (Debian: apt-get install r-base-core r-cran-lme4); only our own figures follow.');
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  try {
    const panel = written(folder, 'panel', sparsePanel({ candidates: 400, raters: 40, items: 12, ratersPerCandidate: 3 }));
    const reviews = written(folder, 'reviews', sparseReviews({ ratings: 73_000, candidates: 3_000, raters: 1_100 }));
    const tasks: readonly Task[] = [
      { name: '14,400 ratings, 400 × 40 × 12, three components', ...panel, terms: ['candidate', 'rater', 'item'] },
      { name: 'the same, six components', ...panel, terms: RANDOM_TERMS },
      { name: '73,000 ratings, 3,000 × 1,100, two components', ...reviews, terms: ['candidate', 'rater'] },
    ];
    const rows = tasks.map((task) => rowOf(task, measured(task, version === null ? 0 : rounds, rounds)));
    const heading = [
      'REML',
      'ours, first',
      'ours, median',
      'lme4, median',
      'ours / lme4',
      'components differ by',
      'log-likelihood, ours - lme4',
    ];
    print(`### Mixed model\n\n${version ?? 'lme4 is absent.'} ${rounds} rounds in turn.\n\n${table([heading, ...rows])}`);
    const seconds = Array.from({ length: rounds }, () => timed(() => raschMap(panel.ratings)).seconds);
    print(
      `### Many-facet Rasch, MAP by Newton's method\n\n14,400 ratings: ${inWords(median(seconds))}, first ${inWords(seconds[0] ?? 0)}.`,
    );
    print(wholePanel());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All chapters on a million ratings, once: what `LIMITS` leave in must be bearable. */
function wholePanel(): string {
  say('a million ratings, all chapters');
  const shape = { candidates: 3_000, raters: 200, items: 84, ratersPerCandidate: 4 };
  const { answer: read, seconds } = timed(() => tabulate(sparsePanel(shape), { scale: { min: 1, max: 5 } }));
  if (!read.ok) throw new Error(read.error[0]?.message);
  const begun: { readonly chapter: string; readonly at: number }[] = [];
  const whole = timed(() => analysePanel(read.value, { onProgress: ({ chapter }) => void begun.push({ chapter, at: performance.now() }) }));
  const end = performance.now();
  const rows = begun.map(({ chapter, at }, k) => [chapter.toLowerCase(), inWords(((begun[k + 1]?.at ?? end) - at) / 1000)]);
  const leftOut = whole.answer.leftOut.map(({ chapter }) => chapter.toLowerCase()).join(', ');
  const heading = `### The whole panel\n\n1,008,000 ratings, 3,000 × 200 × 84, analysed once: ${inWords(whole.seconds)}. Left out for its size, a chapter or a part of it: ${leftOut}.`;
  return `${heading}\n\n${table([['chapter', 'time'], ['making the table', inWords(seconds)], ...rows])}`;
}

const print = (text: string): void => void process.stdout.write(`${text}\n\n`);

function written(folder: string, name: string, ratings: Iterable<Rating>): Pick<Task, 'ratings' | 'file'> {
  const rows = [...ratings];
  const read = tabulate(rows, { scale: { min: 1, max: 5 } });
  if (!read.ok) throw new Error(read.error[0]?.message);
  const file = join(folder, `${name}.csv`);
  const lines = rows.map(({ candidate, rater, item, score }) => [candidate, rater, item, score].join(','));
  writeFileSync(file, `${['candidate,rater,item,score', ...lines].join('\n')}\n`);
  return { ratings: read.value, file };
}

function timed<T>(run: () => T): { readonly answer: T; readonly seconds: number } {
  const before = performance.now();
  const answer = run();
  return { answer, seconds: (performance.now() - before) / 1000 };
}

/** Ours and theirs in turn, so that both meet the same moods of the machine. */
function measured({ name, ratings, file, terms }: Task, roundsOfLme4: number, rounds: number): Measured {
  const ours: number[] = [];
  const lme4: number[] = [];
  let theirs: Lme4Fit | null = null;
  let fit = fitMixedModel(ratings, []);
  for (let round = 0; round < rounds; round += 1) {
    say(`${name}, round ${round + 1} of ${rounds}`);
    const { answer, seconds } = timed(() => fitMixedModel(ratings, terms));
    fit = answer;
    ours.push(seconds);
    if (round >= roundsOfLme4) continue;
    theirs = fitWithLme4(file, `score ~ ${['1', ...terms.map((term) => `(1 | ${term})`)].join(' + ')}`);
    lme4.push(theirs.seconds);
  }
  return { ours, lme4, fit, theirs };
}

const inWords = (seconds: number): string => (seconds < 1 ? `${(seconds * 1000).toFixed(0)} ms` : `${seconds.toFixed(2)} s`);

function rowOf({ name, terms }: Task, { ours, lme4, fit, theirs }: Measured): readonly string[] {
  const own = [name, inWords(ours[0] ?? 0), inWords(median(ours))];
  if (theirs === null) return [...own, '', '', '', ''];
  const relative = [...terms, 'residual' as const].map((term) => {
    const value = fit.components[term]?.value ?? Number.NaN;
    const other = theirs.components.get(term === 'residual' ? 'Residual' : term) ?? Number.NaN;
    return Math.abs(value - other) / other;
  });
  const gain = (fit.logLikelihood ?? Number.NaN) - theirs.logLikelihood;
  return [
    ...own,
    inWords(median(lme4)),
    (median(ours) / median(lme4)).toFixed(2),
    Math.max(...relative).toExponential(0),
    gain.toExponential(1),
  ];
}

main();
