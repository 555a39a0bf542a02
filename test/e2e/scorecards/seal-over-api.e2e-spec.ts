import { GraphQLSchemaHost } from '@nestjs/graphql';
import { readGlobalId } from '@touchstone/platform/graphql';
import { type Person, World } from '@touchstone/testing';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type BuiltLoop, LoopFixture } from './loop-fixture';
import { DECIDE, freshKey, OPEN_EARLY, RATE_AGAIN, Rater, SAVE_RATING, SAVE_SUMMARY, SUBMIT } from './rater';
import { type Question, questionsOf } from './schema-paths';

/**
 * Two worlds that differ in one thing: what P1 rated and wrote. Until the seal opens, every answer of the API to everybody else must be the same in
 * both, over every query and path of the schema, and hold no word of hers. A third world, in which she has not submitted, differs by that fact alone.
 */
type Panel = 'P1' | 'P2' | 'lead' | 'adminOnPanel' | 'shadow' | 'observer' | 'coordinator' | 'hiringManager' | 'auditor' | 'admin' | 'otherInterviewer';
/** Everybody who reads; P1 herself sees her own. */
const VIEWERS: readonly Panel[] = ['P2', 'lead', 'adminOnPanel', 'shadow', 'observer', 'coordinator', 'hiringManager', 'auditor', 'admin', 'otherInterviewer'];
const CANARY = /CANARY/;
const BATCH = 12;
/** Queries that take the id of a thing of the bank or a kit, which no loop can be reached from. */
const OF_THE_BANK = ['blueprint', 'compareKits', 'competency', 'kit', 'question', 'questionVersion', 'roleProfile', 'scoringRule', 'substitutes'];

class Sealed {
  readonly labels = new Map<string, string>();
  readonly ids = new Map<string, string>();

  private constructor(
    readonly world: World,
    readonly people: Readonly<Record<Panel, Person>>,
    readonly fixture: LoopFixture,
    readonly loop: BuiltLoop,
    readonly other: BuiltLoop,
  ) {}

  /** Everything but P1's submission: her card is complete, P2 and the lead have drafts, another loop of the same opening is open. */
  static async build(world: World, level: number): Promise<Sealed> {
    const admin = await world.organization('Sealed');
    const member = (name: string, ...roles: Parameters<World['member']>[1]) => world.member(admin, roles, name);
    const people: Record<Panel, Person> = {
      admin,
      P1: await member('Pia', 'INTERVIEWER'), P2: await member('Ben', 'INTERVIEWER'), lead: await member('Lea', 'INTERVIEWER'), adminOnPanel: await member('Adi', 'ADMIN', 'INTERVIEWER'),
      shadow: await member('Sia', 'INTERVIEWER'), observer: await member('Oda', 'INTERVIEWER'), coordinator: await member('Coco', 'COORDINATOR'),
      hiringManager: await member('Hanna', 'HIRING_MANAGER'), auditor: await member('Udo', 'AUDITOR'), otherInterviewer: await member('Xena', 'INTERVIEWER'),
    };
    const { P1, P2, lead, adminOnPanel, shadow, observer, hiringManager, otherInterviewer } = people;
    const fixture = await LoopFixture.in(world, admin);
    const loop = await fixture.loop(
      [
        { questions: [0], seats: [[P1, 'INTERVIEWER'], [P2, 'INTERVIEWER'], [lead, 'LEAD'], [adminOnPanel, 'INTERVIEWER'], [shadow, 'SHADOW'], [observer, 'OBSERVER']] },
        { questions: [1], seats: [[P1, 'LEAD'], [P2, 'INTERVIEWER']] },
      ],
      { hiringManager },
    );
    const other = await fixture.loop([{ questions: [0], seats: [[otherInterviewer, 'LEAD']] }], { beside: loop });
    await new Rater(otherInterviewer, fixture, other).finish({ questions: [0], level: 3 });
    const sealed = new Sealed(world, people, fixture, loop, other);
    await sealed.rate(level);
    await sealed.name();
    return sealed;
  }

  /** P1's two cards, complete and not submitted; a draft of P2, the same in each world. */
  private async rate(level: number): Promise<void> {
    const words = { evidence: `CANARY${level} evidence`, judgement: `CANARY${level} judgement`, summary: `CANARY${level} summary`, probesUsed: level > 3 ? ['p1', 'p2'] : ['p1'] };
    const recommendation = level > 3 ? 'STRONG_HIRE' : 'STRONG_NO_HIRE';
    for (const round of [0, 1]) await this.rater('P1', round).complete({ questions: [round], level, recommendation, ...words });
    await this.rater('P2').save(await this.rater('P2').cardId(), 0, 'c1', { level: 3, evidence: 'own words' });
  }

  rater(who: Panel, round = 0): Rater {
    return new Rater(this.people[who], this.fixture, this.loop, round);
  }

  card(who: Panel, round = 0): string {
    return this.ids.get(`card of ${who} at interview ${round}`) ?? '';
  }

  /** Submits P1's card of a round. */
  async submit(round = 0): Promise<void> {
    const submitted = await this.rater('P1', round).submit(this.card('P1', round));
    if (submitted.__typename !== 'SubmitScorecardPayload') throw new Error(JSON.stringify(submitted));
  }

  /** Gives every id a label that is the same in each world. */
  private async name(): Promise<void> {
    const { loop, other, fixture, people } = this;
    const give = (noun: string, label: string, id: string): void => {
      this.labels.set(id, label);
      this.ids.set(label, this.rater('P1').id(noun, id));
    };
    give('Loop', 'loop', loop.id);
    give('Loop', 'other loop', other.id);
    give('Application', 'application', loop.applicationId);
    give('Candidate', 'candidate', loop.candidateId);
    give('Opening', 'opening', loop.openingId);
    loop.interviews.forEach(({ id, seats }, round) => {
      give('Interview', `interview ${round}`, id);
      seats.forEach((seat, place) => give('PanelSeat', `seat ${round}.${place}`, seat));
    });
    for (const [who, person] of Object.entries(people)) give('Member', `member ${who}`, person.memberId);
    fixture.versions.forEach((id, index) => this.labels.set(id, `version ${index}`));
    const cards = await this.world.owner.query('SELECT id, member_id, interview_id FROM scorecard WHERE organization_id = $1', [people.admin.organizationId]);
    for (const { id, member_id, interview_id } of cards) {
      const who = Object.entries(people).find(([, person]) => person.memberId === member_id)?.[0];
      give('Scorecard', `card of ${who} at ${this.labels.get(interview_id)}`, id);
    }
  }

  /** An answer in which ids are their labels, and what is never the same twice is gone. */
  masked(answer: unknown): string {
    const label = (id: string): string => this.labels.get(id) ?? 'unlabelled';
    return JSON.stringify(answer, (key, value: unknown) => (['cursor', 'startCursor', 'endCursor'].includes(key) && value !== null ? '<cursor>' : value))
      .replace(/\b([A-Z][A-Za-z]{1,40})_[A-Za-z0-9_-]{43}/g, (found, noun: string) => `<${noun} ${label(readGlobalId(found)?.id ?? '')}>`)
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => `<${label(id)}>`)
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)(\[[^\]]*\])?/g, '<time>')
      .replace(/[0-9a-f]{64}/g, '<hash>')
      .replace(/<?(org|spark-tuning|lead|sample)-[0-9a-f]{8}[0-9a-f-]*>?/g, '<slug>');
  }

  async ask(who: Panel, questions: readonly Question[]): Promise<unknown[]> {
    const answers: unknown[] = [];
    for (let from = 0; from < questions.length; from += BATCH) answers.push(...(await this.batch(who, questions.slice(from, from + BATCH))));
    return answers;
  }

  private async batch(who: Panel, questions: readonly Question[]): Promise<unknown[]> {
    const fields = questions.map(({ text }, index) => `q${index}: ${text.replace(/\{\{([^}]*)\}\}/g, (_, label: string) => this.ids.get(label) ?? label)}`);
    const { data, errors } = await this.people[who].client.send<Record<string, unknown>>(`{ ${fields.join(' ')} }`);
    const limited = errors.some(({ extensions }) => extensions?.['code'] === 'LIMIT_EXCEEDED');
    if (data === null && questions.length > 1 && (limited || errors.length > 0)) return (await Promise.all(questions.map((question) => this.batch(who, [question])))).flat();
    return questions.map((_, index) => ({
      data: data?.[`q${index}`] ?? null,
      errors: errors.filter(({ path }) => path === undefined || path[0] === `q${index}`).map(({ message, path, extensions }) => ({ message, path: path?.slice(1), code: extensions?.['code'] })),
    }));
  }
}

describe('the seal over the API', () => {
  let world: World;
  let two: Sealed;
  let five: Sealed;
  let draft: Sealed;
  let questions: readonly Question[];
  const frames = new Map<string, string[]>();
  const closers: (() => void)[] = [];

  beforeAll(async () => {
    world = await World.open();
    [two, five, draft] = [await Sealed.build(world, 2), await Sealed.build(world, 5), await Sealed.build(world, 5)];
    const asked = questionsOf(world.app.get(GraphQLSchemaHost).schema, nounsOf(two), 'CANARY2');
    questions = asked.questions;
    expect(asked.unasked.filter((name) => !OF_THE_BANK.includes(name))).toEqual([]);
    for (const sealed of [two, five]) for (const who of VIEWERS) await listen(sealed, who);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await two.submit();
    await five.submit();
  }, 120_000);
  afterAll(async () => {
    for (const close of closers) close();
    await world.close();
  });

  const worldName = (sealed: Sealed): string => (sealed === two ? 'two' : 'five');

  async function listen(sealed: Sealed, who: Panel): Promise<void> {
    const heard: string[] = [];
    frames.set(`${worldName(sealed)} ${who}`, heard);
    const client = createClient({ url: `${world.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, connectionParams: { authorization: `Bearer ${sealed.people[who].token}` }, retryAttempts: 0 });
    const query = `subscription { loopChanged(loopId: "${sealed.ids.get('loop')}") { kind loopId interviewId seatId at } }`;
    client.subscribe({ query }, { next: (frame) => heard.push(sealed.masked(frame)), error: (error) => heard.push(sealed.masked(`error ${JSON.stringify(error)}`)), complete: () => heard.push('complete') });
    closers.push(() => void client.dispose());
  }

  function nounsOf({ ids }: Sealed): Record<string, string[]> {
    const nouns: Record<string, string[]> = {};
    for (const [label, id] of ids) (nouns[readGlobalId(id)?.noun ?? ''] ??= []).push(label);
    return nouns;
  }

  it('has something to say: the questions reach every type that hangs on a loop', () => {
    expect(questions.length).toBeGreaterThan(300);
    for (const path of ['interviews.seats.scorecard', 'debrief.items.criteria.ratings', 'scores.<LoopScores>.disagreements', 'decision', 'interviews.scorecards.ratings']) {
      expect(questions.some(({ name }) => name.includes(path))).toBe(true);
    }
  });

  it.each(VIEWERS)('answers %s the same whatever P1 rated, and says no word of hers', async (who) => {
    const [answersOfTwo, answersOfFive] = await Promise.all([two.ask(who, questions), five.ask(who, questions)]);
    const differences: unknown[] = [];
    for (const [index, { name }] of questions.entries()) {
      const [inTwo, inFive] = [two.masked(answersOfTwo[index]), five.masked(answersOfFive[index])];
      if (inTwo !== inFive) differences.push({ name, inTwo, inFive });
      for (const text of [inTwo, inFive]) if (CANARY.test(text)) differences.push({ name, leak: text.slice(0, 500) });
    }
    expect(differences.slice(0, 5)).toEqual([]);
  }, 240_000);

  it.each(['P2', 'adminOnPanel', 'coordinator', 'otherInterviewer'] as const)('tells %s of a submission the fact, and nothing else', async (who) => {
    const withoutFact = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer, (key, value: unknown) => (key === 'submitted' ? '<fact>' : value)));
    const asked = questions.filter(({ name }) => !/^(auditEvents|verifyAuditTrail)/.test(name));
    const [submitted, unsubmitted] = await Promise.all([five.ask(who, asked), draft.ask(who, asked)]);
    const differences = asked.flatMap(({ name }, index) => {
      const [one, other] = [five.masked(withoutFact(submitted[index])), draft.masked(withoutFact(unsubmitted[index]))];
      return one === other ? [] : [{ name, one, other }];
    });
    expect(differences.slice(0, 5)).toEqual([]);
  }, 240_000);

  it('tells subscribers the same in both worlds', async () => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    for (const who of VIEWERS) {
      expect({ who, heard: frames.get(`two ${who}`) }).toEqual({ who, heard: frames.get(`five ${who}`) });
      expect(JSON.stringify(frames.get(`two ${who}`))).not.toMatch(CANARY);
    }
    expect(frames.get('two P2')).toEqual([expect.stringContaining('"kind":"SUBMITTED"')]);
    expect(JSON.stringify(frames.get('two otherInterviewer'))).not.toContain('SUBMITTED');
  });

  it.each(VIEWERS)('refuses %s in the same words whatever P1 rated', async (who) => {
    const attempts = (sealed: Sealed): (readonly [string, Record<string, unknown>])[] => {
      const card = sealed.card('P1');
      const rating = { scorecardId: card, questionVersionId: sealed.rater('P1').version(0), criterion: 'c1' };
      return [
        [SAVE_RATING, { ...rating, level: 1, evidence: 'forged', expectedRevision: 1 }],
        [SAVE_SUMMARY, { scorecardId: card, recommendation: 'NO_HIRE', summary: 'forged', expectedRevision: 2 }],
        [SUBMIT, { scorecardId: card, expectedRevision: 2, idempotencyKey: freshKey() }],
        [SUBMIT, { scorecardId: card, expectedRevision: 3, idempotencyKey: freshKey() }],
        [RATE_AGAIN, { ...rating, level: 4, reason: 'because', idempotencyKey: freshKey() }],
        [DECIDE, { loopId: sealed.ids.get('loop'), outcome: 'HIRE', idempotencyKey: freshKey() }],
        [DECIDE, { loopId: sealed.ids.get('loop'), outcome: 'NO_HIRE', reason: 'because', idempotencyKey: freshKey() }],
        [OPEN_EARLY, { loopId: sealed.ids.get('loop'), reason: '', idempotencyKey: freshKey() }],
      ];
    };
    const answers = async (sealed: Sealed): Promise<string[]> => {
      const said: string[] = [];
      for (const [query, input] of attempts(sealed)) {
        const { data, errors } = await sealed.people[who].client.send(query, { input });
        said.push(sealed.masked({ data, errors: errors.map(({ message, extensions }) => ({ message, code: extensions?.['code'] })) }));
      }
      return said;
    };
    const [inTwo, inFive] = [await answers(two), await answers(five)];
    expect(inTwo).toEqual(inFive);
    expect(inTwo.join()).not.toMatch(CANARY);
    expect(inTwo.join()).not.toMatch(/Payload|INTERNAL/);
  });

  it('shows the words once the seal is open, so that they could have been found', async () => {
    await two.submit(1);
    await two.rater('P2', 1).finish({ questions: [1] });
    await two.rater('P2').save(two.card('P2'), 0, 'c2', { level: 3, evidence: 'own words' });
    await two.rater('P2').summarize(two.card('P2'), 'HIRE');
    await two.rater('P2').submit(two.card('P2'));
    for (const who of ['lead', 'adminOnPanel'] as const) await two.rater(who).finish({ questions: [0] });
    // All but the shadow: still shut for everybody, also for those who have done their part.
    const asked = questions.filter(({ name }) => /^(loops?|interview|scorecards?|node)\(/.test(name));
    const words = (answers: unknown[]): string[] => asked.filter((_, index) => CANARY.test(JSON.stringify((answers[index] as { data: unknown }).data))).map(({ name }) => name);
    expect(words(await two.ask('lead', asked))).toEqual([]);
    await two.rater('shadow').finish({ questions: [0] });
    for (const who of ['P2', 'adminOnPanel', 'observer', 'coordinator', 'otherInterviewer'] as const) {
      const found = words(await two.ask(who, asked));
      if (who === 'otherInterviewer') {
        expect(found).toEqual([]);
        continue;
      }
      for (const path of ['debrief.items.criteria.ratings.rating', 'interviews.scorecards.ratings', 'interviews.seats.scorecard', 'debrief.conclusions']) {
        expect({ who, path, found: found.some((name) => name.includes(path)) }).toEqual({ who, path, found: true });
      }
      for (const root of ['scorecard(', 'scorecards(', 'node(', 'interview(', 'loop(', 'loops(']) expect({ who, root, found: found.some((name) => name.startsWith(root)) }).toEqual({ who, root, found: true });
    }
  }, 240_000);
});
