import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';
import { KitFamilyRecord } from './kit-family.record';

/** Families of kits of one organization. */
@Injectable()
export class KitFamilyRepository {
  byId(tx: Transaction, organizationId: string, id: string): Promise<KitFamilyRecord | null> {
    return tx.findOne(KitFamilyRecord, { organizationId, id });
  }

  async byIds(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<Map<string, KitFamilyRecord>> {
    const rows = await tx.find(KitFamilyRecord, { organizationId, id: [...ids] });
    return new Map(rows.map((family) => [family.id, family]));
  }

  async add(tx: Transaction, family: KitFamilyRecord): Promise<void> {
    await tx.manager.insert(KitFamilyRecord, family as never);
  }
}
