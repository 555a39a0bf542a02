import type { Estimate } from '@touchstone/kernel';
import { found, missing } from '../estimates/estimates';
import { coefficientIntervals } from './coefficient-intervals';
import type { Arrangement, Panel } from './dependability';
import type { GeneralizabilityDesign } from './generalizability-design';
import type { GeneralizabilityStudy } from './generalizability-study';
import { type CostOfTime, type PanelCost, panelCost } from './panel-cost';
import { coefficientsOf, panelWeights } from './panel-weights';

export interface DecisionStudyOptions {
  /** Numbers of interviewers to consider; 1 to 8 unless said. */
  readonly interviewers?: readonly number[] | undefined;
  /** Numbers of questions to consider, of each interviewer; 1 to 20 unless said. */
  readonly questions?: readonly number[] | undefined;
  /** TOGETHER unless said, and unless the design of the study settles it. */
  readonly arrangement?: Arrangement | undefined;
  readonly cost?: CostOfTime | undefined;
  /** Confidence of the intervals, 0.95 unless said. */
  readonly level?: number | undefined;
  /** Simulated studies behind the intervals; 4,000 unless said. */
  readonly draws?: number | undefined;
  readonly seed?: number | undefined;
}

/** What one panel would be worth. */
export interface PanelProjection extends Panel {
  /** For ranking candidates who meet the same panel. */
  readonly g: Estimate;
  /** For deciding on a candidate against a mark, or across panels. */
  readonly phi: Estimate;
  readonly relativeError: number | null;
  readonly absoluteError: number | null;
  /** The root of the absolute error, in rating units: what the mean of such a panel is off by, typically. */
  readonly standardErrorOfMeasurement: number | null;
  /** null unless costs were given. */
  readonly cost: PanelCost | null;
}

/**
 * What would more interviewers, or more questions, buy?
 *
 * Read along a row and down a column of the table: where `phi` hardly rises any more, another interviewer (or question) is money spent on nothing.
 * Usually interviewers help more than questions, because raters disagree about whom they prefer, and no number of questions averages that
 * out. The intervals are wide with three raters and ten candidates, and that is the message: the plan is a guess then, the direction of it
 * is not. Panels in the order of interviewers, then questions; a facet that the study did not have stays at one level: p×r knows one question
 * only, p×i one interviewer only.
 *
 * Intervals are generalized pivotal quantities of the mean squares, simulated with a seed (the same on every run), which are the exact F interval where there is
 * one. REML has no mean squares; `meanSquaresOf` has what stands in their place, and for a complete design without components at 0 the intervals are the
 * same. In simulated panels of 8 to 40 candidates and 3 to 6 raters, with candidates who differ much, little or not at all, 91 to 98 of 100 intervals held the
 * true value. Where REML puts the candidates' component at 0 the coefficients are 0 and have no interval (`method` says so): that they are small is all that is
 * known. Other components at 0 are taken as known. The analogous analysis of variance has no errors, and so no intervals.
 *
 * A study without components gives every figure with the status of the study. Sizes are finite numbers above 0, `level` in (0, 1), `draws` a whole
 * number of at least 100; throws RangeError otherwise. Cost O(panels × draws × log draws): about 0.2 s for 160 panels.
 *
 * Source: R. L. Brennan (2001), Generalizability Theory, Springer, chapters 4 and 6, doi:10.1007/978-1-4757-3456-0; S. Weerahandi (1993), Generalized
 * confidence intervals, Journal of the American Statistical Association 88(423), 899-905, doi:10.1080/01621459.1993.10476355.
 */
export function decisionStudy(study: GeneralizabilityStudy, options: DecisionStudyOptions = {}): readonly PanelProjection[] {
  const { level = 0.95, draws = 4000, seed = 1, cost } = options;
  if (!(level > 0 && level < 1)) throw new RangeError('a confidence level lies between 0 and 1, exclusively');
  if (!(Number.isInteger(draws) && draws >= 100)) throw new RangeError('an interval takes a whole number of draws, at least 100');
  const { design } = study;
  const arrangement = arrangementOf(design, options.arrangement ?? 'TOGETHER');
  const intervalsFor = coefficientIntervals(study, { level, draws, seed });
  return panelsOf(design, options).map((panel) => {
    const price = cost === undefined ? null : panelCost(panel, arrangement, cost);
    if (design === null || study.components.some(({ component, used }) => used === null && !study.inResidual.includes(component))) {
      return { ...panel, ...withoutFigures(study), cost: price };
    }
    const weights = panelWeights(study, design, panel, arrangement);
    const { g, phi, relativeError, absoluteError } = coefficientsOf(study, weights);
    const intervals = intervalsFor(weights);
    const estimate = (value: number | null, method: string, interval: readonly [number, number] | null): Estimate =>
      value === null ? missing('CONSTANT', method, supportOf(study)) : found({ value, interval, level }, method, supportOf(study));
    return {
      ...panel,
      g: estimate(g, methodOf(study, G), intervals.g),
      phi: estimate(phi, methodOf(study, PHI), intervals.phi),
      relativeError,
      absoluteError,
      standardErrorOfMeasurement: Math.sqrt(absoluteError),
      cost: price,
    };
  });
}

const G = 'generalizability coefficient';
const PHI = 'index of dependability';

const INTERVALS = {
  ANOVA: 'interval by generalized pivotal quantities of the mean squares',
  ANALOGOUS_ANOVA: 'no interval: the analogous analysis of variance has no errors',
  REML: 'interval by generalized pivotal quantities of uncorrelated parts',
} as const;
const NO_SIGNAL = 'no interval: the component of the candidates is at 0';

function methodOf(study: GeneralizabilityStudy, what: string): string {
  const atZero = study.method === 'REML' && study.components[0]?.used === 0;
  return `${what}; ${atZero ? NO_SIGNAL : INTERVALS[study.method]}`;
}

const supportOf = ({ n, levels: { raters } }: GeneralizabilityStudy): { n: number; raters: number } => ({ n, raters });

function withoutFigures(study: GeneralizabilityStudy): Omit<PanelProjection, 'interviewers' | 'questions' | 'cost'> {
  const status = study.status === 'OK' ? 'INSUFFICIENT_DATA' : study.status;
  return {
    g: missing(status, methodOf(study, G), supportOf(study)),
    phi: missing(status, methodOf(study, PHI), supportOf(study)),
    relativeError: null,
    absoluteError: null,
    standardErrorOfMeasurement: null,
  };
}

/** Where the study has nested one in the other, the panel it speaks of is nested too. */
function arrangementOf(design: GeneralizabilityDesign | null, wished: Arrangement): Arrangement {
  if (design === 'p×(i:r)') return 'SEPARATELY';
  return design === 'p×(r:i)' ? 'TOGETHER' : wished;
}

function panelsOf(design: GeneralizabilityDesign | null, { interviewers, questions }: DecisionStudyOptions): readonly Panel[] {
  const upTo = (most: number): readonly number[] => Array.from({ length: most }, (_, k) => k + 1);
  const raters = design === 'p×i' ? [1] : sizesOf(interviewers ?? upTo(8));
  const items = design === 'p×r' ? [1] : sizesOf(questions ?? upTo(20));
  return raters.flatMap((r) => items.map((i) => ({ interviewers: r, questions: i })));
}

const sizesOf = (sizes: readonly number[]): readonly number[] => [...new Set(sizes)].sort((a, b) => a - b);
