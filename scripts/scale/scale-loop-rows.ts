import { type ItemFact, type RatingFact, weightedMeanFigures } from '@touchstone/interviewing/insights';
import { recommend } from '@touchstone/interviewing/scorecards';
import { newId } from '@touchstone/platform/time/new-id';
import type { Picks } from './picks';
import type { ScaleGuides, ScaleKit } from './scale-kits';
import type { ScalePeople, ScalePerson } from './scale-people';

export type Row = Readonly<Record<string, unknown>>;

const DAY = 86_400_000;

/** One made-up loop, as rows by table. Cards and ratings are apart by rater: each is written in her own name. */
export interface LoopRows {
  readonly candidate: Row;
  readonly application: Row;
  readonly loop: Row & { readonly id: string };
  readonly interviews: readonly Row[];
  readonly seats: readonly Row[];
  readonly cards: readonly (Row & {
    readonly id: string;
    readonly member_id: string;
    readonly recommendation: string;
    readonly submitted: boolean;
  })[];
  readonly ratings: ReadonlyMap<string, readonly Row[]>;
  readonly decision: Row | null;
  readonly finishedAt: Date;
}

/** An opening and the kit of its loops. */
export interface Opening {
  readonly id: string;
  readonly kit: ScaleKit;
}

export interface LoopPlan {
  readonly index: number;
  /** In how many loops' time it happened before now; a third of a day each. */
  readonly age: number;
  readonly complete: boolean;
  readonly opening: Opening;
  readonly people: ScalePeople;
  readonly guides: ScaleGuides;
  readonly severity: ReadonlyMap<string, number>;
}

/** Rows of one loop: candidate, application, three interviews, six seats with their cards, and the decision where it is complete. */
export function planLoop({ index, age, complete, opening, people, guides, severity }: LoopPlan, picks: Picks): LoopRows {
  const organization = { organization_id: people.administrator.actor.organizationId };
  const [candidateId, applicationId, loopId] = [newId(), newId(), newId()];
  const first = Date.now() - Math.ceil(age / 3) * DAY - 2 * DAY;
  const created = new Date(first - 3 * DAY);
  const ability = picks.normal() * 0.6;
  const interviews: Row[] = [];
  const seats: Row[] = [];
  const cards: LoopRows['cards'][number][] = [];
  const ratings = new Map<string, Row[]>();
  const items: ItemFact[] = [];
  const facts: RatingFact[] = [];
  const raters = picks.some(people.interviewers, 2 * opening.kit.rounds.length);
  const finishedAt = new Date(first + DAY);
  opening.kit.rounds.forEach((round, roundIndex) => {
    const interviewId = newId();
    const starts = first + roundIndex * 2 * 3_600_000;
    interviews.push({
      ...organization,
      id: interviewId,
      loop_id: loopId,
      round_index: roundIndex,
      round_name: round.name,
      status: 'ENDED',
      starts_at: new Date(starts),
      ends_at: new Date(starts + 3_600_000),
      time_zone: 'Europe/Berlin',
      started_at: new Date(starts),
      ended_at: new Date(starts + 3_500_000),
      status_reason: null,
      revision: 3,
      created_at: created,
    });
    items.push(
      ...round.questions.map(({ versionId, document }) => ({
        itemId: `${interviewId}/${versionId}`,
        criteria: document.rubric.criteria.map(({ id, competency, weight }) => ({ criterionId: id, competency, weight })),
      })),
    );
    (['LEAD', 'INTERVIEWER'] as const).forEach((kind, place) => {
      const rater = raters[roundIndex * 2 + place] as ScalePerson;
      const [seatId, cardId, memberId] = [newId(), newId(), rater.actor.memberId];
      seats.push({
        ...organization,
        id: seatId,
        interview_id: interviewId,
        loop_id: loopId,
        member_id: memberId,
        kind,
        submitted_at: complete ? finishedAt : null,
        removed_at: null,
        removed_by: null,
        removed_reason: null,
        created_at: created,
      });
      const rated: Row[] = [];
      for (const { versionId, document } of complete ? round.questions : []) {
        for (const criterion of document.rubric.criteria) {
          const level = picks.chance(0.03)
            ? null
            : Math.min(5, Math.max(1, Math.round(3.3 + ability - (severity.get(memberId) ?? 0) + picks.normal() * 0.7)));
          facts.push({ raterId: memberId, seat: kind, itemId: `${interviewId}/${versionId}`, criterionId: criterion.id, level });
          rated.push({
            ...organization,
            scorecard_id: cardId,
            question_version_id: versionId,
            criterion: criterion.id,
            level,
            not_observed_reason: level === null ? 'Time ran out.' : null,
            evidence: level === null ? '' : 'Read the figures aloud, named the day on which they turn, and said what that rules out.',
            judgement: '',
            probes_used: [],
            revision: 1,
            rated_at: finishedAt,
          });
        }
      }
      ratings.set(cardId, rated);
      cards.push({
        ...organization,
        id: cardId,
        loop_id: loopId,
        interview_id: interviewId,
        seat_id: seatId,
        member_id: memberId,
        submitted: complete,
        recommendation: ability > 0.8 ? 'STRONG_HIRE' : ability > 0 ? 'HIRE' : ability > -0.8 ? 'NO_HIRE' : 'STRONG_NO_HIRE',
      });
    });
  });
  return {
    candidate: {
      ...organization,
      id: candidateId,
      name: `Candidate ${String(index + 1).padStart(5, '0')}`,
      email: `candidate.${index + 1}@${people.administrator.actor.organizationId}.example.org`,
      phone: null,
      note: null,
      revision: 1,
      created_at: created,
      erased_at: null,
    },
    application: { ...organization, id: applicationId, candidate_id: candidateId, opening_id: opening.id, created_at: created },
    loop: {
      ...organization,
      id: loopId,
      application_id: applicationId,
      kit_id: opening.kit.id,
      scoring_rule_id: guides.rule.id,
      seal_policy: 'ALL_SUBMITTED',
      seal_opened_at: null,
      seal_opened_early_by: null,
      seal_opened_early_reason: null,
      decided_at: null,
      created_at: created,
    },
    interviews,
    seats,
    cards,
    ratings,
    finishedAt,
    decision: complete ? decisionOf({ loopId, applicationId, finishedAt, facts, items, people, guides }) : null,
  };
}

interface Facts {
  readonly loopId: string;
  readonly applicationId: string;
  readonly finishedAt: Date;
  readonly facts: readonly RatingFact[];
  readonly items: readonly ItemFact[];
  readonly people: ScalePeople;
  readonly guides: ScaleGuides;
}

/** The decision follows the rule; where the rule decides nothing it is no. */
function decisionOf({ loopId, applicationId, finishedAt, facts, items, people, guides: { rule } }: Facts): Row {
  const { competencies } = weightedMeanFigures(facts, items, rule.rule.competencyWeights);
  const computed = recommend(rule.rule, new Map(competencies.map(({ competency, estimate }) => [competency, estimate])));
  const { organizationId, memberId } = people.administrator.actor;
  return {
    organization_id: organizationId,
    id: newId(),
    loop_id: loopId,
    application_id: applicationId,
    computed: { ...computed, ruleHash: rule.contentHash },
    outcome: computed.recommendation === 'HIRE' || computed.recommendation === 'STRONG_HIRE' ? 'HIRE' : 'NO_HIRE',
    reason: null,
    decided_by: memberId,
    decided_at: new Date(finishedAt.getTime() + 3_600_000),
  };
}
