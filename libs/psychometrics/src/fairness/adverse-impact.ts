import type { Estimate } from '@touchstone/kernel';
import { missing } from '../estimates/estimates';
import { type FisherExact, fisherExact } from './fisher-exact';
import { impactRatio } from './impact-ratio';
import { type Outcome, checkOutcome } from './outcome';
import { selectionRate } from './selection-rate';
import { type StandardDeviations, hypergeometricDeviations } from './hypergeometric-deviations';
import { type TwoProportionZ, twoProportionZ } from './two-proportion-z';
import { violatesFourFifths } from './violates-four-fifths';

export interface GroupOutcome extends Outcome {
  readonly group: string;
}

export interface AdverseImpactOptions {
  /** A group with fewer applicants is not shown and not compared. 5 unless said. */
  readonly smallestGroup?: number;
}

export interface GroupRate {
  readonly group: string;
  /** null where the group is too small to be shown. */
  readonly applicants: number | null;
  readonly selected: number | null;
  readonly rate: Estimate;
  /**
   * Below 2 % of all applicants, where the Guidelines ask for no comparison (Questions 11 and 16). null where it is too small to be shown.
   */
  readonly belowTwoPercent: boolean | null;
}

/** One group against the one with the highest rate. */
export interface ImpactComparison {
  readonly group: string;
  readonly ratio: Estimate;
  readonly violatesFourFifths: boolean | null;
  /** null where one of the groups is empty or too small to be shown. */
  readonly tests: {
    readonly z: TwoProportionZ;
    readonly deviations: StandardDeviations;
    readonly fisher: FisherExact;
  } | null;
}

export interface AdverseImpact {
  /** The group with the highest rate, the first of equals; null where no group can be shown. */
  readonly referenceGroup: string | null;
  readonly rates: readonly GroupRate[];
  /** Of every other group, in the order given. */
  readonly comparisons: readonly ImpactComparison[];
}

/** Whom a figure is about could be guessed of fewer. */
const SMALLEST_GROUP = 5;

/**
 * Does this selection treat a group worse than the one it treats best?
 *
 * Compares the selection rate of each group with the highest one, as the Uniform Guidelines do: the ratio with its interval, whether it is
 * less than four fifths, and the tests of chance (Fisher's exact, z, standard deviations). Show both: a ratio below 0.8 with eleven
 * selections is often chance, and a ratio above 0.8 among thousands is often none. Neither proves discrimination or its absence; they say
 * where to look.
 *
 * Figures about a few people give those people away. A group with fewer applicants than `smallestGroup` (5 unless said; set it to the
 * k-anonymity threshold of the organization) appears by name alone, INSUFFICIENT_DATA, and is no reference. Show no total beside it from
 * which it could be reckoned back.
 *
 * Empty groups, nobody or everybody selected: see the single functions, which give each a defined answer. `smallestGroup` is a whole number
 * of at least 1, group names differ and counts can be; throws RangeError otherwise. Cost O(groups sqrt(n)) about.
 *
 * Source: 29 CFR 1607.4(D); Questions and Answers on the Uniform Guidelines, 44 Fed. Reg. 11996 (1979), Questions 11 to 27; S. B. Morris &
 * R. E. Lobsenz (2000), Personnel Psychology 53, 89-111, doi:10.1111/j.1744-6570.2000.tb00195.x (why both ratio and test).
 */
export function adverseImpact(
  groups: readonly GroupOutcome[],
  { smallestGroup = SMALLEST_GROUP }: AdverseImpactOptions = {},
): AdverseImpact {
  if (!Number.isSafeInteger(smallestGroup) || smallestGroup < 1) throw new RangeError('the smallest group shown has at least 1 applicant');
  for (const group of groups) checkOutcome(group, group.group);
  if (new Set(groups.map(({ group }) => group)).size < groups.length) throw new RangeError('two groups have the same name');
  const all = groups.reduce((sum, { applicants }) => sum + applicants, 0);
  const shown = groups.filter(({ applicants }) => applicants >= smallestGroup);
  const reference = shown.reduce<GroupOutcome | null>((best, group) => (best === null || isHigher(group, best) ? group : best), null);
  return {
    referenceGroup: reference?.group ?? null,
    rates: groups.map((group) => (shown.includes(group) ? rateOf(group, all) : hidden(group.group, smallestGroup))),
    comparisons: groups
      .filter((group) => group !== reference)
      .map((group) => (reference !== null && shown.includes(group) ? compare(group, reference) : incomparable(group.group, smallestGroup))),
  };
}

/** Compared in whole numbers, so that 1 of 3 and 2 of 6 are the same. */
const isHigher = (a: Outcome, b: Outcome): boolean => BigInt(a.selected) * BigInt(b.applicants) > BigInt(b.selected) * BigInt(a.applicants);

const rateOf = (outcome: GroupOutcome, all: number): GroupRate => ({
  group: outcome.group,
  applicants: outcome.applicants,
  selected: outcome.selected,
  rate: selectionRate(outcome),
  belowTwoPercent: outcome.applicants * 50 < all,
});

const compare = (group: GroupOutcome, reference: GroupOutcome): ImpactComparison => ({
  group: group.group,
  ratio: impactRatio(group, reference),
  violatesFourFifths: violatesFourFifths(group, reference),
  tests: {
    z: twoProportionZ(group, reference),
    deviations: hypergeometricDeviations(group, reference),
    fisher: fisherExact(group, reference),
  },
});

const tooSmall = (figure: string, smallestGroup: number): Estimate =>
  missing('INSUFFICIENT_DATA', `${figure} (shown from ${smallestGroup} applicants on)`, { n: 0, raters: 0 });

const hidden = (group: string, smallestGroup: number): GroupRate => ({
  group,
  applicants: null,
  selected: null,
  rate: tooSmall('selection rate', smallestGroup),
  belowTwoPercent: null,
});

const incomparable = (group: string, smallestGroup: number): ImpactComparison => ({
  group,
  ratio: tooSmall('impact ratio', smallestGroup),
  violatesFourFifths: null,
  tests: null,
});
