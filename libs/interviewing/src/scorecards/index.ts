/* The life of a scorecard */
export {
  SCORECARD_STATES,
  type ScorecardState,
  SCORECARD_ACTIONS,
  type ScorecardAction,
  scorecardTransitions,
  transitionScorecard,
} from './scorecard-states';

/* Rating */
export { NOT_OBSERVED, type RatingValue, NOTE_LENGTH_MAX, type RatingDraft, type RatedQuestion, checkRating } from './rating-rules';
export {
  PANELIST_RECOMMENDATIONS,
  type PanelistRecommendation,
  type ScoredItem,
  type ScoredRating,
  type ScorecardContent,
  type MissingPart,
  missingBeforeSubmit,
  checkComplete,
} from './completeness';

/* From figures to a decision */
export {
  RECOMMENDATIONS,
  type Recommendation,
  type MustHaveOutcome,
  type RecommendationBasis,
  type ComputedRecommendation,
  CUT_OFF_TOLERANCE,
  recommend,
} from './recommend';
export { DECISION_OUTCOMES, type DecisionOutcome, isOverride, checkDecision } from './override';

/* Second ratings */
export { type RatingPair, type DriftKind, type RatingDrift, type Drift, driftOf } from './drift';

/* Who sees it differently */
export { type PanelVote, dissenters } from './dissent';
