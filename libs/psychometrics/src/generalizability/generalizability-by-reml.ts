import { missing } from '../estimates/estimates';
import { fitMixedModel } from '../mixed-model/fit-mixed-model';
import { levelsOf } from '../mixed-model/levels';
import type { MixedModelFit } from '../mixed-model/mixed-model-fit';
import type { RandomTerm } from '../mixed-model/random-term';
import type { RatingTable } from '../ratings/rating-table';
import { COMPONENTS, type Component, termOf } from './generalizability-design';
import { type GeneralizabilityStudy, METHODS, frameOf, withShares } from './generalizability-study';
import { type ObservedDesignOptions, observedDesign } from './observed-design';

/**
 * Where do the differences between ratings come from, when not everybody rated everybody on everything?
 *
 * The question of `generalizabilityStudy`, answered by restricted maximum likelihood: for a complete design without negative estimates the same numbers,
 * for panels that rotate the better ones, since every rating counts by what it can tell. Components are never negative; where one lies at 0
 * the others differ from those of the analysis of variance, too. Standard errors come from the average information.
 *
 * Where each answer was rated by one interviewer alone, as in a loop of separate interviews, the interaction of candidate and question cannot be told from
 * chance: it is named in `inResidual`, has no estimate, and decision studies are cautious about it. Other confounding is refused:
 * INSUFFICIENT_DATA with the reason. CONSTANT where all ratings are equal.
 *
 * Cost: that of `fitMixedModel`.
 *
 * Source: R. L. Brennan (2001), Generalizability Theory, Springer, section 7.3.2, doi:10.1007/978-1-4757-3456-0; H. D. Patterson & R. Thompson
 * (1971), Recovery of inter-block information when block sizes are unequal, Biometrika 58(3), 545-554, doi:10.1093/biomet/58.3.545.
 */
export function generalizabilityByReml(table: RatingTable, options: ObservedDesignOptions = {}): GeneralizabilityStudy {
  const { design, balanced } = observedDesign(table, options);
  const frame = frameOf(table, design, balanced, 'REML');
  if (design === null) return { ...frame, reason: 'There is neither a second rater nor a second question to generalize over.' };
  const effects = COMPONENTS[design].flatMap((component): readonly { component: Component; term: RandomTerm }[] => {
    const term = termOf(component);
    return term === null ? [] : [{ component, term }];
  });
  const isResidual = (term: RandomTerm): boolean => term.includes(':') && levelsOf(table, term).count === table.score.length;
  const inResidual = effects.filter(({ term }) => isResidual(term)).map(({ component }) => component);
  const fitted = effects.filter(({ component }) => !inResidual.includes(component));
  const fit = fitMixedModel(
    table,
    fitted.map(({ term }) => term),
  );
  const support = { n: frame.n, raters: frame.levels.raters };
  const estimates = COMPONENTS[design].map((component) => {
    const estimate = fit.components[termOf(component) ?? 'residual'];
    return estimate ?? missing('INSUFFICIENT_DATA', `${METHODS.REML}: in the residual, since no pair was rated twice`, support);
  });
  const components = withShares(design, estimates);
  return { ...frame, status: fit.status, reason: fit.reason, components, inResidual, covariance: covarianceOf(fit, COMPONENTS[design]) };
}

/** In the order of the components of the design. */
function covarianceOf(
  { terms, componentCovariance: covariance }: MixedModelFit,
  components: readonly Component[],
): GeneralizabilityStudy['covariance'] {
  if (covariance === null) return null;
  const places = components.map((component) => {
    const term = termOf(component);
    return term === null ? terms.length : terms.indexOf(term);
  });
  const order = terms.length + 1;
  return places.map((row) => places.map((column) => (row === -1 || column === -1 ? 0 : covariance[row * order + column]!)));
}
