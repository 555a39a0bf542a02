import { globalId } from '@touchstone/platform/graphql';
import { type Person, World } from '@touchstone/testing';
import { Client } from 'pg';
import { ThreadStopped } from '@touchstone/threads';
import { RecomputeInsights } from '../../../apps/api/src/features/insights';
import { InsightDesk } from '../../../apps/api/src/features/insights/application/insight-desk';
import { startWorker } from '../../../apps/api/src/start-worker';
import { type BuiltLoop, LoopFixture } from '../scorecards/loop-fixture';
import { freshKey, OPEN_EARLY, Rater } from '../scorecards/rater';
import { openLoop } from './open-loops';

const ESTIMATE = 'value interval { lower upper level } n raters status';
const RATER = `member { name } ratings candidates severity { ${ESTIMATE} } fairAverage { value } infit outfit halo { status } haloFlagged spread { status } habit`;
const REPORT = `sentence loops loopsUsed ratings raters upToDate pending computedAt checkedAt laterHalfFrom
  severity { status sentence withheld raters(first: 10) { totalCount edges { node { ${RATER} } } } }
  reliability { status sentence panelSize single { ${ESTIMATE} } panel { ${ESTIMATE} } alpha { ${ESTIMATE} } consistency { status } }
  panelStudy { status sentence design ratings raters components { label share } panels { interviewers questions phi { value } } cheapest(target: 0.5) { interviewers questions cost interviewerHours } }
  questions(first: 1) { totalCount pageInfo { hasNextPage endCursor } edges { node { questionVersionId title candidates ratings raters mean { value } difficulty { value } itemRest { status } disagreement { value } practicalLimit overrun { value } drift { change { status } } flags } } }`;
const INSIGHTS = `query ($filter: InsightFilter) { insights(filter: $filter) { ${REPORT} } }`;
const REFRESH = `mutation ($input: RefreshInsightsInput!) { refreshInsights(input: $input) { __typename ... on DomainError { code path } ... on RefreshInsightsPayload { changed report { pending upToDate sentence loops computedAt checkedAt } } } }`;

describe('insights', () => {
  let world: World;
  let admin: Person;
  let fixture: LoopFixture;
  let manager: Person;
  let raters: readonly Person[];
  let loops: BuiltLoop[];
  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization('Insightful');
    fixture = await LoopFixture.in(world, admin);
    manager = await world.member(admin, ['HIRING_MANAGER'], 'Mia');
    raters = await Promise.all(['Ana', 'Bo', 'Cy', 'Dan'].map((name) => world.member(admin, ['INTERVIEWER'], name)));
    loops = [];
    const level = (value: number): number => Math.max(1, Math.min(5, Math.round(value)));
    for (let c = 0; c < 12; c += 1) {
      // Bo gives a level less than the others, and everybody is a little off now and then.
      const panel = [c % 4, (c + 1) % 4, (c + 2 + (c % 2)) % 4].filter((one, index, all) => all.indexOf(one) === index);
      const given = panel.map((r) => {
        const base = 2.2 + (c % 5) * 0.6 - (r === 1 ? 1 : 0);
        return [raters[r]!, [0, 0.4, -0.3, 0.1].map((off, i) => level(base + off + (((c * 7 + r * 3 + i) % 3) - 1) * 0.4))] as const;
      });
      loops.push(await openLoop(fixture, given, { hiringManager: manager, ...(loops[0] && { beside: loops[0] }) }));
      world.clock.advance({ minutes: 6 });
    }
  }, 120_000);
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => world.close());

  const recompute = () => world.app.get(RecomputeInsights).execute(admin.organizationId);
  const openingId = () => globalId('Opening', admin.organizationId, loops[0]!.openingId);
  const insights = async (person: Person, filter: object | null = null): Promise<any> =>
    (await person.client.ask(INSIGHTS, { filter })).insights;
  const refresh = async (person: Person, filter: object | null, idempotencyKey = freshKey()): Promise<any> =>
    (await person.client.ask(REFRESH, { input: { filter, idempotencyKey } })).refreshInsights;

  it('are worked out apart from requests, and say how sure they are', async () => {
    expect(await insights(admin)).toMatchObject({
      pending: true,
      upToDate: false,
      computedAt: null,
      loops: 0,
      sentence: 'The figures are being worked out.',
    });
    await recompute();
    const seen = await insights(admin);
    expect(seen).toMatchObject({ pending: false, upToDate: true, loops: 12, loopsUsed: 12, raters: 4 });
    expect(seen.sentence).toContain('12 open loops');
    const [strictest] = seen.severity.raters.edges;
    expect(strictest.node).toMatchObject({ member: { name: 'Bo' }, severity: { status: 'OK', raters: 1 } });
    expect(strictest.node.severity.value).toBeGreaterThan(0.3);
    expect(strictest.node.severity.interval.lower).toBeLessThan(strictest.node.severity.value);
    expect(strictest.node.infit).toBeGreaterThan(0);
    expect(seen.severity).toMatchObject({ status: 'OK', withheld: 0, raters: { totalCount: 4 } });
    expect(seen.severity.sentence).toMatch(/The strictest rater gives \d\.\d\d levels less/);
    expect(seen.reliability.single.value).toBeLessThan(seen.reliability.panel.value);
    expect(seen.reliability.alpha).toMatchObject({ status: 'OK', interval: { level: 0.95 } });
    expect(seen.panelStudy.panels).toHaveLength(160);
    expect(seen.panelStudy.components.reduce((sum: number, { share }: any) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(seen.panelStudy.cheapest).toMatchObject({ interviewers: expect.any(Number), cost: expect.any(Number) });
    expect(seen.questions).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect(seen.questions.edges[0].node).toMatchObject({ title: expect.stringMatching(/^Question /), candidates: 12, raters: 4 });
    expect(seen.questions.edges[0].node.drift).not.toBeNull();
  });

  it('page through questions, and refuse a cursor of other figures', async () => {
    const page = `query ($after: String, $flag: QuestionFlag) { insights { questions(first: 1, after: $after, flag: $flag) { pageInfo { endCursor hasNextPage } edges { node { title } } } } }`;
    const first = (await admin.client.ask(page)).insights.questions;
    const second = (await admin.client.ask(page, { after: first.pageInfo.endCursor })).insights.questions;
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(new Set([first, second].map(({ edges }) => edges[0].node.title)).size).toBe(2);
    expect(await admin.client.refusal(page, { after: first.pageInfo.endCursor, flag: 'TOO_EASY' })).toBe('BAD_USER_INPUT');
  });

  it('show severity with names to administrators, auditors and each rater herself', async () => {
    const names = async (person: Person, filter: object | null = null) => {
      const { severity } = await insights(person, filter);
      return [severity.raters.edges.map(({ node }: any) => node.member.name).sort(), severity.withheld];
    };
    const everybody = [['Ana', 'Bo', 'Cy', 'Dan'], 0];
    expect(await names(admin)).toEqual(everybody);
    expect(await names(await world.member(admin, ['AUDITOR']))).toEqual(everybody);
    expect(await names(await world.member(admin, ['COORDINATOR']))).toEqual([[], 4]);
    expect(await names(manager, { openingId: openingId() })).toEqual([[], 4]);
    // Nothing that mixes her openings with those of others; nothing of an opening that is not hers.
    expect(await insights(manager)).toBeNull();
    expect(await insights(await world.member(admin, ['HIRING_MANAGER']), { openingId: openingId() })).toBeNull();
    expect(await raters[0]!.client.refusal(INSIGHTS)).toBe('FORBIDDEN');
    const own = `{ myRaterFigures { upToDate figures { ${RATER} } } }`;
    expect((await raters[1]!.client.ask(own)).myRaterFigures).toMatchObject({ upToDate: true, figures: { member: { name: 'Bo' } } });
    expect((await (await world.member(admin, ['INTERVIEWER'])).client.ask(own)).myRaterFigures).toMatchObject({ figures: null });
    expect(await (await world.member(admin, ['AUTHOR'])).client.refusal(own)).toBe('FORBIDDEN');
    // Foreign and malformed.
    const elsewhere = await world.organization('Elsewhere');
    expect(await insights(elsewhere, { openingId: openingId() })).toBeNull();
    expect(await insights(admin, { openingId: 'nonsense' })).toBeNull();
    expect(await insights(elsewhere)).toMatchObject({ loops: 0, pending: false, upToDate: false });
  });

  it('are asked for over a period by those who plan, once', async () => {
    const period = { from: '2020-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z' };
    expect(await insights(admin, period)).toMatchObject({ computedAt: null, loops: 0 });
    const key = freshKey();
    const asked = await refresh(admin, period, key);
    expect(asked).toMatchObject({ __typename: 'RefreshInsightsPayload', report: { pending: true } });
    expect(await refresh(admin, period, key)).toMatchObject({ __typename: 'RefreshInsightsPayload' });
    expect(await refresh(admin, null, key)).toMatchObject({ __typename: 'IdempotencyMismatchError' });
    const [{ requests }] = await world.owner.query(
      'SELECT requests FROM insight_report WHERE organization_id = $1 AND period_from IS NOT NULL',
      [admin.organizationId],
    );
    expect(requests).toBe(1);
    await recompute();
    expect(await insights(admin, period)).toMatchObject({ loops: 12, upToDate: true, pending: false });
    expect(await refresh(admin, { from: period.until, until: period.from })).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'filter', 'until'],
    });
    expect(await refresh(admin, { openingId: 'nonsense' })).toMatchObject({
      __typename: 'NotFoundError',
      path: ['input', 'filter', 'openingId'],
    });
    expect(await refresh(admin, { roleProfileId: openingId() })).toMatchObject({
      __typename: 'NotFoundError',
      path: ['input', 'filter', 'roleProfileId'],
    });
    expect(await refresh(manager, { openingId: openingId() })).toMatchObject({ report: { pending: true } });
    expect(await refresh(manager, null)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await (await world.member(admin, ['AUDITOR'])).client.refusal(REFRESH, { input: { idempotencyKey: freshKey() } })).toBe(
      'FORBIDDEN',
    );
    await recompute();
  });

  it('say when they were looked at, and whether a request will change anything', async () => {
    await recompute();
    const before = await insights(admin);
    world.clock.advance({ minutes: 3 });
    expect(await refresh(admin, null)).toMatchObject({ changed: false, report: { pending: true, computedAt: before.computedAt } });
    expect(await recompute()).toMatchObject({ computed: 0 });
    const after = await insights(admin);
    expect(after).toEqual({ ...before, checkedAt: after.checkedAt });
    expect(new Date(after.checkedAt).getTime()).toBeGreaterThan(new Date(before.checkedAt).getTime());
    expect(await refresh(admin, { from: '2020-02-01T00:00:00Z' })).toMatchObject({ changed: true, report: { checkedAt: null } });
    await recompute();
  });

  it('take drift from an instant that is asked for, and say which field of a period is wrong', async () => {
    const { laterHalfFrom } = await insights(admin);
    const driftFrom = new Date(new Date(laterHalfFrom).getTime() - 12 * 60_000).toISOString();
    expect(await refresh(admin, { driftFrom })).toMatchObject({ changed: true });
    await recompute();
    const asked = await insights(admin, { driftFrom });
    expect(asked).toMatchObject({ laterHalfFrom: driftFrom, loops: 12, upToDate: true });
    expect((await insights(admin)).laterHalfFrom).toBe(laterHalfFrom);
    const wrong = async (filter: object): Promise<any> => (await admin.client.send(INSIGHTS, { filter })).errors?.[0];
    const [early, late] = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'];
    expect(await wrong({ from: late, until: early })).toMatchObject({
      message: expect.stringMatching(/^until must be later than from/),
      extensions: { code: 'BAD_USER_INPUT', path: ['filter', 'until'] },
    });
    expect(await wrong({ from: early, until: late, driftFrom: late })).toMatchObject({
      message: expect.stringMatching(/^driftFrom must lie between/),
      extensions: { code: 'BAD_USER_INPUT', path: ['filter', 'driftFrom'] },
    });
    expect(await refresh(admin, { until: early, driftFrom: late })).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'filter', 'driftFrom'],
    });
  });

  it('survive the end of their thread: the job fails and the next one does it; and a process that stops gives them up', async () => {
    await refresh(admin, null);
    await expect(world.app.get(RecomputeInsights).execute(admin.organizationId, AbortSignal.abort())).rejects.toThrow(ThreadStopped);
    jest.spyOn(world.app.get(InsightDesk), 'work').mockRejectedValueOnce(new Error('The thread ended with code 1 before it answered.'));
    await expect(recompute()).rejects.toThrow('Insights failed for 1 of 1 scopes');
    expect(await insights(admin)).toMatchObject({ pending: true });
    expect(await recompute()).toMatchObject({ checked: 1 });
    expect(await insights(admin)).toMatchObject({ pending: false, upToDate: true });
  });

  it('cost as many statements however much lies under them', async () => {
    const statements = async (): Promise<number> => {
      await insights(admin);
      const spy = jest.spyOn(Client.prototype, 'query');
      await insights(admin);
      const sent = spy.mock.calls.length;
      spy.mockRestore();
      return sent;
    };
    const before = await statements();
    await openLoop(fixture, [[raters[0]!, [3, 3, 3, 3]]], { hiringManager: manager });
    await recompute();
    expect(await statements()).toBe(before);
    expect(before).toBeLessThan(12);
  });

  it('come by themselves from the jobs door once a seal opens, from whichever instance', async () => {
    const second = await world.secondServer();
    const worker = await startWorker(second.app, world.databaseUrl);
    try {
      const loop = await fixture.loop(
        [
          {
            seats: [
              [raters[0]!, 'LEAD'],
              [raters[1]!, 'INTERVIEWER'],
            ],
          },
        ],
        { hiringManager: manager },
      );
      await new Rater(raters[0]!, fixture, loop).finish({ level: 4 });
      await raters[0]!.client.ask(OPEN_EARLY, {
        input: { loopId: globalId('Loop', admin.organizationId, loop.id), reason: 'Bo is ill', idempotencyKey: freshKey() },
      });
      const until = Date.now() + 20_000;
      let seen = await insights(admin);
      while (!(seen.upToDate && seen.loops === 14) && Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 200));
        seen = await insights(admin);
      }
      expect(seen).toMatchObject({ upToDate: true, pending: false, loops: 14 });
    } finally {
      await worker.stop();
      await second.close();
    }
  });
});
