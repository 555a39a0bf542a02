import { Injectable } from '@nestjs/common';
import { conflict, err, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { Organizations } from '../../organizations';
import type { CreateError } from '../errors';
import { ApplicationRepository } from '../persistence/application.repository';
import { CandidateRepository } from '../persistence/candidate.repository';
import { LoopRepository } from '../persistence/loop.repository';
import { OpeningRepository } from '../persistence/opening.repository';

export interface CreateApplicationInput {
  readonly candidateId: string | null;
  readonly openingId: string | null;
  readonly idempotencyKey: string;
}

/**
 * Enters a candidate for an opening, and makes the loop: with the kit and the scoring rule that the opening has now, and the seal policy that
 * the organization has now. None of the three changes afterwards. `planLoop` then makes the interviews.
 */
@Injectable()
export class CreateApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidates: CandidateRepository,
    private readonly openings: OpeningRepository,
    private readonly applications: ApplicationRepository,
    private readonly loops: LoopRepository,
    private readonly organizations: Organizations,
  ) {}

  execute(
    actor: Actor,
    { candidateId, openingId, idempotencyKey }: CreateApplicationInput,
  ): Promise<Result<{ applicationId: string }, CreateError>> {
    const { organizationId } = actor;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const candidate = candidateId === null ? null : await this.candidates.hold(tx, organizationId, candidateId, 'SHARE');
        if (candidate === null) return err(notFound('candidate', ['input', 'candidateId']));
        if (candidate.erasedAt !== null)
          return err(conflict('The data of this candidate was erased; she cannot be entered for an opening.', ['input', 'candidateId']));
        const opening = openingId === null ? null : await this.openings.hold(tx, organizationId, openingId);
        if (opening === null) return err(notFound('opening', ['input', 'openingId']));
        if (opening.status !== 'OPEN')
          return err(conflict('This opening is closed; reopen it to enter candidates.', ['input', 'openingId']));
        const application = { organizationId, id: newId(), candidateId: candidate.id, openingId: opening.id, createdAt: tx.now };
        if (!(await this.applications.add(tx, application)))
          return err(conflict('This candidate is entered for this opening already.', ['input', 'candidateId']));
        const { sealPolicy } = await this.organizations.settingsOf(tx, organizationId);
        const loopId = newId();
        await this.loops.add(tx, {
          organizationId,
          id: loopId,
          applicationId: application.id,
          kitId: opening.kitId,
          scoringRuleId: opening.scoringRuleId,
          sealPolicy,
          sealOpenedAt: null,
          sealOpenedEarlyBy: null,
          sealOpenedEarlyReason: null,
          decidedAt: null,
          createdAt: tx.now,
          textErasedAt: null,
        });
        tx.audit({
          action: 'application.create',
          subjectType: 'Application',
          subjectId: application.id,
          detail: { candidateId: candidate.id, openingId: opening.id, loopId, sealPolicy },
        });
        return ok({ applicationId: application.id });
      },
      { once: { operation: 'application.create', key: idempotencyKey, input: { candidateId, openingId } } },
    );
  }
}
