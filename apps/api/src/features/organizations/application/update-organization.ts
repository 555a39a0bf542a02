import { Injectable } from '@nestjs/common';
import type { SealPolicy } from '@touchstone/interviewing/access';
import { isTimeZone } from '@touchstone/interviewing/interviews';
import { err, invalid, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { OrganizationRepository } from '../persistence/organization.repository';
import type { UpdateOrganizationError } from '../errors';
import type { OrganizationWithSettings } from './view-organization';

export interface UpdateOrganizationInput {
  readonly name?: string | null;
  readonly sealPolicy?: SealPolicy | null;
  readonly timeZone?: string | null;
  readonly expectedRevision: number;
}

/** Changes name and settings of the actor's organization. A seal policy counts for loops that are made from then on; those that exist keep theirs. */
@Injectable()
export class UpdateOrganization {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationRepository,
  ) {}

  async execute(actor: Actor, input: UpdateOrganizationInput): Promise<Result<OrganizationWithSettings, UpdateOrganizationError>> {
    const { organizationId } = actor;
    const timeZone = input.timeZone ?? null;
    if (timeZone !== null && !isTimeZone(timeZone))
      return err(invalid('A time zone is an IANA name such as Europe/Madrid or UTC.', ['input', 'timeZone']));
    return this.unitOfWork.write(actor, async (tx) => {
      const before = await this.organizations.settingsOf(tx, organizationId);
      const settings = await this.organizations.changeSettings(tx, {
        organizationId,
        sealPolicy: input.sealPolicy ?? before.sealPolicy,
        timeZone: timeZone ?? before.timeZone,
        revision: input.expectedRevision,
      });
      if (settings === null) {
        const { revision } = await this.organizations.settingsOf(tx, organizationId);
        return err(revisionConflict(revision, 'organization'));
      }
      const name = input.name?.trim();
      if (name !== undefined) await this.organizations.rename(tx, organizationId, name);
      const organization = await this.organizations.byId(tx, organizationId);
      if (organization === null) throw new Error('the organization of the actor is not there');
      tx.audit({
        action: 'organization.update',
        subjectType: 'Organization',
        subjectId: organizationId,
        detail: { sealPolicy: settings.sealPolicy, timeZone: settings.timeZone, renamed: name !== undefined, revision: settings.revision },
      });
      return ok({ organization, settings });
    });
  }
}
