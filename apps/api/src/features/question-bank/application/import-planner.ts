import { Injectable } from '@nestjs/common';
import type { DoorFault } from '@touchstone/bank-format';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { Competencies } from '../../competencies';
import { contentHashOf } from '../persistence/document-cache';
import { ImportBankRepository, type KnownPrompt } from '../persistence/import-bank.repository';
import { QuestionFileRepository } from '../persistence/question-file.repository';
import { QuestionImportItemRepository } from '../persistence/question-import-item.repository';
import type { QuestionImportRecord } from '../persistence/question-import.record';
import { type AskImport, FileTooCostly, ImportDesk } from './import-desk';
import { ImportJournal } from './import-journal';
import { judge } from './import-outcome';
import type { ImportAnswers, ImportSettings, ReadItem } from './import-tasks';

/** So many questions at once, in the thread, in a statement and on the way between them. */
const AT_ONCE = 200;
const PROMPTS_AT_ONCE = 1_000;
const PLAN_KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * Finds out what is in a file and what it would do to the bank, and writes that down item by item. Changes nothing in the bank. Begun again after a
 * crash it begins from the file.
 */
@Injectable()
export class ImportPlanner {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly competencies: Competencies,
    private readonly files: QuestionFileRepository,
    private readonly bank: ImportBankRepository,
    private readonly items: QuestionImportItemRepository,
    private readonly desk: ImportDesk,
    private readonly journal: ImportJournal,
  ) {}

  async plan(actor: Actor, held: QuestionImportRecord, stop?: AbortSignal): Promise<void> {
    const { organizationId, id: importId } = held;
    await this.journal.advance(held, { step: 'READING', done: 0, total: null }, (tx) =>
      this.items.forget(tx, { organizationId, importId }),
    );
    try {
      await this.journal.watched(held, stop, (signal) => this.desk.work((ask) => this.look(actor, held, ask), signal));
    } catch (error) {
      if (!(error instanceof FileTooCostly)) throw error;
      const refusal: DoorFault = { code: 'TOO_LARGE', message: error.message, fix: 'Split it into several files.', place: {} };
      await this.journal.end(held, 'REFUSED', () => ({ refusals: JSON.stringify([refusal]) }));
    }
  }

  private async look(actor: Actor, held: QuestionImportRecord, ask: AskImport): Promise<void> {
    const read = await this.read(held, ask);
    if (read.refusals !== null) return this.journal.end(held, 'REFUSED', () => ({ refusals: JSON.stringify(read.refusals) }));
    const { total, detected, notices } = read;
    await this.journal.advance(held, { step: 'COMPARING', done: 0, total });
    await this.tellBank(actor, ask);
    await ask({ kind: 'COMPARE' });
    for (let done = 0; done < total; done += AT_ONCE) {
      const items = await ask({ kind: 'NEXT', from: done, count: AT_ONCE });
      await this.keep(actor, held, items, total);
    }
    await this.journal.end(held, 'PLANNED', (now) => ({
      detected: JSON.stringify(detected),
      notices: JSON.stringify(notices),
      done: total,
      total,
      plannedAt: now,
      expiresAt: new Date(now.getTime() + PLAN_KEPT_MS),
    }));
  }

  private async read(held: QuestionImportRecord, ask: AskImport): Promise<ImportAnswers['READ']> {
    const { organizationId, fileId, fileName } = held;
    const { known, today } = await this.unitOfWork.readIn(wholeOrganization(organizationId), async (tx) => ({
      known: await this.competencies.known(tx, organizationId),
      today: tx.now.toISOString().slice(0, 10),
    }));
    for (let number = 0; ; number += 1) {
      const bytes = await this.unitOfWork.readIn(wholeOrganization(organizationId), (tx) =>
        this.files.part(tx, organizationId, fileId, number),
      );
      if (bytes === null) break;
      await ask({ kind: 'ADD_BYTES', bytes });
    }
    const settings = JSON.parse(held.settings) as ImportSettings;
    return ask({ kind: 'READ', name: fileName, settings, known, today });
  }

  private async tellBank({ organizationId, memberId }: Actor, ask: AskImport): Promise<void> {
    let after: string | null = null;
    do {
      const behind: string | null = after;
      const prompts: KnownPrompt[] = await this.unitOfWork.readIn(wholeOrganization(organizationId), (tx) =>
        this.bank.prompts(tx, organizationId, memberId, behind, PROMPTS_AT_ONCE),
      );
      if (prompts.length > 0)
        await ask({
          kind: 'KNOW',
          prompts: prompts.map(({ slug, title, family, prompt, context }) => ({ slug, title, family, prompt: prompt ?? '', context })),
        });
      after = prompts.length < PROMPTS_AT_ONCE ? null : (prompts.at(-1)?.versionId ?? null);
    } while (after !== null);
  }

  private async keep(actor: Actor, held: QuestionImportRecord, read: readonly ReadItem[], total: number): Promise<void> {
    const { organizationId, id: importId } = held;
    const candidates = read.map((item) => ({ ...item, contentHash: contentHashOf(item.document) }));
    const done = read.at(-1)?.number ?? total;
    await this.journal.advance(held, { step: 'CHECKING', done, total }, async (tx) => {
      const met = await this.bank.meet(
        tx,
        organizationId,
        candidates.map(({ slug }) => slug),
      );
      await this.items.add(
        tx,
        { organizationId, importId },
        candidates.map(({ refused, faults, findings, alike, document, ...item }) => {
          const judgement =
            refused === null
              ? judge(item, met.get(item.slug), actor)
              : ({ outcome: 'REFUSED', effect: 'LEFT_OUT', reason: refused, basis: null } as const);
          const wanted = judgement.outcome === 'NEW' || judgement.outcome === 'CHANGED';
          return {
            ...item,
            ...judgement,
            document: wanted ? document : null,
            faults: JSON.stringify(faults),
            findings: JSON.stringify(findings),
            alike: JSON.stringify(alike),
          };
        }),
      );
    });
  }
}
