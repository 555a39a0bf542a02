import { type Person, World } from '@touchstone/testing';
import ICAL from 'ical.js';
import { change } from './requests';
import { Stage } from './stage';

const ASK = `query ($loopId: ID!, $to: Invited, $method: CalendarMethod) {
  loopInvitations(loopId: $loopId, to: $to, method: $method) { fileName interviews text } }`;

describe('invitations for calendars', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const invitations = async (person: Person, variables: Readonly<Record<string, unknown>>) =>
    (await person.client.ask(ASK, variables)).loopInvitations;
  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));

  it('invite each panel to its own interviews, and move them when they are sent again', async () => {
    const stage = await Stage.in(world);
    const { coordinator } = stage.people;
    const { loopId, first } = await stage.plannedLoop();
    const sent = await invitations(coordinator, { loopId });
    expect(sent).toMatchObject({ interviews: 2, fileName: expect.stringMatching(/^interviews-[0-9a-f]{12}-panel\.ics$/) });
    const [spark, leading] = events(sent.text);
    expect(spark?.summary).toBe('Interview with Cara Candidate: Spark');
    expect([spark?.attendees.length, leading?.attendees.length]).toEqual([2, 1]);

    const { interview } = await coordinator.client.ask('query ($id: ID!) { interview(id: $id) { startsAt revision } }', { id: first });
    expect(spark?.startDate.toJSDate().toISOString()).toBe(interview.startsAt);
    const later = new Date(Date.parse(interview.startsAt) + 7_200_000).toISOString();
    const moved = {
      interviewId: first,
      startsAt: later,
      endsAt: new Date(Date.parse(later) + 3_600_000).toISOString(),
      timeZone: 'Europe/Madrid',
    };
    await change(coordinator, 'rescheduleInterview', { ...moved, expectedRevision: interview.revision }, '__typename');
    const again = events((await invitations(coordinator, { loopId })).text).find(({ uid }) => uid === spark?.uid);
    expect(again?.startDate.toJSDate().toISOString()).toBe(later);
    expect(again?.sequence).toBeGreaterThan(spark?.sequence ?? Infinity);
  });

  it('tell the candidate nothing of the panel, and are nothing where she has no address', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana } = stage.people;
    const { loopId, candidateId } = await stage.plannedLoop();
    expect(await invitations(coordinator, { loopId, to: 'CANDIDATE' })).toBeNull();
    const { candidate } = await coordinator.client.ask('query ($id: ID!) { candidate(id: $id) { revision } }', { id: candidateId });
    await change(
      coordinator,
      'updateCandidate',
      { candidateId, name: 'Cara Candidate', email: 'cara@example.org', expectedRevision: candidate.revision },
      '__typename',
    );
    const { text, interviews } = await invitations(coordinator, { loopId, to: 'CANDIDATE' });
    expect(interviews).toBe(2);
    expect(text.replaceAll('\r\n ', '')).toContain('cara@example.org');
    for (const word of ['Ana', 'Bo', ana.email]) expect(text.replaceAll('\r\n ', '')).not.toContain(word);
  });

  it('take back what was called off', async () => {
    const stage = await Stage.in(world);
    const { coordinator } = stage.people;
    const { loopId, second } = await stage.plannedLoop();
    expect((await invitations(coordinator, { loopId, method: 'CANCEL' })).interviews).toBe(0);
    await change(coordinator, 'cancelInterview', { interviewId: second, reason: 'moved on', expectedRevision: 1 }, '__typename');
    const taken = await invitations(coordinator, { loopId, method: 'CANCEL' });
    expect(taken.interviews).toBe(1);
    expect(taken.text).toContain('STATUS:CANCELLED');
    expect((await invitations(coordinator, { loopId })).interviews).toBe(1);
  });

  it('are written by those who schedule, for loops of their own organization', async () => {
    const stage = await Stage.in(world);
    const { loopId } = await stage.plannedLoop();
    expect(await stage.people.ana.client.refusal(ASK, { loopId })).toBe('FORBIDDEN');
    expect(await invitations(await world.organization(), { loopId })).toBeNull();
    expect(await invitations(stage.people.coordinator, { loopId: 'nothing' })).toBeNull();
  });
});
