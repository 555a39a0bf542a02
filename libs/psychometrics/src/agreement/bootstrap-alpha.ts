import { seededRandom } from '@touchstone/kernel';
import type { AlphaParts } from './alpha-of';
import type { UnitCounts } from './unit-counts';

export interface BootstrapOptions {
  /** A whole number; the same seed gives the same interval, on every machine. */
  readonly seed: number;
  /** 2,000 unless said, at least 100. */
  readonly resamples?: number;
  /** 0.95 unless said. */
  readonly level?: number;
  /** What is drawn: each unit by itself, or each candidate with all units of theirs. 'unit' unless said. */
  readonly by?: 'unit' | 'candidate';
}

export interface Bootstrap {
  readonly seed: number;
  readonly resamples: number;
  readonly by: 'unit' | 'candidate';
  /** Resamples in which all ratings were equal, so that alpha had no value; left out of the interval. */
  readonly undefinedResamples: number;
  readonly standardError: number | null;
  readonly interval: readonly [number, number] | null;
  readonly level: number;
}

/**
 * The percentile bootstrap: draws as many units as there are, with replacement, computes alpha anew from beginning to end (chance
 * included), and takes the middle 95 % of what comes out. Where more than the remaining 5 % of the draws have no alpha, there is no
 * interval: it would leave out more than it may. Nor is there one where all draws come to the same.
 *
 * Source: A. Zapf, S. Castell, L. Morawietz & A. Karch (2016), BMC Medical Research Methodology 16, 93, doi:10.1186/s12874-016-0200-9.
 */
export function bootstrapAlpha(
  { candidate, size }: UnitCounts,
  alphaOf: (multiplicity: Int32Array) => AlphaParts,
  { seed, resamples = 2000, level = 0.95, by = 'unit' }: BootstrapOptions,
): Bootstrap {
  if (!Number.isSafeInteger(seed)) throw new RangeError('a seed is a whole number');
  if (!Number.isSafeInteger(resamples) || resamples < 100) throw new RangeError('a bootstrap takes at least 100 resamples');
  if (!(level > 0 && level < 1)) throw new RangeError('a confidence level lies between 0 and 1, exclusively');
  const group = by === 'unit' ? Int32Array.from(size, (_, unit) => unit) : renumbered(candidate);
  const groups = (group.at(-1) ?? -1) + 1;
  const random = seededRandom(seed);
  const drawn = new Int32Array(groups);
  const multiplicity = new Int32Array(size.length);
  const alphas = new Float64Array(resamples);
  let defined = 0;
  for (let resample = 0; resample < resamples; resample += 1) {
    drawn.fill(0);
    for (let draw = 0; draw < groups; draw += 1) drawn[(random.next() * groups) >>> 0]! += 1;
    for (let unit = 0; unit < multiplicity.length; unit += 1) multiplicity[unit] = drawn[group[unit]!]!;
    const { alpha } = alphaOf(multiplicity);
    if (alpha === null) continue;
    alphas[defined] = alpha;
    defined += 1;
  }
  const undefinedResamples = resamples - defined;
  const told = { seed, resamples, by, undefinedResamples, level };
  if (groups < 2 || undefinedResamples > (1 - level) * resamples) return { ...told, standardError: null, interval: null };
  const sorted = alphas.subarray(0, defined).sort();
  const middle = sorted.reduce((sum, alpha) => sum + alpha, 0) / defined;
  const squares = sorted.reduce((sum, alpha) => sum + (alpha - middle) ** 2, 0);
  const interval = [quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2)] as const;
  // Resamples that are all alike show nothing of how units differ, and an interval of no width would claim a certainty.
  if (!(interval[0] < interval[1])) return { ...told, standardError: null, interval: null };
  return { ...told, standardError: Math.sqrt(squares / (defined - 1)), interval };
}

/** Candidates of the units by 0, 1, 2, ... in their order; those without a pairable unit have no number. */
function renumbered(candidate: Int32Array): Int32Array {
  let number = -1;
  return candidate.map((here, unit) => (unit === 0 || here !== candidate[unit - 1] ? (number += 1) : number));
}

/** The quantile of R's type 7: between the two neighbours in proportion. */
function quantile(sorted: Float64Array, probability: number): number {
  const place = probability * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + (place - below) * (sorted[Math.min(below + 1, sorted.length - 1)]! - low);
}
