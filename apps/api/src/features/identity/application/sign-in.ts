import { Inject, Injectable } from '@nestjs/common';
import { normalizeEmail } from '@touchstone/interviewing/identity';
import type { Result } from '@touchstone/kernel';
import type { RequestOrigin } from '@touchstone/platform/actor';
import { CONFIGURATION, type Configuration } from '@touchstone/platform/configuration';
import { noOrganization, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { UserRepository } from '../persistence/user.repository';
import type { SignInError } from '../errors';
import { type Membership, Memberships } from './memberships';
import { PasswordProof } from './password-proof';
import { type OpenedSession, SessionOpener } from './session-opener';

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  /** The slug of the organization; without it the first one of the user. */
  readonly organization?: string | null;
}

/** Opens a session for e-mail and password. Unknown address, wrong password and no membership get one and the same answer. */
@Injectable()
export class SignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly passwords: PasswordProof,
    private readonly memberships: Memberships,
    private readonly opener: SessionOpener,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async execute(origin: RequestOrigin, input: SignInInput): Promise<Result<OpenedSession, SignInError>> {
    const email = normalizeEmail(input.email);
    const claim = {
      user: async (tx: Parameters<UserRepository['byEmail']>[0]) => (email.ok ? this.users.byEmail(tx, email.value) : null),
      password: input.password,
      account: `account:${email.ok ? email.value : input.email}`,
      origin,
    };
    const proven = await this.passwords.prove(claim, async ({ user, provenAt }) => {
      const membership = await this.membershipOf(user.id, input.organization ?? null);
      return membership === null ? null : { membership, userId: user.id, provenAt };
    });
    if (!proven.ok) return proven;
    const { membership, userId, provenAt } = proven.value;
    return this.opener.open(membership, userId, origin, this.configuration.sessionHours, { provenAt });
  }

  private async membershipOf(userId: string, slug: string | null): Promise<Membership | null> {
    const organizations = await this.unitOfWork.readIn(noOrganization, (tx) => this.users.organizationsOf(tx, userId));
    for (const organizationId of organizations) {
      const found = await this.unitOfWork.readIn(wholeOrganization(organizationId), (tx) =>
        this.memberships.find(tx, organizationId, userId),
      );
      if (found !== null && (slug === null || found.organizationSlug === slug)) return found;
    }
    return null;
  }
}
