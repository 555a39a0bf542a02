import { globalId } from '@touchstone/platform/graphql';
import { type Person, World } from '@touchstone/testing';
import { RecomputeInsights } from '../../../apps/api/src/features/insights';
import { type BuiltLoop, LoopFixture } from '../scorecards/loop-fixture';
import { freshKey, OPEN_EARLY, Rater } from '../scorecards/rater';

const ESTIMATE = 'value standardError interval { lower upper level } n raters status';
const COMPARISON = `status sentence mustAgree mustAgreeReason intervalsReason rankingReason ratings raters sealedLoops upToDate pending computedAt groups
  candidates { loop { id candidateName } weighted { ${ESTIMATE} } adjusted { ${ESTIMATE} } rank { value interval { lower upper } } chanceOfFirst groups probabilityAbove }
  leftOut { loop { id } because }`;
const ADJUSTED = `... on LoopScores { overall { value } adjusted { estimate { ${ESTIMATE} } sentence mustAgree mustAgreeReason candidates upToDate pending computedAt }
  discussFirst { title criterion competency range weight swing chanceToTurn reach ifLowest ifHighest interview { roundName } } }`;

describe('the candidates of an opening side by side', () => {
  let world: World;
  let admin: Person;
  let fixture: LoopFixture;
  let ana: Person;
  let bo: Person;
  let cy: Person;
  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization('Compared');
    fixture = await LoopFixture.in(world, admin);
    ana = await world.member(admin, ['INTERVIEWER'], 'Ana');
    bo = await world.member(admin, ['INTERVIEWER'], 'Bo');
    cy = await world.member(admin, ['INTERVIEWER'], 'Cy');
  }, 90_000);
  afterAll(() => world.close());

  type Panel = readonly (readonly [Person, number | readonly [number, number]])[];
  const planned = (panel: readonly Person[], beside?: BuiltLoop, sealPolicy = 'ALL_SUBMITTED') =>
    fixture.loop([{ seats: panel.map((person) => [person, 'INTERVIEWER'] as const) }], { sealPolicy, ...(beside && { beside }) });
  const rate = async (loop: BuiltLoop, panel: Panel): Promise<void> => {
    for (const [person, levels] of panel) {
      const mine = new Rater(person, fixture, loop);
      const cardId = await mine.cardId();
      const [first, second] = typeof levels === 'number' ? [levels, levels] : levels;
      for (const [question, level] of [first, second].entries())
        for (const criterion of ['c1', 'c2']) await mine.save(cardId, question, criterion, { level, evidence: 'said' });
      await mine.summarize(cardId, 'HIRE');
      expect(await mine.submit(cardId)).toMatchObject({ __typename: 'SubmitScorecardPayload' });
    }
  };
  const rated = async (panel: Panel, beside?: BuiltLoop): Promise<BuiltLoop> => {
    const loop = await planned(
      panel.map(([person]) => person),
      beside,
    );
    await rate(loop, panel);
    return loop;
  };
  const recompute = () => world.app.get(RecomputeInsights).execute(admin.organizationId);
  const openingId = ({ openingId: id }: BuiltLoop) => globalId('Opening', admin.organizationId, id);
  const loopId = ({ id }: BuiltLoop) => globalId('Loop', admin.organizationId, id);
  const comparison = async (person: Person, loop: BuiltLoop): Promise<any> =>
    (await person.client.ask(`query ($id: ID!) { opening(id: $id) { comparison { ${COMPARISON} } } }`, { id: openingId(loop) })).opening
      ?.comparison;
  const scores = async (person: Person, loop: BuiltLoop): Promise<any> =>
    (await person.client.ask(`query ($id: ID!) { loopScores(loopId: $id) { ${ADJUSTED} } }`, { id: loopId(loop) })).loopScores;
  const stored = async (): Promise<readonly Record<string, unknown>[]> =>
    world.owner.query('SELECT * FROM insight_report WHERE organization_id = $1 ORDER BY scope', [admin.organizationId]);

  it('are worked out off the request, and stand in the debrief and beside the others', async () => {
    // Ana gives a level more than Bo throughout; Cy is between. The second candidate met the stricter two.
    const one = await rated([
      [ana, [4, 5]],
      [bo, [3, 4]],
    ]);
    const two = await rated(
      [
        [bo, [3, 4]],
        [cy, [4, 4]],
      ],
      one,
    );
    const three = await rated(
      [
        [ana, [2, 3]],
        [cy, [2, 2]],
      ],
      one,
    );
    expect(await comparison(admin, one)).toMatchObject({ status: null, pending: true, upToDate: false, computedAt: null, candidates: [] });
    expect((await scores(ana, one)).adjusted).toMatchObject({ estimate: null, pending: true, candidates: 0 });
    expect((await recompute()).computed).toBeGreaterThanOrEqual(3);

    const seen = await comparison(admin, one);
    expect(seen).toMatchObject({
      status: 'OK',
      pending: false,
      upToDate: true,
      mustAgree: false,
      ratings: 24,
      raters: 3,
      sealedLoops: 0,
      leftOut: [],
    });
    expect(seen.candidates).toHaveLength(3);
    const of = (loop: BuiltLoop) => seen.candidates.find((each: any) => each.loop.id === loopId(loop));
    expect(of(one).weighted.value).toBeGreaterThan(of(two).weighted.value);
    expect(of(one).weighted.value - of(two).weighted.value).toBeGreaterThan(of(one).adjusted.value - of(two).adjusted.value);
    expect(of(three).chanceOfFirst).toBeLessThan(0.05);
    expect(of(one).probabilityAbove.filter((chance: number | null) => chance === null)).toHaveLength(1);
    // The debrief of each shows the same figure, to those of its panel as well.
    for (const [person, loop] of [
      [ana, one],
      [cy, two],
      [admin, three],
    ] as const) {
      const { adjusted, overall } = await scores(person, loop);
      expect(adjusted.estimate).toEqual(of(loop).adjusted);
      expect(overall.value).toBe(of(loop).weighted.value);
      expect(adjusted).toMatchObject({ candidates: 3, upToDate: true, pending: false, mustAgree: false });
    }
    const { discussFirst } = await scores(ana, one);
    expect(discussFirst).toHaveLength(4);
    expect(discussFirst[0]).toMatchObject({ range: 1, interview: { roundName: 'Round 1' } });
    for (const [index, { chanceToTurn, reach }] of discussFirst.entries()) {
      if (index > 0)
        expect([chanceToTurn, reach <= discussFirst[index - 1].reach || chanceToTurn < discussFirst[index - 1].chanceToTurn]).toEqual([
          chanceToTurn,
          true,
        ]);
    }
    // The same input is not worked out twice: not one byte moves, nor the instant.
    const before = await stored();
    expect(await recompute()).toEqual({ checked: 0, computed: 0 });
    await world.owner.query(`UPDATE insight_report SET input_state = 'older'`);
    world.clock.advance({ hours: 1 });
    const again = await recompute();
    expect(again.checked).toBe(before.length);
    expect(again.computed).toBe(0);
    const parts = (rows: readonly Record<string, unknown>[]) =>
      rows.map(({ scope, input_hash, computed_at, summary, questions }) => ({ scope, input_hash, computed_at, summary, questions }));
    expect(parts(await stored())).toEqual(parts(before));
  });

  it('must agree where everybody was rated by the same people on the same questions', async () => {
    const one = await rated([
      [ana, [4, 2]],
      [bo, [3, 4]],
    ]);
    await rated(
      [
        [ana, [5, 3]],
        [bo, [1, 2]],
      ],
      one,
    );
    await recompute();
    const seen = await comparison(admin, one);
    expect(seen).toMatchObject({
      status: 'OK',
      mustAgree: true,
      mustAgreeReason: expect.stringContaining('the same'),
      intervalsReason: expect.stringContaining('different questions'),
      rankingReason: expect.stringMatching(/^Ranked by the adjusted figure/),
    });
    for (const { weighted, adjusted } of seen.candidates) expect(adjusted.value).toBe(weighted.value);
  });

  it('name the link that is missing, to those who look over the opening', async () => {
    const one = await rated([[ana, [4, 2]]]);
    const two = await rated([[bo, [5, 3]]], one);
    await recompute();
    const seen = await comparison(admin, one);
    expect(seen).toMatchObject({
      status: 'DISCONNECTED',
      groups: [],
      mustAgree: false,
      rankingReason: expect.stringContaining('nobody in common'),
    });
    expect(seen.sentence).toMatch(/(Ana and Bo|Bo and Ana) have rated no common candidate/);
    expect(seen.candidates.map(({ adjusted }: any) => [adjusted.value, adjusted.status])).toEqual([
      [null, 'DISCONNECTED'],
      [null, 'DISCONNECTED'],
    ]);
    // A panelist of one loop learns that something is missing, and not who sat on the other.
    const { adjusted } = await scores(bo, two);
    expect(adjusted.estimate).toMatchObject({ value: null, status: 'DISCONNECTED' });
    expect(adjusted.sentence).not.toMatch(/Ana|Bo\b/);
  });

  it('know nothing of a loop that is sealed, whatever is drafted or submitted on it', async () => {
    const one = await rated([
      [ana, [4, 5]],
      [bo, [3, 4]],
    ]);
    await rated(
      [
        [ana, [2, 5]],
        [bo, [3, 3]],
      ],
      one,
    );
    // An administrator who has done her own part on a loop of the other policy sees its cards: figures may not.
    const sealed = await planned([ana, bo], one);
    const own = await planned([admin, bo], one, 'OWN_SUBMITTED');
    await recompute();
    const before = await comparison(admin, one);
    const bytes = await stored();
    expect(before).toMatchObject({ sealedLoops: 2, leftOut: [] });
    await rate(sealed, [[ana, 1]]);
    await rate(own, [[admin, 1]]);
    world.clock.advance({ minutes: 5 });
    expect(await recompute()).toEqual({ checked: 0, computed: 0 });
    // Nor where somebody makes it look again.
    await world.owner.query(`UPDATE insight_report SET requests = requests + 1 WHERE organization_id = $1`, [admin.organizationId]);
    expect((await recompute()).computed).toBe(0);
    const { map } = {
      map: (rows: readonly Record<string, unknown>[]) =>
        rows.map(({ scope, input_hash, summary, questions, computed_at }) => [scope, input_hash, summary, questions, computed_at]),
    };
    expect(map(await stored())).toEqual(map(bytes));
    for (const person of [admin, await world.member(admin, ['COORDINATOR']), await world.member(admin, ['AUDITOR'])])
      expect(await comparison(person, one)).toEqual(before);
    // Once it opens, it counts: then and not before.
    await world.app.get(RecomputeInsights).execute(admin.organizationId);
    await ana.client.ask(OPEN_EARLY, { input: { loopId: loopId(sealed), reason: 'Bo is ill', idempotencyKey: freshKey() } });
    expect(await comparison(admin, one)).toEqual(before);
    await admin.client.ask(OPEN_EARLY, { input: { loopId: loopId(sealed), reason: 'Bo is ill', idempotencyKey: freshKey() } });
    expect(await comparison(admin, one)).toMatchObject({ ...before, upToDate: false, pending: true, sealedLoops: 1 });
    await recompute();
    expect((await comparison(admin, one)).candidates).toHaveLength(3);
  });

  it('are for those who look over the opening', async () => {
    const manager = await world.member(admin, ['HIRING_MANAGER'], 'Mia');
    const other = await world.member(admin, ['HIRING_MANAGER'], 'Max');
    const loop = await fixture.loop([{ seats: [[ana, 'LEAD']] }], { hiringManager: manager });
    await rate(loop, [[ana, 4]]);
    await recompute();
    expect((await comparison(manager, loop)).candidates).toHaveLength(1);
    expect(await comparison(other, loop)).toBeNull();
    expect(await comparison(await world.organization('Elsewhere'), loop)).toBeUndefined();
    expect(await ana.client.refusal('query ($id: ID!) { opening(id: $id) { comparison { status } } }', { id: openingId(loop) })).toBe(
      'FORBIDDEN',
    );
  });
});
