import { randomUUID } from 'node:crypto';
import type { Person } from '@touchstone/testing';
import { change, refusal } from '../interviews/requests';
import { tracesOf } from '../interviews/traces';
import type { BuiltLoop } from './loop-fixture';
import { describePanel } from './panel';
import { freshKey } from './rater';
import { writtenLoops } from './written-loops';

const RATING = 'level notObservedReason evidence judgement textErasedAt';
const LOOP = `query ($id: ID!) { loop(id: $id) { state candidateName candidateErasedAt sealOpenedEarlyReason seal { open early { reason } }
  interviews { status statusReason deviations { kind reason textErasedAt } seats { kind removed removedReason } }
  conflicts { reason textErasedAt } decision { outcome reason textErasedAt computed { total recommendation } }
  scores { ... on LoopScores { overall { value n raters } competencies { competency estimate { value } } } }
  debrief { conclusions { recommendation summary counts } deviations { kind reason }
    items { title criteria { criterion range ratings { rating { ${RATING} } second { level reason textErasedAt } } } } } } }`;
const MINE = `query ($id: ID!) { myScorecard(interviewId: $id) { status recommendation summary textErasedAt ratings { criterion ${RATING} } } }`;
/** The tables that keep words about a candidate. */
const PLACES = [
  'candidate',
  'conflict_of_interest',
  'decision',
  'deviation',
  'interview',
  'loop',
  'panel_seat',
  'rating',
  'scorecard',
  'second_rating',
];

describePanel('erasing a candidate', (panel) => {
  const id = (noun: string, local: string): string => panel.id(noun, local);
  const once = () => ({ idempotencyKey: freshKey() });
  const read = async (person: Person, loop: BuiltLoop): Promise<any> => (await person.client.ask(LOOP, { id: id('Loop', loop.id) })).loop;
  const mine = async (person: Person, loop: BuiltLoop, round = 0): Promise<any> =>
    (await person.client.ask(MINE, { id: id('Interview', loop.interviews[round]?.id ?? '') })).myScorecard;
  const erase = (loop: BuiltLoop): Promise<any> =>
    change(panel.admin, 'eraseCandidate', { candidateId: id('Candidate', loop.candidateId) }, 'candidate { name erasedAt revision }');
  const interviewId = (loop: BuiltLoop, round = 0): string => id('Interview', loop.interviews[round]?.id ?? '');
  const seatId = (loop: BuiltLoop, seat: number): string => id('PanelSeat', loop.interviews[0]?.seats[seat] ?? '');
  /** Every row that the database holds of this organization, the audit log apart. */
  const rows = async (): Promise<unknown> => {
    const { world, admin } = panel;
    const tables = [...PLACES, 'application', 'opening', 'idempotency_record'];
    return Promise.all(
      tables.map((table) =>
        world.owner.query(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE organization_id = $1 ORDER BY 1`, [admin.organizationId]),
      ),
    );
  };

  it('takes out every word about her, wherever it stands, and leaves the figures', async () => {
    const { world, admin, lead, second, manager } = panel;
    const word = `canary${randomUUID().slice(0, 8)}`;
    const { decided, early, running } = await writtenLoops(panel, word);
    await world.owner.query('ANALYZE');
    expect(await tracesOf(world, word)).toEqual(PLACES);
    // Statistics are kept of what is not words: the search above looked into something.
    expect(await tracesOf(world, 'IN_PROGRESS')).toEqual(expect.arrayContaining(['statistics of interview.status']));
    const before = await read(manager, decided);
    const sealedCards = await world.owner.query(
      `SELECT status, recommendation, revision, submitted_at FROM scorecard WHERE loop_id = $1 ORDER BY id`,
      [running.id],
    );

    const { candidate } = await erase(decided);
    const sentence = `Erased with the candidate on ${candidate.erasedAt.slice(0, 10)}.`;
    const erased = { textErasedAt: candidate.erasedAt };
    expect(await tracesOf(world, word)).toEqual([]);

    const after = await read(manager, decided);
    expect(after).toMatchObject({ candidateName: null, candidateErasedAt: candidate.erasedAt, scores: before.scores, state: 'DECIDED' });
    expect(after.decision).toEqual({ ...before.decision, reason: sentence, ...erased });
    expect(after.conflicts).toEqual([{ reason: sentence, ...erased }]);
    expect(after.debrief.deviations).toEqual([{ kind: 'REORDERED', reason: sentence }]);
    expect(after.interviews[0].deviations).toEqual([{ kind: 'REORDERED', reason: sentence, ...erased }]);
    expect(after.interviews[0].seats[3]).toEqual({ kind: 'OBSERVER', removed: true, removedReason: sentence });
    expect(after.debrief.conclusions).toEqual(before.debrief.conclusions.map((one: object) => ({ ...one, summary: sentence })));
    const ratings = (seen: any): any[] => seen.debrief.items.flatMap(({ criteria }: any) => criteria.flatMap((one: any) => one.ratings));
    expect(ratings(after).map(({ rating, second }) => [rating.level, second?.level])).toEqual(
      ratings(before).map(({ rating, second }) => [rating.level, second?.level]),
    );
    expect(ratings(after).flatMap(({ second }) => second ?? [])).toEqual([{ level: 3, reason: sentence, ...erased }]);
    // What was never written stays empty, and what was not observed stays not observed.
    const card = await mine(lead, decided);
    expect(card).toMatchObject({ status: 'SUBMITTED', summary: sentence, ...erased });
    expect(card.ratings.map((one: any) => [one.level, one.notObservedReason, one.evidence, one.judgement])).toEqual(
      expect.arrayContaining([
        [4, null, sentence, ''],
        [null, sentence, '', ''],
      ]),
    );
    expect(await read(lead, early)).toMatchObject({
      sealOpenedEarlyReason: sentence,
      seal: { open: true, early: { reason: sentence } },
      interviews: [{ status: 'ENDED' }, { status: 'CANCELLED', statusReason: sentence }, { status: 'CANCELLED', statusReason: sentence }],
    });
    // Drafts lose their words, too, and so does what lies under a seal, which stays shut.
    for (const [person, loop] of [
      [second, early],
      [lead, running],
    ] as const) {
      const draft = await mine(person, loop);
      expect(draft).toMatchObject({ status: 'DRAFT', summary: sentence, ...erased });
      expect(draft.ratings).toEqual(
        draft.ratings.map(({ criterion }: any) => ({
          criterion,
          level: 3,
          notObservedReason: null,
          evidence: sentence,
          judgement: sentence,
          ...erased,
        })),
      );
    }
    expect(await read(admin, running)).toMatchObject({ debrief: null, seal: { open: false }, state: 'RUNNING' });
    expect(
      await world.owner.query(`SELECT status, recommendation, revision, submitted_at FROM scorecard WHERE loop_id = $1 ORDER BY id`, [
        running.id,
      ]),
    ).toEqual(sealedCards);

    const { verifyAuditTrail } = await admin.client.ask('{ verifyAuditTrail { intact fault } }');
    expect(verifyAuditTrail).toEqual({ intact: true, fault: null });
    const kept = await rows();
    expect(await erase(decided)).toEqual({ __typename: 'EraseCandidatePayload', candidate });
    expect(await rows()).toEqual(kept);
    const lines = await world.owner.query(
      `SELECT detail FROM audit_event WHERE action = 'candidate.erase' AND subject_id = $1 ORDER BY sequence`,
      [decided.candidateId],
    );
    expect(lines.map(({ detail }: { detail: string }) => JSON.parse(detail))).toEqual([
      { again: false, loops: 3, cancelled: 1 },
      { again: true, loops: 0, cancelled: 0 },
    ]);
  }, 60_000);

  it('takes the words of nobody else', async () => {
    const word = `other${randomUUID().slice(0, 8)}`;
    await writtenLoops(panel, word);
    const her = await panel.loop();
    await panel.rater(panel.lead, her).finish({ evidence: 'hers' });
    expect((await erase(her)).__typename).toBe('EraseCandidatePayload');
    expect(await tracesOf(panel.world, word)).toEqual(PLACES);
  }, 60_000);

  it('is the end of writing about her: an interview under way is ended, and that is all', async () => {
    const { admin, lead, second, manager } = panel;
    const { decided, early, running } = await writtenLoops(panel, 'word');
    await erase(decided);
    const noMore = (place: string): string => `CONFLICT input${place}`;
    const rating = { criterion: 'c1', level: 1, evidence: 'after all', expectedRevision: 1 };
    for (const [person, loop] of [
      [lead, running],
      [second, early],
    ] as const) {
      const card = {
        scorecardId: (await person.client.ask(MINE.replace('status', 'id status'), { id: interviewId(loop) })).myScorecard.id,
      };
      const questionVersionId = panel.rater(person, loop).version(0);
      expect(await change(person, 'saveRating', { ...card, questionVersionId, ...rating }, '__typename')).toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining('erased'),
      });
      const summary = { ...card, recommendation: 'HIRE', summary: 'after all', expectedRevision: 2 };
      expect(await change(person, 'saveSummary', summary, '__typename')).toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining('erased'),
      });
      expect(await change(person, 'submitScorecard', { ...card, expectedRevision: 2, ...once() }, '__typename')).toMatchObject({
        code: 'CONFLICT',
      });
    }
    expect(await refusal(panel.shadow, 'openScorecard', { interviewId: interviewId(running) })).toBe(noMore(''));
    const leads = (await lead.client.ask(MINE.replace('status', 'id status'), { id: interviewId(decided) })).myScorecard.id;
    const again = {
      scorecardId: leads,
      questionVersionId: panel.rater(lead, decided).version(1),
      criterion: 'c1',
      level: 3,
      reason: 'after all',
    };
    expect(await refusal(lead, 'rateAgain', { ...again, ...once() })).toBe(noMore(''));
    expect(
      await refusal(manager, 'recordDecision', { loopId: id('Loop', early.id), outcome: 'HIRE', reason: 'after all', ...once() }),
    ).toMatch(/NOT_FOUND/);
    expect(await refusal(admin, 'recordDecision', { loopId: id('Loop', early.id), outcome: 'HIRE', reason: 'after all', ...once() })).toBe(
      noMore('.loopId'),
    );
    expect(await refusal(lead, 'openSealEarly', { loopId: id('Loop', running.id), reason: 'after all', ...once() })).toBe(
      noMore('.loopId'),
    );
    const deviation = {
      interviewId: interviewId(running),
      kind: 'SKIPPED',
      questionVersionId: panel.rater(lead, running).version(0),
      reason: 'after all',
    };
    expect(await refusal(lead, 'recordDeviation', { ...deviation, ...once() })).toBe(noMore('.interviewId'));
    expect(await refusal(second, 'declareConflict', { loopId: id('Loop', running.id), reason: 'after all', ...once() })).toBe(
      noMore('.loopId'),
    );
    expect(await refusal(admin, 'removeSeat', { seatId: seatId(running, 1), reason: 'after all' })).toBe(noMore('.interviewId'));
    const seat = { interviewId: interviewId(running), memberId: id('Member', second.memberId), kind: 'INTERVIEWER' };
    expect(await refusal(admin, 'assignSeat', { ...seat, ...once() })).toBe(noMore('.interviewId'));
    expect(await refusal(admin, 'cancelInterview', { interviewId: interviewId(early, 2), expectedRevision: 2, reason: 'after all' })).toBe(
      noMore('.interviewId'),
    );
    expect(await refusal(lead, 'endInterview', { interviewId: interviewId(running), expectedRevision: 1 })).toBe('ok');
  }, 60_000);

  it('leaves nothing behind of what is saved and submitted at that very moment', async () => {
    const { world, admin, lead, second, shadow } = panel;
    const seen = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
      const word = `race${randomUUID().slice(0, 8)}`;
      const loop = await panel.loop();
      const cards = [];
      for (const person of [lead, second]) {
        const rater = panel.rater(person, loop);
        cards.push([rater, await rater.complete({ evidence: word })] as const);
      }
      // She has not even begun: her card is opened, saved and submitted within the moment.
      const late = async (): Promise<any> => {
        const opened = await panel.rater(shadow, loop).open();
        return opened.scorecard === undefined
          ? opened
          : panel.rater(shadow, loop).save(opened.scorecard.id, 0, 'c1', { level: 1, evidence: word });
      };
      const [leads] = cards as unknown as [(typeof cards)[number]];
      if (round % 3 === 0) {
        for (const [rater, cardId] of cards) await rater.submit(cardId);
        await change(lead, 'openSealEarly', { loopId: id('Loop', loop.id), reason: word, ...once() }, '__typename');
      }
      const again = { scorecardId: leads[1], questionVersionId: leads[0].version(0), criterion: 'c1', level: 2, reason: word, ...once() };
      const answers = await Promise.all([
        ...cards.flatMap(([rater, cardId]) => [
          rater.save(cardId, 0, 'c1', { level: 4, evidence: `${word} again` }, 1),
          rater.summarize(cardId, 'NO_HIRE', word, 2),
          rater.submit(cardId, 2),
        ]),
        change(lead, 'rateAgain', again, '__typename'),
        change(admin, 'recordDecision', { loopId: id('Loop', loop.id), outcome: 'HIRE', reason: word, ...once() }, '__typename'),
        change(second, 'declareConflict', { loopId: id('Loop', loop.id), reason: word, ...once() }, '__typename'),
        late(),
        erase(loop),
      ]);
      for (const { __typename } of answers) seen.add(__typename);
      expect(answers.at(-1).__typename).toBe('EraseCandidatePayload');
      expect(await tracesOf(world, word)).toEqual([]);
    }
    // Both orders came to pass: some were in time, and some were not.
    expect([...seen]).toEqual(expect.arrayContaining(['ConflictError', 'SaveRatingPayload']));
  }, 120_000);
});
