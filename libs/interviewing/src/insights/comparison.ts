import type { Estimate, EstimateStatus } from '@touchstone/kernel';
import { type MissingLink, missingLinks, type RankedCandidate, rankCandidates, severityAdjustedScores } from '@touchstone/psychometrics';
import { adjustedMeans, type WeightedLoop } from './adjusted-mean';
import { effectiveWeights } from './effective-weights';
import { countedRatings } from './rating-facts';
import { criterionName, inOrder, type PanelLoop, panelTable, questionsOf } from './panel-loop';
import { weightedMeanFigures } from './weighted-mean';

/** More candidates than this are not laid side by side: their ranking alone would take seconds. The newest are kept. */
export const LARGEST_COMPARISON = 200;

/** A link between panels or questions that no rating makes; ids of raters and names of criteria (`criterionName`). */
export type PanelLink = Pick<MissingLink, 'kind' | 'between' | 'repair'>;

export interface ComparedLoop {
  readonly loopId: string;
  readonly weighted: Estimate;
  readonly adjusted: Estimate;
  /** Null where the adjusted figure or its error is not to be had. */
  readonly rank: Estimate | null;
  readonly chanceOfFirst: number | null;
  /** The numbers, from 0, of the groups that cannot be told apart in which it stands. */
  readonly groups: readonly number[];
  /** P(this one truly above the other), in the order of the candidates; null against itself and where there is no figure. */
  readonly above: readonly (number | null)[];
}

export type LeftOutBecause = 'NOTHING_RATED' | 'OTHER_RULE' | 'TOO_MANY';

/** Candidates of one opening side by side. */
export interface Comparison {
  readonly status: EstimateStatus;
  /** Was there enough to tell severity from the rest? Without, adjusted figures take out the difficulty of questions at most. */
  readonly severityTold: boolean;
  readonly mustAgree: boolean;
  readonly links: readonly PanelLink[];
  /** Best first by the adjusted figure; those without one after them, by the weighted mean. */
  readonly candidates: readonly ComparedLoop[];
  /** Who cannot be told apart, best first; groups overlap. Loop ids. */
  readonly groups: readonly (readonly string[])[];
  readonly leftOut: readonly { readonly loopId: string; readonly because: LeftOutBecause }[];
  /** Ratings and raters behind all of it. */
  readonly n: number;
  readonly raters: number;
}

/** Links named in an answer: enough to start mending. */
const MOST_LINKS = 3;

/**
 * How do the candidates of one opening stand to each other, and how sure is that?
 *
 * `loops`: all loops of the opening whose seal is open, and no other: a sealed one has no part in any figure here. Those with another scoring rule than `ruleHash` are
 * left out, since their totals do not mean the same. Weighted mean and severity-adjusted mean side by side (`adjustedMeans`), from the ratings that enter the weighted
 * mean; rank, probability that one is above the other and groups that cannot be told apart of the adjusted ones (`rankCandidates`, its defaults and its seed).
 * The order of the loops given changes no bit of the answer.
 */
export function comparisonOf(loops: readonly PanelLoop[], ruleHash: string): Comparison {
  const { kept, leftOut } = chosen(loops, ruleHash);
  const facts = kept.map((loop) => {
    const counted = countedRatings(loop.ratings, loop.items);
    const weights = effectiveWeights(counted, loop.competencyWeights);
    const { overall } = weightedMeanFigures(loop.ratings, loop.items, loop.competencyWeights);
    return {
      loopId: loop.loopId,
      weighted: overall,
      ratings: weights,
      counted: weights.map(({ rating }) => rating),
      questionOf: questionsOf(loop),
    };
  });
  const rated = facts.filter(({ weighted }) => weighted.value !== null);
  const out = [
    ...leftOut,
    ...facts.filter(({ weighted }) => weighted.value === null).map(({ loopId }) => ({ loopId, because: 'NOTHING_RATED' as const })),
  ];
  const [first] = kept;
  const table = first === undefined ? null : panelTable(rated, first.scale);
  if (table === null) {
    return {
      status: 'INSUFFICIENT_DATA',
      severityTold: false,
      mustAgree: false,
      links: [],
      candidates: [],
      groups: [],
      leftOut: out,
      n: 0,
      raters: 0,
    };
  }
  const questions = new Map(rated.flatMap(({ questionOf }) => [...questionOf]));
  const scores = severityAdjustedScores(table, { covariance: false });
  const means = adjustedMeans(rated, scores, table, ({ itemId, criterionId }) => criterionName(questions.get(itemId) ?? '', criterionId));
  return {
    status: scores.status,
    severityTold: scores.model.effects.rater.length > 0,
    mustAgree: means.mustAgree && rated.length > 1,
    links: scores.status === 'DISCONNECTED' ? missingLinks(table).slice(0, MOST_LINKS).map(linkOf) : [],
    ...ranked(rated, means.adjusted, means.covariance),
    leftOut: out,
    n: table.score.length,
    raters: table.raters.length,
  };
}

const linkOf = ({ kind, between, repair }: MissingLink): PanelLink => ({ kind, between, repair });

function chosen(
  loops: readonly PanelLoop[],
  ruleHash: string,
): { readonly kept: readonly PanelLoop[]; readonly leftOut: Comparison['leftOut'] } {
  const same = inOrder(loops.filter((loop) => loop.ruleHash === ruleHash));
  const newest = [...same].sort((a, b) => (a.openedAt < b.openedAt ? 1 : a.openedAt > b.openedAt ? -1 : 0)).slice(0, LARGEST_COMPARISON);
  const kept = same.filter((loop) => newest.includes(loop));
  return {
    kept,
    leftOut: [
      ...inOrder(loops.filter((loop) => loop.ruleHash !== ruleHash)).map(({ loopId }) => ({ loopId, because: 'OTHER_RULE' as const })),
      ...same.filter((loop) => !kept.includes(loop)).map(({ loopId }) => ({ loopId, because: 'TOO_MANY' as const })),
    ],
  };
}

function ranked(
  loops: readonly WeightedLoop[],
  adjusted: readonly Estimate[],
  covariance: Float64Array | null,
): Pick<Comparison, 'candidates' | 'groups'> {
  const standings = loops.map(({ loopId }, index) => ({ candidate: loopId, estimate: adjusted[index]! }));
  const ranking = rankCandidates(standings, covariance === null ? {} : { covariance });
  const weighted = new Map(loops.map((loop) => [loop.loopId, loop.weighted]));
  const rest = ranking.unranked.map(({ candidate, estimate }) => ({
    loopId: candidate,
    weighted: weighted.get(candidate)!,
    adjusted: estimate,
  }));
  rest.sort((a, b) => (b.adjusted.value ?? b.weighted.value!) - (a.adjusted.value ?? a.weighted.value!));
  const nobody = new Array<number | null>(ranking.order.length + rest.length).fill(null);
  return {
    candidates: [
      ...ranking.order.map((one: RankedCandidate, place): ComparedLoop => ({
        loopId: one.candidate,
        weighted: weighted.get(one.candidate)!,
        adjusted: one.estimate,
        rank: one.rank,
        chanceOfFirst: one.chanceOfPlace,
        groups: one.groups,
        above: [...(ranking.probabilityAbove[place] ?? []), ...rest.map(() => null)],
      })),
      ...rest.map((one): ComparedLoop => ({ ...one, rank: null, chanceOfFirst: null, groups: [], above: nobody })),
    ],
    groups: ranking.groups,
  };
}
