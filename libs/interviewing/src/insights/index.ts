/* What goes in */
export type { RatingFact, ItemFact, CriterionFact } from './rating-facts';

/* Scores of a loop */
export { type CompetencyFigure, type LoopFigures, OVERALL_METHOD, weightedMeanFigures } from './weighted-mean';
export { ITEM_METHOD } from './item-score';
export { COMPETENCY_METHOD } from './competency-score';

/* Where the panel differs */
export { type Disagreement, DISAGREEMENT_METHOD, LEVELS_TO_DISCUSS, disagreements } from './disagreement';

/* How a figure is shown */
export { NO_FIGURE, displayFigure } from './display';

/* What to settle first */
export { type DisagreementEffect, discussFirst } from './discuss-first';
export { effectiveWeights, type WeightedRating } from './effective-weights';

/* Candidates side by side */
export { ADJUSTED_METHOD, adjustedMeans, type WeightedLoop } from './adjusted-mean';
export { type InterviewTime, type PanelItem, type PanelLoop, criterionName, questionOfCriterion } from './panel-loop';
export { type ComparedLoop, type Comparison, comparisonOf, LARGEST_COMPARISON, type LeftOutBecause, type PanelLink } from './comparison';
export { comparisonSentence, intervalsReason, mustAgreeReason, rankingReason, type PanelNames } from './comparison-words';

/* Reports over many loops */
export { checkPeriod, type ReportPeriod } from './check-period';
export { FEWEST_FOR_FIT, type RaterFigures, SEVERITY_METHOD, type SeverityRuler, severityRuler } from './rater-figures';
export { type PanelStudy, panelStudy, type PanelWorth, type ReliabilityFigures, reliabilityFigures } from './panel-worth';
export { QUESTION_FLAGS, type QuestionFigures, type QuestionFlag, questionFigures } from './question-figures';
export { MOST_NAMES, MOST_QUESTIONS, MOST_RATINGS, type PanelReport, panelReport, type PanelSummary, REPORT_ENGINE } from './panel-report';
export { reliabilitySentence, reportSentence, severitySentence, studySentence } from './report-words';

/* Adverse impact on self-declared groups */
export type { DecidedApplicant } from './decided-applicant';
export {
  checkDeclaration,
  checkSmallestGroup,
  type Declaration,
  DECLARATION_DAYS,
  DECLARED_GROUPS,
  type Dimension,
  DIMENSIONS,
  SMALLEST_GROUP,
} from './declaration';
export {
  type Basis,
  changesSince,
  type DimensionFairness,
  type FairnessFigures,
  fairnessFigures,
  mayReplace,
  type ScopeFairness,
  type WithheldBecause,
} from './fairness';
