import { Injectable } from '@nestjs/common';
import { reviseRoleProfile } from '@touchstone/interviewing/competencies';
import { err, invalid, notFound, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { UpdateRoleProfileError } from '../errors';
import { CompetencyRepository } from '../persistence/competency.repository';
import { type RoleProfileLine, RoleProfileRepository, type RoleProfileValue } from '../persistence/role-profile.repository';

export interface UpdateRoleProfileInput {
  readonly roleProfileId: string | null;
  /** All lines of the profile; what is not named is no longer in it. */
  readonly weights: readonly {
    readonly competencyId: string | null;
    readonly weight: number;
    readonly critical: boolean;
    readonly source?: string | null;
  }[];
  readonly expectedRevision: number;
}

/** Rewrites the job analysis of a role. Lines that stay as they were keep their source, author and date. */
@Injectable()
export class UpdateRoleProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: RoleProfileRepository,
    private readonly competencies: CompetencyRepository,
  ) {}

  async execute(actor: Actor, input: UpdateRoleProfileInput): Promise<Result<{ roleProfile: RoleProfileValue }, UpdateRoleProfileError>> {
    const { organizationId } = actor;
    const { roleProfileId, expectedRevision } = input;
    return this.unitOfWork.write(actor, async (tx) => {
      const revision = roleProfileId === null ? null : await this.profiles.lock(tx, organizationId, roleProfileId);
      if (roleProfileId === null || revision === null) return err(notFound('role profile', ['input', 'roleProfileId']));
      if (revision !== expectedRevision) return err(revisionConflict(revision, 'role profile'));
      const before = (await this.profiles.byId(tx, organizationId, roleProfileId)) as RoleProfileValue;
      const competencies = new Map((await this.competencies.all(tx, organizationId)).map((competency) => [competency.id, competency]));

      for (const [index, { competencyId }] of input.weights.entries()) {
        const path = ['input', 'weights', String(index), 'competencyId'];
        const competency = competencies.get(competencyId ?? '');
        if (competency === undefined) return err(notFound('competency', path));
        if (competency.retiredAt !== null)
          return err(invalid(`"${competency.name}" is retired. Give its weight to competencies in use.`, path));
      }
      const slugOf = (id: string | null): string => competencies.get(id ?? '')?.slug ?? '';
      const idOf = new Map([...competencies.values()].map(({ slug, id }) => [slug, id]));
      const revised = reviseRoleProfile(
        before.weights.map(({ competencySlug, weight, critical, source }) => ({ competency: competencySlug, weight, critical, source })),
        input.weights.map(({ competencyId, weight, critical, source }) => ({
          competency: slugOf(competencyId),
          weight,
          critical,
          source: source ?? '',
        })),
        ['input', 'weights'],
      );
      if (!revised.ok)
        return err({ ...revised.error, path: revised.error.path.map((step) => (step === 'competency' ? 'competencyId' : step)) });

      const lines = revised.value.map(({ changed, competency, weight, critical, source }): RoleProfileLine => {
        const old = before.weights.find(({ competencySlug }) => competencySlug === competency);
        const by =
          changed || old === undefined
            ? { changedBy: actor.memberId, changedAt: tx.now }
            : { changedBy: old.changedBy, changedAt: old.changedAt };
        return { competencyId: idOf.get(competency) as string, weight, critical, source, ...by };
      });
      if (!(await this.profiles.replaceWeights(tx, organizationId, roleProfileId, lines, expectedRevision)))
        return err(revisionConflict(revision, 'role profile'));
      tx.audit({
        action: 'roleProfile.update',
        subjectType: 'RoleProfile',
        subjectId: roleProfileId,
        detail: { revision: revision + 1, changed: revised.value.filter(({ changed }) => changed).map(({ competency }) => competency) },
      });
      return ok({ roleProfile: (await this.profiles.byId(tx, organizationId, roleProfileId)) as RoleProfileValue });
    });
  }
}
