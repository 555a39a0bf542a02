import { Injectable } from '@nestjs/common';
import { SMALLEST_GROUP } from '@touchstone/interviewing/insights';
import type { Transaction } from '@touchstone/platform/database';
import { FairnessSettingRecord } from './fairness-setting.record';

/** The threshold of an organization; the default until it sets another. */
@Injectable()
export class FairnessSettingRepository {
  async of(tx: Transaction, organizationId: string): Promise<FairnessSettingRecord> {
    const set = await tx.findOne(FairnessSettingRecord, { organizationId });
    return set ?? { organizationId, smallestGroup: SMALLEST_GROUP.usual, revision: 1 };
  }

  /** The revision that it has then; null where it was at another. */
  async change(tx: Transaction, organizationId: string, revision: number, smallestGroup: number): Promise<number | null> {
    const [row] = await tx.query<{ revision: number }>(
      `INSERT INTO fairness_setting AS kept (organization_id, smallest_group, revision) SELECT $1, $3, $2::integer + 1
       WHERE $2 = 1 OR EXISTS (SELECT 1 FROM fairness_setting WHERE organization_id = $1)
       ON CONFLICT ON CONSTRAINT fairness_setting_pk DO UPDATE SET smallest_group = excluded.smallest_group, revision = kept.revision + 1
       WHERE kept.revision = $2 RETURNING revision`,
      [organizationId, revision, smallestGroup],
    );
    return row?.revision ?? null;
  }
}
