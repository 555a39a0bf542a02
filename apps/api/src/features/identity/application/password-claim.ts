import type { RequestOrigin } from '@touchstone/platform/actor';
import type { Transaction } from '@touchstone/platform/database';
import type { UserRecord } from '../persistence/user.record';

/** Somebody says that she is a user, and gives a password for it. */
export interface PasswordClaim {
  /** Whose password it is said to be. */
  readonly user: (tx: Transaction) => Promise<UserRecord | null>;
  readonly password: string;
  /** What the attempts are counted for. */
  readonly account: string;
  /** Where the attempt comes from; null where the person is signed in already. */
  readonly origin: RequestOrigin | null;
}
