import type { Estimate, EstimateStatus } from '@touchstone/kernel';
import { found, missing } from '../estimates/estimates';
import type { RatingTable } from '../ratings/rating-table';
import { COMPONENTS, type Component, type GeneralizabilityDesign, labelOf } from './generalizability-design';
import { type ObservedDesignOptions, observedDesign } from './observed-design';
import { squareInverse } from './square-inverse';
import { type SumsOfSquares, sumsOfSquares } from './sums-of-squares';

/** How the components were found. */
export type ComponentMethod = 'ANOVA' | 'ANALOGOUS_ANOVA' | 'REML';

export interface VarianceComponent {
  readonly component: Component;
  /** As textbooks write it, for example `pir,e`. */
  readonly label: string;
  /** As estimated, in squared units of the scale; analysis of variance can estimate below 0. */
  readonly estimate: Estimate;
  /** As used in coefficients: never below 0. null where there is no estimate. */
  readonly used: number | null;
  /** `used` as a part of the sum over all components, 0 to 1; null where nothing varies. */
  readonly share: number | null;
  /** Brennan's T, the uncorrected sum of squares. null for REML, as the three that follow. */
  readonly uncorrected: number | null;
  readonly sumOfSquares: number | null;
  readonly degrees: number | null;
  readonly meanSquare: number | null;
}

export interface GeneralizabilityStudy {
  readonly status: EstimateStatus;
  /** For a person: why there are no components. */
  readonly reason: string | null;
  readonly design: GeneralizabilityDesign | null;
  readonly balanced: boolean;
  readonly method: ComponentMethod;
  readonly levels: { readonly candidates: number; readonly items: number; readonly raters: number };
  /** Ratings behind the study. */
  readonly n: number;
  /** Main effects first, the residual last; always the same order for a design. */
  readonly components: readonly VarianceComponent[];
  /** Some component was estimated below 0: the data are too few to tell it from none. */
  readonly hasNegative: boolean;
  /**
   * Interactions that cannot be told from the residual, because no pair was rated twice (REML only); the residual contains them. A decision study
   * then averages the residual as little as the least of them would be: cautious, never flattering.
   */
  readonly inResidual: readonly Component[];
  /** T of the grand mean; null for REML. */
  readonly uncorrectedMean: number | null;
  /**
   * Component = sum over mean squares of contrast times mean square, both in the order of `components`, where the mean squares are independent (a
   * balanced design); null otherwise.
   */
  readonly contrasts: readonly (readonly number[])[] | null;
  /** Covariances of the errors of the estimates, in the order of `components`; REML only, 0 for those at 0 or in the residual. null otherwise. */
  readonly covariance: readonly (readonly number[])[] | null;
}

/**
 * Where do the differences between ratings come from: from the candidates, the raters, the questions, or from how these meet?
 *
 * Read the shares. A large share of p says that candidates differ and the panel sees it; of r that some raters are harsher; of i that some
 * questions are harder; of pr that raters disagree about whom they prefer; of pi that candidates have strong and weak questions. What is
 * large says what to have more of (see `decisionStudy`): pr is averaged out by raters, pi by questions, the residual by both.
 *
 * The design is read off the ratings (`observedDesign`). Where no cell is missing the components are those of the analysis of variance, from its
 * expected mean squares, with standard errors for normal effects. Otherwise Brennan's analogous analysis of variance: unbiased, without standard
 * errors, and not the same as REML (`generalizabilityByReml`), which uses the ratings better; say which one you quote. A negative estimate is
 * reported as it is and counts as 0 in `used`. With three raters a component of raters is an order of magnitude, no more: 0 does not
 * mean that raters agree.
 *
 * INSUFFICIENT_DATA where there is nothing to generalize over, one candidate only, or gaps that make components indistinguishable; CONSTANT
 * where all ratings are equal (components of 0 then).
 *
 * Cost O(ratings × components²).
 *
 * Source: L. J. Cronbach, G. C. Gleser, H. Nanda & N. Rajaratnam (1972), The Dependability of Behavioral Measurements, Wiley; R. L. Brennan (2001),
 * Generalizability Theory, Springer, chapters 3, 6 and 7, doi:10.1007/978-1-4757-3456-0; C. R. Henderson (1953), Estimation of variance and
 * covariance components, Biometrics 9(2), 226-252, doi:10.2307/3001853.
 */
export function generalizabilityStudy(table: RatingTable, options: ObservedDesignOptions = {}): GeneralizabilityStudy {
  const { design, balanced } = observedDesign(table, options);
  const method = balanced ? 'ANOVA' : 'ANALOGOUS_ANOVA';
  const frame = frameOf(table, design, balanced, method);
  if (design === null) return { ...frame, reason: 'There is neither a second rater nor a second question to generalize over.' };
  const sums = sumsOfSquares(table, design);
  const order = COMPONENTS[design].length;
  const inverse = sums.degrees.every((degrees) => degrees > 0) ? squareInverse(sums.expectations, order) : null;
  if (inverse === null) {
    const reason =
      table.candidates.length < 2
        ? 'There is one candidate only: nothing shows how candidates differ.'
        : 'Too few ratings overlap to tell the components of this design apart.';
    return { ...frame, reason, components: componentsOf(frame, design, sums, () => null) };
  }
  const values = new Float64Array(order);
  for (let a = 0; a < order; a += 1) values[a] = contrastOf(inverse, sums.squares, a, order);
  const constant = sums.squares.every((squares) => squares === 0);
  const contrasts = balanced
    ? Array.from({ length: order }, (_, a) => Array.from({ length: order }, (__, b) => tidy(inverse[a * order + b]! * sums.degrees[b]!)))
    : null;
  return {
    ...frame,
    status: constant ? 'CONSTANT' : 'OK',
    components: componentsOf(frame, design, sums, (a) => values[a]!, contrasts),
    hasNegative: values.some((value) => value < 0),
    uncorrectedMean: sums.mean,
    contrasts,
  };
}

export const METHODS: { readonly [method in ComponentMethod]: string } = {
  ANOVA: 'variance component from expected mean squares; standard error for normal effects',
  ANALOGOUS_ANOVA: "variance component by Brennan's analogous analysis of variance",
  REML: 'variance component by restricted maximum likelihood',
};

/** A study without components: what is common to every answer. */
export function frameOf(
  { candidates, items, raters, score }: RatingTable,
  design: GeneralizabilityDesign | null,
  balanced: boolean,
  method: ComponentMethod,
): GeneralizabilityStudy {
  return {
    status: 'INSUFFICIENT_DATA',
    reason: null,
    design,
    balanced,
    method,
    levels: { candidates: candidates.length, items: items.length, raters: raters.length },
    n: score.length,
    components: [],
    hasNegative: false,
    inResidual: [],
    uncorrectedMean: null,
    contrasts: null,
    covariance: null,
  };
}

/** A part below this share of the terms that it is the difference of comes from binary arithmetic. */
const NOTHING = 1e-12;

/** The component as a combination of sums of squares; exactly 0 where what is left is rounding. */
function contrastOf(inverse: Float64Array, squares: Float64Array, a: number, order: number): number {
  let value = 0;
  let size = 0;
  for (let b = 0; b < order; b += 1) {
    const part = inverse[a * order + b]! * squares[b]!;
    value += part;
    size += Math.abs(part);
  }
  return Math.abs(value) <= NOTHING * size ? 0 : value;
}

/** Contrasts of balanced designs are simple fractions; what elimination leaves of a 0 is a 0. */
const tidy = (value: number): number => (Math.abs(value) < 1e-14 ? 0 : value);

function componentsOf(
  frame: GeneralizabilityStudy,
  design: GeneralizabilityDesign,
  sums: SumsOfSquares,
  valueAt: (index: number) => number | null,
  contrasts: readonly (readonly number[])[] | null = null,
): readonly VarianceComponent[] {
  const support = { n: frame.n, raters: frame.levels.raters };
  const meanSquares = sums.squares.map((squares, a) => (sums.degrees[a]! > 0 ? squares / sums.degrees[a]! : NaN));
  const constant = sums.squares.every((squares) => squares === 0);
  const estimates = COMPONENTS[design].map((_, a) => {
    const value = valueAt(a);
    if (value === null) return missing('INSUFFICIENT_DATA', METHODS[frame.method], support);
    if (constant) return found({ value }, METHODS[frame.method], support, 'CONSTANT');
    // Each mean square is a chi-square over its degrees: its squared error is estimated without bias by 2 MS² / (df + 2).
    const variance = contrasts?.[a]!.reduce(
      (sum, contrast, b) => sum + (2 * (contrast * meanSquares[b]!) ** 2) / (sums.degrees[b]! + 2),
      0,
    );
    return found({ value, standardError: variance === undefined ? null : Math.sqrt(variance) }, METHODS[frame.method], support);
  });
  return withShares(design, estimates).map((component, a) => ({
    ...component,
    uncorrected: sums.uncorrected[a]!,
    sumOfSquares: sums.squares[a]!,
    degrees: sums.degrees[a]!,
    meanSquare: Number.isFinite(meanSquares[a]!) ? meanSquares[a]! : null,
  }));
}

/** Names the estimates of a design and clamps them for use. */
export function withShares(design: GeneralizabilityDesign, estimates: readonly Estimate[]): readonly VarianceComponent[] {
  const used = estimates.map(({ value }) => (value === null ? null : Math.max(0, value)));
  const total = used.reduce((sum: number, value) => sum + (value ?? 0), 0);
  return COMPONENTS[design].map((component, a) => {
    const own = used[a]!;
    return {
      component,
      label: labelOf(design, component),
      estimate: estimates[a]!,
      used: own,
      share: own === null || total === 0 ? null : own / total,
      uncorrected: null,
      sumOfSquares: null,
      degrees: null,
      meanSquare: null,
    };
  });
}
