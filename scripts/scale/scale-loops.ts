import type { INestApplicationContext } from '@nestjs/common';
import { ok, seededRandom } from '@touchstone/kernel';
import { scopeOf, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { insertRows } from './insert-rows';
import { picksOf } from './picks';
import { type LoopRows, type Opening, planLoop, type Row } from './scale-loop-rows';
import type { ScaleGuides } from './scale-kits';
import type { ScalePeople, ScalePerson } from './scale-people';

export interface LoopCounts {
  /** Submitted, opened and decided. */
  readonly finished: number;
  /** All interviews have ended, and nothing is rated yet. */
  readonly unrated: number;
}

/** Loops that are planned and written together. */
const BATCH = 250;
const OPENINGS_PER_KIT = 2;

/** Openings, and loops over them: the finished ones with interviews, seats, ratings, submissions, opened seals and decisions. */
export async function runLoops(
  app: INestApplicationContext,
  people: ScalePeople,
  guides: ScaleGuides,
  { finished, unrated }: LoopCounts,
  seed: number,
): Promise<void> {
  const picks = picksOf(seededRandom(seed));
  const openings = await addOpenings(app, people, guides);
  const severity = new Map(people.interviewers.map(({ actor }) => [actor.memberId as string, picks.normal() * 0.35]));
  const unitOfWork = app.get(UnitOfWork);
  const total = finished + unrated;
  for (let from = 0; from < total; from += BATCH) {
    const loops: LoopRows[] = [];
    for (let index = from; index < Math.min(from + BATCH, total); index += 1) {
      loops.push(
        planLoop(
          {
            index,
            age: total - index,
            complete: index < finished,
            opening: openings[index % openings.length] as Opening,
            people,
            guides,
            severity,
          },
          picks,
        ),
      );
    }
    await writePlans(unitOfWork, people.coordinator, loops);
    for (const rater of people.interviewers) await writeCards(unitOfWork, rater, loops);
    await writeDecisions(unitOfWork, people.administrator, loops);
  }
}

async function addOpenings(
  app: INestApplicationContext,
  { coordinator, hiringManagers, interviewers }: ScalePeople,
  { kits, rule }: ScaleGuides,
): Promise<readonly Opening[]> {
  const { organizationId } = coordinator.actor;
  const openings = kits.flatMap((kit) => Array.from({ length: OPENINGS_PER_KIT }, (): Opening => ({ id: newId(), kit })));
  await app.get(UnitOfWork).write(coordinator.actor, async (tx) => {
    await insertRows(
      tx,
      'opening',
      openings.map(({ id, kit }, index) => ({
        organization_id: organizationId,
        id,
        title: `Big Data Lead ${index + 1}`,
        role_profile_id: kit.roleProfileId,
        kit_id: kit.id,
        scoring_rule_id: rule.id,
        hiring_manager_id: hiringManagers[index % hiringManagers.length]?.actor.memberId,
        time_zone: 'Europe/Berlin',
        status: index % 6 === 5 ? 'CLOSED' : 'OPEN',
        revision: 1,
        created_at: tx.now,
      })),
    );
    await insertRows(
      tx,
      'opening_panelist',
      openings.flatMap(({ id }) =>
        interviewers.map(({ actor }) => ({ organization_id: organizationId, opening_id: id, member_id: actor.memberId })),
      ),
    );
    for (const { id } of openings) tx.audit({ action: 'opening.create', subjectType: 'Opening', subjectId: id });
    return ok(null);
  });
  return openings;
}

async function writePlans(unitOfWork: UnitOfWork, coordinator: ScalePerson, loops: readonly LoopRows[]): Promise<void> {
  await unitOfWork.write(coordinator.actor, async (tx) => {
    await insertRows(
      tx,
      'candidate',
      loops.map(({ candidate }) => candidate),
    );
    await insertRows(
      tx,
      'application',
      loops.map(({ application }) => application),
    );
    await insertRows(
      tx,
      'loop',
      loops.map(({ loop }) => loop),
    );
    await insertRows(
      tx,
      'interview',
      loops.flatMap(({ interviews }) => interviews),
    );
    await insertRows(
      tx,
      'panel_seat',
      loops.flatMap(({ seats }) => seats),
    );
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
    await insertRows(
      tx,
      'scorecard',
      own.map(({ card: { submitted, recommendation, ...card }, loop }) => ({
        ...card,
        status: 'DRAFT',
        recommendation: submitted ? recommendation : null,
        summary: '',
        revision: 1,
        created_at: loop.finishedAt,
        submitted_at: null,
        after_opening: false,
      })),
    );
    const submitted = own.filter(({ card }) => card.submitted);
    await insertRows(
      tx,
      'rating',
      submitted.flatMap(({ card, loop }) => loop.ratings.get(card.id) ?? []),
    );
    await tx.query(
      `UPDATE scorecard SET status = 'SUBMITTED', revision = 2, submitted_at = done.at
       FROM unnest($2::uuid[], $3::timestamptz[]) AS done(id, at) WHERE scorecard.organization_id = $1 AND scorecard.id = done.id AND status = 'DRAFT'`,
      [organizationId, submitted.map(({ card }) => card.id), submitted.map(({ loop }) => loop.finishedAt.toISOString())],
    );
    for (const { card, loop } of submitted) {
      tx.audit({
        action: 'scorecard.submit',
        subjectType: 'Scorecard',
        subjectId: card.id,
        detail: { loopId: loop.loop.id, afterOpening: false, opensSeal: false },
      });
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
    await insertRows(
      tx,
      'decision',
      finished.map(({ decision }) => decision as Row),
    );
    for (const id of ids) tx.audit({ action: 'decision.record', subjectType: 'Loop', subjectId: id, detail: { overridesRule: false } });
    return ok(null);
  });
}
