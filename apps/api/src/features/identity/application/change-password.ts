import { Inject, Injectable } from '@nestjs/common';
import { checkPassword } from '@touchstone/interviewing/identity';
import { err, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { CONFIGURATION, type Configuration } from '@touchstone/platform/configuration';
import { UnitOfWork } from '@touchstone/platform/database';
import { hashPassword } from '@touchstone/platform/secrets/password';
import { UserRepository } from '../persistence/user.repository';
import { type PasswordError, signInRefused } from '../errors';
import { ACCESS_CHANGED, ActorCache } from './actor-cache';
import { Memberships } from './memberships';
import { PasswordProof } from './password-proof';
import { type OpenedSession, SessionOpener } from './session-opener';

export interface ChangePasswordInput {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** Changes the actor's own password. All sessions end, in every organization; the answer carries a fresh one for this client. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly passwords: PasswordProof,
    private readonly memberships: Memberships,
    private readonly opener: SessionOpener,
    private readonly cache: ActorCache,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async execute(actor: Actor, input: ChangePasswordInput): Promise<Result<OpenedSession, PasswordError>> {
    const claim = {
      user: (tx: Parameters<UserRepository['byId']>[0]) => this.users.byId(tx, actor.userId),
      password: input.currentPassword,
      account: `password:${actor.userId}`,
      origin: null,
    };
    const proven = await this.passwords.prove(claim, (found) => Promise.resolve(found.user));
    if (!proven.ok) return proven.error.type === 'SignInRefusedError' ? notCurrent : proven;
    const user = proven.value;
    const membership = await this.unitOfWork.read(actor, (tx) => this.memberships.find(tx, actor.organizationId, actor.userId));
    const checked = checkPassword(input.newPassword, { ...user, organization: membership?.organizationSlug ?? '' }, [
      'input',
      'newPassword',
    ]);
    if (!checked.ok) return checked;
    const hash = await hashPassword(checked.value);
    const fresh = this.opener.opening(actor, actor.userId, actor.origin);
    const changed = await this.unitOfWork.write(actor, async (tx) => {
      if (!(await this.users.replacePassword(tx, user.id, user.passwordHash, hash))) return notCurrent;
      const organizations = await this.users.organizationsOf(tx, user.id);
      for (const organizationId of organizations) tx.announce({ topic: ACCESS_CHANGED, payload: { organizationId } });
      tx.audit({ action: 'password.change', subjectType: 'Member', subjectId: actor.memberId });
      return ok({ organizations, opened: await this.opener.openIn(tx, fresh, this.configuration.sessionHours) });
    });
    if (!changed.ok) return changed;
    for (const organizationId of changed.value.organizations) this.cache.forget(organizationId);
    return ok(changed.value.opened);
  }
}

const notCurrent = err({ ...signInRefused('This is not your current password.'), path: ['input', 'currentPassword'] });
