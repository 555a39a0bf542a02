import { choleskyInverse } from '../matrices/cholesky-inverse';
import type { Maximum } from './maximise';

/** Standard errors at the maximum, in the columns of the design. `joint`: every measure estimated; `conditional`: all others known. */
export interface JointErrors {
  readonly candidate: { readonly joint: Float64Array; readonly conditional: Float64Array };
  /** Raters, then items. */
  readonly element: { readonly joint: Float64Array; readonly conditional: Float64Array };
  /** For each scale those of its thresholds. */
  readonly thresholds: readonly Float64Array[];
}

/**
 * The inverse of the whole information matrix, as far as it is needed: that of the reduced matrix V, and for a candidate with information d that
 * shares b with the others, 1/d + b'Vb / d². Where sums were held (no priors), V holds a multiple of the direction that the likelihood does not
 * know, 1 / (weight · n²) for each pair of raters and of items; it is taken out again, since measures are those whose sum is 0.
 */
export function jointErrors({ at }: Maximum): JointErrors {
  const { design, order, priors } = at;
  const inverse = choleskyInverse(at.reduced, order);
  const loose = priors === null ? [1 / (at.held.rater * design.raters ** 2), 1 / (at.held.item * design.items ** 2)] : [0, 0];
  const candidateJoint = Float64Array.from(at.thetaInformation, (information, candidate) => {
    const from = at.crossStart[candidate]!;
    const to = at.crossStart[candidate + 1]!;
    let spread = 0;
    for (let a = from; a < to; a += 1) {
      const row = at.crossIndex[a]! * order;
      let sum = 0;
      for (let b = from; b < to; b += 1) sum += inverse[row + at.crossIndex[b]!]! * at.crossValue[b]!;
      spread += at.crossValue[a]! * sum;
    }
    return root(1 / information + spread / (information * information) - loose[0]! - loose[1]!);
  });
  const elementJoint = Float64Array.from(at.ownInformation, (_, index) =>
    root(inverse[index * order + index]! - loose[index < design.raters ? 0 : 1]!),
  );
  const thresholds = Array.from(design.top, (top, scale) => {
    const below = design.kappa[scale]! - 1;
    const shared = (k: number, l: number): number =>
      k < 1 || l < 1 || k >= top || l >= top ? 0 : inverse[(below + k) * order + below + l]!;
    return Float64Array.from({ length: top }, (_, k) => root(shared(k + 1, k + 1) + shared(k, k) - 2 * shared(k + 1, k)));
  });
  const conditional = (information: Float64Array): Float64Array => information.map((value) => 1 / Math.sqrt(value));
  return {
    candidate: { joint: candidateJoint, conditional: conditional(at.thetaInformation) },
    element: { joint: elementJoint, conditional: conditional(at.ownInformation) },
    thresholds,
  };
}

/** A variance that rounding took below 0 is 0: that of the only rater or item, whose measure is 0 by definition. */
const root = (variance: number): number => Math.sqrt(Math.max(0, variance));
