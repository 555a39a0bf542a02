import type { Estimate } from '@touchstone/kernel';
import type { RatingTable } from '../ratings/rating-table';
import { linearScorer } from './linear-score';
import { rowsOfCandidates } from './rows-of-candidates';

/** That an item tells something of a competency, and how much it counts there. An item may serve several competencies. */
export interface CompetencyItem {
  readonly item: string;
  readonly competency: string;
  /** Within the competency; only the ratios matter. */
  readonly weight: number;
}

export interface CompetencyScore {
  readonly competency: string;
  readonly score: Estimate;
  /** What part of the weight of the competency's items has a rating, 0 to 1. */
  readonly shareOfWeightRated: number;
}

export interface CandidateCompetencies {
  readonly candidate: string;
  /** One for each competency of the mapping and of the weights, by name. */
  readonly competencies: readonly CompetencyScore[];
  /** The competencies by their weight, renormalised over those that have a score. */
  readonly overall: Estimate;
  /** What part of the weight of all competencies has a score behind it, 0 to 1. */
  readonly shareOfWeightRated: number;
  /** Competencies that weigh and have no score, by name. */
  readonly unrated: readonly string[];
}

export interface Competencies {
  readonly items: readonly CompetencyItem[];
  /** How much each competency counts overall; one that is not named is shown and does not count. Without it all count alike. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
}

/**
 * What did the panel give each candidate on each competency, and overall?
 *
 * In two stages: the raters of an item first, then the items of a competency by their weight, then the competencies by theirs. At each stage
 * the weights are renormalised over what was rated, nothing is imputed, and the share of the weight that was rated stands beside the figure:
 * a total over 60 % of the profile is a total over 60 % of the profile. A competency without a rating is INSUFFICIENT_DATA and named.
 *
 * Standard errors and intervals as in `candidateScores`: the raters are the sample. Names in order of their code units.
 *
 * Weights finite and at least 0, no pair of item and competency twice; throws RangeError otherwise. Cost O(n log n) for n ratings times
 * the competencies of an item.
 *
 * Source: the definitions.
 */
export function competencyScores(table: RatingTable, { items, weights }: Competencies): readonly CandidateCompetencies[] {
  const named = [...items.map(({ competency }) => competency), ...Object.keys(weights ?? {})];
  const names = [...new Set(named)].sort((a, b) => (a < b ? -1 : 1));
  const place = new Map(names.map((name, index) => [name, index]));
  const weightOf = names.map((name) => (weights === undefined ? 1 : weightAt(weights, name)));
  const serves = servicesOf(table, items, place);
  const itemWeight = new Float64Array(names.length);
  for (const { competency, weight } of items) itemWeight[place.get(competency)!]! += weight;
  const start = rowsOfCandidates(table);
  const total = sum(weightOf);
  const score = linearScorer(table.raters.length);
  return table.candidates.map((candidate, c) => {
    const [from, to] = [start[c]!, start[c + 1]!];
    const rows = { values: table.score.subarray(from, to), raters: table.rater.subarray(from, to) };
    const served = weightsByCompetency(table.item.subarray(from, to), serves, names.length);
    const competencies = names.map((competency, k) => ({
      competency,
      score: score({ ...rows, weights: served[k]!.weights }, METHOD),
      shareOfWeightRated: itemWeight[k]! > 0 ? Math.min(1, served[k]!.rated / itemWeight[k]!) : 0,
    }));
    const counts = names.map((_, k) => (competencies[k]!.score.value === null ? 0 : weightOf[k]!));
    const weights = new Float64Array(to - from);
    counts.forEach((count, k) => {
      if (count > 0) served[k]!.weights.forEach((weight, row) => (weights[row]! += (weight / served[k]!.rated) * count));
    });
    return {
      candidate,
      competencies,
      overall: score({ ...rows, weights }, OVERALL_METHOD),
      shareOfWeightRated: total > 0 ? Math.min(1, sum(counts) / total) : 0,
      unrated: names.filter((_, k) => weightOf[k]! > 0 && counts[k] === 0),
    };
  });
}

const METHOD = 'mean over items, by weight, of the mean over raters; 95 % t interval with raters as the sample';
const OVERALL_METHOD =
  'mean over competencies, by weight, of the mean over items, by weight, of the mean over raters; 95 % t interval with raters as the sample';

interface Service {
  readonly competency: number;
  readonly weight: number;
}

function weightAt(weights: Readonly<Record<string, number>>, name: string): number {
  const weight = Object.hasOwn(weights, name) ? weights[name]! : 0;
  if (!Number.isFinite(weight) || weight < 0) throw new RangeError('the weight of a competency is a finite number of at least 0');
  return weight;
}

/** For each item of the table the competencies it serves. */
function servicesOf(table: RatingTable, items: readonly CompetencyItem[], place: ReadonlyMap<string, number>): readonly Service[][] {
  const at = new Map(table.items.map((item, index) => [item, index]));
  const services: Service[][] = table.items.map(() => []);
  const seen = new Map<string, Set<string>>();
  for (const { item, competency, weight } of items) {
    if (!Number.isFinite(weight) || weight < 0) throw new RangeError('the weight of an item is a finite number of at least 0');
    const known = seen.get(item) ?? new Set<string>();
    if (known.has(competency)) throw new RangeError(`the item ${item} is mapped to ${competency} twice`);
    seen.set(item, known.add(competency));
    const index = at.get(item);
    if (index !== undefined) services[index]!.push({ competency: place.get(competency)!, weight });
  }
  return services;
}

/** For each competency how much each rating of a candidate counts there, its item's weight over the number of the item's raters; and the weight rated. */
function weightsByCompetency(
  items: Int32Array,
  serves: readonly (readonly Service[])[],
  competencies: number,
): readonly { readonly weights: Float64Array; readonly rated: number }[] {
  const found = Array.from({ length: competencies }, () => ({ weights: new Float64Array(items.length), rated: 0 }));
  for (let first = 0, next = 0; first < items.length; first = next) {
    while (next < items.length && items[next] === items[first]) next += 1;
    for (const { competency, weight } of serves[items[first]!]!) {
      found[competency]!.rated += weight;
      found[competency]!.weights.fill(weight / (next - first), first, next);
    }
  }
  return found;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
