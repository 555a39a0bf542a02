import { wordsOf } from '@touchstone/interviewing/interviews';
import { isOverride } from '@touchstone/interviewing/scorecards';
import { globalId } from '@touchstone/platform/graphql';
import { presentDeviation, presentInterview, presentSeat } from '../../interviews';
import type { Member } from '../../organizations';
import type { DebriefItem as DebriefItemValue, DebriefRating as DebriefRatingValue } from '../application/debrief-of';
import type { Debrief as DebriefValue } from '../application/view-debrief';
import type { ComputedAtDecision, DecisionValue } from '../application/view-decision';
import type { Debrief, DebriefItem, DebriefRating } from './debrief.types';
import type { ComputedRecommendation, Decision } from './decision.types';
import { presentRating } from './present-scorecard';

/** Members by id, as clients see them. */
export type Members = ReadonlyMap<string, Member>;

export const presentComputed = ({ cutOffs, ...computed }: ComputedAtDecision): ComputedRecommendation => ({
  ...computed,
  hireCutOff: cutOffs.hire,
  strongHireCutOff: cutOffs.strongHire ?? null,
});

export const presentDecision = (decision: DecisionValue, decidedBy: Member | null): Decision => ({
  id: globalId('Decision', decision.organizationId, decision.id),
  outcome: decision.outcome,
  reason: wordsOf(decision.reason, decision),
  textErasedAt: decision.textErasedAt,
  overridesRule: isOverride(decision.computed.recommendation, decision.outcome),
  computed: presentComputed(decision.computed),
  decidedBy,
  decidedAt: decision.decidedAt,
});

/** Whoever a debrief names. */
export const membersOf = ({ conclusions }: DebriefValue): readonly string[] => [...new Set(conclusions.map(({ memberId }) => memberId))];

export const presentDebrief = (organizationId: string, debrief: DebriefValue, members: Members): Debrief => ({
  openedAt: debrief.openedAt,
  conclusions: debrief.conclusions.map(({ scorecardId, memberId, ...conclusion }) => ({
    ...conclusion,
    scorecardId: globalId('Scorecard', organizationId, scorecardId),
    member: members.get(memberId) ?? null,
  })),
  items: debrief.items.map((item) => presentItem(organizationId, item, members)),
  deviations: debrief.deviations.map(presentDeviation),
  drift: { ...debrief.drift, ratings: debrief.drift.ratings.length },
  outstanding: debrief.outstanding.map(presentSeat),
  removed: debrief.removed.map(presentSeat),
});

const presentItem = (organizationId: string, { item, criteria }: DebriefItemValue, members: Members): DebriefItem => ({
  interview: presentInterview(item.interview),
  questionVersionId: globalId('QuestionVersion', organizationId, item.questionVersionId),
  title: item.document.title,
  skipped: item.skipped,
  added: item.added,
  criteria: criteria.map((criterion) => ({
    ...criterion,
    ratings: criterion.ratings.map((rating) => presentDebriefRating(rating, members)),
  })),
});

export const presentDebriefRating = (
  { rating, memberId, seatKind, counts, second, drift }: DebriefRatingValue,
  members: Members,
): DebriefRating => ({
  member: members.get(memberId) ?? null,
  seatKind,
  counts,
  rating: presentRating(rating),
  second:
    second === null || drift === null
      ? null
      : {
          id: globalId('SecondRating', second.organizationId, second.id),
          level: second.level,
          reason: wordsOf(second.reason, second),
          textErasedAt: second.textErasedAt,
          createdAt: second.createdAt,
          drift: drift.kind,
          change: drift.change,
          towardsOthers: drift.towardsOthers,
        },
});
