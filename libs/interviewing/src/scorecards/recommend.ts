import type { Estimate } from '@touchstone/kernel';
import { weightedMean } from '@touchstone/psychometrics';
import type { ScoringRule } from '../kits';

/** What the registered rule says of an application. */
export const RECOMMENDATIONS = ['STRONG_HIRE', 'HIRE', 'NO_HIRE', 'NOT_DECIDABLE'] as const;
export type Recommendation = (typeof RECOMMENDATIONS)[number];

/** How people say it: "the rule says …". */
export const recommendationWords: Readonly<Record<Recommendation, string>> = {
  STRONG_HIRE: 'hire, strongly',
  HIRE: 'hire',
  NO_HIRE: 'do not hire',
  NOT_DECIDABLE: 'nothing that could be followed',
};

/** How a must-have came out; `value` null and `met` null where the competency has no rating. */
export interface MustHaveOutcome {
  readonly competency: string;
  readonly minimum: number;
  readonly value: number | null;
  readonly met: boolean | null;
}

/** Why the recommendation is what it is. */
export type RecommendationBasis = 'CUT_OFF' | 'MUST_HAVE_FAILED' | 'MUST_HAVE_UNRATED' | 'RATING_MISSING' | 'NOTHING_RATED';

/** The recommendation with its trace: every figure that decided. */
export interface ComputedRecommendation {
  readonly recommendation: Recommendation;
  readonly basis: RecommendationBasis;
  /** The weighted mean over the rated competencies, in levels; null where none with weight is rated. */
  readonly total: number | null;
  /** 0 to 1. */
  readonly ratedWeightShare: number;
  /** Competencies that count (by weight or as must-have) and have no rating, sorted. */
  readonly unrated: readonly string[];
  readonly mustHaves: readonly MustHaveOutcome[];
  readonly cutOffs: ScoringRule['cutOffs'];
}

/**
 * Two values that differ by less than this many levels differ by the rounding of binary arithmetic alone, and count as equal at a cut-off:
 * a mean of 3.5 meets 3.5 whatever the weights.
 */
export const CUT_OFF_TOLERANCE = 1e-9;

/**
 * What does the registered rule say of these competency figures? In this order:
 * 1. `missing: 'BLOCK'` and a competency that counts is unrated: NOT_DECIDABLE.
 * 2. A must-have below its minimum: NO_HIRE, whatever else is missing.
 * 3. A must-have unrated: NOT_DECIDABLE; it is neither met nor failed.
 * 4. Nothing with weight rated: NOT_DECIDABLE.
 * 5. Else the total, weights renormalised over the rated competencies, against the cut-offs; reaching one is enough.
 *
 * `competencies`: by slug; one that is absent or has a null value is unrated. Only values count here, intervals are for the debrief.
 */
export function recommend(rule: ScoringRule, competencies: ReadonlyMap<string, Estimate>): ComputedRecommendation {
  const valueOf = (slug: string): number | null => competencies.get(slug)?.value ?? null;
  const weights = Object.entries(rule.competencyWeights).filter(([, weight]) => weight > 0);
  const rated = weights.flatMap(([slug, weight]) => {
    const value = valueOf(slug);
    return value === null ? [] : [{ value, weight }];
  });
  const total = weightedMean(rated);
  const shares = weights.map(([slug, weight]) => ({ value: valueOf(slug) === null ? 0 : 1, weight }));
  const mustHaves = rule.mustHaves.map(({ competency, minimum }): MustHaveOutcome => {
    const value = valueOf(competency);
    return { competency, minimum, value, met: value === null ? null : reaches(value, minimum) };
  });
  const counting = new Set([...weights.map(([slug]) => slug), ...rule.mustHaves.map(({ competency }) => competency)]);
  const unrated = [...counting].filter((slug) => valueOf(slug) === null).sort();
  return {
    ...decide(rule, total, mustHaves, unrated),
    total,
    ratedWeightShare: weightedMean(shares) ?? 0,
    unrated,
    mustHaves,
    cutOffs: rule.cutOffs,
  };
}

function decide(
  { missing, cutOffs: { hire, strongHire } }: ScoringRule,
  total: number | null,
  mustHaves: readonly MustHaveOutcome[],
  unrated: readonly string[],
): Pick<ComputedRecommendation, 'recommendation' | 'basis'> {
  if (missing === 'BLOCK' && unrated.length > 0) return { recommendation: 'NOT_DECIDABLE', basis: 'RATING_MISSING' };
  if (mustHaves.some(({ met }) => met === false)) return { recommendation: 'NO_HIRE', basis: 'MUST_HAVE_FAILED' };
  if (mustHaves.some(({ met }) => met === null)) return { recommendation: 'NOT_DECIDABLE', basis: 'MUST_HAVE_UNRATED' };
  if (total === null) return { recommendation: 'NOT_DECIDABLE', basis: 'NOTHING_RATED' };
  if (strongHire !== undefined && reaches(total, strongHire)) return { recommendation: 'STRONG_HIRE', basis: 'CUT_OFF' };
  return { recommendation: reaches(total, hire) ? 'HIRE' : 'NO_HIRE', basis: 'CUT_OFF' };
}

const reaches = (value: number, least: number): boolean => value >= least - CUT_OFF_TOLERANCE;
