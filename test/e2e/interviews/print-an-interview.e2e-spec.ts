import { randomUUID } from 'node:crypto';
import { type Person, World } from '@touchstone/testing';
import { change } from './requests';
import { Stage } from './stage';

const KIT = `query ($id: ID!, $view: GuideView, $format: GuideFormat, $round: Int) {
  kitGuide(id: $id, view: $view, format: $format, round: $round) { fileName mediaType base64 } }`;
const INTERVIEW = `query ($id: ID!, $view: GuideView, $format: GuideFormat) {
  interviewGuide(id: $id, view: $view, format: $format) { fileName mediaType base64 } }`;

describe('kits and interviews on paper', () => {
  let world: World;
  let stage: Stage;
  beforeAll(async () => {
    world = await World.open();
    stage = await Stage.in(world);
  });
  afterAll(() => world.close());

  const kitGuide = async (person: Person, variables: Readonly<Record<string, unknown>> = {}) =>
    (await person.client.ask(KIT, { id: stage.kitId, format: 'MARKDOWN', ...variables })).kitGuide;
  const text = (guide: { base64: string }): string => Buffer.from(guide.base64, 'base64').toString('utf8');

  it('gives the coordinator of a kit no rubrics, and the hiring manager everything, in three formats', async () => {
    const { coordinator, manager } = stage.people;
    expect(await kitGuide(coordinator)).toBeNull();
    expect(await kitGuide(coordinator, { view: 'EVIDENCE' })).toBeNull();
    const candidate = await kitGuide(coordinator, { view: 'CANDIDATE' });
    expect(candidate).toMatchObject({ mediaType: 'text/markdown; charset=utf-8' });
    expect(text(candidate)).not.toContain('Anchors');
    const guide = await kitGuide(manager);
    expect(text(guide)).toContain('Anchors: tick one for each criterion');
    const pdf = await kitGuide(manager, { format: 'PDF' });
    expect(pdf.mediaType).toBe('application/pdf');
    expect(text(pdf).startsWith('%PDF-1.7')).toBe(true);
    expect((await kitGuide(manager, { format: 'PDF' })).base64).toBe(pdf.base64);
    expect(text(await kitGuide(manager, { format: 'HTML' }))).toMatch(/^<!doctype html>/);
  });

  it('prints one round alone; a round that is not there is nothing', async () => {
    const { manager } = stage.people;
    expect(text(await kitGuide(manager, { round: 2 }))).toContain('Round 2: Leading');
    expect(text(await kitGuide(manager, { round: 2 }))).not.toContain('Round 1: Spark');
    expect(await kitGuide(manager, { round: 3 })).toBeNull();
    const { errors } = await manager.client.send(KIT, { id: stage.kitId, round: 0 });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('gives a panelist the interview at which she sits, as it is asked, and no other', async () => {
    const { ana, cy, auditor, coordinator } = stage.people;
    const { first, second } = await stage.plannedLoop();
    const interviewGuide = async (person: Person, id: string, view = 'INTERVIEWER') =>
      (await person.client.ask(INTERVIEW, { id, view, format: 'MARKDOWN' })).interviewGuide;
    const guide = text(await interviewGuide(ana, first));
    expect(guide).toContain('Anchors: tick one for each criterion');
    expect(guide).not.toContain('Leading');
    for (const person of [cy, stage.people.author]) expect(await interviewGuide(person, first).catch(() => null)).toBeNull();
    expect(await interviewGuide(auditor, first)).toBeNull();
    expect(text(await interviewGuide(coordinator, first, 'CANDIDATE'))).toContain('Question 1.1');
    for (const id of [second, 'nothing']) expect(await interviewGuide(ana, id)).toBeNull();

    await change(ana, 'startInterview', { interviewId: first, expectedRevision: 1 }, 'interview { status }');
    const titles = guide.match(/## 1\.\d .*/g) ?? [];
    expect(titles).toHaveLength(2);
    const skipped = {
      interviewId: first,
      kind: 'SKIPPED',
      questionVersionId: stage.versionIds[0],
      reason: 'no time',
      idempotencyKey: randomUUID(),
    };
    await change(ana, 'recordDeviation', skipped, '__typename');
    expect(text(await interviewGuide(ana, first)).match(/## 1\.\d .*/g)).toHaveLength(1);
  });

  it('is nothing for another organization, and for nobody', async () => {
    const foreign = await world.organization();
    expect(await kitGuide(foreign)).toBeNull();
    expect(await world.stranger.refusal(KIT, { id: stage.kitId })).toBe('UNAUTHENTICATED');
  });
});
