import { Inject, Injectable } from '@nestjs/common';
import type { Loss, OutgoingFormat } from '@touchstone/bank-format';
import { ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { CONFIGURATION, type Configuration } from '@touchstone/platform/configuration';
import { UnitOfWork } from '@touchstone/platform/database';
import { newToken } from '@touchstone/platform/secrets/token';
import type { ExportQuestionsError } from '../errors';
import { QuestionFileRepository } from '../persistence/question-file.repository';

export interface ExportedQuestions {
  /** Opens the file once or more until it expires. A repetition gives the same file a new link, because the secret of the first is not kept; null where it has expired. */
  readonly link: string | null;
  readonly expiresAt: string;
  readonly fileName: string;
  readonly byteCount: number;
  readonly questions: number;
  /** Of them those that go out without what is for scorers. */
  readonly withoutRubric: number;
  readonly losses: readonly Loss[];
}

/** What is kept of it under its key. */
export type KeptExport = Omit<ExportedQuestions, 'link'> & { readonly fileId: string };

/** The links by which exports are fetched. */
@Injectable()
export class FileLinks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: QuestionFileRepository,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** The export of before with a link of its own, where the file is still kept. */
  async again(actor: Actor, kept: KeptExport, format: OutgoingFormat): Promise<Result<ExportedQuestions, ExportQuestionsError>> {
    const { organizationId } = actor;
    const { token, hash } = newToken('export', organizationId);
    return this.unitOfWork.write(actor, async (tx) => {
      if (!(await this.files.changeToken(tx, organizationId, kept.fileId, hash))) return ok(this.of(kept, null));
      tx.audit({ action: 'question.export', subjectType: 'QuestionFile', subjectId: kept.fileId, detail: { format, again: true } });
      return ok(this.of(kept, token));
    });
  }

  /** `token`: null where the file is gone. */
  of({ fileId: _kept, ...exported }: KeptExport, token: string | null): ExportedQuestions {
    return { ...exported, link: token === null ? null : `${this.configuration.baseUrl}/exports/questions?token=${token}` };
  }
}
