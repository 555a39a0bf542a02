import { Injectable, type OnModuleInit } from '@nestjs/common';
import { faultText, parseBankFile, publishFaults, type QuestionDocument } from '@touchstone/bank-format';
import { shippedFiles, shippedText } from '@touchstone/platform/configuration';
import type { Transaction } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { Competencies } from '../../competencies';
import { OrganizationFounding } from '../../organizations';
import { QuestionRepository } from '../persistence/question.repository';
import { VersionWriter } from '../persistence/version-writer';
import { BankFramework } from './bank-framework';

/** The place of this room in the list of rooms. */
const ORDER = 4;

/** States of the format in which a question is let into organizations: reviewed; tried on people or still to be. */
const RELEASED: ReadonlySet<string> = new Set(['pilot', 'approved']);

/**
 * Brings questions of the shipped bank into an organization, approved as they are shipped: reviewed before the release, not by
 * a member. Drafts, and what leaked or was retired, stay out. Slugs that the organization has are left alone, so that loading twice is
 * loading once. The training questions are there from the founding on.
 */
@Injectable()
export class ShippedBank implements OnModuleInit {
  private readonly parsed = new Map<string, readonly QuestionDocument[]>();

  constructor(
    private readonly founding: OrganizationFounding,
    private readonly competencies: Competencies,
    private readonly framework: BankFramework,
    private readonly questions: QuestionRepository,
    private readonly writer: VersionWriter,
  ) {}

  onModuleInit(): void {
    this.founding.addStep(ORDER, async (tx, { organizationId, founderId }) => {
      await this.load(tx, organizationId, founderId, shippedFiles('training'));
    });
  }

  /** Loads files of the bank (`training/spark-tuning.yaml`) in the name of a member; gives how many questions were new. */
  async load(tx: Transaction, organizationId: string, authorId: string, files: readonly string[]): Promise<number> {
    const documents = files.flatMap((file) => this.documentsOf(file));
    const taken = await this.questions.taken(
      tx,
      organizationId,
      documents.map(({ id }) => id),
    );
    const known = await this.competencies.known(tx, organizationId);
    const homeOf = await this.framework.finder(tx, organizationId);
    const fresh = documents.filter(({ id }) => !taken.has(id));
    for (const document of fresh) {
      const home = homeOf(document, []);
      const faults = publishFaults(document, known);
      if (!home.ok || faults.length > 0)
        throw new Error(`The question ${document.id} of the bank cannot be used:\n${faults.map(faultText).join('\n')}`);
      const [questionId, versionId] = [newId(), newId()];
      await this.questions.add(tx, {
        organizationId,
        id: questionId,
        slug: document.id,
        categoryId: home.value.categoryId,
        ownerId: authorId,
        latestVersionId: versionId,
        approvedVersionId: versionId,
        retiredNumber: null,
        retiredAt: null,
        revision: 1,
        createdAt: tx.now,
      });
      const version = { id: versionId, questionId, number: 1, status: 'APPROVED', authorId, editorIds: [authorId], document } as const;
      await this.writer.add(tx, organizationId, version, home.value.nameOf);
    }
    return fresh.length;
  }

  private documentsOf(file: string): readonly QuestionDocument[] {
    let documents = this.parsed.get(file);
    if (documents === undefined) {
      const read = parseBankFile(shippedText(file));
      if (!read.ok) throw new Error(`bank/${file} has faults:\n${read.error.map(faultText).join('\n')}`);
      documents = read.value.questions.filter(({ record }) => record?.status === undefined || RELEASED.has(record.status));
      this.parsed.set(file, documents);
    }
    return documents;
  }
}
