import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { ChangeError } from '../errors';
import { OpeningRepository } from '../persistence/opening.repository';
import { OpeningFacts, type OpeningParts } from './opening-facts';

/** What to change; what is undefined stays. */
export type UpdateOpeningInput = Partial<OpeningParts> & { readonly openingId: string | null; readonly expectedRevision: number };

/** Changes an opening. Loops that exist keep the kit and the scoring rule with which they were made. */
@Injectable()
export class UpdateOpening {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly facts: OpeningFacts,
    private readonly openings: OpeningRepository,
  ) {}

  execute(
    actor: Actor,
    { openingId, expectedRevision, ...changes }: UpdateOpeningInput,
  ): Promise<Result<{ openingId: string }, ChangeError>> {
    const { organizationId } = actor;
    return this.unitOfWork.write(actor, async (tx) => {
      const opening = openingId === null ? null : await this.openings.byId(tx, organizationId, openingId);
      if (opening === null) return err(notFound('opening', ['input', 'openingId']));
      const allowed = this.facts.mayManage(actor, opening.hiringManagerId);
      if (!allowed.ok) return allowed;
      if (opening.revision !== expectedRevision) return err(revisionConflict(opening.revision, 'opening'));
      const parts = await this.facts.check(tx, actor, { ...opening, panelistIds: [], ...changes }, opening.hiringManagerId);
      if (!parts.ok) return parts;
      const { panelistIds, ...change } = parts.value;
      if (!(await this.openings.change(tx, opening, expectedRevision, change)))
        return err(revisionConflict(expectedRevision + 1, 'opening'));
      if (changes.panelistIds !== undefined) await this.openings.setPool(tx, organizationId, opening.id, panelistIds);
      tx.audit({
        action: 'opening.update',
        subjectType: 'Opening',
        subjectId: opening.id,
        detail: { changed: Object.keys(changes).sort() },
      });
      return ok({ openingId: opening.id });
    });
  }
}
