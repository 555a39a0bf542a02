import { createHash } from 'node:crypto';
import { canonicalJson } from '@touchstone/kernel';
import type { KitRoundValue } from '../persistence/kit-value';

export interface FrozenKit {
  /** RFC 8785 canonical JSON. */
  readonly document: string;
  /** SHA-256 of it, in hexadecimal. */
  readonly contentHash: string;
}

interface WeightedProfile {
  readonly slug: string;
  readonly revision: number;
  readonly weights: readonly { readonly competencySlug: string; readonly weight: number; readonly critical: boolean }[];
}

/** What a kit is from now on: the role as it is weighed today, and every round with the versions and hashes of its questions. */
export function freezeKit(
  profile: WeightedProfile,
  rounds: readonly KitRoundValue[],
  contentHashOf: (versionId: string) => string,
): FrozenKit {
  const document = canonicalJson({
    format: 'kit/1',
    roleProfile: {
      slug: profile.slug,
      revision: profile.revision,
      weights: profile.weights
        .map(({ competencySlug, weight, critical }) => ({ competency: competencySlug, weight, critical }))
        .sort((a, b) => (a.competency < b.competency ? -1 : 1)),
    },
    rounds: rounds.map(({ name, minutes, items }) => ({
      name,
      minutes,
      items: items.map(({ questionId, questionVersionId, plannedMinutes }) => ({
        questionId,
        questionVersionId,
        contentHash: contentHashOf(questionVersionId),
        plannedMinutes,
      })),
    })),
  });
  return { document, contentHash: createHash('sha256').update(document).digest('hex') };
}
