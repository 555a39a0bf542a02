import { mean } from '@touchstone/psychometrics';
import { disagreements } from '@touchstone/interviewing/insights';
import { type SeatKind, weighs, wordsOf } from '@touchstone/interviewing/interviews';
import {
  dissenters,
  type Drift,
  driftOf,
  NOT_OBSERVED,
  type PanelistRecommendation,
  type RatingDrift,
} from '@touchstone/interviewing/scorecards';
import type { RatingRecord } from '../persistence/rating.record';
import type { SecondRatingRecord } from '../persistence/second-rating.record';
import { type AskedItem, type Evidence, factsOf, itemId, type SubmittedCard } from './loop-evidence';

/** What one panelist concluded. */
export interface PanelConclusion {
  readonly scorecardId: string;
  readonly interviewId: string;
  readonly memberId: string;
  readonly seatKind: SeatKind;
  readonly recommendation: PanelistRecommendation | null;
  readonly summary: string;
  /** Does it weigh in figures? Not of a shadow, nor of one who could see the others when she submitted. */
  readonly counts: boolean;
  readonly afterOpening: boolean;
  /** On the smaller side of hire against no hire, among those that count. */
  readonly dissents: boolean;
}

export interface DebriefRating {
  readonly rating: RatingRecord;
  readonly memberId: string;
  readonly seatKind: SeatKind;
  readonly counts: boolean;
  readonly second: SecondRatingRecord | null;
  readonly drift: RatingDrift | null;
}

export interface DebriefCriterion {
  readonly criterion: string;
  readonly title: string;
  readonly competency: string;
  readonly weight: number;
  /** Highest less lowest level among those that count; null below two. */
  readonly range: number | null;
  readonly toDiscuss: boolean;
  readonly ratings: readonly DebriefRating[];
}

export interface DebriefItem {
  readonly item: AskedItem;
  readonly criteria: readonly DebriefCriterion[];
}

export interface DebriefContent {
  readonly conclusions: readonly PanelConclusion[];
  readonly items: readonly DebriefItem[];
  readonly drift: Drift;
}

/** Lays out what a panel submitted, item by item and criterion by criterion, every rater beside the others. */
export function debriefOf(evidence: Evidence, secondRatings: readonly SecondRatingRecord[]): DebriefContent {
  const facts = factsOf(evidence);
  const apart = new Map(disagreements(facts.ratings, facts.items).map((one) => [cell(one.itemId, one.criterionId), one]));
  const items = evidence.items.map((item): DebriefItem => ({
    item,
    criteria: item.document.rubric.criteria.map(({ id: criterion, title, competency, weight }) => {
      const disagreement = apart.get(cell(item.id, criterion));
      return {
        criterion,
        title,
        competency,
        weight,
        range: disagreement?.range ?? null,
        toDiscuss: disagreement?.toDiscuss ?? false,
        ratings: ratingsOf(evidence, item, criterion, secondRatings),
      };
    }),
  }));
  const drifts = items.flatMap(({ criteria }) =>
    criteria.flatMap(({ ratings }) => ratings.flatMap(({ drift }) => (drift === null ? [] : [drift]))),
  );
  return { conclusions: conclusionsOf(evidence), items, drift: driftOf(drifts.map(({ pair }) => pair)) };
}

function conclusionsOf({ cards }: Evidence): readonly PanelConclusion[] {
  const votes = cards
    .filter(counts)
    .flatMap(({ card }) => (card.recommendation === null ? [] : [{ raterId: card.id, recommendation: card.recommendation }]));
  const apart = new Set(dissenters(votes).map(({ raterId }) => raterId));
  return cards.map((one) => ({
    scorecardId: one.card.id,
    interviewId: one.card.interviewId,
    memberId: one.card.memberId,
    seatKind: one.seat.kind,
    recommendation: one.card.recommendation,
    summary: wordsOf(one.card.summary, one.card),
    counts: counts(one),
    afterOpening: one.card.afterOpening,
    dissents: apart.has(one.card.id),
  }));
}

function ratingsOf(
  { cards }: Evidence,
  item: AskedItem,
  criterion: string,
  seconds: readonly SecondRatingRecord[],
): readonly DebriefRating[] {
  const given = cards.flatMap((one) =>
    one.ratings
      .filter((rating) => rating.criterion === criterion && itemId(one.card.interviewId, rating.questionVersionId) === item.id)
      .map((rating) => ({ one, rating })),
  );
  return given.map(({ one, rating }) => {
    const second =
      seconds.find(
        (each) => each.scorecardId === one.card.id && each.questionVersionId === rating.questionVersionId && each.criterion === criterion,
      ) ?? null;
    const others = given.filter((other) => other.one !== one && counts(other.one)).flatMap((other) => other.rating.level ?? []);
    return {
      rating,
      memberId: one.card.memberId,
      seatKind: one.seat.kind,
      counts: counts(one),
      second,
      drift: second === null ? null : driftOfOne(item.id, one, rating, second, mean(others)),
    };
  });
}

function driftOfOne(
  id: string,
  { card }: SubmittedCard,
  { criterion, level }: RatingRecord,
  second: SecondRatingRecord,
  othersFirst: number | null,
): RatingDrift | null {
  const pair = {
    memberId: card.memberId,
    itemId: id,
    criterionId: criterion,
    first: level ?? NOT_OBSERVED,
    second: second.level,
    othersFirst,
  } as const;
  return driftOf([pair]).ratings[0] ?? null;
}

const counts = ({ card, seat }: SubmittedCard): boolean => weighs(seat.kind) && !card.afterOpening;

const cell = (item: string, criterion: string): string => `${item} ${criterion}`;
