import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from './configuration';

/** The key that signs cursors. Made on first start and kept beside the data, readable by its owner alone. */
export function appSecretOf(configuration: Configuration): string {
  if (configuration.appSecret !== null) return configuration.appSecret;
  mkdirSync(configuration.dataDir, { recursive: true });
  const file = join(configuration.dataDir, 'app-secret');
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
