import { Injectable } from '@nestjs/common';
import { conflict, err, notAllowed, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { StateError } from '../errors';
import { ConflictRepository } from '../persistence/conflict.repository';
import { ConflictReader } from './conflict-reader';

/** Somebody who plans the panel has looked at a conflict of interest and lets the member sit all the same. Never the member herself. */
@Injectable()
export class AcknowledgeConflict {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ConflictReader,
    private readonly conflicts: ConflictRepository,
  ) {}

  execute(actor: Actor, conflictId: string | null): Promise<Result<{ conflictId: string }, StateError>> {
    return this.unitOfWork.write(actor, async (tx) => {
      const path = ['input', 'conflictId'];
      const found = await this.reader.hold(tx, actor, conflictId);
      if (found === null) return err(notFound('conflict of interest', path));
      const plans = (await this.reader.planned(tx, actor, [found.candidateId])).size > 0;
      if (!plans || found.memberId === actor.memberId) {
        return err(notAllowed('A conflict of interest is acknowledged by somebody who plans the panel and whom it is not about.'));
      }
      if (found.withdrawnAt !== null || found.acknowledgedBy !== null) {
        return err(conflict('This conflict of interest does not stand open: it was withdrawn or acknowledged.', path));
      }
      await this.conflicts.acknowledge(tx, actor.organizationId, found.id, actor.memberId);
      tx.audit({
        action: 'conflict.acknowledge',
        subjectType: 'ConflictOfInterest',
        subjectId: found.id,
        detail: { memberId: found.memberId },
      });
      return ok({ conflictId: found.id });
    });
  }
}
