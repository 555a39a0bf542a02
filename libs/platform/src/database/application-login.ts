import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { APPLICATION_ROLE } from '../../../../migrations';

/**
 * Gives the application role a fresh password on a server that belongs to us alone, and the URL that uses it. The password
 * lives as long as this process.
 */
export async function applicationLogin(ownerUrl: string): Promise<string> {
  const password = randomBytes(24).toString('hex');
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`ALTER ROLE ${APPLICATION_ROLE} LOGIN PASSWORD '${password}'`);
  } finally {
    await owner.end();
  }
  const url = new URL(ownerUrl);
  url.username = APPLICATION_ROLE;
  url.password = password;
  return url.toString();
}
