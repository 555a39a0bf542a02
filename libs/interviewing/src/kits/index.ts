/* What is wished of a kit, and how it turned out */
export type { WishBound, NamedBound, SlotWishes, RoundWishes, DifficultyWishes, ExposureLimit, BlueprintWishes } from './blueprint-wishes';
export {
  ASSEMBLY_STATUSES,
  type AssemblyStatus,
  type AssemblyReport,
  type WishReport,
  type BrokenWish,
  type CoverageReport,
} from './assembly-report';

/* Kits that are parallel to each other */
export type { FamilyLikeness, FamilyMemberRules, FamilyRules, FamilyReport, SlotReport } from './kit-family';

/* Assembling that takes its time */
export {
  ASSEMBLY_STATES,
  type AssemblyState,
  ASSEMBLY_ACTIONS,
  type AssemblyAction,
  assemblyTransitions,
  transitionAssembly,
} from './assembly-states';

/* The life of a kit */
export { KIT_STATES, type KitState, KIT_ACTIONS, type KitAction, kitTransitions, transitionKit } from './kit-states';

/* How scores become a recommendation */
export {
  SCORING_METHODS,
  type ScoringMethod,
  MISSING_RATING_RULES,
  type MissingRatingRule,
  type MustHave,
  type ScoringRule,
  validateScoringRule,
} from './scoring-rule';
