/* What is wished of a kit, and how it turned out */
export type { WishBound, NamedBound, RoundWishes, DifficultyWishes, ExposureLimit, BlueprintWishes } from './blueprint-wishes';
export {
  ASSEMBLY_STATUSES,
  type AssemblyStatus,
  type AssemblyReport,
  type WishReport,
  type BrokenWish,
  type CoverageReport,
} from './assembly-report';

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
