import { Injectable } from '@nestjs/common';
import { type ItemFact, type RatingFact, weightedMeanFigures } from '@touchstone/interviewing/insights';
import { isHeld, rates } from '@touchstone/interviewing/interviews';
import type { ScoringRule } from '@touchstone/interviewing/kits';
import { type ComputedRecommendation, recommend } from '@touchstone/interviewing/scorecards';
import type { Transaction } from '@touchstone/platform/database';
import { Interviews, type InterviewValue, type LoopValue, Seats, type SeatValue } from '../../interviews';
import type { RatingRecord } from '../persistence/rating.record';
import { RatingRepository } from '../persistence/rating.repository';
import type { ScorecardRecord } from '../persistence/scorecard.record';
import { ScorecardRepository } from '../persistence/scorecard.repository';
import { type RatedItem, RatedItems } from './rated-items';

/** A question as asked in one interview. The same version asked in two rounds is two items. */
export interface AskedItem extends RatedItem {
  readonly id: string;
  readonly interview: InterviewValue;
}

export interface SubmittedCard {
  readonly card: ScorecardRecord;
  readonly seat: SeatValue;
  readonly ratings: readonly RatingRecord[];
}

/** All that was asked and submitted on one loop, as far as the seal shows it to whoever reads. */
export interface Evidence {
  readonly interviews: readonly InterviewValue[];
  readonly items: readonly AskedItem[];
  readonly cards: readonly SubmittedCard[];
}

/** Gathers what was asked and submitted on a loop. */
@Injectable()
export class LoopEvidence {
  constructor(
    private readonly interviews: Interviews,
    private readonly seats: Seats,
    private readonly items: RatedItems,
    private readonly scorecards: ScorecardRepository,
    private readonly ratings: RatingRepository,
  ) {}

  async of(tx: Transaction, { organizationId, id }: Pick<LoopValue, 'organizationId' | 'id'>): Promise<Evidence> {
    const interviews = (await this.interviews.ofLoop(tx, organizationId, id)).filter(({ status }) => isHeld(status));
    const items: AskedItem[] = [];
    for (const interview of interviews) {
      const asked = await this.items.of(tx, organizationId, interview);
      items.push(...asked.map((item) => ({ ...item, interview, id: itemId(interview.id, item.questionVersionId) })));
    }
    const seats = new Map((await this.seats.ofLoop(tx, organizationId, id)).map((seat) => [seat.id, seat]));
    const cards = await this.scorecards.submittedOfLoop(tx, organizationId, id);
    const ratings = await this.ratings.byCard(
      tx,
      organizationId,
      cards.map((card) => card.id),
    );
    return {
      interviews,
      items,
      cards: cards.flatMap((card) => {
        const seat = seats.get(card.seatId);
        return seat === undefined ? [] : [{ card, seat, ratings: ratings.get(card.id) ?? [] }];
      }),
    };
  }
}

export const itemId = (interviewId: string, questionVersionId: string): string => `${interviewId}/${questionVersionId}`;

/** What figures are made of: items that were not skipped, ratings that were given without sight of the others. */
export function factsOf({ items, cards }: Evidence): { readonly items: readonly ItemFact[]; readonly ratings: readonly RatingFact[] } {
  const asked = items.filter(({ skipped }) => !skipped);
  const criteria = new Set(asked.flatMap(({ id, document }) => document.rubric.criteria.map((criterion) => `${id} ${criterion.id}`)));
  return {
    items: asked.map(({ id, document }) => ({
      itemId: id,
      criteria: document.rubric.criteria.map(({ id: criterionId, competency, weight }) => ({ criterionId, competency, weight })),
    })),
    ratings: cards
      .filter(({ card }) => !card.afterOpening)
      .flatMap(({ card, seat, ratings }) =>
        ratings.flatMap(({ questionVersionId, criterion, level }): RatingFact[] => {
          const id = itemId(card.interviewId, questionVersionId);
          return rates(seat.kind) && criteria.has(`${id} ${criterion}`)
            ? [{ raterId: seat.memberId, seat: seat.kind, itemId: id, criterionId: criterion, level }]
            : [];
        }),
      ),
  };
}

/** What the registered rule says of a loop, with its trace. */
export function recommendationOf(rule: ScoringRule, evidence: Evidence): ComputedRecommendation {
  const { items, ratings } = factsOf(evidence);
  const { competencies } = weightedMeanFigures(ratings, items, rule.competencyWeights);
  return recommend(rule, new Map(competencies.map(({ competency, estimate }) => [competency, estimate])));
}
