import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { ImportOutcome, QuestionImportItemRecord } from '../persistence/question-import-item.record';
import { QuestionImportItemRepository } from '../persistence/question-import-item.repository';

export {
  IMPORT_EFFECTS,
  IMPORT_OUTCOMES,
  type ImportEffect,
  type ImportOutcome,
  type QuestionImportItemRecord,
} from '../persistence/question-import-item.record';

/** The questions of one import, in the order of the file. Whoever may read the import may read them. */
@Injectable()
export class ListImportItems {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: QuestionImportItemRepository,
  ) {}

  execute(
    actor: Actor,
    importId: string,
    outcomes: readonly ImportOutcome[] | null,
    request: PageRequest,
  ): Promise<Page<QuestionImportItemRecord>> {
    const { organizationId } = actor;
    return this.unitOfWork.read(actor, (tx) => this.items.page(tx, { organizationId, importId }, outcomes, request));
  }
}
