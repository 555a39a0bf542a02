import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import type { CreateError } from '../errors';
import { OpeningRepository } from '../persistence/opening.repository';
import { OpeningFacts, type OpeningParts } from './opening-facts';

export interface CreateOpeningInput extends OpeningParts {
  readonly idempotencyKey: string;
}

/** Makes an opening from a published kit and a scoring rule. */
@Injectable()
export class CreateOpening {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly facts: OpeningFacts,
    private readonly openings: OpeningRepository,
  ) {}

  execute(actor: Actor, input: CreateOpeningInput): Promise<Result<{ openingId: string }, CreateError>> {
    const { organizationId } = actor;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const parts = await this.facts.check(tx, actor, input);
        if (!parts.ok) return parts;
        const allowed = this.facts.mayManage(actor, parts.value.hiringManagerId);
        if (!allowed.ok) return allowed;
        const { panelistIds, ...opening } = parts.value;
        const openingId = newId();
        await this.openings.add(tx, { ...opening, organizationId, id: openingId, status: 'OPEN', revision: 1, createdAt: tx.now });
        await this.openings.setPool(tx, organizationId, openingId, panelistIds);
        tx.audit({
          action: 'opening.create',
          subjectType: 'Opening',
          subjectId: openingId,
          detail: { kitId: opening.kitId, scoringRuleId: opening.scoringRuleId, hiringManagerId: opening.hiringManagerId },
        });
        return ok({ openingId });
      },
      { once: { operation: 'opening.create', key: input.idempotencyKey, input } },
    );
  }
}
