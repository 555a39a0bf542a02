import { DEFAULT_SCALE } from '@touchstone/interviewing/competencies';
import type { CreateScoringRuleInput } from '../application/create-scoring-rule';
import type { ScoringRuleInput } from './scoring-rule.inputs';

/** A rule as a client gives it, in the words of the domain. Of a competency that is named twice the last weight counts. */
export const readScoringRule = ({
  method,
  competencyWeights,
  mustHaves,
  cutOffs,
  missing,
  scale,
}: ScoringRuleInput): CreateScoringRuleInput['rule'] => ({
  method,
  competencyWeights: competencyWeights
    ? Object.fromEntries(competencyWeights.map(({ competencySlug, weight }) => [competencySlug, weight]))
    : null,
  mustHaves: mustHaves.map(({ competencySlug, minimum }) => ({ competency: competencySlug, minimum })),
  cutOffs: { hire: cutOffs.hire, ...(typeof cutOffs.strongHire === 'number' && { strongHire: cutOffs.strongHire }) },
  missing,
  scale: scale ? { min: scale.min, max: scale.max } : DEFAULT_SCALE,
});
