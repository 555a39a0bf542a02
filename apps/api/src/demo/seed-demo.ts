import type { INestApplicationContext } from '@nestjs/common';
import { ok } from '@touchstone/kernel';
import { noOrganization, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { ownerDataSource } from '@touchstone/platform/database/migrate';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { kitsForBothRoles } from '../../../cli/src/demo/kits-for-both-roles';
import { loopsInEachState } from '../../../cli/src/demo/loops-in-each-state';
import { GraphqlClient } from '../../../cli/src/graphql-client';
import { foundDemo, standingPeople, tokenFor } from './demo-people';
import { removeDemo } from './remove-demo';

const MINE = `SELECT pg_try_advisory_lock(hashtextextended('touchstone:demo', 0)) AS mine`;

/** The audit line that says that the demo is whole. */
export const DEMO_IS_WHOLE = 'demo.seed';

/**
 * Fills an empty database with the demo organizations and one loop in each state; true where it did. Where there is an
 * organization of somebody's own it does nothing. A demo that was not finished, because the server was stopped meanwhile, is
 * taken away and made anew. Of several instances that start together one does it.
 */
export async function seedDemo(app: INestApplicationContext, url: string, ownerUrl: string): Promise<boolean> {
  const owner = await ownerDataSource(ownerUrl).initialize();
  const lock = owner.createQueryRunner();
  try {
    const [{ mine }] = (await lock.query(MINE)) as [{ mine: boolean }];
    if (!mine || !(await isWanted(app))) return false;
    await removeDemo(ownerUrl);
    await foundDemo(app);
    const now = app.get(SystemClock).now();
    const people = await standingPeople(app);
    const cast: Record<string, GraphqlClient> = {};
    for (const person of people) cast[person.key] = new GraphqlClient(url, await tokenFor(app, person, now));
    await loopsInEachState(cast, now);
    // The other organization holds the whole bank; the loops of the first are held with training questions, which may be shown to everybody.
    await kitsForBothRoles(cast.bea as GraphqlClient);
    for (const organizationId of new Set(people.map((person) => person.organizationId))) {
      await app.get(UnitOfWork).writeIn(wholeOrganization(organizationId), async (tx) => {
        tx.audit({ action: DEMO_IS_WHOLE, subjectType: 'Organization', subjectId: organizationId });
        return Promise.resolve(ok(null));
      });
    }
    return true;
  } finally {
    // Ends the connection, and with it the lock.
    await lock.release();
    await owner.destroy();
  }
}

/** Is the database empty, but perhaps for a demo that was not finished? */
async function isWanted(app: INestApplicationContext): Promise<boolean> {
  const organizations = await app
    .get(UnitOfWork)
    .readIn(noOrganization, (tx) => tx.query<{ id: string; demo: boolean }>('SELECT id, demo FROM organization'));
  if (organizations.some(({ demo }) => !demo)) return false;
  const whole = await Promise.all(organizations.map(({ id }) => demoIsWhole(app, id)));
  return organizations.length === 0 || !whole.every(Boolean);
}

/** Was the demo that this organization belongs to finished? */
export async function demoIsWhole(app: INestApplicationContext, organizationId: string): Promise<boolean> {
  const lines = await app
    .get(UnitOfWork)
    .readIn(wholeOrganization(organizationId), (tx) =>
      tx.query('SELECT 1 FROM audit_event WHERE organization_id = $1 AND action = $2', [organizationId, DEMO_IS_WHOLE]),
    );
  return lines.length > 0;
}
