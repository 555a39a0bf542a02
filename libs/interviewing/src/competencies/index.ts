/* Names */
export { SLUG_LENGTH_MAX, isSlug, checkSlug } from './slug';

/* Scales */
export { type ScaleRange, DEFAULT_SCALE, SCALE_LEVELS, checkScaleRange, isLevel } from './rating-scale';

/* Role profiles */
export { type WeightedCompetency, PROFILE_TOTAL, checkRoleProfile } from './role-profile';
export { type RevisedLine, reviseRoleProfile } from './revise-role-profile';
