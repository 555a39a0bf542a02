import { RefusedCalls } from '@touchstone/platform/audit/refused-calls';
import { readGlobalId } from '@touchstone/platform/graphql';
import type { Person, World } from '@touchstone/testing';
import { type BuiltLoop, LoopFixture } from './loop-fixture';
import { Rater } from './rater';
import type { Question } from './schema-paths';

export type Panel =
  | 'P1'
  | 'P2'
  | 'lead'
  | 'adminOnPanel'
  | 'shadow'
  | 'observer'
  | 'coordinator'
  | 'hiringManager'
  | 'auditor'
  | 'admin'
  | 'otherInterviewer';

const BATCH = 12;

/** One loop under its seal, with everybody who could look at it, and a second loop of the same opening that is open. */
export class Sealed {
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
      P1: await member('Pia', 'INTERVIEWER'),
      P2: await member('Ben', 'INTERVIEWER'),
      lead: await member('Lea', 'INTERVIEWER'),
      adminOnPanel: await member('Adi', 'ADMIN', 'INTERVIEWER'),
      shadow: await member('Sia', 'INTERVIEWER'),
      observer: await member('Oda', 'INTERVIEWER'),
      coordinator: await member('Coco', 'COORDINATOR'),
      hiringManager: await member('Hanna', 'HIRING_MANAGER'),
      auditor: await member('Udo', 'AUDITOR'),
      otherInterviewer: await member('Xena', 'INTERVIEWER'),
    };
    const { P1, P2, lead, adminOnPanel, shadow, observer, hiringManager, otherInterviewer } = people;
    const fixture = await LoopFixture.in(world, admin);
    const loop = await fixture.loop(
      [
        {
          questions: [0],
          seats: [
            [P1, 'INTERVIEWER'],
            [P2, 'INTERVIEWER'],
            [lead, 'LEAD'],
            [adminOnPanel, 'INTERVIEWER'],
            [shadow, 'SHADOW'],
            [observer, 'OBSERVER'],
          ],
        },
        {
          questions: [1],
          seats: [
            [P1, 'LEAD'],
            [P2, 'INTERVIEWER'],
          ],
        },
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
    const words = {
      evidence: `CANARY${level} evidence`,
      judgement: `CANARY${level} judgement`,
      summary: `CANARY${level} summary`,
      probesUsed: level > 3 ? ['p1', 'p2'] : ['p1'],
    };
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
    const cards = await this.world.owner.query('SELECT id, member_id, interview_id FROM scorecard WHERE organization_id = $1', [
      people.admin.organizationId,
    ]);
    for (const { id, member_id, interview_id } of cards) {
      const who = Object.entries(people).find(([, person]) => person.memberId === member_id)?.[0];
      give('Scorecard', `card of ${who} at ${this.labels.get(interview_id)}`, id);
    }
  }

  /** An answer in which ids are their labels, and what is never the same twice is gone. */
  masked(answer: unknown): string {
    const label = (id: string): string => this.labels.get(id) ?? 'unlabelled';
    return JSON.stringify(answer, (key, value: unknown) =>
      ['cursor', 'startCursor', 'endCursor'].includes(key) && value !== null ? '<cursor>' : value,
    )
      .replace(/\b([A-Z][A-Za-z]{1,40})_[A-Za-z0-9_-]{43}/g, (found, noun: string) => `<${noun} ${label(readGlobalId(found)?.id ?? '')}>`)
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => `<${label(id)}>`)
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)(\[[^\]]*\])?/g, '<time>')
      .replace(/[0-9a-f]{64}/g, '<hash>')
      .replace(/<?(org|spark-tuning|lead|sample)-[0-9a-f]{8}[0-9a-f-]*>?/g, '<slug>');
  }

  async ask(who: Panel, questions: readonly Question[]): Promise<unknown[]> {
    const answers: unknown[] = [];
    for (let from = 0; from < questions.length; from += BATCH)
      answers.push(...(await this.batch(who, questions.slice(from, from + BATCH))));
    return answers;
  }

  private async batch(who: Panel, questions: readonly Question[]): Promise<unknown[]> {
    const fields = questions.map(
      ({ text }, index) => `q${index}: ${text.replace(/\{\{([^}]*)\}\}/g, (_, label: string) => this.ids.get(label) ?? label)}`,
    );
    const { data, errors } = await this.people[who].client.send<Record<string, unknown>>(`{ ${fields.join(' ')} }`);
    const limited = errors.some(({ extensions }) => extensions?.['code'] === 'LIMIT_EXCEEDED');
    // Refusals leave lines in the audit trail, which is asked for, too: in the same order in each world, and before the next question.
    await this.world.app.get(RefusedCalls).settled();
    if (data === null && questions.length > 1 && (limited || errors.length > 0)) {
      const answers: unknown[] = [];
      for (const question of questions) answers.push(...(await this.batch(who, [question])));
      return answers;
    }
    return questions.map((_, index) => ({
      data: data?.[`q${index}`] ?? null,
      errors: errors
        .filter(({ path }) => path === undefined || path[0] === `q${index}`)
        .map(({ message, path, extensions }) => ({ message, path: path?.slice(1), code: extensions?.['code'] })),
    }));
  }
}
