import type { CandidateScores } from '../aggregation/candidate-scores';
import type { CandidateCompetencies, Competencies } from '../aggregation/competency-scores';
import type { ItemWeights } from '../aggregation/item-weights';
import type { AdverseImpact, GroupOutcome } from '../fairness/adverse-impact';
import type { ItemDisagreement } from '../items/disagreement';
import type { TestStatistics } from '../items/item-statistics';
import type { Linkage } from '../linking/linkage';
import type { AgreementChapter } from './agreement-chapter';
import type { PanelCounts } from './count-panel';
import type { DependabilityChapter, DependabilityOptions } from './dependability-chapter';
import type { DiagnosisChapter } from './diagnosis-chapter';
import type { ReliabilityChapter } from './reliability-chapter';
import type { RankingChapter, SeverityChapter } from './severity-chapter';
import type { Disagreement } from './what-to-discuss';

/** In the order in which they are computed, and best read. */
export const CHAPTERS = [
  'LINKING',
  'SCORES',
  'AGREEMENT',
  'RELIABILITY',
  'DEPENDABILITY',
  'SEVERITY',
  'RANKING',
  'DIAGNOSIS',
  'ITEMS',
  'DISCUSSION',
  'FAIRNESS',
] as const;

export type ChapterName = (typeof CHAPTERS)[number];

export interface Progress {
  readonly chapter: ChapterName;
  /** From 1. */
  readonly step: number;
  readonly of: number;
}

export interface PanelOptions extends DependabilityOptions {
  /** Of everything that is simulated; 1 unless said. A whole number. */
  readonly seed?: number | undefined;
  /** All of them unless said. */
  readonly chapters?: readonly ChapterName[] | undefined;
  /** Called before each chapter. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly weights?: ItemWeights | undefined;
  readonly competencies?: Competencies | undefined;
  /** How many candidates can be taken; 1 unless said. */
  readonly places?: number | undefined;
  /** The score from which on a candidate is taken. */
  readonly cutOff?: number | undefined;
  /** Who applied and who was taken, by group: without them there is no chapter on fairness. */
  readonly groups?: readonly GroupOutcome[] | undefined;
  readonly smallestGroup?: number | undefined;
}

export interface ItemsChapter {
  readonly statistics: TestStatistics;
  /** Most divided first. */
  readonly disagreement: readonly ItemDisagreement[];
}

/** A chapter, or a part of one, that is not there, and why, for a person. */
export interface LeftOut {
  readonly chapter: ChapterName;
  readonly reason: string;
}

/** All that the library has to say of a table of ratings: plain data, to be kept as JSON, shown, compared. A chapter that was left out is null. */
export interface PanelAnalysis {
  readonly seed: number;
  readonly counts: PanelCounts;
  readonly linking: Linkage | null;
  readonly scores: readonly CandidateScores[] | null;
  /** null where no competencies were given. */
  readonly competencies: readonly CandidateCompetencies[] | null;
  readonly agreement: AgreementChapter | null;
  readonly reliability: ReliabilityChapter | null;
  readonly dependability: DependabilityChapter | null;
  readonly severity: SeverityChapter | null;
  readonly ranking: RankingChapter | null;
  readonly diagnosis: DiagnosisChapter | null;
  readonly items: ItemsChapter | null;
  readonly discussion: readonly Disagreement[] | null;
  /** null where no groups were given. */
  readonly fairness: AdverseImpact | null;
  readonly leftOut: readonly LeftOut[];
}
