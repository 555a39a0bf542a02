import { Injectable } from '@nestjs/common';
import { conflict, err, invalid, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { Competencies } from '../../competencies';
import type { PlanQuestionImportError } from '../errors';
import { QuestionFileRepository } from '../persistence/question-file.repository';
import { QuestionImportRepository } from '../persistence/question-import.repository';
import { announceImport } from './import-calls';
import type { ImportSettings } from './import-tasks';

export interface PlanQuestionImportInput {
  readonly uploadId: string | null;
  readonly settings: ImportSettings;
  readonly idempotencyKey: string;
}

/** Imports of one organization that are under way or wait for a decision. */
const MOST_UNFINISHED = 20;
const PATIENCE_MS = 24 * 60 * 60 * 1000;

/** Asks what an uploaded file would do to the bank. The plan is made by the jobs door; changes nothing in the bank. */
@Injectable()
export class PlanQuestionImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly competencies: Competencies,
    private readonly files: QuestionFileRepository,
    private readonly imports: QuestionImportRepository,
  ) {}

  async execute(
    actor: Actor,
    { uploadId, settings, idempotencyKey }: PlanQuestionImportInput,
  ): Promise<Result<{ importId: string }, PlanQuestionImportError>> {
    const { organizationId, memberId } = actor;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const file = uploadId === null ? null : await this.files.byId(tx, organizationId, uploadId);
        if (file === null || file.purpose !== 'UPLOAD' || file.memberId !== memberId || file.expiresAt <= tx.now)
          return err(notFound('upload', ['input', 'uploadId']));
        const { categories } = await this.competencies.known(tx, organizationId);
        if (settings.category !== undefined && !categories.has(settings.category))
          return err(
            invalid(`There is no category "${settings.category}" here. Use one of ${[...categories].join(', ')}.`, [
              'input',
              'settings',
              'category',
            ]),
          );
        if (settings.encoding !== undefined && !isEncoding(settings.encoding))
          return err(
            invalid('This encoding is not known. Use a name such as "windows-1252" or "utf-16le".', ['input', 'settings', 'encoding']),
          );
        if ((await this.imports.unfinished(tx, organizationId)) >= MOST_UNFINISHED)
          return err(conflict(`${MOST_UNFINISHED} imports are under way or wait for a decision. Apply or cancel one of them first.`, []));
        const importId = newId();
        await this.imports.add(tx, {
          organizationId,
          id: importId,
          memberId,
          fileId: file.id,
          fileName: file.name,
          byteCount: file.byteCount,
          sha256: file.sha256,
          settings: JSON.stringify(settings),
          state: 'PLANNING',
          step: 'WAITING',
          done: 0,
          total: null,
          detected: null,
          notices: null,
          refusals: null,
          chosen: null,
          revision: 1,
          createdAt: tx.now,
          plannedAt: null,
          appliedAt: null,
          expiresAt: new Date(tx.now.getTime() + PATIENCE_MS),
        });
        tx.audit({
          action: 'question.planImport',
          subjectType: 'QuestionImport',
          subjectId: importId,
          detail: { fileName: file.name, sha256: file.sha256 },
        });
        announceImport(tx, { organizationId, importId });
        return ok({ importId });
      },
      { once: { operation: 'question.planImport', key: idempotencyKey, input: { uploadId, settings } } },
    );
  }
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}
