import type { Person } from '@touchstone/testing';
import { type BuiltLoop, CRITERIA, type LoopFixture, type LoopOptions } from '../scorecards/loop-fixture';

/** By person, the levels of both criteria of both questions; null is not observed. */
export type Levels = readonly (readonly [Person, readonly (number | null)[]])[];

/** A loop of one interview that all of these have rated and submitted, its seal open: written as the owner of the tables. */
export async function openLoop(fixture: LoopFixture, levels: Levels, options: LoopOptions = {}): Promise<BuiltLoop> {
  const loop = await fixture.loop([{ seats: levels.map(([person]) => [person, 'INTERVIEWER'] as const) }], options);
  const { organizationId } = fixture.admin;
  const now = fixture.world.clock.now();
  const [interview] = loop.interviews;
  for (const [place, [person, given]] of levels.entries()) {
    const cardId = await fixture.insert('scorecard', {
      loop_id: loop.id,
      interview_id: interview?.id,
      seat_id: interview?.seats[place],
      member_id: person.memberId,
      status: 'SUBMITTED',
      recommendation: 'HIRE',
      summary: '',
      created_at: now,
      submitted_at: now,
    });
    const cells = fixture.versions.flatMap((version) => CRITERIA.map((criterion) => [version, criterion] as const));
    for (const [index, [version, criterion]] of cells.entries())
      await fixture.world.owner.query(
        `INSERT INTO rating (organization_id, scorecard_id, question_version_id, criterion, level, evidence, judgement, probes_used, rated_at)
         VALUES ($1, $2, $3, $4, $5, 'said so', '', '{}', $6)`,
        [organizationId, cardId, version, criterion, given[index] ?? null, now],
      );
  }
  await fixture.world.owner.query('UPDATE panel_seat SET submitted_at = $3 WHERE organization_id = $1 AND loop_id = $2', [
    organizationId,
    loop.id,
    now,
  ]);
  await fixture.world.owner.query('UPDATE loop SET seal_opened_at = $3 WHERE organization_id = $1 AND id = $2', [
    organizationId,
    loop.id,
    now,
  ]);
  return loop;
}
