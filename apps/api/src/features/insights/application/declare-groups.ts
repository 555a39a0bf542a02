import { Injectable } from '@nestjs/common';
import { checkDeclaration, type Dimension } from '@touchstone/interviewing/insights';
import { err, notFound, ok, type Result } from '@touchstone/kernel';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import type { DeclareGroupsError } from '../errors';
import { DeclarationRepository } from '../persistence/declaration.repository';
import { DeclarationGate } from './declaration-gate';
import { announceRequest } from './insight-calls';

export type DeclareGroupsInput = { readonly token: string } & { readonly [D in Dimension]: string | null };

/** Keeps what a candidate declares of herself, once. The answer is the same where something was declared before: whoever made the link learns nothing by it. The audit log says that somebody has, and not who. */
@Injectable()
export class DeclareGroups {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: DeclarationGate,
    private readonly declarations: DeclarationRepository,
  ) {}

  async execute({ token, ...said }: DeclareGroupsInput): Promise<Result<{ readonly declared: true }, DeclareGroupsError>> {
    const link = this.gate.organizationOf(token);
    if (link === null) return err(notFound('link', ['input', 'token']));
    const { organizationId } = link;
    return this.unitOfWork.writeIn(wholeOrganization(organizationId), async (tx) => {
      const candidate = await this.gate.candidateOf(tx, link, { open: true });
      if (!candidate.ok) return candidate;
      const declaration = checkDeclaration(said);
      if (!declaration.ok) return declaration;
      await this.declarations.add(tx, organizationId, candidate.value, link.hash, declaration.value);
      announceRequest(tx, organizationId);
      tx.audit({ action: 'declaration.submit', subjectType: 'Organization', subjectId: organizationId, detail: {} });
      return ok({ declared: true as const });
    });
  }
}
