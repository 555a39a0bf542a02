import { type GroupOutcome, adverseImpact, binomialDeviations, impactRatio } from '@touchstone/psychometrics';
import type { Json, OracleInput, Section } from './section';

interface BinomialCase {
  readonly id: string;
  readonly n: number;
  readonly population_share: number;
  readonly observed: number;
}

const groupsOf = (input: OracleInput): readonly GroupOutcome[] => (input['groups'] ?? []) as readonly GroupOutcome[];

/** Published tables are about four cups of tea as well: nobody is to be protected from being guessed. */
const impactOf = (input: OracleInput) => adverseImpact(groupsOf(input), { smallestGroup: 1 });

const rateOf = (input: OracleInput, group: string): number | null =>
  impactOf(input).rates.find((each) => each.group === group)?.rate.value ?? null;

function versusReference(input: OracleInput): Json {
  return Object.fromEntries(
    impactOf(input).comparisons.map(({ group, ratio, violatesFourFifths, tests }) => [
      group,
      {
        rate: rateOf(input, group),
        impact_ratio: ratio.value,
        ratio_ci95: ratio.interval && [ratio.interval.lower, ratio.interval.upper],
        four_fifths_violation: violatesFourFifths,
        z_pooled: tests?.z.pooled ?? null,
        p_z_two_sided: tests?.z.p ?? null,
        z_unpooled: tests?.z.unpooled ?? null,
        sd_hypergeometric: tests?.deviations.standardDeviations ?? null,
        two_sd_flag: tests?.deviations.flagged ?? null,
        expected_selected: tests?.deviations.expected ?? null,
        shortfall: tests ? -tests.deviations.difference : null,
        fisher_two_sided: tests?.fisher.twoSided ?? null,
        fisher_lower: tests?.fisher.lower ?? null,
        fisher_upper: tests?.fisher.upper ?? null,
        mid_p_lower: tests?.fisher.midPLower ?? null,
        mid_p_upper: tests?.fisher.midPUpper ?? null,
      },
    ]),
  );
}

const keyOf = (group: string): string => group.toLowerCase().replace(/[^a-z0-9]+/g, '_');

/** `ratio_black_to_white`: the rate of the one group over that of the other, whichever is the reference. */
function ratioOf(input: OracleInput, _: Json, name: string): Json {
  const groups = groupsOf(input);
  for (const group of groups) {
    for (const other of groups) {
      if (name === `ratio_${keyOf(group.group)}_to_${keyOf(other.group)}`) return impactRatio(group, other).value;
    }
  }
  throw new Error(`${name} names no two groups of the case`);
}

/** One application of the standard-deviation rule to a workforce and a population; the section is called like its entry in the input. */
function binomial(input: OracleInput, _: Json, name: string): Json {
  const entry = ((input['binomial'] ?? []) as readonly BinomialCase[]).find(({ id }) => id === name);
  if (entry === undefined) throw new Error(`${name} is no entry of the input`);
  const { n, population_share: share, observed } = entry;
  const { expected, standardDeviation, difference, standardDeviations, flagged, lowerTail, upperTail } = binomialDeviations(
    n,
    share,
    observed,
  );
  return {
    n,
    population_share: share,
    observed,
    expected,
    sd: standardDeviation,
    difference,
    standard_deviations: standardDeviations,
    two_sd_flag: flagged,
    exact_lower_tail_p: lowerTail,
    exact_upper_tail_p: upperTail,
  };
}

export const fairnessSections: readonly Section[] = [
  { name: 'reference_group', compute: (input) => impactOf(input).referenceGroup },
  {
    name: 'selection_rates',
    compute: (input) => Object.fromEntries(impactOf(input).rates.map(({ group, rate }) => [group, rate.value])),
  },
  { name: 'versus_reference', compute: versusReference },
  { name: /^ratio_.+_to_.+$/, compute: ratioOf },
  { name: /^(castaneda|hazelwood)/, compute: binomial },
];

/** The entries of `binomial` carry their cases' own names: whatever no other section is called. To be asked last. */
export const binomialSection: Section = { name: /^/, compute: binomial };
