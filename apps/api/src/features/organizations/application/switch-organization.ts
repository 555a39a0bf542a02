import { Inject, Injectable } from '@nestjs/common';
import { err, notAllowed, notFound, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { CONFIGURATION, type Configuration } from '@touchstone/platform/configuration';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { Credentials, Memberships, type OpenedSession, SessionOpener } from '../../identity';
import type { SwitchOrganizationError } from '../errors';

/**
 * Opens a session in another organization of the same user. It ends when the present one would have ended, and dates from
 * before it was looked at, so that neither switching to and fro nor a change of password in between makes it live longer.
 */
@Injectable()
export class SwitchOrganization {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: Credentials,
    private readonly memberships: Memberships,
    private readonly opener: SessionOpener,
    private readonly clock: SystemClock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async execute(actor: Actor, organizationId: string | null): Promise<Result<OpenedSession, SwitchOrganizationError>> {
    if (actor.via !== 'session') return err(notAllowed('An access token stays in its organization. Sign in to go to another one.', []));
    const provenAt = this.clock.now();
    const present = await this.unitOfWork.readIn(wholeOrganization(actor.organizationId), (tx) =>
      this.credentials.liveSessionById(tx, actor.organizationId, actor.credentialId),
    );
    if (present === null) return err(notAllowed('Your session is over. Sign in again.', []));
    const membership =
      organizationId === null
        ? null
        : await this.unitOfWork.readIn(wholeOrganization(organizationId), (tx) => this.memberships.find(tx, organizationId, actor.userId));
    if (membership === null) return err(notFound('organization of yours', ['input', 'organizationId']));
    return this.opener.open(membership, actor.userId, actor.origin, this.configuration.sessionHours, {
      provenAt,
      notAfter: present.expiresAt,
    });
  }
}
