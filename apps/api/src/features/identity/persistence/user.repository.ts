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

  /** Hashes the same password anew, unless it was changed meanwhile. Sessions stay. */
  async strengthen(tx: Transaction, id: string, from: string, to: string): Promise<void> {
    await tx.manager.update(UserRecord, { id, passwordHash: from }, { passwordHash: to });
  }

  /** Another password in the place of the one that was proved; all sessions made before now are over. False where it was changed meanwhile. */
  async replacePassword(tx: Transaction, id: string, from: string, to: string): Promise<boolean> {
    const { affected } = await tx.manager.update(UserRecord, { id, passwordHash: from }, { passwordHash: to, sessionsValidAfter: tx.now });
    return affected === 1;
  }

  async organizationsOf(tx: Transaction, userId: string): Promise<readonly string[]> {
    const rows = await tx.manager.findBy(UserOrganizationRecord, { userId });
    return rows.map(({ organizationId }) => organizationId).sort();
  }

  async join(tx: Transaction, userId: string, organizationId: string): Promise<void> {
    await tx.manager.upsert(UserOrganizationRecord, { userId, organizationId }, ['userId', 'organizationId']);
  }

  async leave(tx: Transaction, userId: string, organizationId: string): Promise<void> {
    await tx.manager.delete(UserOrganizationRecord, { userId, organizationId });
  }

  /** Is anybody here who is more than a figure of the demo? */
  async exist(tx: Transaction): Promise<boolean> {
    const [row] = await tx.query<{ exists: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM app_user person WHERE NOT EXISTS (
         SELECT 1 FROM user_organization belongs JOIN organization ON organization.id = belongs.organization_id
         WHERE belongs.user_id = person.id AND organization.demo)) AS exists`,
    );
    return row?.exists === true;
  }
}
