import { hash, verify } from '@node-rs/argon2';
import { passwordNormalForm } from '@touchstone/interviewing/identity';

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. The parameters stand in the hash, so raising them upgrades at the next sign-in. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(passwordNormalForm(password), parameters);

/** A hash that no password matches: checking against it makes an unknown address take as long as a wrong password. */
let decoy: Promise<string> | null = null;

export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no such person');
  const matches = await verify(stored ?? (await decoy), passwordNormalForm(password)).catch(() => false);
  return stored !== null && matches;
}

/** Was the hash made with weaker parameters than today's? */
export const needsRehash = (stored: string): boolean =>
  !stored.includes(`m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}`);
