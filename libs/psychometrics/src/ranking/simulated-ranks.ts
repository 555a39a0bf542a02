import { seededRandom } from '@touchstone/kernel';
import type { Field } from './field';
import { rootOfCovariance } from './root-of-covariance';
import { standardNormals } from '../distributions/standard-normals';

/** How often each candidate of the field came to which rank. */
export interface SimulatedRanks {
  readonly draws: number;
  /** Row by row, a candidate each: how many draws gave rank 1, 1.5, 2, ... size (a tie shares the ranks it spans). */
  readonly counts: Int32Array;
  /** Ranks told apart: 2 x size - 1. */
  readonly width: number;
  /** For each candidate the share of the draws among the best `places`; a tie across the last place shares what is left of it. */
  readonly placed: Float64Array;
}

/**
 * Draws the true scores that are compatible with the estimates, again and again, and ranks each draw.
 *
 * Normal errors with the covariance of the field. Each draw takes one normal number for each candidate in the order of the field: the same seed gives the
 * same ranks everywhere. Cost O(draws x size x log size), with a covariance O(draws x size²).
 */
export function simulatedRanks(field: Field, places: number, draws: number, seed: number): SimulatedRanks {
  const size = field.values.length;
  const width = 2 * size - 1;
  const counts = new Int32Array(size * width);
  const placed = new Float64Array(size);
  const normal = standardNormals(seededRandom(seed));
  const scatter = scatterOf(field);
  const normals = new Float64Array(size);
  const drawn = new Float64Array(size);
  const order = Array.from({ length: size }, (_, index) => index);
  for (let draw = 0; draw < draws; draw += 1) {
    for (let k = 0; k < size; k += 1) normals[k] = normal();
    scatter(normals, drawn);
    order.sort((a, b) => drawn[b]! - drawn[a]! || a - b);
    for (let first = 0, last = 0; first < size; first = last + 1) {
      for (last = first; last + 1 < size && drawn[order[last + 1]!] === drawn[order[first]!];) last += 1;
      const share = Math.min(1, Math.max(0, places - first) / (last - first + 1));
      for (let k = first; k <= last; k += 1) {
        counts[order[k]! * width + first + last]! += 1;
        placed[order[k]!]! += share;
      }
    }
  }
  return { draws, counts, width, placed: placed.map((sum) => sum / draws) };
}

/** How a vector of independent standard normal numbers becomes a draw of the true scores. */
function scatterOf({ values, covariance, variances }: Field): (normals: Float64Array, drawn: Float64Array) => void {
  const size = values.length;
  if (covariance === null) {
    const errors = variances.map(Math.sqrt);
    return (normals, drawn) => {
      for (let k = 0; k < size; k += 1) drawn[k] = values[k]! + errors[k]! * normals[k]!;
    };
  }
  const root = rootOfCovariance(covariance, size);
  return (normals, drawn) => {
    for (let row = 0; row < size; row += 1) {
      let sum = values[row]!;
      for (let k = 0; k <= row; k += 1) sum += root[row * size + k]! * normals[k]!;
      drawn[row] = sum;
    }
  };
}
