import type { Actor } from '../actor';
import { oversees } from '@touchstone/interviewing/access';

/** Whose rows a transaction may see. */
export interface Scope {
  readonly organizationId: string | null;
  readonly memberId: string | null;
  readonly oversees: boolean;
}

/** Rows that belong to no organization: users, sign-in attempts, the list of organizations. */
export const noOrganization: Scope = { organizationId: null, memberId: null, oversees: false };

/** An organization without a member: for checking credentials and for jobs. Sealed rows stay shut. */
export const wholeOrganization = (organizationId: string): Scope => ({ organizationId, memberId: null, oversees: false });

/** An organization looked over by nobody in particular: for figures over loops whose seal is open, and over no other. No seat is hers, so that no policy opens more. */
export const openSealsOf = (organizationId: string): Scope => ({ organizationId, memberId: null, oversees: true });

/** Overseers may read loops they hold no seat on; the seal stays shut for them all the same until it opens. */
export const scopeOf = (actor: Actor): Scope => ({
  organizationId: actor.organizationId,
  memberId: actor.memberId,
  oversees: oversees(actor.roles),
});

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * A write waits for the disk after it has let go of its locks (`SharedFlush`). What it reads it reads by keys, time and again: planning that
 * anew, with the policies of each table, costs more than doing it.
 */
const BEGIN_WRITE = [
  'BEGIN ISOLATION LEVEL READ COMMITTED',
  'SET LOCAL synchronous_commit = off',
  'SET LOCAL plan_cache_mode = force_generic_plan',
];

/**
 * Opens a transaction in one round trip. The settings are literal `SET LOCAL`s of validated UUIDs: a sharding coordinator
 * passes on nothing else, and no setting outlives the transaction on a pooled connection.
 */
export function beginStatement(scope: Scope, mode: 'read' | 'write', role: string, timeLimits: readonly string[] = []): string {
  return [
    ...(mode === 'read' ? ['BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'] : BEGIN_WRITE),
    `SET LOCAL ROLE ${role}`,
    `SET LOCAL app.organization_id = '${literalUuid(scope.organizationId)}'`,
    `SET LOCAL app.member_id = '${literalUuid(scope.memberId)}'`,
    `SET LOCAL app.oversees = '${scope.oversees ? 'on' : 'off'}'`,
    ...timeLimits,
  ].join('; ');
}

function literalUuid(id: string | null): string {
  if (id === null) return '';
  if (!UUID.test(id)) throw new TypeError('not a UUID');
  return id;
}
