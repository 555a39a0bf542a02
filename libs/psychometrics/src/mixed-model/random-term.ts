/**
 * What the differences between ratings may come from, apart from chance: a facet, or two facets together ("this rater is kinder to this
 * candidate than to others"). Named as in the formulas of lme4. A facet nested in another needs no name of its own: raters who each
 * belong to one item are the term `rater:item` (and then `rater` says the same once more: see `replicatedComponents`).
 *
 * All three facets together are no term: no rating stands twice, so that they cannot be told from the residual.
 */
export type RandomTerm = 'candidate' | 'rater' | 'item' | 'candidate:rater' | 'candidate:item' | 'rater:item';

export type Facet = 'candidate' | 'rater' | 'item';

/** In the order in which terms are given the benefit of the doubt where two cannot be told apart. */
export const RANDOM_TERMS: readonly RandomTerm[] = ['candidate', 'rater', 'item', 'candidate:rater', 'candidate:item', 'rater:item'];

export const facetsOf = (term: RandomTerm): readonly Facet[] => term.split(':') as Facet[];
