import { type SeatKind, rates } from '../interviews';
import { can } from './can';
import type { Role } from './roles';

/** The roles that may read scorecards of loops at which they hold no seat, once the seal is open. */
export const OVERSEEING_ROLES = ['ADMIN', 'COORDINATOR', 'HIRING_MANAGER', 'AUDITOR'] as const satisfies readonly Role[];

/** Does a member with these roles look over loops? The `oversees` of a `SealViewer`. */
export const oversees = (roles: readonly Role[]): boolean => roles.some((role) => (OVERSEEING_ROLES as readonly Role[]).includes(role));

/** May a member with these roles be given a seat of this kind? A seat that rates needs the right to rate, a watching one the right to read. */
export const mayHoldSeat = (roles: readonly Role[], kind: SeatKind): boolean =>
  can(roles, rates(kind) ? 'scorecard.rate' : 'interview.read');
