import type { Role } from './roles';

/** Whose loops a member with these roles reaches without a seat: everybody's, and those of openings that she answers for. */
export interface LoopScope {
  readonly everything: boolean;
  readonly ownOpenings: boolean;
}

/** What the roles open for reading. Seats open loops whatever the role; that is decided at the loop (`mayReadLoop`). */
export const readScope = (roles: readonly Role[]): LoopScope => ({
  everything: roles.some((role) => role === 'ADMIN' || role === 'COORDINATOR' || role === 'AUDITOR'),
  ownOpenings: roles.includes('HIRING_MANAGER'),
});

/** What the roles open for planning: openings, interviews, panels. */
export const manageScope = (roles: readonly Role[]): LoopScope => ({
  everything: roles.some((role) => role === 'ADMIN' || role === 'COORDINATOR'),
  ownOpenings: roles.includes('HIRING_MANAGER'),
});

/** Who asks. */
export interface LoopViewer {
  readonly memberId: string;
  readonly roles: readonly Role[];
}

/** Does this scope reach an opening of this hiring manager? */
export const reaches = (scope: LoopScope, memberId: string, hiringManagerId: string): boolean =>
  scope.everything || (scope.ownOpenings && memberId === hiringManagerId);

/** May she read the loop: its interviews, its seats, who has submitted? Whoever ever held a seat may, and who looks over it. */
export const mayReadLoop = (viewer: LoopViewer, loop: { readonly hiringManagerId: string; readonly everSeated: boolean }): boolean =>
  loop.everSeated || reaches(readScope(viewer.roles), viewer.memberId, loop.hiringManagerId);

/** May she change an opening of this hiring manager, and what is planned for it? */
export const mayManageOpening = (viewer: LoopViewer, hiringManagerId: string): boolean =>
  reaches(manageScope(viewer.roles), viewer.memberId, hiringManagerId);
