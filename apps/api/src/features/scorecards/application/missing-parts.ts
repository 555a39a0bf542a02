import { Injectable } from '@nestjs/common';
import { missingBeforeSubmit, NOT_OBSERVED, type PanelistRecommendation, type ScorecardContent } from '@touchstone/interviewing/scorecards';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { Interviews } from '../../interviews';
import type { Missing } from '../errors';
import type { RatingRecord } from '../persistence/rating.record';
import { RatingRepository } from '../persistence/rating.repository';
import type { ScorecardRecord } from '../persistence/scorecard.record';
import { type RatedItem, RatedItems, skippedOf, toBeScored } from './rated-items';

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
      if (interview === null) return [];
      const items = await this.items.of(tx, card.organizationId, interview);
      return missingOf(card.recommendation, await this.ratings.ofCards(tx, card.organizationId, [card.id]), items);
    });
  }
}

/** What a card with this recommendation and these ratings lacks for the items of its interview. */
export function missingOf(
  recommendation: PanelistRecommendation | null,
  ratings: readonly Pick<RatingRecord, 'questionVersionId' | 'criterion' | 'level' | 'notObservedReason' | 'evidence'>[],
  items: readonly RatedItem[],
): readonly Missing[] {
  const content: ScorecardContent = {
    recommendation,
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
