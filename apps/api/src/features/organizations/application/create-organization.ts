import { Injectable } from '@nestjs/common';
import { isTimeZone } from '@touchstone/interviewing/interviews';
import { organizationSlug } from '@touchstone/interviewing/organizations';
import { conflict, err, invalid, ok, type Result } from '@touchstone/kernel';
import { type Actor, actorOf } from '@touchstone/platform/actor';
import { UnitOfWork, violatesUnique, wholeOrganization } from '@touchstone/platform/database';
import { MemberRepository } from '../persistence/member.repository';
import { OrganizationRepository } from '../persistence/organization.repository';
import type { CreateOrganizationError } from '../errors';
import { type FoundingIds, type NewOrganization, OrganizationMaker } from './organization-maker';
import type { OrganizationWithSettings } from './view-organization';

export interface CreateOrganizationInput {
  readonly name: string;
  readonly slug?: string | null;
  readonly timeZone: string;
  readonly idempotencyKey: string;
}

const taken = err(conflict('This slug is taken. Choose another one.', ['input', 'slug']));

/**
 * Makes a further organization that the actor administers. A transaction sees one organization, so this takes two: in hers the
 * idempotency key is tied to the ids of the new one; in the new one everything is written, unless an earlier attempt has done so.
 */
@Injectable()
export class CreateOrganization {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationRepository,
    private readonly members: MemberRepository,
    private readonly maker: OrganizationMaker,
  ) {}

  async execute(actor: Actor, input: CreateOrganizationInput): Promise<Result<OrganizationWithSettings, CreateOrganizationError>> {
    const name = input.name.trim();
    const slug = organizationSlug(name, input.slug ?? null, ['input', 'slug']);
    if (!slug.ok) return slug;
    if (!isTimeZone(input.timeZone))
      return err(invalid('A time zone is an IANA name such as Europe/Madrid or UTC.', ['input', 'timeZone']));
    const wanted = { name, slug: slug.value, timeZone: input.timeZone };
    const ids = await this.unitOfWork.write(
      actor,
      async (tx) => ((await this.organizations.bySlug(tx, wanted.slug)) === null ? ok(this.maker.newIds()) : taken),
      { once: { operation: 'organization.create', key: input.idempotencyKey, input: wanted } },
    );
    if (!ids.ok) return ids;
    const made = await this.make(actor, ids.value, { ...wanted, demo: false });
    return made.ok ? ok(await this.read(ids.value.organizationId)) : made;
  }

  private async make(actor: Actor, ids: FoundingIds, organization: NewOrganization): Promise<Result<null, CreateOrganizationError>> {
    const { name, email } = (await this.unitOfWork.readIn(wholeOrganization(actor.organizationId), (tx) =>
      this.members.byId(tx, actor.organizationId, actor.memberId),
    )) ?? {
      name: '',
      email: '',
    };
    const founder = actorOf({ ...actor, ...ids, roles: ['ADMIN'] });
    try {
      return await this.unitOfWork.write(founder, async (tx) => {
        if ((await this.organizations.byId(tx, ids.organizationId)) !== null) return ok(null);
        await this.maker.make(tx, ids, organization, { userId: actor.userId, name, email });
        tx.audit({ action: 'organization.create', subjectType: 'Organization', subjectId: ids.organizationId });
        return ok(null);
      });
    } catch (error) {
      if (violatesUnique(error, 'organization_slug_uq')) return taken;
      if (violatesUnique(error, 'organization_pk')) return ok(null);
      throw error;
    }
  }

  private read(organizationId: string): Promise<OrganizationWithSettings> {
    return this.unitOfWork.readIn(wholeOrganization(organizationId), async (tx) => {
      const organization = await this.organizations.byId(tx, organizationId);
      if (organization === null) throw new Error('the organization that was just made is not there');
      return { organization, settings: await this.organizations.settingsOf(tx, organizationId) };
    });
  }
}
