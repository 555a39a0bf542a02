import { Injectable } from '@nestjs/common';
import type { QuestionDocument } from '@touchstone/bank-format';
import { RecentlyUsed } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { DocumentCache } from './document-cache';
import { QuestionVersionRepository } from './question-version.repository';

/** Versions whose content hash is remembered; some 200 bytes each. */
const MOST_VERSIONS = 20_000;
/** By then a commit is on disk or never will be, and clocks of instances differ by less. */
const SETTLED_MS = 10_000;

/**
 * The documents of versions that no longer change: approved ones, and those retired since. What such a version says is settled, so it is
 * asked for once. The organization is a part of the key, and the caller holds a row of it that names the version.
 */
@Injectable()
export class SettledDocuments {
  private readonly hashes = new RecentlyUsed<string, string>(MOST_VERSIONS);

  constructor(
    private readonly versions: QuestionVersionRepository,
    private readonly documents: DocumentCache,
  ) {}

  /** By version id; versions that are not here are left out. No statement where all were read lately. */
  async of(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<ReadonlyMap<string, QuestionDocument>> {
    const found = new Map<string, QuestionDocument>();
    for (const id of ids) {
      const hash = this.hashes.get(`${organizationId}/${id}`);
      const parsed = hash === undefined ? null : this.documents.get(hash);
      if (parsed !== null) found.set(id, parsed.document);
    }
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length === 0) return found;
    for (const [id, { document, contentHash, approvedAt }] of await this.versions.byIds(tx, organizationId, missing)) {
      found.set(id, document);
      // What was approved just now may still be lost.
      if (approvedAt !== null && tx.now.getTime() - approvedAt.getTime() > SETTLED_MS)
        this.hashes.set(`${organizationId}/${id}`, contentHash);
    }
    return found;
  }
}
