import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type Result } from '@touchstone/kernel';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import type { WithdrawDeclarationError } from '../errors';
import { DeclarationRepository } from '../persistence/declaration.repository';
import { DeclarationGate } from './declaration-gate';
import { announceRequest } from './insight-calls';

/** Erases what a candidate declared, by the link by which she did; she may then declare anew or leave it. The answer is the same where nothing was declared by it. */
@Injectable()
export class WithdrawDeclaration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: DeclarationGate,
    private readonly declarations: DeclarationRepository,
  ) {}

  async execute({ token }: { readonly token: string }): Promise<Result<{ readonly withdrawn: true }, WithdrawDeclarationError>> {
    const link = this.gate.organizationOf(token);
    if (link === null) return err(notFound('link', ['input', 'token']));
    const { organizationId } = link;
    return this.unitOfWork.writeIn(wholeOrganization(organizationId), async (tx) => {
      const held = await this.gate.linkOf(tx, link, { open: false });
      if (!held.ok) return held;
      await this.declarations.remove(tx, organizationId, held.value.candidateId, link.hash);
      announceRequest(tx, organizationId);
      tx.audit({ action: 'declaration.withdraw', subjectType: 'Organization', subjectId: organizationId, detail: {} });
      return ok({ withdrawn: true as const });
    });
  }
}
