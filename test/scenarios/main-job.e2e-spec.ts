import { dataTruths, examine } from '@touchstone/platform/doctor';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { World } from '@touchstone/testing';
import { removeDemo } from '../../apps/api/src/demo/remove-demo';
import { standingPeople, tokenFor } from '../../apps/api/src/demo/demo-people';
import { seedDemo } from '../../apps/api/src/demo/seed-demo';
import { playDemo } from '../../apps/cli/src/demo/play-demo';
import { GraphqlClient } from '../../apps/cli/src/graphql-client';

describe('the main job, as the demo plays it', () => {
  let world: World;
  let cast: Record<string, GraphqlClient>;
  beforeAll(async () => {
    world = await World.open();
    await seedDemo(world.app, world.url, world.databaseUrl);
    cast = {};
    for (const person of await standingPeople(world.app))
      cast[person.key] = new GraphqlClient(world.url, await tokenFor(world.app, person, world.app.get(SystemClock).now()));
  }, 120_000);
  afterAll(() => world.close());

  const story = async (): Promise<string> => {
    const lines: string[] = [];
    await playDemo(cast, world.app.get(SystemClock).now(), { chapter: (title) => lines.push(title), line: (text) => lines.push(text) });
    return lines.join('\n');
  };

  it('goes from the kit to the decision, and again', async () => {
    for (let run = 0; run < 2; run += 1) {
      const told = await story();
      expect(told).toContain('no better kit exists, and that is proven');
      expect(told).toContain('4 of 6 scorecards submitted; the seal is closed.');
      expect(told).toContain('Mira (has not) sees the 2 scorecards of Mira Desai; no debrief; no score.');
      expect(told).toContain('Hugo, who decides sees no scorecard; no debrief; no score.');
      expect(told).toContain('6 of 6 scorecards submitted; the seal is open.');
      expect(told).toContain('Hugo now sees the 6 scorecards of Lena Lindqvist, Ivo Marković, Mira Desai; the debrief; a score of 3.21.');
      expect(told).toMatch(/hire, as the registered rule recommends\.$/);
    }
  }, 120_000);

  it('leaves data in which every truth holds', async () => {
    const findings = await examine(world.owner, dataTruths);
    expect(findings.filter(({ faults }) => faults.length > 0)).toEqual([]);
  });

  it('keeps an audit trail that verifies', async () => {
    const { verifyAuditTrail } = await (cast['otto'] as GraphqlClient).ask('{ verifyAuditTrail { intact lines } }');
    expect(verifyAuditTrail.intact).toBe(true);
    expect(verifyAuditTrail.lines).toBeGreaterThan(400);
  });

  it('goes away by one command, and nothing else does', async () => {
    const other = await world.organization('Not a demo');
    expect(await removeDemo(world.databaseUrl)).toHaveLength(2);
    const left = await world.owner.query('SELECT name FROM organization');
    expect(left).toEqual([{ name: 'Not a demo' }]);
    expect((await other.client.ask('{ viewer { organization { name } } }')).viewer.organization.name).toBe('Not a demo');
    const [users] = await world.owner.query('SELECT count(*)::int AS n FROM app_user');
    expect(users).toEqual({ n: 1 });
  });
});
