import type { INestApplicationContext } from '@nestjs/common';
import { noOrganization, UnitOfWork } from '@touchstone/platform/database';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { GraphqlClient } from '../../../cli/src/graphql-client';
import { loopsInEachState } from '../../../cli/src/demo/loops-in-each-state';
import { Organizations } from '../features/organizations';
import { removeDemo } from './remove-demo';
import { foundDemo, standingPeople, tokenFor } from './demo-people';

/**
 * Fills an empty database with the demo organizations and one loop in each state. Does nothing where there is any organization.
 * Where it cannot finish it takes away what it began, so that the next start tries again.
 */
export async function seedDemo(app: INestApplicationContext, url: string, ownerUrl: string): Promise<boolean> {
  const organizations = await app.get(UnitOfWork).readIn(noOrganization, (tx) => app.get(Organizations).ids(tx));
  if (organizations.length > 0) return false;
  try {
    await foundDemo(app);
    const now = app.get(SystemClock).now();
    const cast: Record<string, GraphqlClient> = {};
    for (const person of await standingPeople(app)) cast[person.key] = new GraphqlClient(url, await tokenFor(app, person, now));
    await loopsInEachState(cast, now);
    return true;
  } catch (error) {
    await removeDemo(ownerUrl);
    throw error;
  }
}
