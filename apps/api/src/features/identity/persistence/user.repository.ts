import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';
import { UserOrganizationRecord } from './user-organization.record';
import { UserRecord } from './user.record';

/** People and the organizations they belong to. */
@Injectable()
export class UserRepository {
  byEmail(tx: Transaction, email: string): Promise<UserRecord | null> {
    return tx.manager.findOneBy(UserRecord, { email });
  }

  byId(tx: Transaction, id: string): Promise<UserRecord | null> {
    return tx.manager.findOneBy(UserRecord, { id });
  }

  async add(tx: Transaction, user: UserRecord): Promise<void> {
    await tx.manager.insert(UserRecord, user);
  }

  async setPassword(tx: Transaction, id: string, passwordHash: string, endSessions: boolean): Promise<void> {
    await tx.manager.update(UserRecord, { id }, { passwordHash, ...(endSessions && { sessionsValidAfter: tx.now }) });
  }

  async organizationsOf(tx: Transaction, userId: string): Promise<readonly string[]> {
    const rows = await tx.manager.findBy(UserOrganizationRecord, { userId });
    return rows.map(({ organizationId }) => organizationId).sort();
  }

  async join(tx: Transaction, userId: string, organizationId: string): Promise<void> {
    await tx.manager.upsert(UserOrganizationRecord, { userId, organizationId }, ['userId', 'organizationId']);
  }

  async exist(tx: Transaction): Promise<boolean> {
    const [row] = await tx.query<{ exists: boolean }>('SELECT EXISTS (SELECT 1 FROM app_user) AS exists');
    return row?.exists === true;
  }
}
