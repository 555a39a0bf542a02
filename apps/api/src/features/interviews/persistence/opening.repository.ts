import { Injectable } from '@nestjs/common';
import type { OpeningState } from '@touchstone/interviewing/interviews';
import { type Page, type PageRequest, pageOf } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { OpeningPanelistRecord } from './opening-panelist.record';
import { OpeningRecord } from './opening.record';

export type OpeningChange = Partial<
  Pick<OpeningRecord, 'title' | 'roleProfileId' | 'kitId' | 'scoringRuleId' | 'hiringManagerId' | 'timeZone' | 'status'>
>;

const SELECT = `SELECT o.organization_id AS "organizationId", o.id, o.title, o.role_profile_id AS "roleProfileId", o.kit_id AS "kitId",
  o.scoring_rule_id AS "scoringRuleId", o.hiring_manager_id AS "hiringManagerId", o.time_zone AS "timeZone", o.status, o.revision,
  o.created_at AS "createdAt" FROM opening o`;

/** Openings of one organization and their panel pools. */
@Injectable()
export class OpeningRepository {
  async byId(tx: Transaction, organizationId: string, id: string): Promise<OpeningRecord | null> {
    const [opening] = await this.byIds(tx, organizationId, [id]);
    return opening ?? null;
  }

  byIds(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<OpeningRecord[]> {
    return tx.query<OpeningRecord>(`${SELECT} WHERE o.organization_id = $1 AND o.id = ANY($2::uuid[])`, [organizationId, ids]);
  }

  /** The opening, held as it is until the end of the transaction. */
  async hold(tx: Transaction, organizationId: string, id: string): Promise<OpeningRecord | null> {
    const [opening] = await tx.query<OpeningRecord>(`${SELECT} WHERE o.organization_id = $1 AND o.id = $2 FOR SHARE`, [organizationId, id]);
    return opening ?? null;
  }

  /** The newest first. */
  async page(
    tx: Transaction,
    organizationId: string,
    status: OpeningState | null,
    { first, after }: PageRequest,
  ): Promise<Page<OpeningRecord>> {
    const rows = await tx.query<OpeningRecord>(
      `${SELECT} WHERE o.organization_id = $1 AND ($2::text IS NULL OR o.status = $2) AND ($3::uuid IS NULL OR o.id < $3) ORDER BY o.id DESC LIMIT $4`,
      [organizationId, status, after?.[0] ?? null, first + 1],
    );
    return pageOf(rows, first, ({ id }) => [id]);
  }

  async add(tx: Transaction, opening: OpeningRecord): Promise<void> {
    await tx.manager.insert(OpeningRecord, opening);
  }

  /** Changes the opening if it still is at this revision; false where it is not. */
  async change(tx: Transaction, { organizationId, id }: OpeningRecord, revision: number, change: OpeningChange): Promise<boolean> {
    const { affected } = await tx.manager.update(OpeningRecord, { organizationId, id, revision }, { ...change, revision: revision + 1 });
    return affected === 1;
  }

  async poolsOf(
    tx: Transaction,
    organizationId: string,
    openingIds: readonly string[],
  ): Promise<{ openingId: string; memberId: string }[]> {
    return tx.query(
      `SELECT p.opening_id AS "openingId", p.member_id AS "memberId" FROM opening_panelist p
       WHERE p.organization_id = $1 AND p.opening_id = ANY($2::uuid[]) ORDER BY p.member_id`,
      [organizationId, openingIds],
    );
  }

  async setPool(tx: Transaction, organizationId: string, openingId: string, memberIds: readonly string[]): Promise<void> {
    await tx.manager.delete(OpeningPanelistRecord, { organizationId, openingId });
    if (memberIds.length > 0)
      await tx.manager.insert(
        OpeningPanelistRecord,
        memberIds.map((memberId) => ({ organizationId, openingId, memberId })),
      );
  }
}
