import type { MemberId, OrganizationId, UserId } from '@touchstone/kernel';
import type { Permission, Role } from '@touchstone/interviewing/access';

/** Who asks: one member of one organization, for the length of one request. Never changed after it was made. */
export interface Actor {
  readonly userId: UserId;
  readonly memberId: MemberId;
  readonly organizationId: OrganizationId;
  readonly roles: readonly Role[];
  /** `'*'` for a session; what a personal access token was limited to otherwise. */
  readonly scopes: readonly (Permission | '*')[];
  readonly via: 'session' | 'token' | 'system';
  /** The session or access token that proved it. */
  readonly credentialId: string;
  readonly origin: RequestOrigin;
}

/** Where a request came from; known even where nobody is signed in. */
export interface RequestOrigin {
  readonly requestId: string;
  readonly address: string;
  readonly userAgent: string;
}
