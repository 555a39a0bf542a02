/* Chapter 1. Ratings: what goes in */
export type { Rating, Scale } from './ratings/rating';
export type { RatingFault } from './ratings/rating-fault';
export type { RatingTable } from './ratings/rating-table';
export { type TabulateOptions, tabulate } from './ratings/tabulate';

export { CsvReader } from './reading/csv-reader';
export type { Separator } from './reading/guess-separator';
export { type ColumnGuess, guessColumns, type NamedColumns } from './reading/column-guess';
export type { Layout, NamedColumn } from './reading/layout';
export { readCsv, type ReadCsvOptions } from './reading/read-csv';
export { readJson, type ReadJsonOptions } from './reading/read-json';
export { type RatingsRead, readSheet, type ReadSheetOptions } from './reading/read-sheet';
export type { Cell, SheetFault, SheetFaultCode, SheetRow } from './reading/sheet';

/* Chapter 2. Estimates: what comes out */
export type { Support } from './estimates/estimates';

/* Chapter 3. Adding up without losing digits */
export { neumaierSum } from './sums/neumaier-sum';

/* Chapter 4. Where the centre is, and how far numbers spread */
export { mean } from './aggregation/mean';
export { type Weighted, weightedMean } from './aggregation/weighted-mean';
export { median } from './aggregation/median';
export { trimmedMean } from './aggregation/trimmed-mean';
export { winsorizedMean } from './aggregation/winsorized-mean';
export { sampleVariance } from './aggregation/sample-variance';
export { averageAbsoluteDeviation } from './aggregation/average-absolute-deviation';
export type { ItemWeights } from './aggregation/item-weights';
export { type CandidateScores, type CandidateScoresOptions, candidateScores } from './aggregation/candidate-scores';
export {
  type CandidateCompetencies,
  type Competencies,
  type CompetencyItem,
  type CompetencyScore,
  competencyScores,
} from './aggregation/competency-scores';

/* Chapter 5. Distributions: what a small sample can claim */
export { logGamma } from './distributions/log-gamma';
export { regularizedGamma } from './distributions/regularized-gamma';
export { regularizedBeta } from './distributions/regularized-beta';
export { normalCdf } from './distributions/normal-cdf';
export { normalQuantile } from './distributions/normal-quantile';
export { chiSquareSurvival } from './distributions/chi-square-survival';
export { tCdf } from './distributions/t-cdf';
export { tQuantile } from './distributions/t-quantile';
export { fCdf } from './distributions/f-cdf';
export { fQuantile } from './distributions/f-quantile';

/* Chapter 6. Agreement: do raters say the same? */
export type { AgreementWeights } from './agreement/agreement-weights';
export type { CohenWeights } from './agreement/cohen-weights';
export type { CohenKappa } from './agreement/kappa-of-pair';
export type { ChanceCorrected } from './agreement/unitwise-coefficient';
export type { AlphaMetric } from './agreement/alpha-metric';
export type { BootstrapOptions } from './agreement/bootstrap-alpha';
export { averageOverItems } from './agreement/average-over-items';
export { type PercentAgreementOptions, percentAgreement } from './agreement/percent-agreement';
export { cohenKappa } from './agreement/cohen-kappa';
export { cohenKappas } from './agreement/cohen-kappas';
export { type FleissCategory, type FleissKappa, type NullTest, fleissKappa } from './agreement/fleiss-kappa';
export { fleissKappaGeneralised } from './agreement/fleiss-kappa-generalised';
export { gwetCoefficient } from './agreement/gwet-coefficient';
export { type KrippendorffAlpha, type KrippendorffOptions, krippendorffAlpha } from './agreement/krippendorff-alpha';

/* Chapter 7. Reliability: do raters order candidates alike? */
export type { RatedUnit } from './reliability/complete-matrix';
export type { TwoWayMeanSquares } from './reliability/two-way-mean-squares';
export {
  type IccForm,
  type IntraclassCorrelation,
  type IntraclassCorrelations,
  type IntraclassOptions,
  intraclassCorrelations,
} from './reliability/intraclass-correlations';
export {
  type IntraclassFromComponents,
  type IntraclassFromComponentsOptions,
  intraclassFromComponents,
} from './reliability/intraclass-from-components';
export { type AlphaOptions, type CronbachAlpha, cronbachAlpha } from './reliability/cronbach-alpha';

/* Chapter 8. Generalizability: where the differences come from, and what a larger panel would buy */
export type { Component, GeneralizabilityDesign } from './generalizability/generalizability-design';
export { type ObservedDesign, type ObservedDesignOptions, observedDesign } from './generalizability/observed-design';
export {
  type ComponentMethod,
  type GeneralizabilityStudy,
  type VarianceComponent,
  generalizabilityStudy,
} from './generalizability/generalizability-study';
export { generalizabilityByReml } from './generalizability/generalizability-by-reml';
export { type Arrangement, type Components, type Dependability, type Panel, dependability } from './generalizability/dependability';
export { type CostOfTime, type PanelCost, panelCost } from './generalizability/panel-cost';
export { type DecisionStudyOptions, type PanelProjection, decisionStudy } from './generalizability/decision-study';
export { type Target, cheapestPanel } from './generalizability/cheapest-panel';

/* Chapter 9. The mixed model: severity taken out, in rating units */
export { RANDOM_TERMS, type RandomTerm } from './mixed-model/random-term';
export type { MixedModelFit, MixedModelOptions } from './mixed-model/mixed-model-fit';
export { fitMixedModel } from './mixed-model/fit-mixed-model';
export { type ReplicatedComponent, replicatedComponents } from './mixed-model/replicated-components';
export { type LeastSquaresEffects, leastSquaresEffects } from './mixed-model/least-squares-effects';
export {
  type AdjustedScore,
  type AdjustmentOptions,
  type ScoreAgreement,
  type SeverityAdjustedScores,
  severityAdjustedScores,
} from './mixed-model/severity-adjusted-scores';
export type { WeighedRatings } from './mixed-model/weighed-ratings';
export { type AdjustedMeansOptions, type SeverityAdjustedMeans, severityAdjustedMeans } from './mixed-model/severity-adjusted-means';
export { weightedAdjustedScores } from './mixed-model/weighted-adjusted-scores';

/* Chapter 10. Many-facet Rasch: the diagnosis */
export type { ExtremeKind, RaschAnalysis, RaschElement, RaschFacet, RaschFit, RaschModel, RaschScale } from './rasch/analysis';
export { raschMap, type RaschMapOptions, type RaschPriors, TIGHT_PRIORS, WEAK_PRIORS } from './rasch/rasch-map';
export { raschJml, type RaschJmlOptions } from './rasch/rasch-jml';
export { type NamedEstimate, type RaschMarginal, raschMml, type RaschMmlOptions } from './rasch/rasch-mml';
export { oneParameterLogistic, type OneParameterLogistic } from './rasch/one-parameter-logistic';
export { categoryProbabilities } from './rasch/category-probabilities';
export { separation, type Separation, type Spread } from './rasch/separation';
export { facetSummary, type FacetSummary, type MeanAndSpread } from './rasch/facet-summary';
export { type UnexpectedRating, unexpectedRatings } from './rasch/unexpected-ratings';
export { type HaloEffect, haloEffects } from './rasch/halo-effects';
export { type CentralTendency, centralTendency } from './rasch/central-tendency';

/* Chapter 11. Linking: can these candidates be compared at all? */
export { type ConnectedSubset, connectedSubsets } from './linking/connected-subsets';
export { type DesignRank, designRank } from './linking/design-rank';
export { type ComparableGroups, comparableGroups } from './linking/comparable-groups';
export type { MissingLink, RatingToGive } from './linking/missing-link';
export { missingLinks } from './linking/missing-links';
export { type Linkage, linkage } from './linking/linkage';

/* Chapter 12. Ranking with its uncertainty */
export type { Standing } from './ranking/standing';
export { probabilityAbove } from './ranking/probability-above';
export { type RankedCandidate, type Ranking, type RankOptions, rankCandidates } from './ranking/rank-candidates';

/* Chapter 13. Items: which questions work */
export { type ItemStatistics, type TestStatistics, itemStatistics } from './items/item-statistics';
export { type ItemDisagreement, itemDisagreement } from './items/disagreement';
export { type Drift, driftBetweenPeriods } from './items/drift-between-periods';
export type { DriftingFacet } from './items/deviations-by-level';
export { type TimeUsed, timeUsed, type Timing, type TimingFault } from './items/time-used';

/* Chapter 14. Fairness: adverse impact */
export type { Outcome } from './fairness/outcome';
export { selectionRate } from './fairness/selection-rate';
export { impactRatio } from './fairness/impact-ratio';
export { violatesFourFifths } from './fairness/violates-four-fifths';
export { type TwoProportionZ, twoProportionZ } from './fairness/two-proportion-z';
export { type StandardDeviations, hypergeometricDeviations } from './fairness/hypergeometric-deviations';
export { type BinomialDeviations, binomialDeviations } from './fairness/binomial-deviations';
export { type FisherExact, fisherExact } from './fairness/fisher-exact';
export {
  type AdverseImpact,
  type AdverseImpactOptions,
  type GroupOutcome,
  type GroupRate,
  type ImpactComparison,
  adverseImpact,
} from './fairness/adverse-impact';

/* Chapter 15. The whole panel: every chapter asked at once */
export {
  type ChapterName,
  CHAPTERS,
  type ItemsChapter,
  type LeftOut,
  type PanelAnalysis,
  type PanelOptions,
  type Progress,
} from './analysis/panel-analysis';
export { analysePanel } from './analysis/analyse-panel';
export { LIMITS } from './analysis/limits';
export type { PanelCounts, Span } from './analysis/count-panel';
export type { AgreementChapter, AgreementOfPair } from './analysis/agreement-chapter';
export type { IntraclassSummary, ReliabilityChapter } from './analysis/reliability-chapter';
export { type DependabilityChapter, type DependabilityOptions, USUAL_COST } from './analysis/dependability-chapter';
export type { LevelEffect, RankingChapter, SeverityChapter } from './analysis/severity-chapter';
export { severitySpread, type SeveritySpread } from './analysis/severity-spread';
export type { DiagnosisChapter } from './analysis/diagnosis-chapter';
export { type Disagreement, type DiscussOptions, type ScoreGiven, whatToDiscuss } from './analysis/what-to-discuss';
export { whyMissing } from './analysis/why-missing';
export type { Finding, Tone } from './analysis/words/finding';
export { inInterviewWords, perCent } from './analysis/words/wording';
export { inPlainWords } from './analysis/words/in-plain-words';
