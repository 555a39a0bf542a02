import type { Actor } from '@touchstone/platform/actor';
import { globalId } from '@touchstone/platform/graphql';
import type { AccessTokenRecord, SessionRecord } from '../application/list-credentials';
import type { AccessToken, Session } from './identity.types';

type SeenSession = Pick<SessionRecord, 'id' | 'userAgent' | 'createdAt' | 'lastSeenAt' | 'expiresAt'>;
type SeenAccessToken = Readonly<Pick<AccessTokenRecord, 'id' | 'name' | 'createdAt' | 'expiresAt' | 'lastUsedAt'>> & {
  readonly scopes: readonly string[];
};

/** One of the actor's own sessions, as she sees it. */
export const presentOwnSession = (actor: Actor, { id, userAgent, createdAt, lastSeenAt, expiresAt }: SeenSession): Session => ({
  id: globalId('Session', actor.organizationId, id),
  userAgent,
  createdAt,
  lastSeenAt,
  expiresAt,
  current: id === actor.credentialId,
});

/** One of the actor's own access tokens; never the secret. */
export const presentAccessToken = (actor: Actor, { id, name, scopes, createdAt, expiresAt, lastUsedAt }: SeenAccessToken): AccessToken => ({
  id: globalId('AccessToken', actor.organizationId, id),
  name,
  scopes,
  createdAt,
  expiresAt,
  lastUsedAt,
});
