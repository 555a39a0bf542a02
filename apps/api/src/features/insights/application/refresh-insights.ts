import { Injectable } from '@nestjs/common';
import { manageScope, reaches } from '@touchstone/interviewing/access';
import { checkPeriod } from '@touchstone/interviewing/insights';
import { conflict, err, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { RoleProfiles } from '../../competencies';
import { Openings } from '../../interviews';
import type { RefreshInsightsError } from '../errors';
import { InsightReportRepository } from '../persistence/insight-report.repository';
import { announceRequest } from './insight-calls';
import { type ReportScope, scopeOfFilter } from './report-scope';

export interface RefreshInsightsInput {
  /** Null where there is no such thing for the actor; undefined for all. */
  readonly openingId: string | null | undefined;
  readonly roleProfileId: string | null | undefined;
  readonly from: Date | null;
  readonly until: Date | null;
  readonly driftFrom: Date | null;
  readonly idempotencyKey: string;
}

/** Stretches of time that one organization keeps figures over; those that nobody asks about are forgotten after 90 days. */
export const MOST_PERIODS = 100;

/** Puts it on record that figures over a scope are wanted. They come from the jobs door, whenever it is up; asking twice is asking once. */
@Injectable()
export class RefreshInsights {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly openings: Openings,
    private readonly profiles: RoleProfiles,
    private readonly reports: InsightReportRepository,
  ) {}

  async execute(actor: Actor, input: RefreshInsightsInput): Promise<Result<ReportScope, RefreshInsightsError>> {
    const { organizationId, memberId } = actor;
    const { openingId = null, roleProfileId = null, from, until, driftFrom } = input;
    const period = checkPeriod(input, ['input', 'filter']);
    if (!period.ok) return period;
    const unknownOpening = err(notFound('opening', ['input', 'filter', 'openingId']));
    const unknownProfile = err(notFound('role profile', ['input', 'filter', 'roleProfileId']));
    if (openingId === null && input.openingId !== undefined) return unknownOpening;
    if (roleProfileId === null && input.roleProfileId !== undefined) return unknownProfile;
    const scope = scopeOfFilter({ openingId, roleProfileId, from, until, driftFrom });
    const requested = await this.unitOfWork.write(
      actor,
      async (tx) => {
        const opening = openingId === null ? null : await this.openings.byId(tx, organizationId, openingId);
        const manager = opening?.hiringManagerId ?? null;
        if (openingId !== null && manager === null) return unknownOpening;
        const reach = manageScope(actor.roles);
        if (manager === null ? !reach.everything : !reaches(reach, memberId, manager))
          return manager === null ? err(notFound('figures that wide', ['input', 'filter'])) : unknownOpening;
        if (roleProfileId !== null && !(await this.profiles.byIds(tx, organizationId, [roleProfileId])).has(roleProfileId))
          return unknownProfile;
        if (
          (from !== null || until !== null || driftFrom !== null) &&
          (await this.reports.otherPeriods(tx, organizationId, scope.scope)) >= MOST_PERIODS
        )
          return err(
            conflict(`Figures over ${MOST_PERIODS} periods are kept already. Ask for one of those, or wait until old ones are forgotten.`, [
              'input',
              'filter',
            ]),
          );
        const id = newId();
        await this.reports.request(tx, organizationId, id, scope);
        announceRequest(tx, organizationId);
        tx.audit({
          action: 'insights.refresh',
          subjectType: 'InsightReport',
          subjectId: scope.openingId ?? organizationId,
          detail: { scope: scope.scope },
        });
        return ok(null);
      },
      { once: { operation: 'insights.refresh', key: input.idempotencyKey, input: { scope: scope.scope } } },
    );
    return requested.ok ? ok(scope) : requested;
  }
}
