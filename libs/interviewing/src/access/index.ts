/* Who may do what */
export { type Role, ROLES, isRole } from './roles';
export { type Permission, type PermissionRule, permissions, PERMISSIONS, isPermission } from './permissions';
export { can } from './can';
export { permits } from './permits';
export { type TokenScope, EVERY_SCOPE, allowedByScopes, scopesWithin, parseScopes } from './token-scopes';
export { OVERSEEING_ROLES, oversees, mayHoldSeat } from './oversight';
export { type LoopScope, type LoopViewer, readScope, manageScope, reaches, mayReadLoop, mayManageOpening } from './loop-scope';

/* The seal */
export {
  type SealViewer,
  type SealedCard,
  type SealedSeat,
  type SealedLoop,
  type SealPolicy,
  SEAL_POLICIES,
  sealAllows,
  sealShouldOpen,
} from './seal';
export { type EarlyOpener, checkEarlyOpening } from './early-opening';
export { type Submissions, submissionsOf } from './submissions';

/* Figures over many loops */
export { mayReadRater, mayReadReport } from './insight-rights';
