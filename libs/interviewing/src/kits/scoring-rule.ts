import { type Result, type ValidationError, err, invalid, ok } from '@touchstone/kernel';
import { type ScaleRange, checkScaleRange, isSlug } from '../competencies';

export const SCORING_METHODS = ['WEIGHTED_MEAN'] as const;
export type ScoringMethod = (typeof SCORING_METHODS)[number];

/**
 * What a competency without any rating does. REPORT: the total is taken over the rated ones and says what share of the weight they are;
 * BLOCK: no recommendation while a competency that counts is unrated.
 */
export const MISSING_RATING_RULES = ['REPORT', 'BLOCK'] as const;
export type MissingRatingRule = (typeof MISSING_RATING_RULES)[number];

/** The least value, in levels of the scale, that a competency must reach whatever the total. */
export interface MustHave {
  readonly competency: string;
  readonly minimum: number;
}

/** How scores become a recommendation; frozen with the kit, before the first interview. Values are in levels of `scale`. */
export interface ScoringRule {
  readonly method: ScoringMethod;
  /** By competency slug. At least 0 each, some above 0; only their ratios matter. */
  readonly competencyWeights: Readonly<Record<string, number>>;
  readonly mustHaves: readonly MustHave[];
  /** The least total for each recommendation. Without `strongHire` the best one is HIRE. */
  readonly cutOffs: { readonly strongHire?: number | undefined; readonly hire: number };
  readonly missing: MissingRatingRule;
  readonly scale: ScaleRange;
}

/**
 * Can this rule be applied? The rule, or the first thing that is wrong with it: weights at least 0 and some above, must-haves each once,
 * among the weighted competencies and within the scale, cut-offs within the scale and in order.
 */
export function validateScoringRule(
  rule: ScoringRule,
  path: readonly string[] = ['input', 'scoringRule'],
): Result<ScoringRule, ValidationError> {
  const fault =
    methodFault(rule, path) ?? scaleFault(rule, path) ?? weightFault(rule, path) ?? mustHaveFault(rule, path) ?? cutOffFault(rule, path);
  return fault === null ? ok(rule) : err(fault);
}

type Fault = ValidationError | null;

function methodFault({ method, missing }: ScoringRule, path: readonly string[]): Fault {
  if (!SCORING_METHODS.includes(method)) return invalid('The method of a scoring rule is the weighted mean.', [...path, 'method']);
  if (!MISSING_RATING_RULES.includes(missing)) return invalid('A missing rating is either reported or blocks.', [...path, 'missing']);
  return null;
}

function scaleFault({ scale }: ScoringRule, path: readonly string[]): Fault {
  const checked = checkScaleRange(scale, [...path, 'scale']);
  return checked.ok ? null : checked.error;
}

function weightFault({ competencyWeights }: ScoringRule, path: readonly string[]): Fault {
  const here = [...path, 'competencyWeights'];
  const entries = Object.entries(competencyWeights);
  for (const [slug, weight] of entries) {
    if (!isSlug(slug)) return invalid('A competency is named by its slug.', [...here, slug]);
    if (!Number.isFinite(weight) || weight < 0) return invalid('A weight is a number of at least 0.', [...here, slug]);
  }
  return entries.some(([, weight]) => weight > 0) ? null : invalid('At least one competency has a weight above 0.', here);
}

function mustHaveFault({ mustHaves, competencyWeights, scale }: ScoringRule, path: readonly string[]): Fault {
  const seen = new Set<string>();
  for (const [index, { competency, minimum }] of mustHaves.entries()) {
    const here = [...path, 'mustHaves', String(index)];
    if (!Object.hasOwn(competencyWeights, competency)) {
      return invalid('A must-have is one of the competencies with a weight (which may be 0).', [...here, 'competency']);
    }
    if (seen.has(competency)) return invalid('A competency is a must-have once.', [...here, 'competency']);
    if (!isWithin(minimum, scale)) return invalid(`A minimum lies between ${scale.min} and ${scale.max}.`, [...here, 'minimum']);
    seen.add(competency);
  }
  return null;
}

function cutOffFault({ cutOffs: { hire, strongHire }, scale }: ScoringRule, path: readonly string[]): Fault {
  const bounds = `A cut-off lies between ${scale.min} and ${scale.max}.`;
  if (!isWithin(hire, scale)) return invalid(bounds, [...path, 'cutOffs', 'hire']);
  if (strongHire === undefined) return null;
  if (!isWithin(strongHire, scale)) return invalid(bounds, [...path, 'cutOffs', 'strongHire']);
  return strongHire > hire ? null : invalid('The cut-off for a strong hire is above that for a hire.', [...path, 'cutOffs', 'strongHire']);
}

const isWithin = (value: number, { min, max }: ScaleRange): boolean => Number.isFinite(value) && value >= min && value <= max;
