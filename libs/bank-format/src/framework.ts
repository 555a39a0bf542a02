import type { Framework } from './framework-shapes';

/** What checks of questions and blueprints need to know of a framework; made from the shipped one or from an organization's own. */
export interface KnownFramework {
  readonly categories: ReadonlySet<string>;
  /** Slug of each competency in use → slug of its category. */
  readonly competencies: ReadonlyMap<string, string>;
  readonly roleProfiles: ReadonlySet<string>;
  /** The levels of the rating scale, ascending. */
  readonly levels: readonly number[];
}

export const knownFramework = (framework: Framework): KnownFramework => ({
  categories: new Set(framework.categories.map(({ slug }) => slug)),
  competencies: new Map(framework.competencies.filter(({ retired }) => !retired).map(({ slug, category }) => [slug, category])),
  roleProfiles: new Set(framework.roleProfiles.map(({ slug }) => slug)),
  levels: framework.ratingScale.levels.map(({ value }) => value),
});
