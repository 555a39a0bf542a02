import type { Design } from './design';
import { type Patterns, patternsOf } from './patterns';
import type { Quadrature } from './quadrature';

/**
 * The likelihood of raters, items and thresholds with the candidates integrated out, candidates being normal with mean mu and standard deviation
 * sigma; with its exact slopes and curvature.
 *
 * A candidate stands at mu + sigma z for each node z of the quadrature, so mu and sigma are parameters like the others (z is their regressor), and what
 * a rating says at a node depends on its rater and item alone: it is computed once for each pair that occurs, not for each rating.
 *
 * The information is Louis's: the mean information of a candidate over its posterior, less the variance of its score over its posterior. The first
 * part comes from the pairs, the second candidate by candidate from the few parameters that the candidate meets.
 *
 * Parameters: severities, difficulties, free kappas (as in `Design`), then mu, then sigma. As without priors (`JointLikelihood`), sums of
 * severities and difficulties are held by a multiple of their squares. Nothing is allocated by `evaluate` and `inform`.
 */
export class MarginalLikelihood {
  readonly order: number;
  readonly patterns: Patterns;
  /** For each candidate the posterior weight of each node. */
  readonly posterior: Float64Array;
  readonly slope: Float64Array;
  /** Lower triangles: of the observed information, and of its first part, which is positive definite wherever it is asked for. */
  readonly observed: Float64Array;
  readonly complete: Float64Array;
  held: { readonly rater: number; readonly item: number } = { rater: 0, item: 0 };
  /** For each pair, category and node the logarithm of the probability, and the probability; for each pair and node the expected step. */
  private readonly logChance: Float64Array;
  private readonly chance: Float64Array;
  private readonly expected: Float64Array;
  private readonly weightAtNode: Float64Array;
  private readonly scores: Float64Array;
  private readonly place: Int32Array;
  private readonly met: Int32Array;
  private readonly abilityScore: Float64Array;

  constructor(
    readonly design: Design,
    readonly quadrature: Quadrature,
  ) {
    const nodes = quadrature.node.length;
    this.order = design.width + 2;
    this.patterns = patternsOf(design);
    const cells = this.patterns.rater.length * nodes;
    this.posterior = new Float64Array(design.candidates * nodes);
    this.slope = new Float64Array(this.order);
    this.observed = new Float64Array(this.order * this.order);
    this.complete = new Float64Array(this.order * this.order);
    this.logChance = new Float64Array(cells * design.mostCategories);
    this.chance = new Float64Array(cells * design.mostCategories);
    this.expected = new Float64Array(cells);
    this.weightAtNode = new Float64Array(cells);
    this.scores = new Float64Array(this.order * nodes);
    this.place = new Int32Array(this.order).fill(-1);
    this.met = new Int32Array(this.order);
    this.abilityScore = new Float64Array(nodes);
  }

  /** The marginal log-likelihood; the posteriors of the candidates are left in the field. */
  evaluate(beta: Float64Array): number {
    this.fillPatterns(beta);
    const { design, posterior, patterns, logChance, quadrature } = this;
    const nodes = quadrature.node.length;
    let total = 0;
    for (let candidate = 0; candidate < design.candidates; candidate += 1) {
      const own = candidate * nodes;
      for (let q = 0; q < nodes; q += 1) posterior[own + q] = quadrature.logWeight[q]!;
      for (let row = design.start[candidate]!; row < design.start[candidate + 1]!; row += 1) {
        const from = (patterns.of[row]! * design.mostCategories + design.step[row]!) * nodes;
        for (let q = 0; q < nodes; q += 1) posterior[own + q]! += logChance[from + q]!;
      }
      let most = -Infinity;
      for (let q = 0; q < nodes; q += 1) if (posterior[own + q]! > most) most = posterior[own + q]!;
      let sum = 0;
      for (let q = 0; q < nodes; q += 1) sum += posterior[own + q] = Math.exp(posterior[own + q]! - most);
      for (let q = 0; q < nodes; q += 1) posterior[own + q]! /= sum;
      total += most + Math.log(sum);
    }
    return total;
  }

  private fillPatterns(beta: Float64Array): void {
    const { design, patterns, logChance, chance, expected, quadrature } = this;
    const nodes = quadrature.node.length;
    const mu = beta[design.width]!;
    const sigma = beta[design.width + 1]!;
    for (let pair = 0; pair < patterns.rater.length; pair += 1) {
      const scale = design.scale[patterns.item[pair]!]!;
      const top = design.top[scale]!;
      const below = design.kappa[scale]! - 1;
      const rest = mu - beta[patterns.rater[pair]!]! - beta[design.raters + patterns.item[pair]!]!;
      const first = pair * design.mostCategories * nodes;
      for (let q = 0; q < nodes; q += 1) {
        const logit = rest + sigma * quadrature.node[q]!;
        let most = 0;
        for (let k = 0; k <= top; k += 1) {
          const exponent = k === 0 ? 0 : k < top ? k * logit - beta[below + k]! : k * logit;
          logChance[first + k * nodes + q] = exponent;
          if (exponent > most) most = exponent;
        }
        let sum = 0;
        let step = 0;
        for (let k = 0; k <= top; k += 1) {
          const weight = Math.exp(logChance[first + k * nodes + q]! - most);
          chance[first + k * nodes + q] = weight;
          sum += weight;
          step += k * weight;
        }
        const norm = most + Math.log(sum);
        for (let k = 0; k <= top; k += 1) {
          logChance[first + k * nodes + q]! -= norm;
          chance[first + k * nodes + q]! /= sum;
        }
        expected[pair * nodes + q] = step / sum;
      }
    }
  }

  /** Slopes and both informations at the point that was evaluated last. */
  inform(): void {
    const { design, slope, observed, complete, weightAtNode, patterns, posterior, quadrature } = this;
    const nodes = quadrature.node.length;
    slope.fill(0);
    complete.fill(0);
    observed.fill(0);
    weightAtNode.fill(0);
    for (let candidate = 0; candidate < design.candidates; candidate += 1) {
      const own = candidate * nodes;
      for (let row = design.start[candidate]!; row < design.start[candidate + 1]!; row += 1) {
        const at = patterns.of[row]! * nodes;
        for (let q = 0; q < nodes; q += 1) weightAtNode[at + q]! += posterior[own + q]!;
      }
      this.addScores(candidate);
    }
    for (let pair = 0; pair < patterns.rater.length; pair += 1) this.addPair(pair);
    this.holdSums();
    for (let index = 0; index < observed.length; index += 1) observed[index] = complete[index]! - observed[index]!;
  }

  /** The mean score of one candidate, added to the slopes, and its posterior variance, added to `observed` (from which it is then taken). */
  private addScores(candidate: number): void {
    const { design, patterns, scores, place, met, slope, observed, order, chance, expected, abilityScore, posterior, quadrature } = this;
    const nodes = quadrature.node.length;
    let meets = 0;
    const meet = (index: number): number => {
      if (place[index]! >= 0) return place[index]!;
      met[meets] = index;
      place[index] = meets;
      scores.fill(0, meets * nodes, (meets + 1) * nodes);
      meets += 1;
      return meets - 1;
    };
    abilityScore.fill(0);
    for (let row = design.start[candidate]!; row < design.start[candidate + 1]!; row += 1) {
      const pair = patterns.of[row]!;
      const item = design.item[row]!;
      const scale = design.scale[item]!;
      const step = design.step[row]!;
      const ofRater = meet(design.rater[row]!) * nodes;
      const ofItem = meet(design.raters + item) * nodes;
      for (let q = 0; q < nodes; q += 1) {
        const residual = step - expected[pair * nodes + q]!;
        scores[ofRater + q]! -= residual;
        scores[ofItem + q]! -= residual;
        abilityScore[q]! += residual;
      }
      for (let k = 1; k < design.top[scale]!; k += 1) {
        const ofKappa = meet(design.kappa[scale]! + k - 1) * nodes;
        const from = (pair * design.mostCategories + k) * nodes;
        const given = step === k ? 1 : 0;
        for (let q = 0; q < nodes; q += 1) scores[ofKappa + q]! += chance[from + q]! - given;
      }
    }
    const ofMean = meet(design.width) * nodes;
    const ofSpread = meet(design.width + 1) * nodes;
    for (let q = 0; q < nodes; q += 1) {
      scores[ofMean + q] = abilityScore[q]!;
      scores[ofSpread + q] = abilityScore[q]! * quadrature.node[q]!;
    }
    const own = candidate * nodes;
    for (let a = 0; a < meets; a += 1) {
      let mean = 0;
      for (let q = 0; q < nodes; q += 1) mean += posterior[own + q]! * scores[a * nodes + q]!;
      slope[met[a]!]! += mean;
      for (let q = 0; q < nodes; q += 1) scores[a * nodes + q]! -= mean;
    }
    for (let a = 0; a < meets; a += 1) {
      // Rows that are done carry the posterior weight already, so that each product holds it once.
      for (let b = 0; b < a; b += 1) {
        let shared = 0;
        for (let q = 0; q < nodes; q += 1) shared += scores[a * nodes + q]! * scores[b * nodes + q]!;
        const [low, high] = met[a]! < met[b]! ? [met[a]!, met[b]!] : [met[b]!, met[a]!];
        observed[high * order + low]! += shared;
      }
      let square = 0;
      for (let q = 0; q < nodes; q += 1) {
        const value = scores[a * nodes + q]!;
        const weighted = value * posterior[own + q]!;
        square += value * weighted;
        scores[a * nodes + q] = weighted;
      }
      observed[met[a]! * order + met[a]!]! += square;
    }
    for (let a = 0; a < meets; a += 1) place[met[a]!] = -1;
  }

  /** The information of all ratings of one pair, each node with the weight that the posteriors give it. */
  private addPair(pair: number): void {
    const { design, patterns, complete, order, chance, expected, weightAtNode, quadrature } = this;
    const nodes = quadrature.node.length;
    const rater = patterns.rater[pair]!;
    const item = design.raters + patterns.item[pair]!;
    const scale = design.scale[patterns.item[pair]!]!;
    const top = design.top[scale]!;
    const below = design.kappa[scale]! - 1;
    const first = pair * design.mostCategories * nodes;
    const mu = design.width;
    const sigma = mu + 1;
    for (let q = 0; q < nodes; q += 1) {
      const weight = weightAtNode[pair * nodes + q]!;
      const z = quadrature.node[q]!;
      const step = expected[pair * nodes + q]!;
      let variance = 0;
      for (let k = 0; k <= top; k += 1) variance += (k - step) ** 2 * chance[first + k * nodes + q]!;
      variance *= weight;
      complete[rater * order + rater]! += variance;
      complete[item * order + rater]! += variance;
      complete[item * order + item]! += variance;
      complete[mu * order + rater]! -= variance;
      complete[mu * order + item]! -= variance;
      complete[mu * order + mu]! += variance;
      complete[sigma * order + rater]! -= z * variance;
      complete[sigma * order + item]! -= z * variance;
      complete[sigma * order + mu]! += z * variance;
      complete[sigma * order + sigma]! += z * z * variance;
      for (let k = 1; k < top; k += 1) {
        const index = below + k;
        const p = chance[first + k * nodes + q]!;
        const shared = weight * (k - step) * p;
        complete[index * order + rater]! += shared;
        complete[index * order + item]! += shared;
        complete[mu * order + index]! -= shared;
        complete[sigma * order + index]! -= z * shared;
        complete[index * order + index]! += weight * p;
        for (let l = 1; l <= k; l += 1) complete[index * order + below + l]! -= weight * p * chance[first + l * nodes + q]!;
      }
    }
  }

  private holdSums(): void {
    const { design, complete, order } = this;
    const all = complete[design.width * order + design.width]!;
    this.held = { rater: all / design.raters ** 2, item: all / design.items ** 2 };
    for (let index = 0; index < design.raters + design.items; index += 1) {
      const [first, weight] = index < design.raters ? [0, this.held.rater] : [design.raters, this.held.item];
      for (let other = first; other <= index; other += 1) complete[index * order + other]! += weight;
    }
  }
}
