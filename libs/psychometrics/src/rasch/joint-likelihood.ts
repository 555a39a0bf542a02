import { factorInPlace } from '../matrices/cholesky-factor';
import { solveBackwards, solveForwards } from '../matrices/cholesky-solve';
import type { Design } from './design';

// Looked up once: in a sandbox, as tests run in, each look at a global costs more than the arithmetic.
const { exp, log } = Math;

/** One over the variance of each prior. */
export interface Precisions {
  readonly candidate: number;
  readonly rater: number;
  readonly item: number;
  readonly threshold: number;
}

/**
 * The joint log-likelihood of all measures, with its slopes and curvature, at one point; and the Newton step from there.
 *
 * Candidates do not meet each other in any rating, so their block of the information matrix is diagonal. It is eliminated candidate by
 * candidate as the rows are read (Schur complement), which leaves a matrix of raters, items and thresholds alone: 55 unknowns, not 455, for
 * 400 candidates, 40 raters and 12 items.
 *
 * With `priors` the logarithm of their density is added. The centre of the candidates' prior is a parameter of its own, the last one: at the optimum it
 * is the mean of the candidates. Without priors the likelihood does not change when all raters (or all items) move together with the candidates; a
 * multiple of the square of the sum of the severities, and of the difficulties, is then added to the reduced matrix. Along a direction that the
 * likelihood does not know, slopes are 0, and so the step keeps these sums exactly where they are: at 0.
 *
 * Everything is allocated once; `evaluate` and `solve` allocate nothing.
 */
export class JointLikelihood {
  /** Unknowns that are left when the candidates are eliminated. */
  readonly order: number;
  /** Slopes and information, candidates first. */
  readonly thetaSlope: Float64Array;
  readonly thetaInformation: Float64Array;
  readonly slope: Float64Array;
  /** Information of each rater and item, every other measure taken as known. */
  readonly ownInformation: Float64Array;
  /** The reduced information, lower triangle; `solve` replaces it by its Cholesky factor. */
  readonly reduced: Float64Array;
  /** The weights with which the sums of severities and difficulties were held. */
  held: { readonly rater: number; readonly item: number } = { rater: 0, item: 0 };
  /** Which structural parameters a candidate meets, and the information that they share with its ability. */
  readonly crossStart: Int32Array;
  readonly crossIndex: Int32Array;
  readonly crossValue: Float64Array;
  private readonly right: Float64Array;
  private readonly cross: Float64Array;
  private readonly probability: Float64Array;

  constructor(
    readonly design: Design,
    readonly priors: Precisions | null,
  ) {
    this.order = design.width + (priors === null ? 0 : 1);
    this.thetaSlope = new Float64Array(design.candidates);
    this.thetaInformation = new Float64Array(design.candidates);
    this.slope = new Float64Array(this.order);
    this.right = new Float64Array(this.order);
    this.cross = new Float64Array(this.order);
    this.ownInformation = new Float64Array(design.raters + design.items);
    this.reduced = new Float64Array(this.order * this.order);
    this.probability = new Float64Array(design.mostCategories);
    const met = meetings(design, priors === null ? -1 : design.width);
    this.crossStart = met.start;
    this.crossIndex = met.index;
    this.crossValue = new Float64Array(met.index.length);
  }

  /** The log-likelihood (plus log prior) at this point; slopes and reduced information are left in the fields. */
  evaluate(theta: Float64Array, beta: Float64Array): number {
    const { design, priors, order, slope, right, cross, reduced, crossStart, crossIndex, crossValue } = this;
    slope.fill(0);
    right.fill(0);
    cross.fill(0);
    reduced.fill(0);
    this.ownInformation.fill(0);
    const precision = priors?.candidate ?? 0;
    const centre = design.width;
    let total = 0;
    for (let candidate = 0; candidate < design.candidates; candidate += 1) {
      total += this.rowsOf(candidate, theta[candidate]!, beta);
      if (priors !== null) {
        const away = theta[candidate]! - beta[centre]!;
        total -= (precision * away * away) / 2;
        this.thetaSlope[candidate]! -= precision * away;
        this.thetaInformation[candidate]! += precision;
        slope[centre]! += precision * away;
        cross[centre] = -precision;
        reduced[centre * order + centre]! += precision;
      }
      const information = this.thetaInformation[candidate]!;
      const pull = this.thetaSlope[candidate]! / information;
      for (let a = crossStart[candidate]!; a < crossStart[candidate + 1]!; a += 1) {
        const index = crossIndex[a]!;
        const value = cross[index]!;
        crossValue[a] = value;
        right[index]! -= pull * value;
        const factor = value / information;
        for (let b = crossStart[candidate]!; b <= a; b += 1) reduced[index * order + crossIndex[b]!]! -= factor * cross[crossIndex[b]!]!;
      }
      for (let a = crossStart[candidate]!; a < crossStart[candidate + 1]!; a += 1) cross[crossIndex[a]!] = 0;
    }
    if (priors !== null) return total + this.addPriors(priors, beta);
    this.holdSums();
    return total;
  }

  /** The ratings of one candidate: their log-likelihood; slopes and information are added where they belong. */
  private rowsOf(candidate: number, ability: number, beta: Float64Array): number {
    const { design, order, slope, cross, reduced, ownInformation, probability: p } = this;
    const { rater: raterOf, item: itemOf, step: stepOf, raters } = design;
    let total = 0;
    let abilitySlope = 0;
    let abilityInformation = 0;
    for (let row = design.start[candidate]!; row < design.start[candidate + 1]!; row += 1) {
      const rater = raterOf[row]!;
      const item = raters + itemOf[row]!;
      const scale = design.scale[itemOf[row]!]!;
      const top = design.top[scale]!;
      const below = design.kappa[scale]! - 1;
      const step = stepOf[row]!;
      const logit = ability - beta[rater]! - beta[item]!;
      let most = 0;
      for (let k = 1; k <= top; k += 1) {
        const exponent = k < top ? k * logit - beta[below + k]! : k * logit;
        p[k] = exponent;
        if (exponent > most) most = exponent;
      }
      p[0] = 0;
      total += p[step]! - most;
      let sum = 0;
      let expected = 0;
      for (let k = 0; k <= top; k += 1) {
        const weight = exp(p[k]! - most);
        p[k] = weight;
        sum += weight;
        expected += k * weight;
      }
      total -= log(sum);
      expected /= sum;
      let variance = 0;
      for (let k = 0; k <= top; k += 1) {
        const chance = p[k]! / sum;
        const away = k - expected;
        p[k] = chance;
        variance += away * away * chance;
        if (k === 0 || k === top) continue;
        const index = below + k;
        const shared = away * chance;
        slope[index]! += step === k ? chance - 1 : chance;
        reduced[index * order + rater]! += shared;
        reduced[index * order + item]! += shared;
        cross[index]! -= shared;
        reduced[index * order + index]! += chance;
        for (let l = 1; l <= k; l += 1) reduced[index * order + below + l]! -= chance * p[l]!;
      }
      const residual = step - expected;
      abilitySlope += residual;
      abilityInformation += variance;
      slope[rater]! -= residual;
      slope[item]! -= residual;
      ownInformation[rater]! += variance;
      ownInformation[item]! += variance;
      reduced[item * order + rater]! += variance;
      cross[rater]! -= variance;
      cross[item]! -= variance;
    }
    this.thetaSlope[candidate] = abilitySlope;
    this.thetaInformation[candidate] = abilityInformation;
    return total;
  }

  private addPriors(priors: Precisions, beta: Float64Array): number {
    const { design, order, slope, reduced, ownInformation } = this;
    let total = 0;
    for (let index = 0; index < design.raters + design.items; index += 1) {
      const precision = index < design.raters ? priors.rater : priors.item;
      total -= (precision * beta[index]! * beta[index]!) / 2;
      slope[index]! -= precision * beta[index]!;
      ownInformation[index]! += precision;
      reduced[index * order + index]! += ownInformation[index]!;
    }
    for (let scale = 0; scale < design.top.length; scale += 1) {
      const top = design.top[scale]!;
      const below = design.kappa[scale]! - 1;
      let before = 0;
      for (let k = 1; k <= top; k += 1) {
        const here = k < top ? beta[below + k]! : 0;
        const threshold = here - before;
        before = here;
        total -= (priors.threshold * threshold * threshold) / 2;
        if (k < top) {
          slope[below + k]! -= priors.threshold * threshold;
          reduced[(below + k) * order + below + k]! += priors.threshold;
        }
        if (k > 1) {
          slope[below + k - 1]! += priors.threshold * threshold;
          reduced[(below + k - 1) * order + below + k - 1]! += priors.threshold;
        }
        if (k > 1 && k < top) reduced[(below + k) * order + below + k - 1]! -= priors.threshold;
      }
    }
    return total;
  }

  private holdSums(): void {
    const { design, order, reduced, ownInformation } = this;
    let all = 0;
    for (let rater = 0; rater < design.raters; rater += 1) all += ownInformation[rater]!;
    this.held = { rater: all / design.raters ** 2, item: all / design.items ** 2 };
    for (let index = 0; index < design.raters + design.items; index += 1) {
      const [first, weight] = index < design.raters ? [0, this.held.rater] : [design.raters, this.held.item];
      reduced[index * order + index]! += ownInformation[index]!;
      for (let other = first; other <= index; other += 1) reduced[index * order + other]! += weight;
    }
  }

  /** The largest slope: how far the worst observed total is from the expected one. */
  residual(): number {
    let most = 0;
    for (const slope of this.thetaSlope) most = Math.max(most, Math.abs(slope));
    for (const slope of this.slope) most = Math.max(most, Math.abs(slope));
    return most;
  }

  /** The Newton step from the point that was evaluated last; `false` where the information is singular. May be called once for each `evaluate`. */
  solve(thetaStep: Float64Array, betaStep: Float64Array): boolean {
    const { order, crossStart, crossIndex, crossValue } = this;
    if (!factorInPlace(this.reduced, order)) return false;
    for (let index = 0; index < order; index += 1) betaStep[index] = this.slope[index]! + this.right[index]!;
    solveForwards(this.reduced, order, betaStep);
    solveBackwards(this.reduced, order, betaStep);
    for (let candidate = 0; candidate < thetaStep.length; candidate += 1) {
      let rest = this.thetaSlope[candidate]!;
      for (let a = crossStart[candidate]!; a < crossStart[candidate + 1]!; a += 1) rest -= crossValue[a]! * betaStep[crossIndex[a]!]!;
      thetaStep[candidate] = rest / this.thetaInformation[candidate]!;
    }
    return true;
  }
}

/** For each candidate the structural parameters of its ratings, in ascending order, and `last` behind them (none where it is negative). */
function meetings(design: Design, last: number): { readonly start: Int32Array; readonly index: Int32Array } {
  const seen = new Int32Array(design.width).fill(-1);
  const start = new Int32Array(design.candidates + 1);
  const found: number[] = [];
  for (let candidate = 0; candidate < design.candidates; candidate += 1) {
    const own: number[] = [];
    const meet = (index: number): void => {
      if (seen[index] === candidate) return;
      seen[index] = candidate;
      own.push(index);
    };
    for (let row = design.start[candidate]!; row < design.start[candidate + 1]!; row += 1) {
      meet(design.rater[row]!);
      meet(design.raters + design.item[row]!);
      const scale = design.scale[design.item[row]!]!;
      for (let k = 1; k < design.top[scale]!; k += 1) meet(design.kappa[scale]! + k - 1);
    }
    own.sort((a, b) => a - b);
    if (last >= 0) own.push(last);
    for (const index of own) found.push(index);
    start[candidate + 1] = found.length;
  }
  return { start, index: Int32Array.from(found) };
}
