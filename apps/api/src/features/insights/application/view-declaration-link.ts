import { Injectable } from '@nestjs/common';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { Organizations } from '../../organizations';
import { DeclarationRepository } from '../persistence/declaration.repository';
import { DeclarationGate } from './declaration-gate';

export interface DeclarationLinkView {
  readonly organizationName: string;
  readonly expiresAt: Date;
  /** It has not run out. */
  readonly open: boolean;
}

/** What a link says of itself to whoever holds it: who asks, and until when. Nothing of the candidate, nor of whether anything was declared. */
@Injectable()
export class ViewDeclarationLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: DeclarationGate,
    private readonly organizations: Organizations,
    private readonly declarations: DeclarationRepository,
  ) {}

  /** Null where there is no such link. */
  async execute(token: string): Promise<DeclarationLinkView | null> {
    const named = this.gate.organizationOf(token);
    if (named === null) return null;
    const { organizationId, hash } = named;
    return this.unitOfWork.readIn(wholeOrganization(organizationId), async (tx) => {
      const link = await this.declarations.linkOf(tx, organizationId, hash);
      const organization = link === null ? null : await this.organizations.byId(tx, organizationId);
      if (link === null || organization === null) return null;
      return { organizationName: organization.name, expiresAt: link.expiresAt, open: link.expiresAt > tx.now };
    });
  }
}
