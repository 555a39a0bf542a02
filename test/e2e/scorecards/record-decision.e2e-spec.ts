import type { Person } from '@touchstone/testing';
import type { BuiltLoop } from './loop-fixture';
import { describePanel } from './panel';
import { DECIDE, freshKey } from './rater';

const LOOP = `query ($id: ID!) { loop(id: $id) { state decision { outcome reason overridesRule decidedBy { name } computed { recommendation total ruleHash } } } }`;

describePanel('the decision', (panel) => {
  const read = async (person: Person, loop: BuiltLoop): Promise<any> =>
    (await person.client.ask(LOOP, { id: panel.rater(person, loop).loopId })).loop;
  const decide = async (person: Person, loop: BuiltLoop, change: Record<string, unknown> = {}): Promise<any> =>
    (
      await person.client.ask(DECIDE, {
        input: { loopId: panel.rater(person, loop).loopId, outcome: 'NO_HIRE', idempotencyKey: freshKey(), ...change },
      })
    ).recordDecision;

  it('is followed by one decision, of those who answer for the opening, beside what the rule said', async () => {
    const { world, admin, fixture, lead, second, shadow, manager } = panel;
    const loop = await panel.loop();
    await panel.rater(lead, loop).finish({ level: 5 });
    await panel.rater(second, loop).finish({ level: 4 });
    expect(await decide(manager, loop)).toMatchObject({ __typename: 'ConflictError', message: expect.stringContaining('not open') });
    await panel.rater(shadow, loop).finish({ level: 1 });
    const otherManager = await world.member(admin, ['HIRING_MANAGER', 'INTERVIEWER']);
    expect(await decide(otherManager, loop)).toMatchObject({ __typename: 'NotFoundError', path: ['input', 'loopId'] });
    await fixture.insert('panel_seat', {
      interview_id: loop.interviews[0]?.id,
      loop_id: loop.id,
      member_id: otherManager.memberId,
      kind: 'OBSERVER',
      created_at: new Date(),
    });
    expect(await decide(otherManager, loop)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(
      await lead.client.refusal(DECIDE, { input: { loopId: panel.rater(lead, loop).loopId, outcome: 'HIRE', idempotencyKey: freshKey() } }),
    ).toBe('FORBIDDEN');
    expect(await decide(manager, loop)).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'reason'],
      message: 'The registered rule says: hire, strongly. Say why you decide not to hire.',
    });
    const idempotencyKey = freshKey();
    const decided = await decide(manager, loop, { reason: ' No budget ', idempotencyKey });
    expect(decided).toMatchObject({
      decision: {
        outcome: 'NO_HIRE',
        reason: 'No budget',
        overridesRule: true,
        decidedBy: { name: 'Hanna' },
        computed: {
          recommendation: 'STRONG_HIRE',
          basis: 'CUT_OFF',
          total: 4.5,
          ratedWeightShare: 1,
          unrated: [],
          ruleHash: 'rule-hash',
          hireCutOff: 3.5,
          strongHireCutOff: 4.5,
          mustHaves: [{ competency: 'st-diagnose-evidence', minimum: 2, value: 4.5, met: true }],
        },
      },
      loop: { state: 'DECIDED' },
    });
    expect(await decide(manager, loop, { reason: ' No budget ', idempotencyKey })).toEqual(decided);
    expect(await decide(manager, loop, { outcome: 'HIRE', idempotencyKey })).toMatchObject({ __typename: 'IdempotencyMismatchError' });
    expect(await decide(admin, loop, { outcome: 'HIRE' })).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('decided already'),
    });
    expect(await read(second, loop)).toMatchObject({
      decision: { outcome: 'NO_HIRE', reason: 'No budget', overridesRule: true, computed: { recommendation: 'STRONG_HIRE' } },
    });
    const [line] = await world.owner.query(`SELECT detail FROM audit_event WHERE action = 'decision.record' AND subject_id = $1`, [
      loop.id,
    ]);
    expect(JSON.parse(line.detail)).toEqual({ overridesRule: true, ruleHash: 'rule-hash' });
  });

  it('two who decide at the same time record one decision', async () => {
    const { admin, lead, second, shadow, manager } = panel;
    const loop = await panel.loop();
    for (const person of [lead, second, shadow]) await panel.rater(person, loop).finish({ level: 4 });
    const answers = await Promise.all([admin, manager, admin, manager].map((person) => decide(person, loop, { outcome: 'HIRE' })));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'ConflictError',
      'ConflictError',
      'ConflictError',
      'RecordDecisionPayload',
    ]);
  });
});
