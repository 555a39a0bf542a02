import { hashPassword } from '@touchstone/platform/secrets/password';
import type { Person, World } from '@touchstone/testing';

export const PASSWORD = 'kelp tango 42 lanterns';
let hash: Promise<string> | null = null;

/** Gives a person of the world a password, so that she can sign in with it. */
export async function withPassword<P extends Person>(world: World, person: P): Promise<P> {
  hash ??= hashPassword(PASSWORD);
  await world.owner.query('UPDATE app_user SET password_hash = $2 WHERE id = $1', [person.userId, await hash]);
  return person;
}
