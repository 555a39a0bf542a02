import { Injectable } from '@nestjs/common';
import type { Role } from '@touchstone/interviewing/access';
import type { Transaction } from '@touchstone/platform/database';

/** What a user is in one organization. */
export interface Membership {
  readonly organizationId: string;
  readonly organizationSlug: string;
  readonly memberId: string;
  readonly roles: readonly Role[];
}

export type FindMembership = (tx: Transaction, organizationId: string, userId: string) => Promise<Membership | null>;

/**
 * What identity asks and the organizations room answers: is this user an active member there? A registry, because identity
 * is the earlier room and may not know the later one.
 */
@Injectable()
export class Memberships {
  private answer: FindMembership = () => Promise.resolve(null);

  answeredBy(find: FindMembership): void {
    this.answer = find;
  }

  /** The active membership of a user; null where there is none. `tx` must be within that organization. */
  find(tx: Transaction, organizationId: string, userId: string): Promise<Membership | null> {
    return this.answer(tx, organizationId, userId);
  }
}
