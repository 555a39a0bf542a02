import { choleskyFactor } from '../matrices/cholesky-factor';
import { choleskyInverse } from '../matrices/cholesky-inverse';
import type { RatingTable } from '../ratings/rating-table';
import type { RaschModel } from './analysis';
import { categoryProbabilities } from './category-probabilities';
import { type Design, designOf, startingPoint } from './design';
import { jointErrors } from './joint-errors';
import { JointLikelihood, type Precisions } from './joint-likelihood';
import { MarginalLikelihood } from './marginal-likelihood';
import { maximise } from './maximise';
import { normalQuadrature } from './quadrature';
import { ratingScales } from './rating-scales';
import { simulatedTable } from './simulated-ratings';
import { thresholdsOf } from './thresholds-of';

const WEAK: Precisions = { candidate: 0.25, rater: 1, item: 1, threshold: 0.25 };
const table = simulatedTable({ candidates: 7, raters: 3, items: 4, each: 2, seed: 5 });

const designFor = (of: RatingTable, model: RaschModel): Design => designOf(of, ratingScales(of, model, 'EVERY')!);

/** The log-likelihood as the model is written down, a rating at a time, with nothing shared and nothing eliminated. */
function asWritten(design: Design, theta: ArrayLike<number>, beta: Float64Array, priors: Precisions | null): number {
  let total = 0;
  for (let candidate = 0; candidate < design.candidates; candidate += 1) {
    for (let row = design.start[candidate]!; row < design.start[candidate + 1]!; row += 1) {
      const logit = theta[candidate]! - beta[design.rater[row]!]! - beta[design.raters + design.item[row]!]!;
      const thresholds = thresholdsOf(design, beta, design.scale[design.item[row]!]!);
      total += Math.log(categoryProbabilities(logit, thresholds)[design.step[row]!]!);
    }
  }
  if (priors === null) return total;
  const square = (x: number): number => (x * x) / 2;
  for (let c = 0; c < design.candidates; c += 1) total -= priors.candidate * square(theta[c]! - beta[design.width]!);
  for (let r = 0; r < design.raters; r += 1) total -= priors.rater * square(beta[r]!);
  for (let i = 0; i < design.items; i += 1) total -= priors.item * square(beta[design.raters + i]!);
  design.top.forEach((_, scale) => thresholdsOf(design, beta, scale).forEach((tau) => (total -= priors.threshold * square(tau))));
  return total;
}

/** Some point away from the maximum. */
function somewhere(design: Design, order: number) {
  const { theta, beta } = startingPoint(design);
  return {
    theta: theta.map((value, c) => value + Math.sin(c + 1)),
    beta: Float64Array.from({ length: order }, (_, index) => (beta[index] ?? 0) + Math.cos(2 * index) / 2),
  };
}

const moved = (values: Float64Array, index: number, by: number): Float64Array =>
  values.map((value, at) => (at === index ? value + by : value));

describe.each(['RATING_SCALE', 'PARTIAL_CREDIT'] as const)('the joint likelihood, %s', (model) => {
  const design = designFor(table, model);

  it.each([null, WEAK])('is the model as written, its slopes those of differences, with priors %j', (priors) => {
    const at = new JointLikelihood(design, priors);
    const { theta, beta } = somewhere(design, at.order);
    expect(at.evaluate(theta, beta)).toBeCloseTo(asWritten(design, theta, beta, priors), 9);
    const h = 1e-5;
    const [thetaSlope, slope] = [at.thetaSlope.slice(), at.slope.slice()];
    thetaSlope.forEach((value, c) => {
      const rise = asWritten(design, moved(theta, c, h), beta, priors) - asWritten(design, moved(theta, c, -h), beta, priors);
      expect(value).toBeCloseTo(rise / (2 * h), 6);
    });
    slope.forEach((value, index) => {
      const rise = asWritten(design, theta, moved(beta, index, h), priors) - asWritten(design, theta, moved(beta, index, -h), priors);
      expect(value).toBeCloseTo(rise / (2 * h), 6);
    });
  });

  it.each([null, WEAK])('steps so that the change of all slopes is what they lack, with priors %j', (priors) => {
    // Newton's equations hold if moving along the step by a little changes every slope by as little of itself, downwards.
    const at = new JointLikelihood(design, priors);
    const { theta, beta } = somewhere(design, at.order);
    at.evaluate(theta, beta);
    const slopes = [...at.thetaSlope, ...at.slope];
    const [thetaStep, betaStep] = [new Float64Array(theta.length), new Float64Array(at.order)];
    expect(at.solve(thetaStep, betaStep)).toBe(true);
    const along = (share: number): number[] => {
      at.evaluate(
        theta.map((value, c) => value + share * thetaStep[c]!),
        beta.map((value, index) => value + share * betaStep[index]!),
      );
      return [...at.thetaSlope, ...at.slope];
    };
    const [ahead, behind] = [along(1e-5), along(-1e-5)];
    slopes.forEach((slope, k) => expect((ahead[k]! - behind[k]!) / 2e-5).toBeCloseTo(-slope, 5));
    if (priors !== null) return;
    // Without priors the sums of severities and of difficulties stay where they are.
    const sum = (from: number, to: number): number => betaStep.subarray(from, to).reduce((all, value) => all + value, 0);
    expect(sum(0, design.raters)).toBeCloseTo(0, 9);
    expect(sum(design.raters, design.raters + design.items)).toBeCloseTo(0, 9);
  });
});

describe('standard errors from the full information', () => {
  /** Free parameters that fix the sums by construction: last rater and last item from the others. */
  function bySecondDifferences(design: Design, priors: Precisions | null) {
    const maximum = maximise(design, priors);
    const held = priors === null;
    const free: (readonly [theta: Float64Array, beta: Float64Array])[] = [];
    const direction = (c: number, entries: readonly (readonly [number, number])[]) => {
      const beta = new Float64Array(maximum.beta.length);
      for (const [index, by] of entries) beta[index] = by;
      return [moved(new Float64Array(design.candidates), c, 1), beta] as const;
    };
    for (let c = 0; c < design.candidates; c += 1) free.push(direction(c, []));
    const [r, i] = [design.raters, design.items];
    for (let k = 0; k < (held ? r - 1 : r); k += 1) free.push(direction(-1, held ? [[k, 1], [r - 1, -1]] : [[k, 1]])); // prettier-ignore
    for (let k = 0; k < (held ? i - 1 : i); k += 1) free.push(direction(-1, held ? [[r + k, 1], [r + i - 1, -1]] : [[r + k, 1]])); // prettier-ignore
    for (let k = r + i; k < maximum.beta.length; k += 1) free.push(direction(-1, [[k, 1]]));
    const h = 1e-3;
    const value = (a: number, b: number, sa: number, sb: number): number =>
      asWritten(
        design,
        maximum.theta.map((at, c) => at + h * (sa * free[a]![0][c]! + sb * free[b]![0][c]!)),
        maximum.beta.map((at, k) => at + h * (sa * free[a]![1][k]! + sb * free[b]![1][k]!)),
        priors,
      );
    const n = free.length;
    const information = Float64Array.from({ length: n * n }, (_, k) => {
      const [a, b] = [Math.floor(k / n), k % n];
      return -(value(a, b, 1, 1) - value(a, b, 1, -1) - value(a, b, -1, 1) + value(a, b, -1, -1)) / (4 * h * h);
    });
    const inverse = choleskyInverse(choleskyFactor(information, n)!, n);
    return { maximum, error: (k: number) => Math.sqrt(inverse[k * n + k]!) };
  }

  it.each([null, WEAK])('are those of the inverted curvature, with priors %j', (priors) => {
    const design = designFor(simulatedTable({ candidates: 9, raters: 3, items: 4, seed: 6 }), 'RATING_SCALE');
    const { maximum, error } = bySecondDifferences(design, priors);
    expect(maximum.converged).toBe(true);
    const errors = jointErrors(maximum);
    errors.candidate.joint.forEach((joint, c) => expect(joint).toBeCloseTo(error(c), 4));
    expect(errors.element.joint[0]).toBeCloseTo(error(design.candidates), 4);
    expect(errors.element.joint[1]).toBeCloseTo(error(design.candidates + 1), 4);
    const firstItem = design.candidates + (priors === null ? design.raters - 1 : design.raters);
    expect(errors.element.joint[design.raters]).toBeCloseTo(error(firstItem), 4);
    const firstKappa = firstItem + (priors === null ? design.items - 1 : design.items);
    expect(errors.thresholds[0]![0]).toBeCloseTo(error(firstKappa), 4);
    // tau_4 = -kappa_3
    expect(errors.thresholds[0]![3]).toBeCloseTo(error(firstKappa + 2), 4);
  });
});

describe.each(['RATING_SCALE', 'PARTIAL_CREDIT'] as const)('the marginal likelihood, %s', (model) => {
  const design = designFor(table, model);
  const at = new MarginalLikelihood(design, normalQuadrature(61));
  const { beta } = somewhere(design, at.order);
  beta[design.width + 1] = 0.8;

  it('is the integral over the normal of the model as written', () => {
    // Simpson's rule on a finer, wider grid.
    const steps = 400;
    let total = 0;
    for (let candidate = 0; candidate < design.candidates; candidate += 1) {
      const alone = { ...design, candidates: 1, start: design.start.subarray(candidate, candidate + 2) };
      let integral = 0;
      for (let k = 0; k <= steps; k += 1) {
        const z = -8 + (16 * k) / steps;
        const weight = ((k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2) * (16 / steps)) / 3;
        const likelihood = Math.exp(asWritten(alone, [beta[design.width]! + 0.8 * z], beta, null));
        integral += (weight * Math.exp((-z * z) / 2) * likelihood) / Math.sqrt(2 * Math.PI);
      }
      total += Math.log(integral);
    }
    expect(at.evaluate(beta)).toBeCloseTo(total, 7);
  });

  it('has the slopes of its differences, and the information of the differences of its slopes', () => {
    const h = 1e-5;
    at.evaluate(beta);
    at.inform();
    const [slope, observed, complete] = [at.slope.slice(), at.observed.slice(), at.complete.slice()];
    const { held } = at;
    expect(choleskyFactor(complete, at.order)).not.toBeNull();
    for (let index = 0; index < at.order; index += 1) {
      const rise = at.evaluate(moved(beta, index, h)) - at.evaluate(moved(beta, index, -h));
      expect(slope[index]).toBeCloseTo(rise / (2 * h), 6);
      const slopesAt = (by: number): Float64Array => {
        at.evaluate(moved(beta, index, by));
        at.inform();
        return at.slope.slice();
      };
      const [ahead, behind] = [slopesAt(h), slopesAt(-h)];
      for (let other = 0; other <= index; other += 1) {
        const raters = index < design.raters ? held.rater : 0;
        const items = other >= design.raters && index < design.raters + design.items ? held.item : 0;
        const known = observed[index * at.order + other]! - raters - items;
        expect(known).toBeCloseTo(-(ahead[other]! - behind[other]!) / (2 * h), 5);
      }
    }
  });
});
