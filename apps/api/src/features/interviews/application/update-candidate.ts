import { Injectable } from '@nestjs/common';
import { conflict, err, notFound, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { emailTaken, type UpdateCandidateError } from '../errors';
import { CandidateRepository } from '../persistence/candidate.repository';
import { type CandidateData, checkCandidateData } from './candidate-data';

/** What to change; what is undefined stays, null clears. */
export type UpdateCandidateInput = Partial<CandidateData> & { readonly candidateId: string | null; readonly expectedRevision: number };

/** Corrects the data of a candidate. The audit log learns which fields, not what was in them. */
@Injectable()
export class UpdateCandidate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidates: CandidateRepository,
  ) {}

  execute(
    actor: Actor,
    { candidateId, expectedRevision, ...changes }: UpdateCandidateInput,
  ): Promise<Result<{ candidateId: string }, UpdateCandidateError>> {
    return this.unitOfWork.write(actor, async (tx) => {
      const candidate = candidateId === null ? null : await this.candidates.hold(tx, actor.organizationId, candidateId, 'UPDATE');
      if (candidate === null) return err(notFound('candidate', ['input', 'candidateId']));
      if (candidate.name === null)
        return err(
          conflict('The data of this candidate was erased and cannot be entered again. Create a new candidate.', ['input', 'candidateId']),
        );
      if (candidate.revision !== expectedRevision) return err(revisionConflict(candidate.revision, 'candidate'));
      const data = checkCandidateData({
        name: candidate.name,
        email: candidate.email,
        phone: candidate.phone,
        note: candidate.note,
        ...changes,
      });
      if (!data.ok) return data;
      const outcome = await this.candidates.change(tx, candidate, expectedRevision, data.value);
      if (outcome === 'EMAIL_TAKEN') return err(emailTaken());
      tx.audit({
        action: 'candidate.update',
        subjectType: 'Candidate',
        subjectId: candidate.id,
        detail: { changed: Object.keys(changes).sort() },
      });
      return ok({ candidateId: candidate.id });
    });
  }
}
