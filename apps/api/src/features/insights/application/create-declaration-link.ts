import { Inject, Injectable } from '@nestjs/common';
import { DECLARATION_DAYS } from '@touchstone/interviewing/insights';
import { conflict, err, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { CONFIGURATION, type Configuration } from '@touchstone/platform/configuration';
import { UnitOfWork } from '@touchstone/platform/database';
import { newToken } from '@touchstone/platform/secrets/token';
import { Candidates } from '../../interviews';
import type { CreateDeclarationLinkError } from '../errors';
import { DeclarationRepository } from '../persistence/declaration.repository';

export interface MadeLink {
  /** Shown this once; null where the request is a repetition, because the secret is not kept. */
  readonly link: string | null;
  readonly expiresAt: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Makes the link by which a candidate declares to which groups she belongs, or leaves it. Whether she does, nobody is told. */
@Injectable()
export class CreateDeclarationLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidates: Candidates,
    private readonly declarations: DeclarationRepository,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async execute(
    actor: Actor,
    { candidateId, idempotencyKey: key }: { readonly candidateId: string | null; readonly idempotencyKey: string },
  ): Promise<Result<MadeLink, CreateDeclarationLinkError>> {
    const unknown = err(notFound('candidate', ['input', 'candidateId']));
    if (candidateId === null) return unknown;
    const { organizationId } = actor;
    const { token, hash } = newToken('declaration', organizationId);
    let fresh = false;
    const made = await this.unitOfWork.write(
      actor,
      async (tx) => {
        const candidate = await this.candidates.hold(tx, organizationId, candidateId, 'NO KEY UPDATE');
        if (candidate === null) return unknown;
        if (candidate.erasedAt !== null) return err(conflict('The data of this candidate was erased.', ['input', 'candidateId']));
        const expiresAt = new Date(tx.now.getTime() + DECLARATION_DAYS * DAY_MS);
        await this.declarations.link(tx, { organizationId, candidateId, tokenHash: hash, createdAt: tx.now, expiresAt });
        tx.audit({ action: 'declaration.invite', subjectType: 'Candidate', subjectId: candidateId, detail: {} });
        fresh = true;
        return ok({ expiresAt: expiresAt.toISOString() });
      },
      { once: { operation: 'declaration.invite', key, input: { candidateId } } },
    );
    if (!made.ok) return made;
    return ok({ expiresAt: made.value.expiresAt, link: fresh ? `${this.configuration.baseUrl}/declare?token=${token}` : null });
  }
}
