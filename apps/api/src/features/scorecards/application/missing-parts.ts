import { Injectable } from '@nestjs/common';
import { missingBeforeSubmit, NOT_OBSERVED, type ScorecardContent } from '@touchstone/interviewing/scorecards';
import type { Actor } from '@touchstone/platform/actor';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import { Interviews, type InterviewValue } from '../../interviews';
import type { Missing } from '../errors';
import { RatingRepository } from '../persistence/rating.repository';
import type { ScorecardRecord } from '../persistence/scorecard.record';
import { RatedItems, skippedOf, toBeScored } from './rated-items';

/** What a scorecard lacks before it can be submitted. */
@Injectable()
export class MissingParts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly interviews: Interviews,
    private readonly items: RatedItems,
    private readonly ratings: RatingRepository,
  ) {}

  /** For the author of a draft; a submitted card lacks nothing. */
  async execute(actor: Actor, card: ScorecardRecord | null): Promise<readonly Missing[]> {
    if (card === null || card.status === 'SUBMITTED') return [];
    return this.unitOfWork.read(actor, async (tx) => {
      const interview = await this.interviews.byId(tx, actor.organizationId, card.interviewId);
      return interview === null ? [] : this.of(tx, card, interview);
    });
  }

  async of(tx: Transaction, card: ScorecardRecord, interview: InterviewValue): Promise<readonly Missing[]> {
    const items = await this.items.of(tx, card.organizationId, interview);
    const ratings = await this.ratings.ofCards(tx, card.organizationId, [card.id]);
    const content: ScorecardContent = {
      recommendation: card.recommendation,
      ratings: ratings.map(({ questionVersionId, criterion, level, notObservedReason, evidence }) => ({
        itemId: questionVersionId,
        criterionId: criterion,
        value: level ?? (notObservedReason === null ? null : NOT_OBSERVED),
        notObservedReason,
        evidence,
      })),
    };
    return missingBeforeSubmit(content, toBeScored(items), skippedOf(items)).map(({ part, itemId, criterionId }) => ({
      questionVersionId: itemId,
      criterion: criterionId,
      what: part,
    }));
  }
}
