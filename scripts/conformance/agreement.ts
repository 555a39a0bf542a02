import {
  type AgreementWeights,
  type AlphaMetric,
  averageOverItems,
  type CohenWeights,
  cohenKappa,
  fleissKappa,
  fleissKappaGeneralised,
  gwetCoefficient,
  krippendorffAlpha,
  type RatingTable,
} from '@touchstone/psychometrics';
import type { Json, OracleInput, Section } from './section';
import { tableOf } from './table-of';
import { isBranch } from './tree';

/** Each candidate on each item is one unit, unless the case says that the candidates are. */
function unitsOf(input: OracleInput): RatingTable {
  const table = tableOf(input);
  return input['unit_of_agreement'] === 'candidate' ? averageOverItems(table) : table;
}

const keysOf = (expected: Json): readonly string[] => (isBranch(expected) ? Object.keys(expected) : []);

const isNamed = (table: RatingTable, name: string): boolean => table.raters.includes(name);

/** `A|B`; a name may have a bar of its own, so the split is sought where both halves are raters. */
function pairOf(key: string, table: RatingTable): readonly [string, string] {
  const halves = key.split('|');
  for (let at = 1; at < halves.length; at += 1) {
    const [a, b] = [halves.slice(0, at).join('|'), halves.slice(at).join('|')];
    if (isNamed(table, a) && isNamed(table, b)) return [a, b];
  }
  throw new Error(`${key} is no pair of raters`);
}

function cohen(input: OracleInput, expected: Json): Json {
  const table = unitsOf(input);
  return Object.fromEntries(
    keysOf(expected).map((key) => {
      const kappa = (weights: CohenWeights) => cohenKappa(table, pairOf(key, table), weights);
      const plain = kappa('unweighted');
      return [
        key,
        {
          n: plain.units,
          po: plain.observed,
          pe: plain.expected,
          se: plain.kappa.standardError,
          se0: plain.nullStandardError,
          z: plain.z,
          p: plain.p,
          unweighted: plain.kappa.value,
          linear: kappa('linear').kappa.value,
          quadratic: kappa('quadratic').kappa.value,
        },
      ];
    }),
  );
}

/** The weights are part of the input: the two raters of the case, in the order of their names. */
function cohenCustomWeights(input: OracleInput): Json {
  const table = unitsOf(input);
  const [a, b] = table.raters;
  if (a === undefined || b === undefined) return { value: null };
  const disagreement = input['disagreement_weights'] as readonly (readonly number[])[];
  const { kappa, observed, expected, units, nullStandardError } = cohenKappa(table, [a, b], { disagreement });
  return { value: kappa.value, n: units, po: observed, pe: expected, se: kappa.standardError, se0: nullStandardError };
}

function fleiss(input: OracleInput): Json {
  const { kappa, observed, expected, units, raters, nullStandardError, z, p, categories } = fleissKappa(unitsOf(input));
  return {
    value: kappa.value,
    se0: nullStandardError,
    z,
    p,
    pa: observed,
    pe: expected,
    n_units: units,
    n_raters: raters,
    per_category: Object.fromEntries(
      categories.map(({ category, share, ...test }) => [
        String(category),
        { value: test.kappa.value, share, se0: test.nullStandardError, z: test.z, p: test.p },
      ]),
    ),
  };
}

const chanceCorrected = ({ coefficient, observed, expected, units, unitsWithTwo, degrees }: ReturnType<typeof gwetCoefficient>): Json => ({
  value: coefficient.value,
  pa: observed,
  pe: expected,
  se: coefficient.standardError,
  lower: coefficient.interval?.lower ?? null,
  upper: coefficient.interval?.upper ?? null,
  n_units: units,
  n_units_2plus: unitsWithTwo,
  df: degrees,
});

const GWET: { readonly [key: string]: AgreementWeights } = {
  ac1: 'unweighted',
  ac2_linear: 'linear',
  ac2_quadratic: 'quadratic',
  ac2_ordinal: 'ordinal',
};

const gwet = (input: OracleInput): Json => {
  const table = unitsOf(input);
  return Object.fromEntries(Object.entries(GWET).map(([key, weights]) => [key, chanceCorrected(gwetCoefficient(table, weights))]));
};

const METRICS: readonly AlphaMetric[] = ['nominal', 'ordinal', 'interval', 'ratio'];

const krippendorff = (input: OracleInput): Json => {
  const table = unitsOf(input);
  return Object.fromEntries(METRICS.map((metric) => [metric, krippendorffAlpha(table, metric).alpha.value]));
};

export const agreementSections: readonly Section[] = [
  { name: 'unit_of_agreement', compute: (input) => (input['unit_of_agreement'] === 'candidate' ? 'candidate' : 'candidate_item') },
  { name: 'cohen', compute: cohen },
  { name: 'cohen_custom_weights', compute: cohenCustomWeights },
  { name: 'fleiss', compute: fleiss },
  { name: 'fleiss_generalised', compute: (input) => chanceCorrected(fleissKappaGeneralised(unitsOf(input))) },
  { name: 'gwet', compute: gwet },
  { name: 'krippendorff', compute: krippendorff },
];
