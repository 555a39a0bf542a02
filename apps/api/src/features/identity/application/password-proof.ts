import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@touchstone/kernel';
import { noOrganization, UnitOfWork } from '@touchstone/platform/database';
import { hashPassword, needsRehash, passwordMatches } from '@touchstone/platform/secrets/password';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { SignInAttemptRepository } from '../persistence/sign-in-attempt.repository';
import type { UserRecord } from '../persistence/user.record';
import { UserRepository } from '../persistence/user.repository';
import { type SignInError, signInRefused, tooManyAttempts } from '../errors';
import type { PasswordClaim } from './password-claim';
import { RefusedSignIns } from './refused-sign-ins';

/** Somebody who knows the password. A session that rests on it dates from `provenAt`, so that a change of password in between ends it. */
export interface ProvenUser {
  readonly user: UserRecord & { readonly passwordHash: string };
  readonly provenAt: Date;
}

const MOST_PER_ACCOUNT = 10;
const MOST_PER_ADDRESS = 100;

/** The one place where passwords are checked: counted, in constant time, with one answer for all that is wrong. */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly attempts: SignInAttemptRepository,
    private readonly refused: RefusedSignIns,
    private readonly clock: SystemClock,
  ) {}

  /** Checks the claim, then asks for what `further` finds (a membership); null there is refused and counted like a wrong password. */
  async prove<T>(claim: PasswordClaim, further: (proven: ProvenUser) => Promise<T | null>): Promise<Result<T, SignInError>> {
    if (!(await this.mayTry(claim))) return this.refuse(claim, tooManyAttempts());
    const provenAt = this.clock.now();
    const user = await this.unitOfWork.readIn(noOrganization, claim.user);
    const matches = await passwordMatches(user?.passwordHash ?? null, claim.password);
    if (!matches || !hasPassword(user)) return this.refuse(claim, signInRefused());
    const found = await further({ user, provenAt });
    if (found === null) return this.refuse(claim, signInRefused());
    await this.succeeded(claim, user);
    return ok(found);
  }

  private refuse(claim: PasswordClaim, error: SignInError): { readonly ok: false; readonly error: SignInError } {
    // Whoever is signed in is noted where every refused mutation is.
    if (claim.origin !== null) this.refused.note(claim, error.code, claim.origin);
    return err(error);
  }

  private async mayTry({ account, origin }: PasswordClaim): Promise<boolean> {
    const may = await this.unitOfWork.writeIn(noOrganization, async (tx) => {
      if (origin !== null && (await this.attempts.reserve(tx, `address:${origin.address}`)) > MOST_PER_ADDRESS) return ok(false);
      return ok((await this.attempts.reserve(tx, account)) <= MOST_PER_ACCOUNT);
    });
    return may.ok && may.value;
  }

  private async succeeded({ account, origin, password }: PasswordClaim, user: ProvenUser['user']): Promise<void> {
    const stronger = needsRehash(user.passwordHash) ? await hashPassword(password) : null;
    await this.unitOfWork.writeIn(noOrganization, async (tx) => {
      if (origin !== null) await this.attempts.release(tx, `address:${origin.address}`);
      await this.attempts.forget(tx, account);
      if (stronger !== null) await this.users.strengthen(tx, user.id, user.passwordHash, stronger);
      return ok(null);
    });
  }
}

const hasPassword = (user: UserRecord | null): user is ProvenUser['user'] => user !== null && user.passwordHash !== null;
