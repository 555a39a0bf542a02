/* What later rooms may touch */
export { ScorecardsModule } from './scorecards.module';

/* What was asked and submitted, as far as the seal shows it */
export { EvidenceLoader } from './application/evidence.loader';
export { type Evidence, factsOf, recommendationOf, type SubmittedCard } from './application/loop-evidence';

/* Levels alone, and outcomes, of many loops */
export { DECISION_TOPIC } from './application/decision-announcement';
export { DecisionRepository as Decisions } from './persistence/decision.repository';
export { PanelRatingRepository as PanelRatings, type PanelRatingValue } from './persistence/panel-rating.repository';

/* GraphQL types */
export { ComputedRecommendation, RecommendationEnum } from './transport/decision.types';
export { presentComputed } from './transport/present-debrief';
export { Scorecard } from './transport/scorecard.types';
