import { describePanel } from './panel';

const LOOP = `query ($id: ID!) { loop(id: $id) { seal { open early { reason } }
  debrief { outstanding { kind } removed { kind member { name } removedAt removedBy { name } removedReason } } } }`;
const REMOVE = `mutation ($input: RemoveSeatInput!) { removeSeat(input: $input) { __typename ... on RemoveSeatPayload { seat { removed removedAt } } ... on DomainError { message } } }`;
const END = `mutation ($input: EndInterviewInput!) { endInterview(input: $input) { __typename } }`;

describePanel('a debrief without all who were to rate', (panel) => {
  it('says which seats were taken away, when, by whom and why, also where the seal then opened by itself', async () => {
    const { admin, lead, second, shadow } = panel;
    const loop = await panel.loop({ status: 'IN_PROGRESS' });
    const mine = panel.rater(lead, loop);
    const cardId = await mine.complete();
    const remove = async (place: number, reason: string): Promise<any> => {
      const seatId = mine.id('PanelSeat', loop.interviews[0]?.seats[place] ?? '');
      return (await admin.client.ask(REMOVE, { input: { seatId, reason } })).removeSeat;
    };
    const gone = await remove(1, 'called away');
    expect(gone).toMatchObject({ seat: { removed: true, removedAt: expect.any(String) } });
    await remove(2, 'is ill');
    await lead.client.ask(END, { input: { interviewId: mine.interviewId, expectedRevision: 1 } });
    expect(await mine.submit(cardId)).toMatchObject({ loop: { seal: { open: true, submitted: 1, of: 1 } } });
    const { seal, debrief } = (await lead.client.ask(LOOP, { id: mine.loopId })).loop;
    expect(seal).toMatchObject({ open: true, early: null });
    const removed = { removedAt: expect.any(String), removedBy: { name: 'Ada Admin' } };
    expect(debrief).toMatchObject({
      outstanding: [],
      removed: [
        { ...removed, kind: 'INTERVIEWER', member: { name: 'Ivo' }, removedAt: gone.seat.removedAt, removedReason: 'called away' },
        { ...removed, kind: 'SHADOW', member: { name: 'Sia' }, removedReason: 'is ill' },
      ],
    });
    // An observer owes nothing, so nothing was released with her seat.
    const watched = await panel.loop({ observed: true });
    for (const person of [lead, second, shadow]) await panel.rater(person, watched).finish();
    const seatId = mine.id('PanelSeat', watched.interviews[0]?.seats[3] ?? '');
    await admin.client.ask(REMOVE, { input: { seatId, reason: null } });
    expect((await lead.client.ask(LOOP, { id: panel.rater(lead, watched).loopId })).loop.debrief.removed).toEqual([]);
  });
});
