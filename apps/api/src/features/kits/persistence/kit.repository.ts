import { Injectable } from '@nestjs/common';
import type { KitState } from '@touchstone/interviewing/kits';
import { type Page, pageOf, type PageRequest } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { KitItemRecord } from './kit-item.record';
import { KitRecord } from './kit.record';
import type { KitRoundValue, KitValue } from './kit-value';
import { PublishedKits } from './published-kits';

export interface KitFilter {
  readonly status?: KitState | null;
  readonly roleProfileId?: string | null;
  /** A part of the name, in any case. */
  readonly text?: string | null;
  readonly familyId?: string | null;
}

/** What a change may set; everything else of a kit stays. */
export type KitChange = Partial<
  Pick<KitRecord, 'name' | 'rounds' | 'report' | 'status' | 'document' | 'contentHash' | 'publishedBy' | 'publishedAt'>
>;

const COLUMNS = `organization_id AS "organizationId", id, name, status, content_hash AS "contentHash", role_profile_id AS "roleProfileId",
  blueprint_id AS "blueprintId", family_id AS "familyId", revision, created_at AS "createdAt", published_at AS "publishedAt", rounds, wishes, report`;

/** Kits of one organization. */
@Injectable()
export class KitRepository {
  constructor(private readonly published: PublishedKits) {}

  async byId(tx: Transaction, organizationId: string, id: string): Promise<KitValue | null> {
    return (await this.byIds(tx, organizationId, [id])).get(id) ?? null;
  }

  /** Published ones that were read lately come without a statement; nobody may change what is given. */
  async byIds(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<Map<string, KitValue>> {
    const found = new Map<string, KitValue>();
    for (const id of ids) {
      const kit = this.published.get(organizationId, id);
      if (kit !== undefined) found.set(id, kit);
    }
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length === 0) return found;
    const rows = await tx.query<KitValue>(`SELECT ${COLUMNS} FROM kit WHERE organization_id = $1 AND id = ANY($2::uuid[])`, [
      organizationId,
      missing,
    ]);
    for (const kit of rows) {
      this.published.keep(kit, tx.now);
      found.set(kit.id, kit);
    }
    return found;
  }

  /** The kits of these families that are still there, in the order in which they were made; by family. */
  async byFamilies(tx: Transaction, organizationId: string, familyIds: readonly string[]): Promise<Map<string, KitValue[]>> {
    const rows = await tx.query<KitValue>(
      `SELECT ${COLUMNS} FROM kit WHERE organization_id = $1 AND family_id = ANY($2::uuid[]) ORDER BY id`,
      [organizationId, [...familyIds]],
    );
    const found = new Map<string, KitValue[]>();
    for (const kit of rows) found.set(kit.familyId, [...(found.get(kit.familyId) ?? []), kit]);
    return found;
  }

  /** The canonical JSON of published kits, which lists do not carry along. */
  async documentsOf(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; document: string }>(
      'SELECT id, document FROM kit WHERE organization_id = $1 AND id = ANY($2::uuid[]) AND document IS NOT NULL',
      [organizationId, [...ids]],
    );
    return new Map(rows.map(({ id, document }) => [id, document]));
  }

  /** The kit as a draft that nobody else can change until this transaction ends. Null where there is none, or it is published. */
  async lockDraft(tx: Transaction, organizationId: string, id: string): Promise<KitValue | null> {
    const [row] = await tx.query<KitValue>(
      `SELECT ${COLUMNS} FROM kit WHERE organization_id = $1 AND id = $2 AND status = 'DRAFT' FOR UPDATE`,
      [organizationId, id],
    );
    return row ?? null;
  }

  /** Newest first. */
  async page(
    tx: Transaction,
    organizationId: string,
    { status = null, roleProfileId = null, text = null, familyId = null }: KitFilter,
    { first, after }: PageRequest,
  ): Promise<Page<KitValue>> {
    const pattern = text === null ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await tx.query<KitValue>(
      `SELECT ${COLUMNS} FROM kit
       WHERE organization_id = $1 AND ($2::text IS NULL OR status = $2) AND ($3::uuid IS NULL OR role_profile_id = $3)
         AND ($4::text IS NULL OR name ILIKE $4) AND ($5::uuid IS NULL OR id < $5)
         AND ($6::uuid IS NULL OR family_id = $6)
       ORDER BY id DESC LIMIT $7`,
      [organizationId, status, roleProfileId, pattern, after?.[0] ?? null, familyId, first + 1],
    );
    return pageOf(rows, first, ({ id }) => [id]);
  }

  /** The newest kits that each of these questions stands in, at most `most` for each. */
  async idsByQuestion(
    tx: Transaction,
    organizationId: string,
    questionIds: readonly string[],
    most: number,
  ): Promise<Map<string, string[]>> {
    const rows = await tx.query<{ questionId: string; kitIds: string[] }>(
      `SELECT question_id AS "questionId", (array_agg(kit_id ORDER BY kit_id DESC))[1:$3] AS "kitIds"
       FROM kit_item WHERE organization_id = $1 AND question_id = ANY($2::uuid[]) GROUP BY question_id`,
      [organizationId, [...questionIds], most],
    );
    return new Map(rows.map(({ questionId, kitIds }) => [questionId, kitIds]));
  }

  /** In how many kits published since `since` each question stands; questions in none are left out. */
  async usesSince(tx: Transaction, organizationId: string, since: Date): Promise<Map<string, number>> {
    const rows = await tx.query<{ questionId: string; uses: number }>(
      `SELECT i.question_id AS "questionId", count(*)::int AS uses
       FROM kit k JOIN kit_item i ON i.organization_id = k.organization_id AND i.kit_id = k.id
       WHERE k.organization_id = $1 AND i.organization_id = $1 AND k.status = 'PUBLISHED' AND k.published_at >= $2
       GROUP BY i.question_id`,
      [organizationId, since],
    );
    return new Map(rows.map(({ questionId, uses }) => [questionId, uses]));
  }

  async add(tx: Transaction, kit: KitRecord): Promise<void> {
    await tx.manager.insert(KitRecord, kit);
    await this.addItems(tx, kit.organizationId, kit.id, kit.rounds);
  }

  /** Changes a draft that this transaction has locked, and gives its new revision. */
  async change(tx: Transaction, kit: KitValue, change: KitChange): Promise<number> {
    const { organizationId, id, revision } = kit;
    if (change.rounds !== undefined) {
      await tx.manager.delete(KitItemRecord, { organizationId, kitId: id });
      await this.addItems(tx, organizationId, id, change.rounds);
    }
    await tx.manager.update(KitRecord, { organizationId, id, revision }, { ...change, revision: revision + 1 } as never);
    return revision + 1;
  }

  /** Removes a draft that this transaction has locked. */
  async remove(tx: Transaction, { organizationId, id }: KitValue): Promise<void> {
    await tx.manager.delete(KitItemRecord, { organizationId, kitId: id });
    await tx.manager.delete(KitRecord, { organizationId, id });
  }

  private async addItems(tx: Transaction, organizationId: string, kitId: string, rounds: readonly KitRoundValue[]): Promise<void> {
    const items = rounds.flatMap(({ items }, roundIndex) =>
      items.map((item, position) => ({ organizationId, kitId, ...item, roundIndex, position })),
    );
    if (items.length > 0) await tx.manager.insert(KitItemRecord, items);
  }
}
