import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { type CreateCandidateError, emailTaken } from '../errors';
import { CandidateRepository } from '../persistence/candidate.repository';
import { type CandidateData, checkCandidateData } from './candidate-data';

export interface CreateCandidateInput extends CandidateData {
  readonly idempotencyKey: string;
}

/** Enters a candidate. The answer that is kept for a repeated request is her id alone, so that erasing her leaves nothing there. */
@Injectable()
export class CreateCandidate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidates: CandidateRepository,
  ) {}

  execute(actor: Actor, input: CreateCandidateInput): Promise<Result<{ candidateId: string }, CreateCandidateError>> {
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const data = checkCandidateData(input);
        if (!data.ok) return data;
        const candidateId = newId();
        const added = await this.candidates.add(tx, {
          ...data.value,
          organizationId: actor.organizationId,
          id: candidateId,
          revision: 1,
          createdAt: tx.now,
          erasedAt: null,
        });
        if (!added) return err(emailTaken());
        tx.audit({ action: 'candidate.create', subjectType: 'Candidate', subjectId: candidateId });
        return ok({ candidateId });
      },
      { once: { operation: 'candidate.create', key: input.idempotencyKey, input } },
    );
  }
}
