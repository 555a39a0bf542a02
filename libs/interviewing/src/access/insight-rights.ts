import { type LoopViewer, reaches, readScope } from './loop-scope';

/**
 * May she read figures over this scope? `hiringManagerId`: who answers for the opening that the scope is; null where it is wider than one opening. Whoever looks over
 * all loops may; a hiring manager for her own openings, and nothing that mixes them with those of others.
 */
export function mayReadReport(viewer: LoopViewer, hiringManagerId: string | null): boolean {
  const scope = readScope(viewer.roles);
  return scope.everything || (hiringManagerId !== null && reaches(scope, viewer.memberId, hiringManagerId));
}

/**
 * May she learn how strictly this member rates? Severity with a name on it is a judgement of a colleague at work: it is for who runs the organization and for who audits it,
 * and each rater sees her own. Coordinators and hiring managers see how far raters differ, and not who: whoever puts a panel together by leniency would undo what the seal guards.
 */
export const mayReadRater = (viewer: LoopViewer, raterId: string): boolean =>
  raterId === viewer.memberId || viewer.roles.some((role) => role === 'ADMIN' || role === 'AUDITOR');
