import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';
import { In } from 'typeorm';
import { MemberRecord } from './member.record';

/** Members of one organization. */
@Injectable()
export class MemberRepository {
  byId(tx: Transaction, organizationId: string, id: string): Promise<MemberRecord | null> {
    return tx.manager.findOneBy(MemberRecord, { organizationId, id });
  }

  byIds(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<MemberRecord[]> {
    return tx.manager.findBy(MemberRecord, { organizationId, id: In([...ids]) });
  }

  byUser(tx: Transaction, organizationId: string, userId: string): Promise<MemberRecord | null> {
    return tx.manager.findOneBy(MemberRecord, { organizationId, userId });
  }

  async add(tx: Transaction, member: MemberRecord): Promise<void> {
    await tx.manager.insert(MemberRecord, member);
  }
}
