import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DOOR_LIMITS, LIMITS, type OutgoingFormat } from '@touchstone/bank-format';
import { conflict, err, invalid, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { type Once, recallOnce } from '@touchstone/platform/idempotency/once';
import { newToken } from '@touchstone/platform/secrets/token';
import { newId } from '@touchstone/platform/time/new-id';
import { Organizations } from '../../organizations';
import type { ExportQuestionsError } from '../errors';
import type { QuestionFilter } from '../persistence/question-filter';
import { QuestionFileRepository } from '../persistence/question-file.repository';
import { type ExportedQuestions, FileLinks, type KeptExport } from './file-links';
import { FileTooCostly, ImportDesk } from './import-desk';
import type { ImportAnswers, OutgoingBank } from './import-tasks';
import { QUOTA_BYTES } from './keep-question-upload';
import { type Selection, QuestionSelection } from './question-selection';

export interface ExportQuestionsInput {
  readonly format: OutgoingFormat;
  /** Whether the file also carries everything in our own format, where the container can. */
  readonly sidecar: boolean;
  /** Ids of questions; null = by the filter. Null in it is an id that is none of ours. */
  readonly questionIds: readonly (string | null)[] | null;
  readonly filter: QuestionFilter;
  readonly idempotencyKey: string;
}

const KEPT_MS = 15 * 60 * 1000;

/** Formats of which a file holds only so many questions that can be read again. */
const BOUNDED: ReadonlySet<OutgoingFormat> = new Set(['yaml', 'json']);

/** Writes questions that the actor may read into a file of a format of hers, says what that cannot carry, and gives a link by which it is fetched. */
@Injectable()
export class ExportQuestions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: Organizations,
    private readonly selection: QuestionSelection,
    private readonly files: QuestionFileRepository,
    private readonly desk: ImportDesk,
    private readonly links: FileLinks,
  ) {}

  async execute(
    actor: Actor,
    { idempotencyKey: key, ...input }: ExportQuestionsInput,
  ): Promise<Result<ExportedQuestions, ExportQuestionsError>> {
    const once: Once = { operation: 'question.export', key, input };
    const earlier = await this.unitOfWork.readIn(wholeOrganization(actor.organizationId), (tx) => recallOnce<KeptExport>(tx, actor, once));
    if (earlier !== null) return earlier.ok ? this.links.again(actor, earlier.value, input.format) : earlier;
    const written = await this.write(actor, input);
    if (!written.ok) return written;
    const { file, selected } = written.value;
    const { organizationId, memberId } = actor;
    const { token, hash } = newToken('export', organizationId);
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const fileId = newId();
    const kept = await this.unitOfWork.write(
      actor,
      async (tx): Promise<Result<KeptExport, ExportQuestionsError>> => {
        if ((await this.files.bytesKept(tx, organizationId)) + file.bytes.length > QUOTA_BYTES)
          return err(
            conflict(
              `The organization keeps ${QUOTA_BYTES / 1_000_000} million bytes of files at once. Exports go after a quarter of an hour; try again then.`,
            ),
          );
        const expiresAt = new Date(tx.now.getTime() + KEPT_MS);
        await this.files.add(
          tx,
          {
            organizationId,
            id: fileId,
            memberId,
            purpose: 'EXPORT',
            name: file.name,
            mediaType: file.mediaType,
            byteCount: file.bytes.length,
            sha256,
            tokenHash: hash,
            createdAt: tx.now,
            expiresAt,
          },
          file.bytes,
        );
        tx.audit({
          action: 'question.export',
          subjectType: 'QuestionFile',
          subjectId: fileId,
          detail: { format: input.format, sha256, questions: selected.questions, withoutRubric: selected.withoutRubric },
        });
        return ok({
          fileId,
          expiresAt: expiresAt.toISOString(),
          fileName: file.name,
          byteCount: file.bytes.length,
          ...selected,
          losses: file.losses,
        });
      },
      { once },
    );
    if (!kept.ok) return kept;
    // Somebody with the same key was faster: the file of that one counts.
    if (kept.value.fileId !== fileId) return this.links.again(actor, kept.value, input.format);
    return ok(this.links.of(kept.value, token));
  }

  private async write(
    actor: Actor,
    { format, sidecar, questionIds, filter }: Omit<ExportQuestionsInput, 'idempotencyKey'>,
  ): Promise<Result<{ file: ImportAnswers['WRITE']; selected: Selection }, ExportQuestionsError>> {
    const most = BOUNDED.has(format) ? LIMITS.questionsPerFile : DOOR_LIMITS.questions;
    const { bank, day } = await this.bankOf(actor);
    try {
      return await this.desk.work(async (ask) => {
        const selected = await this.selection.read(actor, { questionIds, filter }, most, async (questions) => {
          await ask({ kind: 'ADD_QUESTIONS', questions });
        });
        if (!selected.ok) return selected;
        const file = await ask({ kind: 'WRITE', format, bank, options: { sidecar, day } });
        return ok({ file, selected: selected.value });
      });
    } catch (error) {
      if (!(error instanceof FileTooCostly)) throw error;
      return err(invalid(`${error.message} Choose fewer questions.`, ['input', 'filter']));
    }
  }

  private bankOf({ organizationId }: Actor): Promise<{ readonly bank: OutgoingBank; readonly day: string }> {
    return this.unitOfWork.readIn(wholeOrganization(organizationId), async (tx) => {
      const organization = await this.organizations.byId(tx, organizationId);
      const bank = { id: organization?.slug.slice(0, 80) ?? 'bank', title: organization?.name ?? 'Bank' };
      return { bank, day: tx.now.toISOString().slice(0, 10) };
    });
  }
}
