import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '@touchstone/kernel';
import { documents } from '../../apps/cli/src/demo/documents';
import { GraphqlClient } from '../../apps/cli/src/graphql-client';
import { ServerProcess } from './server-process';

const CRASHES = 4;
const CLIENTS = 8;
const ADMINISTRATOR = { email: 'root@example.org', password: 'kelp tango 42 lanterns' };

/** Changes commit before they are on disk and are answered after: a PostgreSQL that is killed takes with it what it had not written yet. */
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('kill -9 of PostgreSQL while changes are made', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'touchstone-crash-'));
  const server = new ServerProcess({
    TOUCHSTONE_DATA_DIR: dataDir,
    DATABASE_URL: '',
    TOUCHSTONE_ADMIN_EMAIL: ADMINISTRATOR.email,
    TOUCHSTONE_ADMIN_PASSWORD: ADMINISTRATOR.password,
  });
  const random = seededRandom(20261125);
  const acknowledged = new Set<string>();

  beforeAll(() => ServerProcess.build());
  afterAll(() => server.stop());

  it('loses nothing that was acknowledged', async () => {
    for (let crash = 0; crash < CRASHES; crash += 1) {
      await server.start();
      const { token } = await signedIn(server);
      const before = acknowledged.size;
      let dead = false;
      const clients = Array.from({ length: CLIENTS }, async () => {
        while (!dead) {
          const name = `Candidate ${randomUUID()}`;
          const answer = await enter(new GraphqlClient(server.url, token), name).catch(() => null);
          if (answer === 'CreateCandidatePayload') acknowledged.add(name);
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 300 + random.next() * 200));
      killWithChildren(postmasterOf(dataDir));
      // What was answered up to here was promised; nothing can be promised any more.
      dead = true;
      await Promise.all(clients);
      await server.kill();
      expect(acknowledged.size).toBeGreaterThan(before);
    }
    await server.start();
    const client = await signedIn(server);
    const found = await namesOf(client);
    expect([...acknowledged].filter((name) => !found.has(name))).toEqual([]);
    const { verifyAuditTrail } = await client.ask('{ verifyAuditTrail { intact } }');
    expect(verifyAuditTrail.intact).toBe(true);
  }, 180_000);
});

async function enter(client: GraphqlClient, name: string): Promise<string> {
  const input = { name, idempotencyKey: randomUUID() };
  return (await client.ask(documents.candidate, { input })).createCandidate.__typename;
}

interface CandidatePage {
  readonly edges: readonly { readonly node: { readonly name: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function namesOf(client: GraphqlClient): Promise<Set<string>> {
  const names = new Set<string>();
  for (let after: string | null = null; ;) {
    const { candidates }: { candidates: CandidatePage } = await client.ask(
      'query ($after: String) { candidates(first: 100, after: $after) { edges { node { name } } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    for (const { node } of candidates.edges) names.add(node.name);
    if (!candidates.pageInfo.hasNextPage) return names;
    after = candidates.pageInfo.endCursor;
  }
}

async function signedIn({ url }: ServerProcess): Promise<GraphqlClient> {
  const document = 'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignInPayload { token } } }';
  const { signIn } = await new GraphqlClient(url).ask(document, { input: ADMINISTRATOR });
  return new GraphqlClient(url, signIn.token);
}

const postmasterOf = (dataDir: string): number => Number(readFileSync(join(dataDir, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);

/** The postmaster and all its processes at once, so that none of them has time to write. */
function killWithChildren(postmaster: number): void {
  process.kill(postmaster, 'SIGSTOP');
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  for (const pid of [...children, postmaster]) process.kill(pid, 'SIGKILL');
}
