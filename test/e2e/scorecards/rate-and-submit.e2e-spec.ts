import { CRITERIA } from './loop-fixture';
import { describePanel } from './panel';
import { freshKey, OPEN, SUBMIT } from './rater';

describePanel('rating an interview and submitting the scorecard', (panel) => {
  it('goes from an empty card over saved ratings to an open seal', async () => {
    const { lead, second, shadow } = panel;
    const loop = await panel.loop();
    const mine = panel.rater(lead, loop);
    const opened = await mine.open();
    expect(opened).toMatchObject({ scorecard: { status: 'DRAFT', recommendation: null, revision: 1, ratings: [] } });
    expect(opened.scorecard.missing).toEqual([
      ...[0, 1].flatMap((question) =>
        CRITERIA.map((criterion) => ({ questionVersionId: mine.version(question), criterion, what: 'RATING' })),
      ),
      { questionVersionId: null, criterion: null, what: 'RECOMMENDATION' },
    ]);
    const cardId = opened.scorecard.id;
    const text = { level: 4, notObservedReason: null, evidence: 'Zwölf 🚀 lines of\nlog', judgement: 'strong', probesUsed: ['p2', 'p1'] };
    expect(await mine.save(cardId, 0, 'c1', text)).toMatchObject({
      rating: { ...text, revision: 1, questionVersionId: mine.version(0), criterion: 'c1' },
      scorecard: { revision: 1 },
    });
    await mine.save(cardId, 0, 'c2', { notObservedReason: ' No time left ' });
    await mine.save(cardId, 1, 'c1', { level: 2, evidence: 'guessed' });
    // Notes without a level are a draft, not a rating.
    await mine.save(cardId, 1, 'c2', { evidence: 'wants a better alert' });
    expect(await mine.summarize(cardId, 'NO_HIRE', 'Weak on the second.')).toMatchObject({
      scorecard: { revision: 2, recommendation: 'NO_HIRE', summary: 'Weak on the second.' },
    });
    expect(await mine.submit(cardId)).toMatchObject({
      __typename: 'IncompleteScorecardError',
      code: 'INCOMPLETE_SCORECARD',
      missing: [{ questionVersionId: mine.version(1), criterion: 'c2', what: 'RATING' }],
    });
    await mine.save(cardId, 1, 'c2', { level: 2, evidence: 'wants a better alert' }, 1);
    const submitted = await mine.submit(cardId);
    expect(submitted).toMatchObject({
      scorecard: { status: 'SUBMITTED', revision: 3, afterOpening: false },
      loop: { sealOpenedAt: null, seal: { open: false, submitted: 1, of: 3 } },
    });
    expect(submitted.scorecard.ratings).toHaveLength(4);
    expect(
      submitted.scorecard.ratings.find((rating: any) => rating.criterion === 'c2' && rating.questionVersionId === mine.version(0)),
    ).toMatchObject({ level: null, notObservedReason: 'No time left' });
    await panel.rater(second, loop).finish();
    const shadows = panel.rater(shadow, loop);
    const last = await shadows.submit(await shadows.complete({ recommendation: 'STRONG_HIRE' }));
    expect(last.loop.seal).toEqual({ open: true, submitted: 3, of: 3 });
    expect(last.loop.sealOpenedAt).not.toBeNull();
  });

  it('gives the same card to every tab, and takes it only from a rating seat of an interview that has begun', async () => {
    const { world, admin, lead, observer } = panel;
    const loop = await panel.loop({ status: 'IN_PROGRESS', observed: true });
    const opened = await Promise.all(Array.from({ length: 8 }, () => panel.rater(lead, loop).cardId()));
    expect(new Set(opened).size).toBe(1);
    expect(await panel.rater(observer, loop).open()).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await panel.rater(await world.member(admin, ['ADMIN']), loop).open()).toMatchObject({ __typename: 'NotAllowedError' });
    // Whoever may not read the loop learns nothing of it, the same as of an id that never was.
    const elsewhere = await world.organization('Elsewhere');
    const nobody = await world.member(admin, ['INTERVIEWER']);
    const answers = [
      await panel.rater(nobody, loop).open(),
      (await elsewhere.client.ask(OPEN, { input: { interviewId: panel.rater(lead, loop).interviewId } })).openScorecard,
      (await lead.client.ask(OPEN, { input: { interviewId: 'Interview_nonsense' } })).openScorecard,
      (await lead.client.ask(OPEN, { input: { interviewId: panel.rater(lead, loop).loopId } })).openScorecard,
    ];
    for (const answer of answers) expect(answer).toEqual({ ...answers[0], __typename: 'NotFoundError', path: ['input', 'interviewId'] });
    const reasons = { SCHEDULED: 'has not started yet', CANCELLED: 'did not take place' };
    for (const status of ['SCHEDULED', 'CANCELLED'] as const) {
      expect(await panel.rater(lead, await panel.loop({ status })).open()).toMatchObject({
        __typename: 'ConflictError',
        message: expect.stringContaining(reasons[status]),
      });
    }
    // Roles that never rate are stopped at the door.
    const coordinator = await world.member(admin, ['COORDINATOR', 'AUDITOR', 'AUTHOR', 'REVIEWER']);
    expect(await coordinator.client.refusal(OPEN, { input: { interviewId: panel.rater(lead, loop).interviewId } })).toBe('FORBIDDEN');
    expect(await world.stranger.refusal(OPEN, { input: { interviewId: panel.rater(lead, loop).interviewId } })).toBe('UNAUTHENTICATED');
  });

  it('does not submit before the interview has ended, or from a removed seat, or with an open conflict of interest', async () => {
    const { world, admin, fixture, lead } = panel;
    const loop = await panel.loop({ status: 'IN_PROGRESS', observed: true });
    const mine = panel.rater(lead, loop);
    const cardId = await mine.complete();
    expect(await mine.submit(cardId)).toMatchObject({ __typename: 'ConflictError', message: expect.stringContaining('End it') });
    await world.owner.query(`UPDATE interview SET status = 'ENDED', ended_at = now() WHERE id = $1`, [loop.interviews[0]?.id]);
    const conflictId = await fixture.insert('conflict_of_interest', {
      member_id: lead.memberId,
      candidate_id: loop.candidateId,
      reason: 'cousin',
      declared_by: lead.memberId,
      created_at: new Date(),
    });
    expect(await mine.submit(cardId)).toMatchObject({
      __typename: 'NotAllowedError',
      message: expect.stringContaining('conflict of interest'),
    });
    expect(await mine.save(cardId, 0, 'c1', { level: 1, evidence: 'x' }, 1)).toMatchObject({ __typename: 'NotAllowedError' });
    await world.owner.query(`UPDATE conflict_of_interest SET acknowledged_by = $2, acknowledged_at = now() WHERE id = $1`, [
      conflictId,
      admin.memberId,
    ]);
    await world.owner.query(`UPDATE panel_seat SET removed_at = now() WHERE id = $1`, [loop.interviews[0]?.seats[0]]);
    expect(await mine.submit(cardId)).toMatchObject({ __typename: 'NotAllowedError', message: expect.stringContaining('removed') });
    expect(await mine.summarize(cardId, 'NO_HIRE', '', 2)).toMatchObject({ __typename: 'NotAllowedError' });
    await world.owner.query(`UPDATE panel_seat SET removed_at = NULL, kind = 'OBSERVER' WHERE id = $1`, [loop.interviews[0]?.seats[0]]);
    expect(await mine.submit(cardId)).toMatchObject({ __typename: 'NotAllowedError', message: expect.stringContaining('observer') });
    await world.owner.query(`UPDATE panel_seat SET kind = 'LEAD' WHERE id = $1`, [loop.interviews[0]?.seats[0]]);
    expect(await mine.submit(cardId)).toMatchObject({ __typename: 'SubmitScorecardPayload' });
  });

  it('keeps two tabs from overwriting each other and gives both texts back', async () => {
    const { lead } = panel;
    const mine = panel.rater(lead, await panel.loop());
    const cardId = await mine.cardId();
    await mine.save(cardId, 0, 'c1', { level: 3, evidence: 'first tab' });
    const late = { level: 4, evidence: 'second tab', judgement: 'hm', probesUsed: ['p1'] };
    expect(await mine.save(cardId, 0, 'c1', late, 0)).toEqual({
      __typename: 'RatingConflictError',
      code: 'REVISION_CONFLICT',
      message: expect.stringContaining('revision 1'),
      path: ['input', 'expectedRevision'],
      currentRevision: 1,
      stored: { level: 3, notObservedReason: null, evidence: 'first tab', judgement: '', probesUsed: [] },
      attempted: { ...late, notObservedReason: null },
    });
    expect(await mine.save(cardId, 0, 'c2', { level: 3 }, 7)).toMatchObject({
      __typename: 'RatingConflictError',
      currentRevision: 0,
      stored: null,
    });
    // A retry of what is stored is no conflict, and no change either.
    expect(await mine.save(cardId, 0, 'c1', { level: 3, evidence: 'first tab' }, 0)).toMatchObject({ rating: { revision: 1 } });
    expect(await mine.save(cardId, 0, 'c1', late, 1)).toMatchObject({ rating: { ...late, revision: 2 } });
    expect(await mine.summarize(cardId, 'HIRE', 'one')).toMatchObject({ scorecard: { revision: 2 } });
    expect(await mine.summarize(cardId, 'HIRE', 'two')).toMatchObject({ __typename: 'RevisionConflictError', currentRevision: 2 });
    expect(await mine.summarize(cardId, 'HIRE', 'one')).toMatchObject({ scorecard: { revision: 2 } });
  });

  it('counts nothing for items that a deviation skips', async () => {
    const { fixture, lead } = panel;
    const loop = await panel.loop();
    const mine = panel.rater(lead, loop);
    const cardId = await mine.complete({ questions: [0] });
    await fixture.insert('deviation', {
      interview_id: loop.interviews[0]?.id,
      kind: 'SKIPPED',
      question_version_id: fixture.versions[1],
      reason: 'no time',
      recorded_by: lead.memberId,
      created_at: new Date(),
    });
    expect(await mine.save(cardId, 1, 'c1', { evidence: 'began to answer' })).toMatchObject({ __typename: 'SaveRatingPayload' });
    expect(await mine.submit(cardId)).toMatchObject({ __typename: 'SubmitScorecardPayload' });
  });

  it('submits once for a key, refuses the key for something else, and never a second time', async () => {
    const { lead } = panel;
    const mine = panel.rater(lead, await panel.loop());
    const cardId = await mine.complete();
    expect(await mine.submit(cardId, 1)).toMatchObject({ __typename: 'RevisionConflictError', currentRevision: 2 });
    const key = freshKey();
    const first = await mine.submit(cardId, 2, key);
    expect(await mine.submit(cardId, 2, key)).toEqual(first);
    expect(await mine.submit(cardId, 3, key)).toMatchObject({ __typename: 'IdempotencyMismatchError' });
    expect(await mine.submit(cardId, 3)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('is submitted; only one that is a draft'),
    });
    for (const change of [
      await mine.save(cardId, 0, 'c1', { level: 5, evidence: 'changed' }, 1),
      await mine.summarize(cardId, 'STRONG_HIRE', 'changed', 3),
    ]) {
      expect(change).toMatchObject({ __typename: 'ConflictError' });
    }
    const after = await lead.client.ask(
      `query ($id: ID!) { scorecard(id: $id) { status revision recommendation ratings { level evidence revision } } }`,
      { id: cardId },
    );
    expect(after.scorecard).toMatchObject({ status: 'SUBMITTED', revision: 3, recommendation: 'HIRE' });
    expect(after.scorecard.ratings.every((rating: any) => rating.level === 3 && rating.revision === 1)).toBe(true);
  });

  it('lets nobody write to the card of another, seen or not', async () => {
    const { world, admin, lead, second } = panel;
    const loop = await panel.loop();
    const cardId = await panel.rater(lead, loop).complete();
    const other = panel.rater(second, loop);
    const refused = { __typename: 'NotFoundError', path: ['input', 'scorecardId'] };
    const check = async (): Promise<void> => {
      for (const person of [
        other,
        panel.rater(await world.member(admin, ['ADMIN']), loop),
        panel.rater(await world.organization('Third'), loop),
      ]) {
        expect(await person.save(cardId, 0, 'c1', { level: 1, evidence: 'forged' }, 1)).toMatchObject(refused);
        expect(await person.summarize(cardId, 'NO_HIRE', 'forged', 2)).toMatchObject(refused);
        expect(await person.submit(cardId)).toMatchObject(refused);
      }
    };
    await check();
    await world.owner.query(`UPDATE loop SET seal_opened_at = now() WHERE id = $1`, [loop.id]);
    await check();
  });

  it('writes one audit line for each change, of facts alone', async () => {
    const { world, admin, lead } = panel;
    const loop = await panel.loop();
    const mine = panel.rater(lead, loop);
    const [before] = await world.owner.query(`SELECT max(sequence) AS last FROM audit_event WHERE organization_id = $1`, [
      admin.organizationId,
    ]);
    const cardId = await mine.complete({ evidence: 'CANARY-evidence', judgement: 'CANARY-judgement', summary: 'CANARY-summary', level: 5 });
    await mine.save(cardId, 0, 'c1', { level: 5, evidence: 'CANARY-evidence', judgement: 'CANARY-judgement' }, 1);
    await mine.submit(cardId);
    const lines = await world.owner.query(
      `SELECT action, subject_type, detail FROM audit_event WHERE organization_id = $1 AND sequence > $2 ORDER BY sequence`,
      [admin.organizationId, before.last],
    );
    expect(lines.map(({ action }: { action: string }) => action)).toEqual([
      'scorecard.open',
      ...Array(4).fill('scorecard.rate'),
      'scorecard.summarize',
      'scorecard.submit',
    ]);
    expect(JSON.parse(lines.at(-1).detail)).toEqual({ loopId: loop.id, afterOpening: false, opensSeal: false });
    for (const table of ['audit_event', 'idempotency_record']) {
      const [leak] = await world.owner.query(
        `SELECT count(*)::int AS found FROM ${table} t WHERE t::text LIKE '%CANARY%' OR t::text LIKE '%HIRE%'`,
      );
      expect(leak.found).toBe(0);
    }
  });

  it('does not submit without a usable key', async () => {
    const { lead } = panel;
    const mine = panel.rater(lead, await panel.loop());
    const cardId = await mine.complete();
    for (const idempotencyKey of ['', 'with space', 'x'.repeat(256), 'ü']) {
      expect(await lead.client.refusal(SUBMIT, { input: { scorecardId: cardId, expectedRevision: 2, idempotencyKey } })).toBe(
        'BAD_USER_INPUT',
      );
    }
  });
});
