import { Injectable } from '@nestjs/common';
import { type OpeningAction, transitionOpening } from '@touchstone/interviewing/interviews';
import { err, notFound, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { ChangeError } from '../errors';
import { OpeningRepository } from '../persistence/opening.repository';
import { OpeningFacts } from './opening-facts';

/** Which opening, at which revision the client has seen it. */
export interface OpeningStepInput {
  readonly openingId: string | null;
  readonly expectedRevision: number;
}

/** One step in the life of an opening, along its state machine, by those who may change it. */
@Injectable()
export class OpeningStep {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly facts: OpeningFacts,
    private readonly openings: OpeningRepository,
  ) {}

  take(
    actor: Actor,
    { openingId, expectedRevision }: OpeningStepInput,
    step: { readonly action: OpeningAction; readonly auditedAs: string },
  ): Promise<Result<{ openingId: string }, ChangeError>> {
    return this.unitOfWork.write(actor, async (tx) => {
      const opening = openingId === null ? null : await this.openings.byId(tx, actor.organizationId, openingId);
      if (opening === null) return err(notFound('opening', ['input', 'openingId']));
      const allowed = this.facts.mayManage(actor, opening.hiringManagerId);
      if (!allowed.ok) return allowed;
      if (opening.revision !== expectedRevision) return err(revisionConflict(opening.revision, 'opening'));
      const status = transitionOpening(opening.status, step.action);
      if (!status.ok) return status;
      if (!(await this.openings.change(tx, opening, expectedRevision, { status: status.value })))
        return err(revisionConflict(expectedRevision + 1, 'opening'));
      tx.audit({ action: step.auditedAs, subjectType: 'Opening', subjectId: opening.id });
      return ok({ openingId: opening.id });
    });
  }
}
