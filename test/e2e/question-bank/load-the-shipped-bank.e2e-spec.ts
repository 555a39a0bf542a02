import { World } from '@touchstone/testing';

const LOAD = `mutation($input: LoadShippedBankInput!) {
  loadShippedBank(input: $input) { __typename ... on LoadShippedBankPayload { added } }
}`;
const QUESTIONS = '{ questions(first: 100) { totalCount edges { node { slug version { status usage number } } } } }';

describe('the bank that comes with the product', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('comes in whole, approved, once', async () => {
    const { client } = await world.organization();
    const load = async (idempotencyKey: string) => (await client.ask(LOAD, { input: { idempotencyKey } })).loadShippedBank;
    expect((await client.ask(QUESTIONS)).questions.totalCount).toBe(6);

    expect(await load('first')).toEqual({ __typename: 'LoadShippedBankPayload', added: 116 });
    expect(await load('first')).toEqual({ __typename: 'LoadShippedBankPayload', added: 116 });
    expect(await load('second')).toEqual({ __typename: 'LoadShippedBankPayload', added: 0 });

    const { questions } = await client.ask(QUESTIONS);
    expect(questions.totalCount).toBe(122);
    for (const { node } of questions.edges) expect(node.version).toMatchObject({ status: 'APPROVED', number: 1 });
  });

  it('brings back what is missing, and leaves the rest as it is', async () => {
    const { client, organizationId } = await world.organization();
    await world.owner.query(`DELETE FROM question_version WHERE organization_id = $1 AND title = 'The join that stopped splitting'`, [
      organizationId,
    ]);
    await world.owner.query(`DELETE FROM question WHERE organization_id = $1 AND slug = 'gold-st-0001'`, [organizationId]);
    expect((await client.ask(LOAD, { input: { idempotencyKey: 'back' } })).loadShippedBank.added).toBe(117);
  });

  it('is for administrators', async () => {
    const { client } = await world.member(await world.organization(), ['AUTHOR', 'REVIEWER', 'COORDINATOR', 'HIRING_MANAGER']);
    expect(await client.refusal(LOAD, { input: { idempotencyKey: 'author' } })).toBe('FORBIDDEN');
  });
});
