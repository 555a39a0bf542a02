import { Injectable } from '@nestjs/common';
import { checkDeclaration, type Dimension } from '@touchstone/interviewing/insights';
import { err, notFound, ok, type Result } from '@touchstone/kernel';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import type { DeclareGroupsError } from '../errors';
import { DeclarationRepository } from '../persistence/declaration.repository';
import { DeclarationGate } from './declaration-gate';
import { announceRequest } from './insight-calls';

export interface Declared {
  readonly declared: true;
  /** A link was made for her before; what she may have declared by it stands. */
  readonly hasEarlierLink: boolean;
}

export type DeclareGroupsInput = { readonly token: string } & { readonly [D in Dimension]: string | null };

/**
 * Keeps what a candidate declares of herself. By the same link she may declare otherwise, and that takes its place. What she declared by an earlier link stands: so nobody who
 * makes another one can push it aside. She is told so wherever a link was made before, whether she used it or not: whoever made this one learns nothing by it. The audit log
 * says that somebody has declared, and not who.
 */
@Injectable()
export class DeclareGroups {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: DeclarationGate,
    private readonly declarations: DeclarationRepository,
  ) {}

  async execute({ token, ...said }: DeclareGroupsInput): Promise<Result<Declared, DeclareGroupsError>> {
    const link = this.gate.organizationOf(token);
    if (link === null) return err(notFound('link', ['input', 'token']));
    const { organizationId } = link;
    return this.unitOfWork.writeIn(wholeOrganization(organizationId), async (tx) => {
      const held = await this.gate.linkOf(tx, link, { open: true });
      if (!held.ok) return held;
      const declaration = checkDeclaration(said);
      if (!declaration.ok) return declaration;
      await this.declarations.put(tx, organizationId, held.value.candidateId, link.hash, declaration.value);
      announceRequest(tx, organizationId);
      tx.audit({ action: 'declaration.submit', subjectType: 'Organization', subjectId: organizationId, detail: {} });
      return ok({ declared: true as const, hasEarlierLink: held.value.hasEarlier });
    });
  }
}
