import { Injectable } from '@nestjs/common';
import { checkPassword, normalizeEmail } from '@touchstone/interviewing/identity';
import { isTimeZone } from '@touchstone/interviewing/interviews';
import { organizationSlug } from '@touchstone/interviewing/organizations';
import { err, invalid, ok, type Result, type ValidationError } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { hashPassword } from '@touchstone/platform/secrets/password';
import { newId } from '@touchstone/platform/time/new-id';
import { Users } from '../../identity';
import { type FoundingIds, OrganizationMaker } from './organization-maker';

export interface FirstAdministratorInput {
  readonly organizationName: string;
  readonly organizationSlug?: string | null;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly timeZone: string;
}

/** What is written: checked, with the password hashed. */
export interface FirstAdministratorPlan extends FoundingIds {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly organization: { readonly name: string; readonly slug: string; readonly timeZone: string };
}

/** The first person of an installation and her organization, whether a setup link or the environment brings her. */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly users: Users,
    private readonly maker: OrganizationMaker,
  ) {}

  /** Checks everything, then hashes the password: outside of any transaction, because that takes its time. */
  async plan(input: FirstAdministratorInput): Promise<Result<FirstAdministratorPlan, ValidationError>> {
    const organizationName = input.organizationName.trim();
    const name = input.name.trim();
    const slug = organizationSlug(organizationName, input.organizationSlug ?? null);
    if (!slug.ok) return slug;
    const email = normalizeEmail(input.email);
    if (!email.ok) return email;
    if (!isTimeZone(input.timeZone))
      return err(invalid('A time zone is an IANA name such as Europe/Madrid or UTC.', ['input', 'timeZone']));
    const password = checkPassword(input.password, { email: email.value, name, organization: organizationName });
    if (!password.ok) return password;
    return ok({
      ...this.maker.newIds(),
      userId: newId(),
      email: email.value,
      name,
      passwordHash: await hashPassword(password.value),
      organization: { name: organizationName, slug: slug.value, timeZone: input.timeZone },
    });
  }

  async make(tx: Transaction, plan: FirstAdministratorPlan): Promise<void> {
    const { userId, email, name, passwordHash } = plan;
    await this.users.add(tx, { id: userId, email, name, passwordHash, sessionsValidAfter: tx.now, createdAt: tx.now });
    await this.maker.make(tx, plan, { ...plan.organization, demo: false }, { userId, name, email });
    tx.audit({ action: 'organization.create', subjectType: 'Organization', subjectId: plan.organizationId });
  }
}
