import { World } from '@touchstone/testing';

describe('who am I', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('tells a member who she is, where, and what she may do', async () => {
    const admin = await world.organization('Acme');
    const interviewer = await world.member(admin, ['INTERVIEWER'], 'Ina');
    const { viewer } = await interviewer.client.ask('{ viewer { member { name roles } email organization { name } permissions } }');
    expect(viewer).toMatchObject({
      member: { name: 'Ina', roles: ['INTERVIEWER'] },
      email: interviewer.email,
      organization: { name: 'Acme' },
    });
    expect(viewer.permissions).toContain('scorecard.rate');
    expect(viewer.permissions).not.toContain('member.invite');
  });

  it('asks strangers to sign in', async () => {
    expect(await world.stranger.refusal('{ viewer { email } }')).toBe('UNAUTHENTICATED');
  });
});
