import { type IccForm, type RatedUnit, intraclassCorrelations, intraclassFromComponents } from '@touchstone/psychometrics';
import type { Json, OracleInput, Section } from './section';
import { tableOf } from './table-of';

/**
 * Whether a unit is a candidate or a candidate on one item is told beside the section, not in it; how many units there are says the same.
 * With one item the two are one.
 */
function unitOf(input: OracleInput, expected: Json): RatedUnit {
  const table = tableOf(input);
  const told = expected !== null && typeof expected === 'object' && 'n' in expected ? expected.n : null;
  if (told === null) return 'CANDIDATE_ITEM';
  const pairs = intraclassCorrelations(table, { unit: 'CANDIDATE_ITEM' }).units;
  const candidates = intraclassCorrelations(table, { unit: 'CANDIDATE' }).units;
  return told === candidates && told !== pairs ? 'CANDIDATE' : 'CANDIDATE_ITEM';
}

function intraclass(input: OracleInput, expected: Json): Json {
  const table = tableOf(input);
  const { units, raters, excluded, meanSquares, forms, ...agreement } = intraclassCorrelations(table, { unit: unitOf(input, expected) });
  const form = (name: IccForm): { [key: string]: Json } => {
    const { estimate, f, df1, df2, p } = forms[name];
    return {
      value: estimate.value,
      F: f,
      df1,
      df2,
      p,
      lower: estimate.interval?.lower ?? null,
      upper: estimate.interval?.upper ?? null,
    };
  };
  return {
    ms: meanSquares && { ...meanSquares },
    n: units,
    k: raters,
    excluded,
    '1_1': form('1,1'),
    '1_k': form('1,k'),
    '2_1': { ...form('2,1'), satterthwaite_df: agreement.satterthwaiteDegrees },
    '2_k': {
      ...form('2,k'),
      mcgraw_wong_lower: agreement.mcGrawWongInterval?.lower ?? null,
      mcgraw_wong_upper: agreement.mcGrawWongInterval?.upper ?? null,
    },
    '3_1': form('3,1'),
    '3_k': form('3,k'),
  };
}

function fromComponents(input: OracleInput): Json {
  const { forms } = intraclassFromComponents(tableOf(input));
  return Object.fromEntries(Object.entries(forms).map(([form, { value }]) => [form.replace(',', '_'), value]));
}

export const reliabilitySections: readonly Section[] = [
  { name: 'icc', compute: intraclass },
  { name: 'icc_from_reml', compute: fromComponents },
];
