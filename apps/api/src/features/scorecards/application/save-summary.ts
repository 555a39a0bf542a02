import { Injectable } from '@nestjs/common';
import { type PanelistRecommendation, transitionScorecard } from '@touchstone/interviewing/scorecards';
import { err, notFound, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { Interviews } from '../../interviews';
import type { SaveSummaryError } from '../errors';
import { ScorecardRepository } from '../persistence/scorecard.repository';
import { WritingRights } from './writing-rights';

export interface SaveSummaryInput {
  readonly scorecardId: string | null;
  readonly recommendation: PanelistRecommendation | null;
  readonly summary: string;
  /** Of the card. It moves with the summary, the recommendation and the submission, not with ratings, which have their own. */
  readonly expectedRevision: number;
}

/** Saves recommendation and summary of the actor's draft. The same content again changes nothing. */
@Injectable()
export class SaveSummary {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly interviews: Interviews,
    private readonly rights: WritingRights,
    private readonly scorecards: ScorecardRepository,
  ) {}

  async execute(actor: Actor, input: SaveSummaryInput): Promise<Result<{ readonly scorecardId: string }, SaveSummaryError>> {
    const { scorecardId, recommendation, summary, expectedRevision } = input;
    const unknown = err(notFound('scorecard of yours', ['input', 'scorecardId']));
    if (scorecardId === null) return unknown;
    return this.unitOfWork.write(actor, async (tx) => {
      const seen = await this.scorecards.own(tx, actor, scorecardId);
      const interview = seen === null ? null : await this.interviews.byId(tx, actor.organizationId, seen.interviewId);
      if (seen === null || interview === null) return unknown;
      const card = await this.scorecards.lockDraft(tx, actor, scorecardId);
      const writable = transitionScorecard(card === null ? 'SUBMITTED' : card.status, 'RATE');
      if (card === null || !writable.ok) return writable.ok ? unknown : writable;
      const seat = await this.rights.seatOf(tx, actor, interview);
      if (!seat.ok) return seat;
      if (card.recommendation === recommendation && card.summary === summary) return ok({ scorecardId });
      if (card.revision !== expectedRevision) return err(revisionConflict(card.revision, 'scorecard'));
      if ((await this.scorecards.saveSummary(tx, card, { recommendation, summary })) === null)
        return err(revisionConflict(card.revision, 'scorecard'));
      tx.audit({ action: 'scorecard.summarize', subjectType: 'Scorecard', subjectId: scorecardId });
      return ok({ scorecardId });
    });
  }
}
