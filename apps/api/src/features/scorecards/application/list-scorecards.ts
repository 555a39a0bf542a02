import { Injectable } from '@nestjs/common';
import { permits } from '@touchstone/interviewing/access';
import type { Page, PageRequest } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { Interviews, LoopRights } from '../../interviews';
import type { ScorecardRecord } from '../persistence/scorecard.record';
import { type ScorecardFilter, ScorecardRepository } from '../persistence/scorecard.repository';

const NOTHING: Page<ScorecardRecord> = { rows: [], hasNextPage: false, totalCount: null };

/** The scorecards of a loop or an interview that the seal shows to the actor. */
@Injectable()
export class ListScorecards {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly interviews: Interviews,
    private readonly loopRights: LoopRights,
    private readonly scorecards: ScorecardRepository,
  ) {}

  async execute(actor: Actor, filter: ScorecardFilter, request: PageRequest): Promise<Page<ScorecardRecord>> {
    if (!permits(actor, 'scorecard.read')) return NOTHING;
    return this.unitOfWork.read(actor, async (tx) => {
      const { organizationId } = actor;
      const interview = filter.interviewId === null ? null : await this.interviews.byId(tx, organizationId, filter.interviewId);
      const loopId = filter.loopId ?? interview?.loopId ?? null;
      if (loopId === null || !(await this.loopRights.mayRead(tx, actor, loopId))) return NOTHING;
      return this.scorecards.page(tx, organizationId, { loopId, interviewId: filter.interviewId }, request);
    });
  }

  /** The actor's own card for an interview; null where she has not opened one. */
  async mine(actor: Actor, interviewId: string | null): Promise<ScorecardRecord | null> {
    if (interviewId === null || !permits(actor, 'scorecard.read')) return null;
    return this.unitOfWork.read(actor, (tx) => this.scorecards.ownOfInterview(tx, actor, interviewId));
  }
}
