import {
  dependability,
  fitMixedModel,
  type GeneralizabilityDesign,
  leastSquaresEffects,
  type MixedModelFit,
  type RandomTerm,
} from '@touchstone/psychometrics';
import { askedPanels } from './asked-panels';
import type { Json, OracleInput, Section } from './section';
import { tableOf } from './table-of';
import { at } from './tree';

/** The short names of the oracles for pairs of facets; `ri` is a rater within an item. */
const TERMS: { readonly [name: string]: RandomTerm } = {
  candidate: 'candidate',
  rater: 'rater',
  item: 'item',
  pr: 'candidate:rater',
  pi: 'candidate:item',
  ir: 'rater:item',
  ri: 'rater:item',
};

const namesOf = (expected: Json): readonly string[] => {
  const components = at(expected, ['variance_components']);
  return components !== null && typeof components === 'object' ? Object.keys(components).filter((name) => name !== 'residual') : [];
};

function termOf(name: string): RandomTerm {
  const term = TERMS[name];
  if (term === undefined) throw new Error(`“${name}” is no component that is known here`);
  return term;
}

function reml(input: OracleInput, expected: Json): Json {
  const table = tableOf(input);
  const names = namesOf(expected);
  const fit = fitMixedModel(table, names.map(termOf));
  const values = (facet: 'candidate' | 'rater' | 'item', figure: 'value' | 'standardError'): Json =>
    Object.fromEntries(table[`${facet}s`].map((name, level) => [name, fit.effects[facet][level]?.[figure] ?? null]));
  const components = Object.fromEntries(names.map((name) => [name, fit.components[termOf(name)]?.value ?? null]));
  return {
    formula: `score ~ ${['1', ...names.map((name) => `(1|${name})`)].join(' + ')}`,
    variance_components: { ...components, residual: fit.components.residual?.value ?? null },
    mean: fit.mean.value,
    mean_se: fit.mean.standardError,
    loglik: fit.logLikelihood,
    blup: values('candidate', 'value'),
    blup_se: values('candidate', 'standardError'),
    blup_rater: values('rater', 'value'),
    blup_rater_se: values('rater', 'standardError'),
    blup_item: values('item', 'value'),
    blup_item_se: values('item', 'standardError'),
    d_study: projections(fit, expected),
  };
}

/** The panels that are asked for, with the components found; raters of items of their own where only these were fitted. */
function projections({ components, terms }: MixedModelFit, expected: Json): Json {
  const of = (term: RandomTerm | 'residual'): number | null => components[term]?.value ?? null;
  const pairs = { pi: of('candidate:item'), pr: of('candidate:rater'), ir: of('rater:item'), 'r:i': of('rater:item') };
  const used = { p: of('candidate'), i: of('item'), r: of('rater'), residual: of('residual'), ...pairs };
  return askedPanels(at(expected, ['d_study']), (panel) => dependability(designOf(terms), used, panel));
}

function designOf(terms: readonly RandomTerm[]): GeneralizabilityDesign {
  if (!terms.some((term) => term.includes('rater'))) return 'p×i';
  if (!terms.some((term) => term.includes('item'))) return 'p×r';
  return terms.includes('rater') ? 'p×i×r' : 'p×(r:i)';
}

function blue(input: OracleInput): Json {
  const table = tableOf(input);
  const effects = leastSquaresEffects(table);
  const values = (facet: 'candidate' | 'rater' | 'item'): Json =>
    Object.fromEntries(table[`${facet}s`].map((name, level) => [name, effects[facet][level]?.value ?? null]));
  return { candidate: values('candidate'), rater: values('rater'), item: values('item') };
}

export const mixedModelSections: readonly Section[] = [
  { name: /^reml_/, compute: reml },
  { name: 'blue', compute: blue },
];
