import { randomUUID } from 'node:crypto';
import 'reflect-metadata';
import type { Role } from '@touchstone/interviewing/access';
import { ok } from '@touchstone/kernel';
import { type Actor, Authenticator } from '@touchstone/platform/actor';
import { readConfiguration } from '@touchstone/platform/configuration';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { type DataSource } from 'typeorm';
import { createServer, openDoors, type RunningServer } from '../../../apps/api/src/create-server';
import { SessionOpener, Users } from '../../../apps/api/src/features/identity';
import { FoundOrganization, Members } from '../../../apps/api/src/features/organizations';
import { ownerDataSource } from '@touchstone/platform/database/migrate';
import { GraphqlClient } from '../../../apps/cli/src/graphql-client';
import { TestClock } from './test-clock';
import { type TestDatabase, testDatabase } from './test-database';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly userId: string;
  readonly memberId: string;
  readonly organizationId: string;
  readonly token: string;
  /** A client signed in as this person. */
  readonly client: GraphqlClient;
  /** The actor behind her session, for calling verbs directly. */
  readonly actor: Actor;
}

const origin = { requestId: 'test', address: '127.0.0.1', userAgent: 'tests' };

/** A running server over a database of its own, and the people in it. One for each test file; one organization for each test. */
export class World {
  private constructor(
    private readonly database: TestDatabase,
    private readonly server: RunningServer,
    /** The database as its owner, for looking behind the scenes. Forced row-level security binds the owner too unless she is a superuser. */
    readonly owner: DataSource,
    readonly clock: TestClock,
  ) {}

  static async open(environment: Readonly<Record<string, string>> = {}): Promise<World> {
    const database = await testDatabase();
    const clock = new TestClock();
    const server = await serverOn(database.url, environment, clock);
    const owner = await ownerDataSource(database.url).initialize();
    return new World(database, server, owner, clock);
  }

  get url(): string {
    return this.server.url;
  }

  get databaseUrl(): string {
    return this.database.url;
  }

  /** The Nest application, for `world.app.get(SomeVerb)`. */
  get app(): RunningServer['app'] {
    return this.server.app;
  }

  /** A client that is not signed in. */
  get stranger(): GraphqlClient {
    return new GraphqlClient(this.url);
  }

  /** A second instance over the same database. */
  async secondServer(environment: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
    return serverOn(this.database.url, environment, this.clock);
  }

  /** A new organization with its framework; the answer is its administrator. */
  async organization(name = 'Example'): Promise<Person> {
    const person = await this.user('Ada Admin');
    const slug = `org-${randomUUID().slice(0, 13)}`;
    const { organizationId, memberId } = await this.app
      .get(FoundOrganization)
      .execute({ slug, name, timeZone: 'Europe/Berlin', demo: false }, person);
    return this.signedIn({ ...person, organizationId, memberId, roles: ['ADMIN'] });
  }

  /** One more member of the organization of `beside`. */
  async member(
    beside: Pick<Person, 'organizationId'>,
    roles: readonly Role[],
    name = `Person ${randomUUID().slice(0, 6)}`,
  ): Promise<Person> {
    const person = await this.user(name);
    const { organizationId } = beside;
    const memberId = newId();
    await this.app.get(UnitOfWork).writeIn(wholeOrganization(organizationId), async (tx) => {
      await this.app.get(Users).join(tx, person.userId, organizationId);
      await this.app.get(Members).add(tx, {
        organizationId,
        id: memberId,
        userId: person.userId,
        name,
        email: person.email,
        roles: [...roles],
        status: 'ACTIVE',
        revision: 1,
        createdAt: tx.now,
      });
      return ok(null);
    });
    return this.signedIn({ ...person, organizationId, memberId, roles });
  }

  async close(): Promise<void> {
    await this.owner.destroy();
    await this.server.close();
    await this.database.drop();
  }

  private async user(name: string): Promise<{ name: string; email: string; userId: string }> {
    const userId = newId();
    const email = `${userId}@example.org`;
    await this.app.get(UnitOfWork).writeIn({ organizationId: null, memberId: null, oversees: false }, async (tx) => {
      await this.app.get(Users).add(tx, { id: userId, email, name, passwordHash: null, sessionsValidAfter: tx.now, createdAt: tx.now });
      return ok(null);
    });
    return { name, email, userId };
  }

  private async signedIn(person: {
    name: string;
    email: string;
    userId: string;
    organizationId: string;
    memberId: string;
    roles: readonly Role[];
  }): Promise<Person> {
    const membership = { organizationId: person.organizationId, organizationSlug: '', memberId: person.memberId, roles: person.roles };
    const opened = await this.app.get(SessionOpener).open(membership, person.userId, origin, 12);
    if (!opened.ok) throw new Error('no session');
    const { token } = opened.value;
    const actor = await this.app.get(Authenticator).authenticate(token, origin);
    if (actor === null) throw new Error('the session is not accepted');
    return { ...person, token, client: new GraphqlClient(this.url, token), actor };
  }
}

async function serverOn(databaseUrl: string, environment: Readonly<Record<string, string>>, clock: TestClock): Promise<RunningServer> {
  const read = readConfiguration({
    NODE_ENV: 'test',
    PORT: '0',
    HOST: '127.0.0.1',
    APP_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
    LOG_LEVEL: 'fatal',
    DATABASE_URL: databaseUrl,
    ...environment,
  });
  if (!read.ok) throw new Error(read.error.join('\n'));
  const configuration = read.value;
  const app = await createServer({ configuration, databaseUrl, directUrl: databaseUrl, clock });
  return openDoors(app, { configuration });
}
