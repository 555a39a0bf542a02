import type { Facet, RandomTerm } from '../mixed-model/random-term';

/**
 * Who met whom, in the notation of generalizability theory: p candidates ("persons"), i items, r raters; × is crossed with, : nested in.
 * `p×(r:i)` has raters who belong to one item each, `p×(i:r)` raters who each ask items of their own.
 */
export type GeneralizabilityDesign = 'p×i' | 'p×r' | 'p×i×r' | 'p×(r:i)' | 'p×(i:r)';

/** Where differences between ratings come from. `residual` is the highest interaction together with chance. */
export type Component = 'p' | 'i' | 'r' | 'r:i' | 'i:r' | 'pi' | 'pr' | 'ir' | 'residual';

/** The components of each design, from main effects to the residual: every report lists them in this order. */
export const COMPONENTS: { readonly [design in GeneralizabilityDesign]: readonly Component[] } = {
  'p×i': ['p', 'i', 'residual'],
  'p×r': ['p', 'r', 'residual'],
  'p×i×r': ['p', 'i', 'r', 'pi', 'pr', 'ir', 'residual'],
  'p×(r:i)': ['p', 'i', 'r:i', 'pi', 'residual'],
  'p×(i:r)': ['p', 'r', 'i:r', 'pr', 'residual'],
};

const RESIDUALS: { readonly [design in GeneralizabilityDesign]: string } = {
  'p×i': 'pi,e',
  'p×r': 'pr,e',
  'p×i×r': 'pir,e',
  'p×(r:i)': 'pr:i,e',
  'p×(i:r)': 'pi:r,e',
};

/** The component as textbooks write it: `residual` of p×i×r is `pir,e`. */
export const labelOf = (design: GeneralizabilityDesign, component: Component): string =>
  component === 'residual' ? RESIDUALS[design] : component;

/** What two ratings must share to share the effect. */
export const FACETS: { readonly [component in Component]: readonly Facet[] } = {
  p: ['candidate'],
  i: ['item'],
  r: ['rater'],
  'r:i': ['rater', 'item'],
  'i:r': ['rater', 'item'],
  pi: ['candidate', 'item'],
  pr: ['candidate', 'rater'],
  ir: ['rater', 'item'],
  residual: ['candidate', 'rater', 'item'],
};

/** The component as a term of the mixed model; null for the residual. */
export const termOf = (component: Component): RandomTerm | null =>
  component === 'residual' ? null : (FACETS[component].join(':') as RandomTerm);
