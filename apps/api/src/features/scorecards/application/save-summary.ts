import { Injectable } from '@nestjs/common';
import type { PanelistRecommendation } from '@touchstone/interviewing/scorecards';
import { err, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { WriterStandings } from '../../interviews';
import type { SaveSummaryError } from '../errors';
import { ScorecardRepository } from '../persistence/scorecard.repository';
import { OwnDraft, unknownCard } from './own-draft';
import { mayWrite } from './writing-rights';

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
    private readonly standings: WriterStandings,
    private readonly drafts: OwnDraft,
    private readonly scorecards: ScorecardRepository,
  ) {}

  async execute(actor: Actor, input: SaveSummaryInput): Promise<Result<{ readonly scorecardId: string }, SaveSummaryError>> {
    const { scorecardId, recommendation, summary, expectedRevision } = input;
    if (scorecardId === null) return err(unknownCard());
    return this.unitOfWork.write(actor, async (tx) => {
      const held = await this.drafts.hold(tx, actor, scorecardId, 'RATE');
      if (!held.ok) return held;
      const card = held.value;
      const standing = await this.standings.of(tx, actor.organizationId, card.interviewId, actor.memberId);
      if (standing === null) return err(unknownCard());
      const seat = mayWrite(actor, standing);
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
