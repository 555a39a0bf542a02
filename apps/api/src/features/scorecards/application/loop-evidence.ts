import { Injectable } from '@nestjs/common';
import { type ItemFact, type RatingFact, weightedMeanFigures } from '@touchstone/interviewing/insights';
import { isHeld, rates } from '@touchstone/interviewing/interviews';
import type { ScoringRule } from '@touchstone/interviewing/kits';
import { type ComputedRecommendation, recommend } from '@touchstone/interviewing/scorecards';
import type { Transaction } from '@touchstone/platform/database';
import { InterviewItems, Interviews, type InterviewValue, type LoopValue, Seats, type SeatValue } from '../../interviews';
import { SettledDocuments } from '../../question-bank';
import type { RatingRecord } from '../persistence/rating.record';
import { RatingRepository } from '../persistence/rating.repository';
import type { ScorecardRecord } from '../persistence/scorecard.record';
import { ScorecardRepository } from '../persistence/scorecard.repository';
import type { RatedItem } from './rated-items';

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
  /** Those that are held. */
  readonly interviews: readonly InterviewValue[];
  readonly items: readonly AskedItem[];
  readonly cards: readonly SubmittedCard[];
  /** All that were ever given, the removed ones among them. */
  readonly seats: readonly SeatValue[];
}

/** Gathers what was asked and submitted on loops. */
@Injectable()
export class LoopEvidence {
  constructor(
    private readonly interviews: Interviews,
    private readonly seats: Seats,
    private readonly items: InterviewItems,
    private readonly documents: SettledDocuments,
    private readonly scorecards: ScorecardRepository,
    private readonly ratings: RatingRepository,
  ) {}

  async of(tx: Transaction, { organizationId, id }: Pick<LoopValue, 'organizationId' | 'id'>): Promise<Evidence> {
    return (await this.ofMany(tx, organizationId, [id])).get(id) as Evidence;
  }

  /** By loop id, for each of the ids; as many statements for many loops as for one. */
  async ofMany(tx: Transaction, organizationId: string, loopIds: readonly string[]): Promise<ReadonlyMap<string, Evidence>> {
    const [interviews, seats, cards] = await Promise.all([
      this.interviews.ofLoops(tx, organizationId, loopIds),
      this.seats.ofLoops(tx, organizationId, loopIds),
      this.scorecards.submittedOfLoops(tx, organizationId, loopIds),
    ]);
    const held = interviews.filter(({ status }) => isHeld(status));
    const items = await this.itemsOf(tx, organizationId, held);
    const ratings = await this.ratings.byCard(
      tx,
      organizationId,
      cards.map(({ id }) => id),
    );
    const seatOf = new Map(seats.map((seat) => [seat.id, seat]));
    const submitted = cards.flatMap((card): SubmittedCard[] => {
      const seat = seatOf.get(card.seatId);
      return seat === undefined ? [] : [{ card, seat, ratings: ratings.get(card.id) ?? [] }];
    });
    return new Map(
      loopIds.map((loopId) => [
        loopId,
        {
          interviews: held.filter((interview) => interview.loopId === loopId),
          items: items.filter(({ interview }) => interview.loopId === loopId),
          cards: submitted.filter(({ card }) => card.loopId === loopId),
          seats: seats.filter((seat) => seat.loopId === loopId),
        },
      ]),
    );
  }

  /** In the order of interviews and of asking. */
  private async itemsOf(tx: Transaction, organizationId: string, interviews: readonly InterviewValue[]): Promise<readonly AskedItem[]> {
    const asked = await this.items.ofMany(tx, organizationId, interviews);
    const versionIds = [...asked.values()].flatMap((items) => items.map(({ questionVersionId }) => questionVersionId));
    const documents = await this.documents.of(tx, organizationId, [...new Set(versionIds)]);
    return interviews.flatMap((interview) =>
      (asked.get(interview.id) ?? []).flatMap(({ questionVersionId, skipped, added }): AskedItem[] => {
        const document = documents.get(questionVersionId);
        const id = itemId(interview.id, questionVersionId);
        return document === undefined ? [] : [{ id, interview, questionVersionId, skipped, added, document }];
      }),
    );
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
