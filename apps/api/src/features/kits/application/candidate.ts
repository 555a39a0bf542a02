import type { PoolQuestion } from '@touchstone/kit-assembly';

/** What of a question version matters to a kit. */
export interface VersionFacts {
  readonly id: string;
  readonly questionId: string;
  readonly slug: string;
  readonly kind: string;
  readonly difficulty: number;
  readonly minutes: number;
  readonly usage: string;
  readonly categorySlug: string;
  readonly competencySlugs: readonly string[];
  /** Slugs of questions that must not share a kit with this one. */
  readonly enemies: readonly string[];
  readonly variantFamily?: string | null;
}

/** A question that may stand in a kit: who it is here, and what the solver sees of it. */
export interface Candidate {
  readonly questionId: string;
  readonly questionVersionId: string;
  readonly slug: string;
  readonly training: boolean;
  readonly question: PoolQuestion;
}

/** `uses`: in how many published kits the question stands already. Quality is 0 for all until figures on questions exist. */
export const candidateOf = (version: VersionFacts, uses: number): Candidate => ({
  questionId: version.questionId,
  questionVersionId: version.id,
  slug: version.slug,
  training: version.usage === 'training',
  question: {
    id: version.slug,
    category: version.categorySlug,
    competencies: version.competencySlugs,
    kind: version.kind,
    minutes: version.minutes,
    difficulty: version.difficulty,
    quality: 0,
    exposure: uses,
    ...(version.variantFamily && { variantFamily: version.variantFamily }),
    enemies: version.enemies,
  },
});
