import type { Person } from '@touchstone/testing';
import type { BuiltLoop } from './loop-fixture';
import { describePanel } from './panel';
import { freshKey, OPEN_EARLY, RATE_AGAIN } from './rater';

const LOOP = `query ($id: ID!) { loop(id: $id) { state sealOpenedAt
  seal { policy open openedAt submitted of early { reason by { name } } }
  decision { outcome reason overridesRule decidedBy { name } computed { recommendation total ruleHash } }
  debrief { openedAt
    conclusions { member { name } seatKind recommendation summary counts afterOpening dissents }
    items { questionVersionId title skipped added interview { roundName } criteria { criterion title competency weight range toDiscuss
      ratings { member { name } seatKind counts rating { level evidence judgement notObservedReason } second { level reason drift change towardsOthers } } } }
    deviations { kind reason } drift { ratings meanChange meanAbsoluteChange movedTowardsOthers movedAway } outstanding { kind member { name } } removed { id } } } }`;

describePanel('the debrief', (panel) => {
  const read = async (person: Person, loop: BuiltLoop): Promise<any> =>
    (await person.client.ask(LOOP, { id: panel.rater(person, loop).loopId })).loop;
  const openEarly = async (person: Person, loop: BuiltLoop, reason = 'Ivo is ill', idempotencyKey = freshKey()): Promise<any> =>
    (await person.client.ask(OPEN_EARLY, { input: { loopId: panel.rater(person, loop).loopId, reason, idempotencyKey } })).openSealEarly;
  const again = async (person: Person, loop: BuiltLoop, scorecardId: string, change: Record<string, unknown> = {}): Promise<any> =>
    (
      await person.client.ask(RATE_AGAIN, {
        input: {
          scorecardId,
          questionVersionId: panel.rater(person, loop).version(0),
          criterion: 'c1',
          level: 4,
          reason: 'heard the log read out',
          idempotencyKey: freshKey(),
          ...change,
        },
      })
    ).rateAgain;

  it('lays the ratings side by side, with second ratings, drift, dissent and deviations, once the last has submitted', async () => {
    const { admin, fixture, lead, second, shadow, manager } = panel;
    const loop = await panel.loop();
    const leads = await panel.rater(lead, loop).finish({ level: 5, recommendation: 'STRONG_HIRE', summary: 'strong' });
    await panel.rater(second, loop).finish({ level: 3, recommendation: 'HIRE' });
    await fixture.insert('deviation', {
      interview_id: loop.interviews[0]?.id,
      kind: 'REORDERED',
      question_version_id: fixture.versions[1],
      position: 0,
      reason: 'warm up',
      recorded_by: lead.memberId,
      created_at: new Date(),
    });
    expect(await read(manager, loop)).toMatchObject({
      debrief: null,
      decision: null,
      seal: { open: false, openedAt: null, early: null, submitted: 2, of: 3 },
    });
    expect(await again(lead, loop, leads)).toMatchObject({ __typename: 'ConflictError', message: expect.stringContaining('not open') });
    await panel.rater(shadow, loop).finish({ level: 1, recommendation: 'STRONG_NO_HIRE' });
    expect(await again(lead, loop, leads)).toMatchObject({ secondRating: { level: 4, drift: 'LOWERED', change: -1, towardsOthers: true } });
    const seen = await read(manager, loop);
    expect(seen.seal).toMatchObject({ open: true, submitted: 3, of: 3, early: null });
    expect(seen.debrief.conclusions).toEqual([
      {
        member: { name: 'Lea' },
        seatKind: 'LEAD',
        recommendation: 'STRONG_HIRE',
        summary: 'strong',
        counts: true,
        afterOpening: false,
        dissents: false,
      },
      {
        member: { name: 'Ivo' },
        seatKind: 'INTERVIEWER',
        recommendation: 'HIRE',
        summary: '',
        counts: true,
        afterOpening: false,
        dissents: false,
      },
      {
        member: { name: 'Sia' },
        seatKind: 'SHADOW',
        recommendation: 'STRONG_NO_HIRE',
        summary: '',
        counts: false,
        afterOpening: false,
        dissents: false,
      },
    ]);
    const item = seen.debrief.items.find(({ title }: any) => title === 'Question 1');
    expect(item.criteria[0]).toMatchObject({
      criterion: 'c1',
      title: 'Finds the cause',
      competency: 'st-diagnose-evidence',
      weight: 0.7,
      range: 2,
      toDiscuss: true,
    });
    expect(item.criteria[0].ratings).toEqual([
      {
        member: { name: 'Lea' },
        seatKind: 'LEAD',
        counts: true,
        rating: { level: 5, evidence: 'She said so.', judgement: '', notObservedReason: null },
        second: { level: 4, reason: 'heard the log read out', drift: 'LOWERED', change: -1, towardsOthers: true },
      },
      {
        member: { name: 'Ivo' },
        seatKind: 'INTERVIEWER',
        counts: true,
        rating: { level: 3, evidence: 'She said so.', judgement: '', notObservedReason: null },
        second: null,
      },
      {
        member: { name: 'Sia' },
        seatKind: 'SHADOW',
        counts: false,
        rating: { level: 1, evidence: 'She said so.', judgement: '', notObservedReason: null },
        second: null,
      },
    ]);
    expect(seen.debrief.drift).toEqual({ ratings: 1, meanChange: -1, meanAbsoluteChange: 1, movedTowardsOthers: 1, movedAway: 0 });
    expect(seen.debrief.deviations).toEqual([{ kind: 'REORDERED', reason: 'warm up' }]);
    expect(seen.debrief).toMatchObject({ outstanding: [], removed: [] });
    // The same for everybody who may read it.
    for (const person of [lead, second, shadow, admin]) expect(await read(person, loop)).toEqual(seen);
  });

  it('keeps the first rating and takes one second of each, of one’s own, with a reason', async () => {
    const { world, lead, second, shadow } = panel;
    const loop = await panel.loop();
    const [leads] = [
      await panel.rater(lead, loop).finish({ level: 2 }),
      await panel.rater(second, loop).finish({ level: 5 }),
      await panel.rater(shadow, loop).finish(),
    ];
    expect(await again(lead, loop, leads, { level: 6 })).toMatchObject({ __typename: 'ValidationError', path: ['input', 'level'] });
    expect(await again(lead, loop, leads, { reason: ' - ' })).toMatchObject({ __typename: 'ValidationError', path: ['input', 'reason'] });
    expect(await again(lead, loop, leads, { criterion: 'c9' })).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'criterion'],
    });
    expect(await again(lead, loop, leads, { questionVersionId: 'QuestionVersion_x' })).toMatchObject({ __typename: 'NotFoundError' });
    expect(await again(second, loop, leads)).toMatchObject({ __typename: 'NotFoundError', path: ['input', 'scorecardId'] });
    const idempotencyKey = freshKey();
    const first = await again(lead, loop, leads, { idempotencyKey });
    expect(first).toMatchObject({ secondRating: { level: 4 } });
    expect(await again(lead, loop, leads, { idempotencyKey })).toEqual(first);
    expect(await again(lead, loop, leads, { idempotencyKey, level: 5 })).toMatchObject({ __typename: 'IdempotencyMismatchError' });
    expect(await again(lead, loop, leads, { level: 5 })).toMatchObject({ __typename: 'ConflictError' });
    const stored = await world.owner.query(
      'SELECT level, revision FROM rating WHERE scorecard_id = (SELECT id FROM scorecard WHERE loop_id = $1 AND member_id = $2)',
      [loop.id, lead.memberId],
    );
    expect(stored).toEqual(Array(4).fill({ level: 2, revision: 1 }));
    expect(
      await lead.client.refusal(RATE_AGAIN, {
        input: {
          scorecardId: leads,
          questionVersionId: panel.rater(lead, loop).version(0),
          criterion: 'c1',
          level: 4.5,
          reason: 'because',
          idempotencyKey,
        },
      }),
    ).toBe('BAD_USER_INPUT');
  });

  it('opens early only by the lead or an administrator, after the own part, with a reason that stays', async () => {
    const { world, admin, lead, second, manager } = panel;
    const loop = await panel.loop();
    expect(await openEarly(lead, loop)).toMatchObject({ __typename: 'NotAllowedError', message: expect.stringContaining('your own') });
    expect(await openEarly(admin, loop)).toMatchObject({ __typename: 'ConflictError', message: expect.stringContaining('Nothing') });
    await panel.rater(lead, loop).finish({ level: 4 });
    expect(await openEarly(second, loop)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await openEarly(manager, loop)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await openEarly(lead, loop, ' - ')).toMatchObject({ __typename: 'ValidationError', path: ['input', 'reason'] });
    for (const person of [await world.member(admin, ['INTERVIEWER']), await world.organization('Foreign')]) {
      expect(await openEarly(person, loop)).toMatchObject({ __typename: 'NotFoundError', path: ['input', 'loopId'] });
    }
    expect(
      await (
        await world.member(admin, ['COORDINATOR'])
      ).client.refusal(OPEN_EARLY, { input: { loopId: panel.rater(lead, loop).loopId, reason: 'because', idempotencyKey: freshKey() } }),
    ).toBe('FORBIDDEN');
    const key = freshKey();
    const opened = await openEarly(lead, loop, ' Ivo is ill ', key);
    expect(opened.loop.seal).toMatchObject({ open: true, submitted: 1, of: 3, early: { reason: 'Ivo is ill', by: { name: 'Lea' } } });
    expect(await openEarly(lead, loop, ' Ivo is ill ', key)).toEqual(opened);
    expect(await openEarly(lead, loop)).toMatchObject({ __typename: 'ConflictError' });
    const seen = await read(manager, loop);
    expect(seen.debrief.outstanding.map(({ member }: any) => member.name).sort()).toEqual(['Ivo', 'Sia']);
    // Who submits now could see the others: kept, marked, without weight; and the early opening stays on record.
    await panel.rater(second, loop).finish({ level: 1, recommendation: 'NO_HIRE' });
    const later = await read(manager, loop);
    expect(later.debrief.conclusions.map(({ member, counts, afterOpening }: any) => [member.name, counts, afterOpening])).toEqual([
      ['Lea', true, false],
      ['Ivo', false, true],
    ]);
    expect(later.seal).toMatchObject({ submitted: 2, early: { reason: 'Ivo is ill' }, openedAt: seen.seal.openedAt });
    const [line] = await world.owner.query(`SELECT detail FROM audit_event WHERE action = 'loop.openSealEarly' AND subject_id = $1`, [
      loop.id,
    ]);
    expect(JSON.parse(line.detail)).toEqual({ submitted: 1, of: 3 });
  });

  it('an administrator on the panel is a panelist first', async () => {
    const { world, admin, fixture, lead } = panel;
    const seated = await world.member(admin, ['ADMIN', 'INTERVIEWER'], 'Adi');
    const loop = await fixture.loop([
      {
        seats: [
          [lead, 'LEAD'],
          [seated, 'INTERVIEWER'],
        ],
      },
    ]);
    await panel.rater(lead, loop).finish();
    expect(await openEarly(seated, loop)).toMatchObject({ __typename: 'NotAllowedError', message: expect.stringContaining('your own') });
  });

  it('shows under OWN_SUBMITTED what others submitted, card by card, and still no figures', async () => {
    const { admin, fixture, lead, second, shadow } = panel;
    const loop = await fixture.loop(
      [
        {
          seats: [
            [lead, 'LEAD'],
            [second, 'INTERVIEWER'],
            [shadow, 'SHADOW'],
          ],
        },
      ],
      { sealPolicy: 'OWN_SUBMITTED' },
    );
    const leads = await panel.rater(lead, loop).finish({ evidence: 'CANARY' });
    const scorecard = async (person: Person): Promise<any> =>
      (await person.client.ask('query ($id: ID!) { scorecard(id: $id) { ratings { evidence } } }', { id: leads })).scorecard;
    expect(await scorecard(second)).toBeNull();
    expect(await scorecard(admin)).toBeNull();
    await panel.rater(second, loop).finish();
    expect((await scorecard(second)).ratings[0].evidence).toBe('CANARY');
    expect(await scorecard(admin)).toBeNull();
    expect(await read(second, loop)).toMatchObject({ debrief: null, seal: { open: false, policy: 'OWN_SUBMITTED' } });
    expect(
      (await second.client.ask('query ($id: ID!) { loopScores(loopId: $id) { __typename } }', { id: panel.rater(lead, loop).loopId }))
        .loopScores,
    ).toEqual({ __typename: 'SealedScores' });
    expect(await again(second, loop, await panel.rater(second, loop).cardId())).toMatchObject({ __typename: 'ConflictError' });
  });

  it('a second rating changes no figure and no recommendation', async () => {
    const { lead, second, shadow } = panel;
    const loop = await panel.loop();
    const leads = await panel.rater(lead, loop).finish({ level: 4 });
    await panel.rater(second, loop).finish({ level: 4 });
    await panel.rater(shadow, loop).finish();
    const scores = async (): Promise<unknown> =>
      (
        await lead.client.ask(
          'query ($id: ID!) { loopScores(loopId: $id) { ... on LoopScores { overall { value n raters } recommendation { recommendation total } } } }',
          { id: panel.rater(lead, loop).loopId },
        )
      ).loopScores;
    const before = await scores();
    expect(before).toMatchObject({ overall: { value: 4, raters: 2 }, recommendation: { recommendation: 'HIRE', total: 4 } });
    await again(lead, loop, leads, { level: 1 });
    expect(await scores()).toEqual(before);
  });
});
