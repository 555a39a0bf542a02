import type { MemberId, OrganizationId, UserId } from '@touchstone/kernel';
import type { Actor } from './actor';

/** An actor whose ids are still plain texts, as rows and tokens hold them. */
export interface ActorFacts extends Omit<Actor, 'userId' | 'memberId' | 'organizationId'> {
  readonly userId: string;
  readonly memberId: string;
  readonly organizationId: string;
}

/**
 * Makes an actor of what was found out about her. The one place where texts become the ids of a user, a member and an organization: whoever calls it
 * vouches that the member is of that user and in that organization.
 */
export const actorOf = ({ userId, memberId, organizationId, roles, scopes, via, credentialId, origin }: ActorFacts): Actor => ({
  userId: userId as UserId,
  memberId: memberId as MemberId,
  organizationId: organizationId as OrganizationId,
  roles,
  scopes,
  via,
  credentialId,
  origin,
});
