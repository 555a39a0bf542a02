import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { QuestionImportRecord } from '../persistence/question-import.record';
import { QuestionImportRepository } from '../persistence/question-import.repository';

export {
  IMPORT_STATES,
  IMPORT_STEPS,
  type ImportState,
  type ImportStep,
  type QuestionImportRecord,
} from '../persistence/question-import.record';

/** Imports of the actor, the newest first; of everybody for ADMIN. */
@Injectable()
export class ListQuestionImports {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: QuestionImportRepository,
  ) {}

  execute(actor: Actor, request: PageRequest): Promise<Page<QuestionImportRecord>> {
    const memberId = actor.roles.includes('ADMIN') ? null : actor.memberId;
    return this.unitOfWork.read(actor, (tx) => this.imports.page(tx, actor.organizationId, memberId, request));
  }
}
