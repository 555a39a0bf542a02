import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { EraseCandidateError } from '../errors';
import { CandidateRepository } from '../persistence/candidate.repository';
import { ConflictRepository } from '../persistence/conflict.repository';

/**
 * Erases the personal data of a candidate for good: name, address, phone, note, and what conflicts of interest say of her. Her interviews
 * and what she was rated stay, without a name. Asked a second time it changes nothing and says the same.
 */
@Injectable()
export class EraseCandidate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidates: CandidateRepository,
    private readonly conflicts: ConflictRepository,
  ) {}

  execute(actor: Actor, candidateId: string | null): Promise<Result<{ candidateId: string }, EraseCandidateError>> {
    return this.unitOfWork.write(actor, async (tx) => {
      const candidate = candidateId === null ? null : await this.candidates.hold(tx, actor.organizationId, candidateId, 'UPDATE');
      if (candidate === null) return err(notFound('candidate', ['input', 'candidateId']));
      const again = candidate.erasedAt !== null;
      if (!again) {
        await this.candidates.change(tx, candidate, candidate.revision, {
          name: null,
          email: null,
          phone: null,
          note: null,
          erasedAt: tx.now,
        });
        await this.conflicts.erase(tx, actor.organizationId, candidate.id);
      }
      tx.audit({ action: 'candidate.erase', subjectType: 'Candidate', subjectId: candidate.id, detail: { again } });
      return ok({ candidateId: candidate.id });
    });
  }
}
