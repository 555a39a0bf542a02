import { randomUUID } from 'node:crypto';
import { seededRandom } from '@touchstone/kernel';
import { dataTruths, examine } from '@touchstone/platform/doctor';
import { World } from '@touchstone/testing';
import { documents } from '../../apps/cli/src/demo/documents';
import { holdInterview, rate } from '../../apps/cli/src/demo/rating';
import { openPosition, planLoop, publishKit } from '../../apps/cli/src/demo/steps';
import { GraphqlClient } from '../../apps/cli/src/graphql-client';
import { ServerProcess } from './server-process';

interface Card {
  readonly scorecardId: string;
  readonly revision: number;
  readonly token: string;
  /** One key for all attempts at this submission. */
  readonly key: string;
}

const PANEL = ['Lena Lindqvist', 'Ivo Marković', 'Mira Desai'];
const LOOPS = 3;

/** The server is killed while panelists submit; whoever got no answer sends the same request again, as a client would. */
describe('kill -9 during submits', () => {
  let world: World;
  let server: ServerProcess;
  let admin: GraphqlClient;
  const cards: Card[] = [];

  beforeAll(async () => {
    ServerProcess.build();
    world = await World.open();
    const person = await world.organization();
    await world.owner.query('UPDATE organization SET demo = true');
    admin = person.client;
    await world.member(person, ['HIRING_MANAGER'], 'Hugo Haas');
    const panel = [];
    for (const name of PANEL) panel.push(await world.member(person, ['INTERVIEWER'], name));
    const position = await openPosition(admin, await publishKit(admin, 'Kit'), 'Lead', PANEL, 'Hugo Haas');
    for (let number = 0; number < LOOPS; number += 1) {
      const { interviews } = await planLoop(admin, position, `Candidate ${number}`, PANEL, world.clock.now());
      for (const { id } of interviews) {
        await holdInterview(panel[0]!.client, id);
        for (const rater of panel) {
          const { scorecardId, revision } = await rate(rater.client, id, (index) => 1 + (index % 5));
          const { saveSummary } = await rater.client.ask(documents.saveSummary, {
            input: { scorecardId, recommendation: 'HIRE', summary: 'Concluded.', expectedRevision: revision },
          });
          cards.push({ scorecardId, revision: saveSummary.scorecard.revision, token: rater.token, key: randomUUID() });
        }
      }
    }
    server = new ServerProcess({ DATABASE_URL: world.databaseUrl });
    await server.start();
  }, 180_000);
  afterAll(async () => {
    await server.stop();
    await world.close();
  });

  /** The client's own ledger: what the server has acknowledged. */
  const acknowledged = new Map<string, string>();

  const submit = async ({ scorecardId, revision, token, key }: Card): Promise<void> => {
    const client = new GraphqlClient(server.url, token);
    const answer = await client.ask(documents.submit, { input: { scorecardId, expectedRevision: revision, idempotencyKey: key } });
    acknowledged.set(scorecardId, answer.submitScorecard.__typename);
  };

  it('loses nothing that was acknowledged, and does nothing twice', async () => {
    const random = seededRandom(20261124);
    const open = [...cards];
    let kills = 0;
    for (let round = 0; open.length > 0 && round < 20; round += 1) {
      const sent = open.slice(0, 6).map((card) =>
        submit(card).then(
          () => card,
          () => null,
        ),
      );
      if (kills < 4) {
        await new Promise((resolve) => setTimeout(resolve, 3 + random.next() * 40));
        await server.kill();
        kills += 1;
      }
      for (const card of await Promise.all(sent)) if (card !== null) open.splice(open.indexOf(card), 1);
      if (!server.running) await server.start();
    }
    expect(kills).toBe(4);
    expect([...new Set(acknowledged.values())]).toEqual(['SubmitScorecardPayload']);
    expect(acknowledged.size).toBe(cards.length);
  }, 120_000);

  it('leaves every card submitted once, every seal open, and an audit trail that verifies', async () => {
    const rows: { status: string; n: number }[] = await world.owner.query('SELECT status, count(*)::int AS n FROM scorecard GROUP BY 1');
    expect(rows).toEqual([{ status: 'SUBMITTED', n: cards.length }]);
    const [opened] = await world.owner.query('SELECT count(*)::int AS n FROM loop WHERE seal_opened_at IS NOT NULL');
    expect(opened).toEqual({ n: LOOPS });
    const findings = await examine(world.owner, dataTruths);
    expect(findings.filter(({ faults }) => faults.length > 0)).toEqual([]);
    const { verifyAuditTrail } = await admin.ask('{ verifyAuditTrail { intact } }');
    expect(verifyAuditTrail.intact).toBe(true);
  });
});
