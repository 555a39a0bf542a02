import { Injectable } from '@nestjs/common';
import { type QuestionDocument, validateQuestionDocument } from '@touchstone/bank-format';
import { err, ok } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { ImportBankRepository, type MetQuestion } from '../persistence/import-bank.repository';
import type { QuestionImportItemRecord } from '../persistence/question-import-item.record';
import { QuestionImportItemRepository, type SettledItem } from '../persistence/question-import-item.repository';
import type { QuestionImportRecord } from '../persistence/question-import.record';
import { QuestionImportRepository } from '../persistence/question-import.repository';
import { QuestionRepository } from '../persistence/question.repository';
import { VersionWriter } from '../persistence/version-writer';
import { BankFramework, type Home, type HomeFinder } from './bank-framework';
import { ImportJournal, ImportTakenBack } from './import-journal';
import { judge } from './import-outcome';

/** So many questions between two looks at whether somebody has taken the import back. */
const AT_ONCE = 100;

/** What is written in one transaction. */
interface Writing {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly homeOf: HomeFinder;
}

/**
 * Writes what a plan found, in one transaction: all that was chosen, or nothing. A question whose standing in the bank has changed since the plan is left alone
 * and said; the others are not kept from coming in. All of it are drafts of whoever imports, whatever the file says.
 */
@Injectable()
export class ImportApplier {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly framework: BankFramework,
    private readonly bank: ImportBankRepository,
    private readonly imports: QuestionImportRepository,
    private readonly items: QuestionImportItemRepository,
    private readonly questions: QuestionRepository,
    private readonly writer: VersionWriter,
    private readonly journal: ImportJournal,
  ) {}

  async apply(actor: Actor, held: QuestionImportRecord, stop?: AbortSignal): Promise<void> {
    const { organizationId, id: importId, chosen, sha256, fileName } = held;
    const key = { organizationId, importId };
    const total = chosen?.length ?? held.total ?? 0;
    const applied = await this.unitOfWork.write(actor, async (tx) => {
      const writing = { tx, actor, homeOf: await this.framework.finder(tx, organizationId) };
      const written = new Map<string, number>();
      let after = '';
      for (let done = 0; ;) {
        stop?.throwIfAborted();
        const items = await this.items.toWrite(tx, key, chosen, after, AT_ONCE);
        if (items.length === 0) break;
        const settled = await this.write(writing, items);
        await this.items.settle(tx, key, settled);
        for (const { result } of settled) written.set(result, (written.get(result) ?? 0) + 1);
        after = items.at(-1)?.slug ?? after;
        done += items.length;
        await this.journal.advance(held, { step: 'WRITING', done, total });
      }
      await this.items.close(tx, key, held.total ?? 0);
      const stands = await this.imports.move(tx, held, { state: 'APPLYING' }, 'APPLIED', {
        step: 'DONE',
        done: total,
        total,
        appliedAt: tx.now,
      });
      if (!stands) return err(new ImportTakenBack());
      tx.audit({
        action: 'question.import',
        subjectType: 'QuestionImport',
        subjectId: importId,
        detail: {
          fileName,
          sha256,
          questions: written.get('NEW_QUESTION') ?? 0,
          versions: written.get('NEW_VERSION') ?? 0,
          drafts: written.get('DRAFT_REPLACED') ?? 0,
          leftOut: written.get('LEFT_OUT') ?? 0,
        },
      });
      return ok(null);
    });
    if (!applied.ok) throw applied.error;
  }

  private async write(writing: Writing, items: readonly QuestionImportItemRecord[]): Promise<readonly SettledItem[]> {
    const { tx, actor } = writing;
    const met = await this.bank.meet(
      tx,
      actor.organizationId,
      items.map(({ slug }) => slug),
      true,
    );
    const settle = (item: QuestionImportItemRecord): Promise<SettledItem> => this.settle(writing, item, met.get(item.slug));
    // New questions are under way at once: the connection keeps the order, and nobody waits for a round trip. What is there already goes one by one.
    const settled = await Promise.all(items.filter(({ slug }) => !met.has(slug)).map(settle));
    for (const item of items.filter(({ slug }) => met.has(slug))) settled.push(await settle(item));
    return settled;
  }

  private async settle(writing: Writing, item: QuestionImportItemRecord, standing: MetQuestion | undefined): Promise<SettledItem> {
    const { outcome, effect, reason, basis } = judge(item, standing, writing.actor);
    const settled = { number: item.number, outcome, result: 'LEFT_OUT', reason: null, questionId: null, versionId: null } as const;
    if (outcome === 'UNCHANGED')
      return { ...settled, result: 'NOTHING', questionId: standing?.questionId ?? null, versionId: standing?.latestId ?? null };
    if (outcome === 'CONFLICT') return { ...settled, reason };
    const conflict = { ...settled, outcome: 'CONFLICT' } as const;
    if (basis !== item.basis)
      return { ...conflict, reason: 'The question has changed in the bank since the plan was made. Plan the import again.' };
    const document = documentOf(item);
    const home = writing.homeOf(document, []);
    if (!home.ok) return { ...settled, outcome: 'REFUSED', reason: home.error.message };
    const ids =
      standing === undefined
        ? await this.addQuestion(writing, document, home.value)
        : await this.addVersion(writing, standing, document, home.value, effect === 'DRAFT_REPLACED');
    if (ids === null)
      return { ...conflict, reason: 'Somebody has taken the slug or changed the question meanwhile. Plan the import again.' };
    return { ...settled, result: effect, ...ids };
  }

  private async addQuestion(
    { tx, actor: { organizationId, memberId } }: Writing,
    document: QuestionDocument,
    { categoryId, nameOf }: Home,
  ): Promise<{ questionId: string; versionId: string } | null> {
    const [questionId, versionId] = [newId(), newId()];
    const added = await this.questions.add(tx, {
      organizationId,
      id: questionId,
      slug: document.id,
      categoryId,
      ownerId: memberId,
      latestVersionId: versionId,
      approvedVersionId: null,
      retiredNumber: null,
      retiredAt: null,
      revision: 1,
      createdAt: tx.now,
    });
    if (!added) return null;
    const version = { id: versionId, questionId, number: 1, status: 'DRAFT', authorId: memberId, editorIds: [memberId], document } as const;
    await this.writer.add(tx, organizationId, version, nameOf);
    return { questionId, versionId };
  }

  private async addVersion(
    { tx, actor: { organizationId, memberId } }: Writing,
    standing: MetQuestion,
    document: QuestionDocument,
    { categoryId, nameOf }: Home,
    replaces: boolean,
  ): Promise<{ questionId: string; versionId: string } | null> {
    const { questionId, latestId, authorId, editorIds: before } = standing;
    const editorIds = [...new Set([memberId, authorId, ...before])];
    const versionId = replaces ? latestId : newId();
    if (replaces) {
      const draft = { id: latestId, revision: standing.revision, editorIds, document };
      if ((await this.writer.rewrite(tx, organizationId, draft, nameOf)) === null) return null;
    } else {
      const version = {
        id: versionId,
        questionId,
        number: standing.number + 1,
        status: 'DRAFT',
        authorId: memberId,
        editorIds,
        document,
      } as const;
      await this.writer.add(tx, organizationId, version, nameOf);
    }
    // Until something is approved the draft says where the question belongs.
    const moves = standing.approvedHash === null && standing.categoryId !== categoryId;
    if (!replaces || moves)
      await this.questions.update(
        tx,
        { organizationId, id: questionId, revision: standing.questionRevision },
        { latestVersionId: versionId, ...(moves && { categoryId }) },
      );
    return { questionId, versionId };
  }
}

function documentOf({ document, number }: QuestionImportItemRecord): QuestionDocument {
  const read = document === null ? null : validateQuestionDocument(JSON.parse(document));
  if (read === null || !read.ok) throw new Error(`The content of item ${number} of the plan is missing or cannot be read.`);
  return read.value;
}
