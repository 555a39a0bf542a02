import { Inject, Injectable } from '@nestjs/common';
import { normalizeEmail } from '@touchstone/interviewing/identity';
import { err, ok, type Result } from '@touchstone/kernel';
import type { RequestOrigin } from '@touchstone/platform/actor';
import { CONFIGURATION, type Configuration } from '@touchstone/platform/configuration';
import { noOrganization, type Transaction, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { hashPassword, needsRehash, passwordMatches } from '@touchstone/platform/secrets/password';
import { SignInAttemptRepository } from '../persistence/sign-in-attempt.repository';
import { UserRepository } from '../persistence/user.repository';
import { type SignInError, signInRefused, tooManyAttempts } from '../errors';
import { type Membership, Memberships } from './memberships';
import { type OpenedSession, SessionOpener } from './session-opener';

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  /** The slug of the organization; without it the first one of the user. */
  readonly organization?: string | null;
}

const MOST_PER_ACCOUNT = 10;
const MOST_PER_ADDRESS = 100;

/** Opens a session for e-mail and password. Unknown address, wrong password and no membership get one and the same answer. */
@Injectable()
export class SignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly attempts: SignInAttemptRepository,
    private readonly memberships: Memberships,
    private readonly opener: SessionOpener,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async execute(origin: RequestOrigin, input: SignInInput): Promise<Result<OpenedSession, SignInError>> {
    const email = normalizeEmail(input.email);
    const subjects = [`account:${email.ok ? email.value : input.email}`, `address:${origin.address}`];
    if (await this.throttled(subjects)) return err(tooManyAttempts());
    const user = email.ok ? await this.unitOfWork.readIn(noOrganization, (tx) => this.users.byEmail(tx, email.value)) : null;
    const matches = await passwordMatches(user?.passwordHash ?? null, input.password);
    const membership = user !== null && matches ? await this.membershipOf(user.id, input.organization ?? null) : null;
    if (user === null || membership === null) {
      await this.note((tx) => Promise.all(subjects.map((subject) => this.attempts.addFailure(tx, subject))));
      return err(signInRefused());
    }
    if (needsRehash(user.passwordHash ?? '')) {
      const stronger = await hashPassword(input.password);
      await this.note((tx) => this.users.setPassword(tx, user.id, stronger, false));
    }
    await this.note((tx) => this.attempts.forget(tx, subjects[0] as string));
    return this.opener.open(membership, user.id, origin, this.configuration.sessionHours);
  }

  private throttled([account, address]: readonly string[]): Promise<boolean> {
    return this.unitOfWork.readIn(noOrganization, async (tx) => {
      const ofAccount = await this.attempts.failuresOf(tx, account as string);
      const ofAddress = await this.attempts.failuresOf(tx, address as string);
      return ofAccount >= MOST_PER_ACCOUNT || ofAddress >= MOST_PER_ADDRESS;
    });
  }

  private async membershipOf(userId: string, slug: string | null): Promise<Membership | null> {
    const organizations = await this.unitOfWork.readIn(noOrganization, (tx) => this.users.organizationsOf(tx, userId));
    for (const organizationId of organizations) {
      const found = await this.unitOfWork.readIn(wholeOrganization(organizationId), (tx) => this.memberships.find(tx, organizationId, userId));
      if (found !== null && (slug === null || found.organizationSlug === slug)) return found;
    }
    return null;
  }

  private async note(change: (tx: Transaction) => Promise<unknown>): Promise<void> {
    await this.unitOfWork.writeIn(noOrganization, async (tx) => ok(await change(tx)));
  }
}
