import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AnnouncementListener, noOrganization, type Transaction, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { Housekeeping } from '@touchstone/platform/jobs/housekeeping';
import { Organizations } from '../../organizations';
import { QuestionFileRepository } from '../persistence/question-file.repository';
import { QuestionImportItemRepository } from '../persistence/question-import-item.repository';
import { QuestionImportRepository } from '../persistence/question-import.repository';

const TOPIC = 'question-import';

/** One import that somebody has to work on. */
export interface ImportCall {
  readonly organizationId: string;
  readonly importId: string;
}

/** Tells the jobs door that an import is to be worked on, if and only if the transaction commits. */
export const announceImport = (tx: Transaction, { organizationId, importId }: ImportCall): void =>
  tx.announce({ topic: TOPIC, payload: { organizationId, importId } });

/**
 * Which imports wait for the jobs door. A call only saves waiting: what is due stands in the database, and the jobs door looks every minute. Also lets go of
 * files and plans whose time is over.
 */
@Injectable()
export class ImportCalls implements OnModuleInit {
  constructor(
    private readonly announcements: AnnouncementListener,
    private readonly housekeeping: Housekeeping,
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: Organizations,
    private readonly files: QuestionFileRepository,
    private readonly imports: QuestionImportRepository,
    private readonly items: QuestionImportItemRepository,
  ) {}

  onModuleInit(): void {
    this.housekeeping.addSweep(async (tx, organizationId) => {
      await this.files.forgetExpired(tx, organizationId);
      await this.imports.expire(tx, organizationId);
      await this.items.forgetUnwanted(tx, organizationId);
    });
  }

  /** Calls `answer` with each import that is asked for, until the function that it gives is called. */
  hear(answer: (call: ImportCall) => void): () => void {
    return this.announcements.hear(({ topic, payload: { organizationId, importId } }) => {
      if (topic === TOPIC && organizationId !== undefined && importId !== undefined) answer({ organizationId, importId });
    });
  }

  /** All imports that are due, of all organizations. */
  async due(): Promise<readonly ImportCall[]> {
    const ids = await this.unitOfWork.readIn(noOrganization, (tx) => this.organizations.ids(tx));
    const calls: ImportCall[] = [];
    for (const organizationId of ids) {
      const due = await this.unitOfWork.readIn(wholeOrganization(organizationId), (tx) => this.imports.due(tx, organizationId));
      calls.push(...due.map(({ id }) => ({ organizationId, importId: id })));
    }
    return calls;
  }
}
