import { Injectable } from '@nestjs/common';
import { manageScope } from '@touchstone/interviewing/access';
import { conflict, err, notAllowed, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { StateError } from '../errors';
import { ConflictRepository } from '../persistence/conflict.repository';
import { ConflictReader } from './conflict-reader';

/** Takes a conflict of interest back: whoever put it on record, or somebody who coordinates and is not herself the one in question. */
@Injectable()
export class WithdrawConflict {
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
      const coordinates = manageScope(actor.roles).everything && found.memberId !== actor.memberId;
      if (found.declaredBy !== actor.memberId && !coordinates) {
        return err(notAllowed('A conflict of interest is withdrawn by whoever declared it, or by a coordinator whom it is not about.'));
      }
      if (found.withdrawnAt !== null) return err(conflict('This conflict of interest was withdrawn already.', path));
      await this.conflicts.withdraw(tx, actor.organizationId, found.id);
      tx.audit({
        action: 'conflict.withdraw',
        subjectType: 'ConflictOfInterest',
        subjectId: found.id,
        detail: { memberId: found.memberId },
      });
      return ok({ conflictId: found.id });
    });
  }
}
