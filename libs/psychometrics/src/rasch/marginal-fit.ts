import { choleskyFactor } from '../matrices/cholesky-factor';
import { choleskyInverse } from '../matrices/cholesky-inverse';
import type { Design } from './design';
import { MarginalLikelihood } from './marginal-likelihood';
import { maximiseMarginal } from './maximise-marginal';
import { FURTHEST_NODE, normalQuadrature } from './quadrature';
import { thresholdsOf } from './thresholds-of';

/** What marginal maximum likelihood finds, in the columns of the design; pairs are a value and its standard error. */
export interface MarginalFit {
  readonly converged: boolean;
  readonly mean: readonly [number, number];
  readonly variance: readonly [number, number];
  readonly severity: Float64Array;
  readonly severityError: Float64Array;
  readonly difficulty: Float64Array;
  readonly difficultyError: Float64Array;
  readonly thresholds: readonly (readonly number[])[];
  readonly thresholdErrors: readonly (readonly number[])[];
  readonly eap: Float64Array;
  readonly eapDeviation: Float64Array;
  readonly reliability: number | null;
  readonly logLikelihood: number;
  readonly nodes: number;
  readonly gradient: number;
  readonly iterations: number;
}

const MOST_NODES = 641;

/** Maximises with more and more nodes, each time from where the last left off, until they are fine enough for the sharpest posterior. */
export function fitMarginal(design: Design, start: Float64Array, fewestNodes: number): MarginalFit {
  let beta = start;
  let iterations = 0;
  for (let nodes = fewestNodes; ; nodes = 2 * nodes - 1) {
    const at = new MarginalLikelihood(design, normalQuadrature(nodes));
    const maximum = maximiseMarginal(at, beta);
    beta = maximum.beta;
    iterations += maximum.iterations;
    const posterior = posteriorMoments(at);
    const sharpest = posterior.deviation.reduce((least, deviation) => Math.min(least, deviation), Infinity);
    const fine = sharpest >= (2 * FURTHEST_NODE) / (nodes - 1);
    if (maximum.converged && !fine && 2 * nodes - 1 <= MOST_NODES) continue;
    return assemble(at, { ...maximum, beta, iterations, nodes, posterior });
  }
}

interface Moments {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** Of z, for each candidate. */
function posteriorMoments({ design, posterior, quadrature }: MarginalLikelihood): Moments {
  const nodes = quadrature.node.length;
  const mean = new Float64Array(design.candidates);
  const deviation = new Float64Array(design.candidates);
  for (let candidate = 0; candidate < design.candidates; candidate += 1) {
    let first = 0;
    for (let q = 0; q < nodes; q += 1) first += posterior[candidate * nodes + q]! * quadrature.node[q]!;
    let second = 0;
    for (let q = 0; q < nodes; q += 1) second += posterior[candidate * nodes + q]! * (quadrature.node[q]! - first) ** 2;
    mean[candidate] = first;
    deviation[candidate] = Math.sqrt(second);
  }
  return { mean, deviation };
}

function assemble(
  at: MarginalLikelihood,
  maximum: {
    readonly converged: boolean;
    readonly beta: Float64Array;
    readonly logLikelihood: number;
    readonly gradient: number;
    readonly iterations: number;
    readonly nodes: number;
    readonly posterior: Moments;
  },
): MarginalFit {
  const { design, order } = at;
  const { beta, posterior } = maximum;
  const mu = beta[design.width]!;
  const sigma = beta[design.width + 1]!;
  const factor = maximum.converged ? choleskyFactor(at.observed, order) : null;
  const inverse = factor === null ? new Float64Array(order * order).fill(NaN) : choleskyInverse(factor, order);
  const looseRater = 1 / (at.held.rater * design.raters ** 2);
  const looseItem = 1 / (at.held.item * design.items ** 2);
  const error = (index: number, loose: number): number => Math.sqrt(Math.max(0, inverse[index * order + index]! - loose));
  const eap = posterior.mean.map((z) => mu + sigma * z);
  const eapDeviation = posterior.deviation.map((deviation) => Math.abs(sigma) * deviation);
  return {
    converged: maximum.converged,
    mean: [mu, error(design.width, looseRater + looseItem)],
    variance: [sigma * sigma, 2 * Math.abs(sigma) * error(design.width + 1, 0)],
    severity: beta.slice(0, design.raters),
    severityError: Float64Array.from({ length: design.raters }, (_, index) => error(index, looseRater)),
    difficulty: beta.slice(design.raters, design.raters + design.items),
    difficultyError: Float64Array.from({ length: design.items }, (_, index) => error(design.raters + index, looseItem)),
    thresholds: Array.from(design.top, (_, scale) => thresholdsOf(design, beta, scale)),
    thresholdErrors: Array.from(design.top, (top, scale) => {
      const below = design.kappa[scale]! - 1;
      const shared = (k: number, l: number): number =>
        k < 1 || l < 1 || k >= top || l >= top ? 0 : inverse[(below + k) * order + below + l]!;
      return Array.from({ length: top }, (_, k) => Math.sqrt(Math.max(0, shared(k + 1, k + 1) + shared(k, k) - 2 * shared(k + 1, k))));
    }),
    eap,
    eapDeviation,
    reliability: reliability(eap, eapDeviation),
    logLikelihood: maximum.logLikelihood,
    nodes: maximum.nodes,
    gradient: maximum.gradient,
    iterations: maximum.iterations,
  };
}

/** null where neither the measures nor their errors vary: a population without spread. */
function reliability(eap: Float64Array, deviation: Float64Array): number | null {
  const mean = eap.reduce((sum, value) => sum + value, 0) / eap.length;
  const variance = eap.reduce((sum, value) => sum + (value - mean) ** 2, 0) / eap.length;
  const error = deviation.reduce((sum, value) => sum + value * value, 0) / eap.length;
  return variance + error > 0 ? variance / (variance + error) : null;
}
