import type { INestApplicationContext } from '@nestjs/common';
import { ok } from '@touchstone/kernel';
import { actorOf } from '@touchstone/platform/actor';
import { noOrganization, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { type DemoOrganization, type DemoPerson, demoOrganizations } from '../../../cli/src/demo/people';
import { CreateAccessToken, Users } from '../features/identity';
import { FoundOrganization, Members, Organizations } from '../features/organizations';

/** A demo person as she stands in the database. */
export interface StandingPerson extends DemoPerson {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly memberId: string;
  readonly userId: string;
}

const DAYS = 7;
const emailOf = (organization: DemoOrganization, person: DemoPerson): string => `${person.key}@${organization.slug}.example`;

/** Makes the demo organizations with their people, who have no passwords: they come in by `demo:tokens` alone. */
export async function foundDemo(app: INestApplicationContext): Promise<void> {
  for (const organization of demoOrganizations) {
    const { slug, name, timeZone, people } = organization;
    const [founder, ...others] = await Promise.all(
      people.map(async (person) => ({ ...person, ...(await addUser(app, organization, person)) })),
    );
    if (founder === undefined) continue;
    const { organizationId } = await app.get(FoundOrganization).execute({ slug, name, timeZone, demo: true }, founder);
    await app.get(UnitOfWork).writeIn(wholeOrganization(organizationId), async (tx) => {
      for (const { userId, name: personName, email, roles } of others) {
        const id = newId();
        await app.get(Users).join(tx, userId, organizationId);
        await app.get(Members).add(tx, {
          organizationId,
          id,
          userId,
          name: personName,
          email,
          roles: [...roles],
          status: 'ACTIVE',
          revision: 1,
          createdAt: tx.now,
        });
        tx.audit({ action: 'member.add', subjectType: 'Member', subjectId: id, detail: { demo: true } });
      }
      return ok(null);
    });
  }
}

async function addUser(
  app: INestApplicationContext,
  organization: DemoOrganization,
  person: DemoPerson,
): Promise<{ userId: string; email: string }> {
  const userId = newId();
  const email = emailOf(organization, person);
  await app.get(UnitOfWork).writeIn(noOrganization, async (tx) => {
    await app
      .get(Users)
      .add(tx, { id: userId, email, name: person.name, passwordHash: null, sessionsValidAfter: tx.now, createdAt: tx.now });
    return ok(null);
  });
  return { userId, email };
}

/** The demo people that are there. Looks into organizations that are marked as demo, and into no other. */
export async function standingPeople(app: INestApplicationContext): Promise<readonly StandingPerson[]> {
  const found: StandingPerson[] = [];
  for (const organization of demoOrganizations) {
    const record = await app.get(UnitOfWork).readIn(noOrganization, (tx) => app.get(Organizations).bySlug(tx, organization.slug));
    if (record?.demo !== true) continue;
    for (const person of organization.people) {
      const user = await app.get(UnitOfWork).readIn(noOrganization, (tx) => app.get(Users).byEmail(tx, emailOf(organization, person)));
      const member =
        user && (await app.get(UnitOfWork).readIn(wholeOrganization(record.id), (tx) => app.get(Members).byUser(tx, record.id, user.id)));
      if (member?.status !== 'ACTIVE') continue;
      found.push({
        ...person,
        roles: member.roles,
        organizationId: record.id,
        organizationName: record.name,
        memberId: member.id,
        userId: member.userId,
      });
    }
  }
  return found;
}

/** A fresh access token for a demo person, good for a week. */
export async function tokenFor(app: INestApplicationContext, person: StandingPerson, now: Date): Promise<string> {
  const { userId, memberId, organizationId, roles } = person;
  const origin = { requestId: 'demo', address: '127.0.0.1', userAgent: 'demo' };
  const actor = actorOf({ userId, memberId, organizationId, roles, scopes: ['*'], via: 'system', credentialId: 'demo', origin });
  const made = await app
    .get(CreateAccessToken)
    .execute(actor, { name: 'demo', scopes: ['*'], expiresAt: new Date(now.getTime() + DAYS * 86_400_000) });
  if (!made.ok) throw new Error(made.error.message);
  return made.value.token;
}
