import { Injectable } from '@nestjs/common';
import { conflict, err, invalid, notFound, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { ApplyQuestionImportError } from '../errors';
import { QuestionImportItemRepository } from '../persistence/question-import-item.repository';
import { QuestionImportRepository } from '../persistence/question-import.repository';
import { announceImport } from './import-calls';
import { mayDecideImport } from './import-rights';
import { IMPORT_STATES_IN_WORDS } from './import-words';

export interface ApplyQuestionImportInput {
  readonly importId: string | null;
  readonly expectedRevision: number;
  /** Numbers of the items that are wanted; null = all that are new or changed. */
  readonly items: readonly number[] | null;
  readonly idempotencyKey: string;
}

/** Says yes to a plan. The jobs door writes it, in one transaction; what it comes to is kept with the import. */
@Injectable()
export class ApplyQuestionImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: QuestionImportRepository,
    private readonly items: QuestionImportItemRepository,
  ) {}

  async execute(
    actor: Actor,
    { idempotencyKey, ...input }: ApplyQuestionImportInput,
  ): Promise<Result<{ importId: string }, ApplyQuestionImportError>> {
    const { organizationId } = actor;
    const { importId, expectedRevision } = input;
    const path = ['input', 'importId'];
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const held = importId === null ? null : await this.imports.byId(tx, organizationId, importId);
        if (importId === null || held === null || !mayDecideImport(held, actor)) return err(notFound('import', path));
        if (held.state !== 'PLANNED')
          return err(
            conflict(`This import ${IMPORT_STATES_IN_WORDS[held.state]}. Only a plan that waits for a decision is applied.`, path),
          );
        if (held.expiresAt <= tx.now) return err(conflict('The time of this plan is over. Upload the file and plan it again.', path));
        const chosen = input.items === null ? null : [...new Set(input.items)].sort((a, b) => a - b);
        if (chosen !== null) {
          const writable = await this.items.writable(tx, { organizationId, importId }, chosen);
          const stray = chosen.find((number) => !writable.has(number));
          if (stray !== undefined)
            return err(
              invalid(`Item ${stray} is not one that can be written. Choose among those that are new or changed.`, ['input', 'items']),
            );
          if (chosen.length === 0)
            return err(invalid('Nothing is chosen. Leave the list out for all, or cancel the import.', ['input', 'items']));
        }
        const moved = await this.imports.move(tx, held, { state: 'PLANNED', revision: expectedRevision }, 'APPLYING', {
          step: 'WAITING',
          done: 0,
          chosen: chosen === null ? null : [...chosen],
        });
        if (!moved) return err(revisionConflict(held.revision, 'import'));
        announceImport(tx, { organizationId, importId });
        return ok({ importId });
      },
      { once: { operation: 'question.applyImport', key: idempotencyKey, input } },
    );
  }
}
