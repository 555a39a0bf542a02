import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { ThreadStopped } from '@touchstone/threads';
import { QuestionImportRepository } from '../persistence/question-import.repository';
import { ImportApplier } from './import-applier';
import { ImportAuthor } from './import-author';
import type { ImportCall } from './import-calls';
import { ImportJournal, ImportTakenBack } from './import-journal';
import { ImportPlanner } from './import-planner';

/**
 * Does what an import waits for: plans it, or applies it. For the jobs door; may be called at any time, by several at once, again after a crash: what is due
 * stands in the database, and a plan or a change that was not finished has left nothing behind.
 */
@Injectable()
export class RunQuestionImport {
  private readonly logger = new Logger(RunQuestionImport.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: QuestionImportRepository,
    private readonly author: ImportAuthor,
    private readonly planner: ImportPlanner,
    private readonly applier: ImportApplier,
    private readonly journal: ImportJournal,
  ) {}

  async execute({ organizationId, importId }: ImportCall, stop?: AbortSignal): Promise<void> {
    const held = await this.unitOfWork.readIn(wholeOrganization(organizationId), (tx) => this.imports.byId(tx, organizationId, importId));
    if (held === null || (held.state !== 'PLANNING' && held.state !== 'APPLYING')) return;
    const actor = await this.author.of(held);
    if (actor === null) return this.journal.end(held, 'CANCELLED', () => ({}));
    try {
      await (held.state === 'PLANNING' ? this.planner.plan(actor, held, stop) : this.applier.apply(actor, held, stop));
    } catch (error) {
      if (error instanceof ImportTakenBack) return;
      // Whoever works on jobs is about to stop; the queue sends this one again.
      if (error instanceof ThreadStopped || stop?.aborted === true) throw error;
      this.logger.error({ organizationId, importId, err: error }, 'An import broke off.');
      await this.journal.end(held, 'FAILED', () => ({}));
    }
  }
}
