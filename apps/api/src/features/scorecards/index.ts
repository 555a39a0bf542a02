/* What later rooms may touch */
export { ScorecardsModule } from './scorecards.module';

/* What was asked and submitted, as far as the seal shows it */
export { type Evidence, factsOf, LoopEvidence, recommendationOf, type SubmittedCard } from './application/loop-evidence';
export { FindLoop } from './application/find-loop';
export { type SealState, ViewSeal } from './application/view-seal';

/* GraphQL types */
export { ComputedRecommendation } from './transport/decision.types';
export { presentComputed } from './transport/present-debrief';
export { Scorecard } from './transport/scorecard.types';
