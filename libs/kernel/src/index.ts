/* Refusals as values */
export { type Result, ok, err } from './result';
export {
  type DomainError,
  type NotFoundError,
  type ValidationError,
  type ConflictError,
  type RevisionConflictError,
  type NotAllowedError,
  type IdempotencyMismatchError,
  notFound,
  invalid,
  conflict,
  notAllowed,
  revisionConflict,
} from './domain-error';

/* Identity, lists, time, chance */
export type { Id, OrganizationId, UserId, MemberId } from './brand';
export { type PageRequest, type Page, type CursorKey, pageOf } from './page';
export { type Clock, fixedClock } from './clock';
export { missingDay } from './calendar-day';
export { type Random, seededRandom } from './random';

/* Values with one text, figures with a status */
export { type Json, canonicalJson } from './canonical-json';
export type { Estimate, EstimateStatus } from './estimate';
export { RecentlyUsed } from './recently-used';
