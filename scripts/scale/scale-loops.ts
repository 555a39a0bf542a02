import type { INestApplicationContext } from '@nestjs/common';
import { type ItemFact, type RatingFact, weightedMeanFigures } from '@touchstone/interviewing/insights';
import { recommend } from '@touchstone/interviewing/scorecards';
import { ok, seededRandom } from '@touchstone/kernel';
import { scopeOf, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { insertRows } from './insert-rows';
import { type Picks, picksOf } from './picks';
import type { ScaleGuides, ScaleKit } from './scale-kits';
import type { ScalePeople, ScalePerson } from './scale-people';

type Row = Readonly<Record<string, unknown>>;

/** One made-up loop, as rows by table. Cards and ratings are apart by rater: each is written in her own name. */
interface LoopRows {
  readonly candidate: Row;
  readonly application: Row;
  readonly loop: Row & { readonly id: string };
  readonly interviews: readonly Row[];
  readonly seats: readonly Row[];
  readonly cards: readonly (Row & { readonly id: string; readonly member_id: string; readonly recommendation: string; readonly submitted: boolean })[];
  readonly ratings: ReadonlyMap<string, readonly Row[]>;
  readonly decision: Row | null;
  readonly finishedAt: Date;
}

export interface LoopCounts {
  /** Submitted, opened and decided. */
  readonly finished: number;
  /** All interviews have ended, and nothing is rated yet. */
  readonly unrated: number;
}

/** Loops that are planned and written together. */
const BATCH = 250;
const OPENINGS_PER_KIT = 2;
const DAY = 86_400_000;

/** Openings, and loops over them: the finished ones with interviews, seats, ratings, submissions, opened seals and decisions. */
export async function runLoops(app: INestApplicationContext, people: ScalePeople, guides: ScaleGuides, { finished, unrated }: LoopCounts, seed: number): Promise<void> {
  const picks = picksOf(seededRandom(seed));
  const openings = await addOpenings(app, people, guides);
  const severity = new Map(people.interviewers.map(({ actor }) => [actor.memberId as string, picks.normal() * 0.35]));
  const unitOfWork = app.get(UnitOfWork);
  const total = finished + unrated;
  for (let from = 0; from < total; from += BATCH) {
    const loops: LoopRows[] = [];
    for (let index = from; index < Math.min(from + BATCH, total); index += 1) {
      loops.push(planLoop({ index, age: total - index, complete: index < finished, opening: openings[index % openings.length] as Opening, people, guides, severity }, picks));
    }
    await writePlans(unitOfWork, people.coordinator, loops);
    for (const rater of people.interviewers) await writeCards(unitOfWork, rater, loops);
    await writeDecisions(unitOfWork, people.administrator, loops);
  }
}

interface Opening {
  readonly id: string;
  readonly kit: ScaleKit;
}

async function addOpenings(app: INestApplicationContext, { coordinator, hiringManagers, interviewers }: ScalePeople, { kits, rule }: ScaleGuides): Promise<readonly Opening[]> {
  const { organizationId } = coordinator.actor;
  const openings = kits.flatMap((kit) => Array.from({ length: OPENINGS_PER_KIT }, (): Opening => ({ id: newId(), kit })));
  await app.get(UnitOfWork).write(coordinator.actor, async (tx) => {
    await insertRows(tx, 'opening', openings.map(({ id, kit }, index) => ({
      organization_id: organizationId, id, title: `Big Data Lead ${index + 1}`, role_profile_id: kit.roleProfileId, kit_id: kit.id, scoring_rule_id: rule.id,
      hiring_manager_id: hiringManagers[index % hiringManagers.length]?.actor.memberId, time_zone: 'Europe/Berlin', status: index % 6 === 5 ? 'CLOSED' : 'OPEN', revision: 1, created_at: tx.now,
    })));
    await insertRows(tx, 'opening_panelist', openings.flatMap(({ id }) => interviewers.map(({ actor }) => ({ organization_id: organizationId, opening_id: id, member_id: actor.memberId }))));
    for (const { id } of openings) tx.audit({ action: 'opening.create', subjectType: 'Opening', subjectId: id });
    return ok(null);
  });
  return openings;
}

interface LoopPlan {
  readonly index: number;
  /** In how many loops' time it happened before now; a third of a day each. */
  readonly age: number;
  readonly complete: boolean;
  readonly opening: Opening;
  readonly people: ScalePeople;
  readonly guides: ScaleGuides;
  readonly severity: ReadonlyMap<string, number>;
}

function planLoop({ index, age, complete, opening, people, guides, severity }: LoopPlan, picks: Picks): LoopRows {
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
      ...organization, id: interviewId, loop_id: loopId, round_index: roundIndex, round_name: round.name, status: 'ENDED', starts_at: new Date(starts), ends_at: new Date(starts + 3_600_000),
      time_zone: 'Europe/Berlin', started_at: new Date(starts), ended_at: new Date(starts + 3_500_000), status_reason: null, revision: 3, created_at: created,
    });
    items.push(...round.questions.map(({ versionId, document }) => ({
      itemId: `${interviewId}/${versionId}`, criteria: document.rubric.criteria.map(({ id, competency, weight }) => ({ criterionId: id, competency, weight })),
    })));
    (['LEAD', 'INTERVIEWER'] as const).forEach((kind, place) => {
      const rater = raters[roundIndex * 2 + place] as ScalePerson;
      const [seatId, cardId, memberId] = [newId(), newId(), rater.actor.memberId];
      seats.push({ ...organization, id: seatId, interview_id: interviewId, loop_id: loopId, member_id: memberId, kind, submitted_at: complete ? finishedAt : null, removed_at: null, removed_by: null, removed_reason: null, created_at: created });
      const rated: Row[] = [];
      for (const { versionId, document } of complete ? round.questions : []) {
        for (const criterion of document.rubric.criteria) {
          const level = picks.chance(0.03) ? null : Math.min(5, Math.max(1, Math.round(3.3 + ability - (severity.get(memberId) ?? 0) + picks.normal() * 0.7)));
          facts.push({ raterId: memberId, seat: kind, itemId: `${interviewId}/${versionId}`, criterionId: criterion.id, level });
          rated.push({
            ...organization, scorecard_id: cardId, question_version_id: versionId, criterion: criterion.id, level, not_observed_reason: level === null ? 'Time ran out.' : null,
            evidence: level === null ? '' : 'Read the figures aloud, named the day on which they turn, and said what that rules out.', judgement: '', probes_used: [], revision: 1, rated_at: finishedAt,
          });
        }
      }
      ratings.set(cardId, rated);
      cards.push({
        ...organization, id: cardId, loop_id: loopId, interview_id: interviewId, seat_id: seatId, member_id: memberId, submitted: complete,
        recommendation: ability > 0.8 ? 'STRONG_HIRE' : ability > 0 ? 'HIRE' : ability > -0.8 ? 'NO_HIRE' : 'STRONG_NO_HIRE',
      });
    });
  });
  return {
    candidate: { ...organization, id: candidateId, name: `Candidate ${String(index + 1).padStart(5, '0')}`, email: `candidate.${index + 1}@${people.administrator.actor.organizationId}.example.org`, phone: null, note: null, revision: 1, created_at: created, erased_at: null },
    application: { ...organization, id: applicationId, candidate_id: candidateId, opening_id: opening.id, created_at: created },
    loop: {
      ...organization, id: loopId, application_id: applicationId, kit_id: opening.kit.id, scoring_rule_id: guides.rule.id, seal_policy: 'ALL_SUBMITTED', seal_opened_at: null,
      seal_opened_early_by: null, seal_opened_early_reason: null, decided_at: null, created_at: created,
    },
    interviews, seats, cards, ratings, finishedAt,
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
    organization_id: organizationId, id: newId(), loop_id: loopId, application_id: applicationId, computed: { ...computed, ruleHash: rule.contentHash },
    outcome: computed.recommendation === 'HIRE' || computed.recommendation === 'STRONG_HIRE' ? 'HIRE' : 'NO_HIRE', reason: null, decided_by: memberId, decided_at: new Date(finishedAt.getTime() + 3_600_000),
  };
}

async function writePlans(unitOfWork: UnitOfWork, coordinator: ScalePerson, loops: readonly LoopRows[]): Promise<void> {
  await unitOfWork.write(coordinator.actor, async (tx) => {
    await insertRows(tx, 'candidate', loops.map(({ candidate }) => candidate));
    await insertRows(tx, 'application', loops.map(({ application }) => application));
    await insertRows(tx, 'loop', loops.map(({ loop }) => loop));
    await insertRows(tx, 'interview', loops.flatMap(({ interviews }) => interviews));
    await insertRows(tx, 'panel_seat', loops.flatMap(({ seats }) => seats));
    for (const { loop } of loops) tx.audit({ action: 'loop.plan', subjectType: 'Loop', subjectId: loop.id });
    return ok(null);
  });
}

/** The cards of one rater in her own name: row-level security lets nobody else write them. */
async function writeCards(unitOfWork: UnitOfWork, { actor }: ScalePerson, loops: readonly LoopRows[]): Promise<void> {
  const own = loops.flatMap((loop) => loop.cards.filter(({ member_id }) => member_id === actor.memberId).map((card) => ({ card, loop })));
  if (own.length === 0) return;
  const { organizationId } = actor;
  await unitOfWork.write(actor, async (tx) => {
    await insertRows(tx, 'scorecard', own.map(({ card: { submitted, recommendation, ...card }, loop }) => ({
      ...card, status: 'DRAFT', recommendation: submitted ? recommendation : null, summary: '', revision: 1, created_at: loop.finishedAt, submitted_at: null, after_opening: false,
    })));
    const submitted = own.filter(({ card }) => card.submitted);
    await insertRows(tx, 'rating', submitted.flatMap(({ card, loop }) => loop.ratings.get(card.id) ?? []));
    await tx.query(
      `UPDATE scorecard SET status = 'SUBMITTED', revision = 2, submitted_at = done.at
       FROM unnest($2::uuid[], $3::timestamptz[]) AS done(id, at) WHERE scorecard.organization_id = $1 AND scorecard.id = done.id AND status = 'DRAFT'`,
      [organizationId, submitted.map(({ card }) => card.id), submitted.map(({ loop }) => loop.finishedAt.toISOString())],
    );
    for (const { card, loop } of submitted) {
      tx.audit({ action: 'scorecard.submit', subjectType: 'Scorecard', subjectId: card.id, detail: { loopId: loop.loop.id, afterOpening: false, opensSeal: false } });
    }
    return ok(null);
  });
}

/** Opens the seals of the finished loops, then writes down what was decided: not before, row-level security sees to that. */
async function writeDecisions(unitOfWork: UnitOfWork, administrator: ScalePerson, loops: readonly LoopRows[]): Promise<void> {
  const finished = loops.filter(({ decision }) => decision !== null);
  if (finished.length === 0) return;
  const { organizationId } = administrator.actor;
  const ids = finished.map(({ loop }) => loop.id);
  const instants = finished.map(({ finishedAt }) => finishedAt.toISOString());
  await unitOfWork.writeIn({ ...wholeOrganization(organizationId), ...scopeOf(administrator.actor) }, async (tx) => {
    await tx.query(
      `UPDATE loop SET seal_opened_at = done.at, decided_at = done.at + interval '1 hour'
       FROM unnest($2::uuid[], $3::timestamptz[]) AS done(id, at) WHERE loop.organization_id = $1 AND loop.id = done.id`,
      [organizationId, ids, instants],
    );
    return ok(null);
  });
  await unitOfWork.write(administrator.actor, async (tx) => {
    await insertRows(tx, 'decision', finished.map(({ decision }) => decision as Row));
    for (const id of ids) tx.audit({ action: 'decision.record', subjectType: 'Loop', subjectId: id, detail: { overridesRule: false } });
    return ok(null);
  });
}
