import { Injectable } from '@nestjs/common';
import { conflict, err, notFound, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { CancelQuestionImportError } from '../errors';
import { QuestionImportItemRepository } from '../persistence/question-import-item.repository';
import { QuestionImportRepository } from '../persistence/question-import.repository';
import { mayDecideImport } from './import-rights';
import { IMPORT_STATES_IN_WORDS } from './import-words';

export interface CancelQuestionImportInput {
  readonly importId: string | null;
  readonly expectedRevision: number;
}

/** Takes an import back: a plan that is made or waits, or a change that is not finished. Of what was applied nothing is undone. */
@Injectable()
export class CancelQuestionImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: QuestionImportRepository,
    private readonly items: QuestionImportItemRepository,
  ) {}

  async execute(
    actor: Actor,
    { importId, expectedRevision }: CancelQuestionImportInput,
  ): Promise<Result<{ importId: string }, CancelQuestionImportError>> {
    const { organizationId } = actor;
    const path = ['input', 'importId'];
    return this.unitOfWork.write(actor, async (tx) => {
      const held = importId === null ? null : await this.imports.byId(tx, organizationId, importId);
      if (importId === null || held === null || !mayDecideImport(held, actor)) return err(notFound('import', path));
      const { state } = held;
      if (state !== 'PLANNING' && state !== 'PLANNED' && state !== 'APPLYING')
        return err(conflict(`This import ${IMPORT_STATES_IN_WORDS[state]}. There is nothing to cancel.`, path));
      const moved = await this.imports.move(tx, held, { state, revision: expectedRevision }, 'CANCELLED', { step: 'DONE' });
      if (!moved) return err(revisionConflict(held.revision, 'import'));
      // What is being written holds its items; they are let go of with it.
      if (state === 'PLANNED') await this.items.forget(tx, { organizationId, importId });
      tx.audit({ action: 'question.cancelImport', subjectType: 'QuestionImport', subjectId: importId, detail: { state } });
      return ok({ importId });
    });
  }
}
