import type { Estimate, EstimateStatus } from '@touchstone/kernel';
import {
  cronbachAlpha,
  decisionStudy,
  generalizabilityByReml,
  type GeneralizabilityDesign,
  type IntraclassFromComponents,
  intraclassFromComponents,
  krippendorffAlpha,
  type PanelProjection,
  type RatingTable,
} from '@touchstone/psychometrics';

/** How far scores can be relied upon. */
export interface ReliabilityFigures {
  readonly status: EstimateStatus;
  /** One rater alone: how much of a difference between two ratings is one between the candidates rated. */
  readonly single: Estimate;
  /** The mean of a panel of `panelSize` raters. */
  readonly panel: Estimate;
  /** Raters of one candidate on one criterion, by the harmonic mean: what a mean over panels of different size is worth. */
  readonly panelSize: number;
  /** Krippendorff's, for interval data, with a bootstrap over candidates. */
  readonly alpha: Estimate;
  /** Cronbach's, of the questions, over candidates who were asked all of them. */
  readonly consistency: Estimate;
}

/** What other panels would be worth. */
export interface PanelStudy {
  readonly status: EstimateStatus;
  readonly design: GeneralizabilityDesign | null;
  /** Where the differences between ratings come from; shares sum to 1. */
  readonly components: readonly {
    readonly component: string;
    readonly label: string;
    readonly estimate: Estimate;
    readonly share: number | null;
  }[];
  /** 1..8 interviewers × 1..20 questions; what the data know nothing of stays at one. */
  readonly panels: readonly PanelWorth[];
  readonly n: number;
  readonly raters: number;
}

export type PanelWorth = Pick<PanelProjection, 'interviewers' | 'questions' | 'g' | 'phi' | 'standardErrorOfMeasurement'>;

/** Of the bootstrap and of simulated intervals: the same on every run. */
const SEED = 1;
const RESAMPLES = 1000;

/** Are the same candidates ordered alike whoever rates them? `criteria`: one item for each criterion; `questions`: one for each question. */
export function reliabilityFigures(criteria: RatingTable, questions: RatingTable): ReliabilityFigures {
  const panelSize = harmonicPanel(criteria);
  const icc: IntraclassFromComponents = intraclassFromComponents(criteria, { raters: panelSize, seed: SEED });
  const { alpha } = krippendorffAlpha(criteria, 'interval', { bootstrap: { resamples: RESAMPLES, seed: SEED, by: 'candidate' } });
  return {
    status: icc.status,
    single: icc.forms['2,1'],
    panel: icc.forms['2,k'],
    panelSize,
    alpha,
    consistency: cronbachAlpha(questions).estimate,
  };
}

/** What would more interviewers, or more questions, buy? From where the differences between these ratings come. */
export function panelStudy(questions: RatingTable): PanelStudy {
  const study = generalizabilityByReml(questions);
  return {
    status: study.status,
    design: study.design,
    components: study.components.map(({ component, label, estimate, share }) => ({ component, label, estimate, share })),
    panels: decisionStudy(study, { seed: SEED }).map(({ interviewers, questions: asked, g, phi, standardErrorOfMeasurement }) => ({
      interviewers,
      questions: asked,
      g,
      phi,
      standardErrorOfMeasurement,
    })),
    n: study.n,
    raters: study.levels.raters,
  };
}

/** In whole numbers until the last division: panels of three are 3, and not a little more. */
function harmonicPanel({ candidate, item, score }: RatingTable): number {
  const cellsOfSize = new Map<number, bigint>();
  for (let first = 0, end = 0; first < score.length; first = end) {
    for (end = first; end < score.length && candidate[end] === candidate[first] && item[end] === item[first];) end += 1;
    cellsOfSize.set(end - first, (cellsOfSize.get(end - first) ?? 0n) + 1n);
  }
  const sizes = [...cellsOfSize].map(([size, cells]) => [BigInt(size), cells] as const);
  const common = sizes.reduce((multiple, [size]) => (multiple / greatestDivisor(multiple, size)) * size, 1n);
  const cells = sizes.reduce((sum, [, count]) => sum + count, 0n) * common;
  const inverse = sizes.reduce((sum, [size, count]) => sum + (count * common) / size, 0n);
  const divisor = greatestDivisor(cells, inverse);
  return Number(cells / divisor) / Number(inverse / divisor);
}

const greatestDivisor = (one: bigint, other: bigint): bigint => (other === 0n ? one : greatestDivisor(other, one % other));
