import { Injectable } from '@nestjs/common';
import { ok } from '@touchstone/kernel';
import { type Transaction, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { type Founder, type FoundingIds, type NewOrganization, OrganizationMaker } from './organization-maker';

/** Makes an organization for a user who exists: for seeding and for tests. The caller has checked names and rights. */
@Injectable()
export class FoundOrganization {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly maker: OrganizationMaker,
  ) {}

  async execute(
    organization: NewOrganization,
    founder: Founder,
    beside: (tx: Transaction) => Promise<void> = () => Promise.resolve(),
  ): Promise<FoundingIds> {
    const ids = this.maker.newIds();
    await this.unitOfWork.writeIn(wholeOrganization(ids.organizationId), async (tx) => {
      await beside(tx);
      await this.maker.make(tx, ids, organization, founder);
      tx.audit({ action: 'organization.create', subjectType: 'Organization', subjectId: ids.organizationId });
      return ok(null);
    });
    return ids;
  }
}
