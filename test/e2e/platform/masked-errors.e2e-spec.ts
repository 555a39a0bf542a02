import { World, type Person } from '@touchstone/testing';

/** Whatever breaks inside, nothing of the inside gets out: no SQL, no path, no stack, and an id under which it was logged. */
describe('what is unexpected', () => {
  let world: World;
  let admin: Person;
  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization();
    await world.owner.query('ALTER TABLE rating_scale RENAME TO rating_scale_away');
  });
  afterAll(() => world.close());

  it.each([1, 2, 3])('is masked, the first time and when compiled (%i)', async () => {
    const answer = await admin.client.send('{ ratingScales { id } }');
    const [error] = answer.errors;
    expect(error?.extensions).toEqual({ code: 'INTERNAL', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(answer.headers.get('x-request-id')).toBe(error?.extensions?.['requestId']);
    expect(JSON.stringify(answer.errors)).not.toMatch(/relation|rating_scale|SELECT|node_modules|\.ts|at /);
  });

  it('leaves the other fields of the request and the next request alone', async () => {
    expect((await admin.client.ask('{ viewer { email } }')).viewer.email).toBe(admin.email);
  });

  it('is told as "try again" where the database cannot be asked', async () => {
    await world.owner.query('ALTER TABLE rating_scale_away RENAME TO rating_scale');
    const blocker = world.owner.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('LOCK TABLE rating_scale IN ACCESS EXCLUSIVE MODE');
    const answer = await admin.client.send('{ ratingScales { id } }');
    await blocker.rollbackTransaction();
    await blocker.release();
    expect(answer.errors[0]?.extensions?.['code']).toBe('UNAVAILABLE');
    expect(await admin.client.refusal('{ ratingScales { id } }')).toBeNull();
  }, 20_000);
});
