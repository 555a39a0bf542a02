import { globalId } from '@touchstone/platform/graphql';
import type { ScoringRuleValue } from '../application/list-scoring-rules';
import type { ScoringRule } from './scoring-rule.types';

/** A scoring rule as clients see it. */
export const presentScoringRule = ({ organizationId, id, name, rule, contentHash, createdAt }: ScoringRuleValue): ScoringRule => ({
  id: globalId('ScoringRule', organizationId, id),
  name,
  method: rule.method,
  competencyWeights: Object.entries(rule.competencyWeights)
    .map(([competencySlug, weight]) => ({ competencySlug, weight }))
    .sort((a, b) => b.weight - a.weight || (a.competencySlug < b.competencySlug ? -1 : 1)),
  mustHaves: rule.mustHaves.map(({ competency, minimum }) => ({ competencySlug: competency, minimum })),
  cutOffs: { strongHire: rule.cutOffs.strongHire ?? null, hire: rule.cutOffs.hire },
  missing: rule.missing,
  scale: rule.scale,
  contentHash,
  createdAt,
});
