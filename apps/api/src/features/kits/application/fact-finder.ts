import { Injectable } from '@nestjs/common';
import type { BlueprintWishes } from '@touchstone/interviewing/kits';
import type { KitBlueprint, PoolQuestion } from '@touchstone/kit-assembly';
import type { Transaction } from '@touchstone/platform/database';
import { RoleProfiles } from '../../competencies';
import { Questions, QuestionVersions } from '../../question-bank';
import { KitRepository } from '../persistence/kit.repository';
import type { KitItemValue } from '../persistence/kit-value';
import { type Candidate, candidateOf, type VersionFacts } from './candidate';
import { toKitBlueprint } from './to-kit-blueprint';

/** What a kit is assembled from and checked against. Questions go by their slugs in `blueprint` and `pool`. */
export interface AssemblyFacts {
  readonly blueprint: KitBlueprint;
  readonly pool: readonly PoolQuestion[];
  readonly bySlug: ReadonlyMap<string, Candidate>;
  /** Slugs by question id. */
  readonly slugOf: ReadonlyMap<string, string>;
}

interface Request {
  readonly roleProfileId: string;
  readonly wishes: BlueprintWishes;
  /** What stands in the kit already: it is looked at in the version it is pinned to, whatever became of that. */
  readonly items?: readonly KitItemValue[];
}

/** Without a limit of its own a blueprint counts the uses of the last year. */
const USUAL_MONTHS = 12;

/** Gathers the approved questions, how often each was used, and the weights of the role. */
@Injectable()
export class FactFinder {
  constructor(
    private readonly kits: KitRepository,
    private readonly questions: Questions,
    private readonly versions: QuestionVersions,
    private readonly profiles: RoleProfiles,
  ) {}

  async find(tx: Transaction, organizationId: string, { roleProfileId, wishes, items = [] }: Request): Promise<AssemblyFacts> {
    const profile = await this.profiles.byId(tx, organizationId, roleProfileId);
    const approved = await this.versions.approved(tx, organizationId, wishes.includeTraining ? {} : { usages: ['live'] });
    const pinned = await this.versions.byIds(
      tx,
      organizationId,
      items.map(({ questionVersionId }) => questionVersionId),
    );
    const uses = await this.kits.usesSince(tx, organizationId, monthsBefore(tx.now, wishes.exposureLimit?.months ?? USUAL_MONTHS));

    const versions = new Map<string, VersionFacts>(approved.map((version) => [version.questionId, version]));
    for (const version of pinned.values()) versions.set(version.questionId, version);
    const candidates = [...versions.values()].map((version) => candidateOf(version, uses.get(version.questionId) ?? 0));
    const slugOf = new Map(candidates.map(({ questionId, slug }) => [questionId, slug]));
    // Questions that must be there are named even where they are not to be had, so that the refusal can say which.
    const absent = wishes.mustHaveQuestionIds.filter((id) => !slugOf.has(id));
    for (const { id, slug } of absent.length > 0 ? await this.questions.byIds(tx, organizationId, absent) : []) slugOf.set(id, slug);
    const weights = Object.fromEntries((profile?.weights ?? []).map(({ competencySlug, weight }) => [competencySlug, weight]));
    return {
      blueprint: toKitBlueprint(wishes, weights, slugOf),
      pool: candidates.map(({ question }) => question),
      bySlug: new Map(candidates.map((candidate) => [candidate.slug, candidate])),
      slugOf,
    };
  }
}

function monthsBefore(instant: Date, months: number): Date {
  const before = new Date(instant);
  before.setUTCMonth(before.getUTCMonth() - months);
  return before;
}
