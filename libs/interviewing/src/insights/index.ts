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
