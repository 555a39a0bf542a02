import type { Standing } from './standing';

/** The candidates that can be ranked, best first (ties by name), with what is needed to compare any two. */
export interface Field {
  readonly standings: readonly Standing[];
  readonly values: Float64Array;
  /** Row by row, in the order of `standings`; null where the errors are independent. */
  readonly covariance: Float64Array | null;
  readonly variances: Float64Array;
  /** Those without a value or a standard error, by name. */
  readonly unranked: readonly Standing[];
}

/** Relative difference of two entries that should be the same. */
const SYMMETRY = 1e-8;

/**
 * Orders the standings and brings the covariance into the same order.
 *
 * `covariance` is row by row, in the order of the standings given. Throws RangeError where a name stands twice, a standard error is negative, or the
 * covariance is not a symmetric matrix of finite numbers of the right size.
 */
export function fieldOf(standings: readonly Standing[], covariance: Float64Array | null): Field {
  if (new Set(standings.map(({ candidate }) => candidate)).size < standings.length)
    throw new RangeError('a candidate stands once in a ranking');
  if (covariance !== null) checkCovariance(covariance, standings.length);
  const usable = standings.map((_, index) => index).filter((index) => isUsable(standings[index]!));
  const valueAt = (index: number): number => standings[index]!.estimate.value!;
  usable.sort((a, b) => valueAt(b) - valueAt(a) || (standings[a]!.candidate < standings[b]!.candidate ? -1 : 1));
  const entry = (a: number, b: number): number => covariance![a * standings.length + b]!;
  const joint = covariance && Float64Array.from(usable.flatMap((a) => usable.map((b) => (entry(a, b) + entry(b, a)) / 2)));
  const variances = usable.map((index) => (covariance === null ? standings[index]!.estimate.standardError! ** 2 : entry(index, index)));
  return {
    standings: usable.map((index) => standings[index]!),
    values: Float64Array.from(usable, valueAt),
    covariance: joint,
    variances: Float64Array.from(variances),
    unranked: standings.filter((standing) => !isUsable(standing)).sort((a, b) => (a.candidate < b.candidate ? -1 : 1)),
  };
}

function isUsable({ candidate, estimate: { value, standardError } }: Standing): boolean {
  if (value === null || standardError === null) return false;
  if (!Number.isFinite(value) || !(standardError >= 0) || !Number.isFinite(standardError)) {
    throw new RangeError(`${candidate}: a score is a finite number, a standard error one of at least 0`);
  }
  return true;
}

function checkCovariance(covariance: Float64Array, size: number): void {
  if (covariance.length !== size * size) throw new RangeError(`a covariance of ${size} candidates has ${size * size} entries`);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const [one, other] = [covariance[row * size + column]!, covariance[column * size + row]!];
      if (!(Math.abs(one - other) <= SYMMETRY * Math.max(Math.abs(one), Math.abs(other)))) {
        throw new RangeError('a covariance is a symmetric matrix of finite numbers');
      }
    }
    if (covariance[row * size + row]! < 0) throw new RangeError('a variance is at least 0');
  }
}

/** The standard error of the difference of two candidates of the field. */
export function spreadOfDifference({ covariance, variances }: Field, one: number, other: number): number {
  const shared = covariance === null ? 0 : covariance[one * variances.length + other]!;
  return Math.sqrt(Math.max(0, variances[one]! + variances[other]! - 2 * shared));
}
