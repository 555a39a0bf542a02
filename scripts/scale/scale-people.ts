import type { INestApplicationContext } from '@nestjs/common';
import type { Role } from '@touchstone/interviewing/access';
import { ok } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { noOrganization, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { SessionOpener, Users } from '../../apps/api/src/features/identity';
import { FoundOrganization, Members } from '../../apps/api/src/features/organizations';

/** A member of the made-up organization. */
export interface ScalePerson {
  readonly name: string;
  readonly actor: Actor;
}

export interface ScalePeople {
  readonly administrator: ScalePerson;
  readonly author: ScalePerson;
  readonly reviewer: ScalePerson;
  readonly coordinator: ScalePerson;
  readonly hiringManagers: readonly ScalePerson[];
  readonly interviewers: readonly ScalePerson[];
  readonly auditor: ScalePerson;
}

const INTERVIEWERS = 24;
const HIRING_MANAGERS = 4;
const ORIGIN = { requestId: 'seed-scale', address: '127.0.0.1', userAgent: 'seed-scale' };

/** Founds the organization with a member for every role. Nobody has a password: their tokens are printed, and end. */
export async function foundScale(app: INestApplicationContext, slug: string): Promise<ScalePeople> {
  const founder = await user(app, 'Ada Admin', slug);
  const { organizationId, memberId } = await app
    .get(FoundOrganization)
    .execute({ slug, name: 'Scale', timeZone: 'Europe/Berlin', demo: true }, founder);
  const actorOf = (id: string, userId: string, roles: readonly Role[]): Actor =>
    app.get(SessionOpener).opening({ organizationId, memberId: id, roles }, userId, ORIGIN);
  const join = async (name: string, roles: readonly Role[]): Promise<ScalePerson> => {
    const person = await user(app, name, slug);
    const id = newId();
    await app.get(UnitOfWork).writeIn(wholeOrganization(organizationId), async (tx) => {
      await app.get(Users).join(tx, person.userId, organizationId);
      await app.get(Members).add(tx, {
        organizationId,
        id,
        userId: person.userId,
        name,
        email: person.email,
        roles: [...roles],
        status: 'ACTIVE',
        revision: 1,
        createdAt: tx.now,
      });
      tx.audit({ action: 'member.join', subjectType: 'Member', subjectId: id });
      return ok(null);
    });
    return { name, actor: actorOf(id, person.userId, roles) };
  };
  const several = async (count: number, name: string, roles: readonly Role[]): Promise<ScalePerson[]> => {
    const joined: ScalePerson[] = [];
    for (let number = 1; number <= count; number += 1) joined.push(await join(`${name} ${number}`, roles));
    return joined;
  };
  return {
    administrator: { name: founder.name, actor: actorOf(memberId, founder.userId, ['ADMIN']) },
    author: await join('Aurelia Author', ['AUTHOR']),
    reviewer: await join('René Reviewer', ['REVIEWER']),
    coordinator: await join('Cora Coordinator', ['COORDINATOR']),
    hiringManagers: await several(HIRING_MANAGERS, 'Hana Hiring', ['HIRING_MANAGER']),
    interviewers: await several(INTERVIEWERS, 'Ian Interviewer', ['INTERVIEWER']),
    auditor: await join('Otto Auditor', ['AUDITOR']),
  };
}

/** A session token for one person of every role. */
export async function tokensOf(app: INestApplicationContext, people: ScalePeople): Promise<Readonly<Record<string, string>>> {
  const chosen = { ...people, hiringManager: people.hiringManagers[0] as ScalePerson, interviewer: people.interviewers[0] as ScalePerson };
  const tokens: Record<string, string> = {};
  for (const role of ['administrator', 'author', 'reviewer', 'coordinator', 'hiringManager', 'interviewer', 'auditor'] as const) {
    tokens[role] = await tokenOf(app, chosen[role]);
  }
  return tokens;
}

export async function tokenOf(app: INestApplicationContext, { actor }: ScalePerson): Promise<string> {
  const opened = await app.get(SessionOpener).open(actor, actor.userId, ORIGIN, 24 * 7);
  if (!opened.ok) throw new Error('no session was opened');
  return opened.value.token;
}

async function user(app: INestApplicationContext, name: string, slug: string): Promise<{ userId: string; name: string; email: string }> {
  const userId = newId();
  const email = `${name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '.')
    .toLowerCase()}@${slug}.example.org`;
  await app.get(UnitOfWork).writeIn(noOrganization, async (tx) => {
    await app.get(Users).add(tx, { id: userId, email, name, passwordHash: null, sessionsValidAfter: tx.now, createdAt: tx.now });
    return ok(null);
  });
  return { userId, name, email };
}
