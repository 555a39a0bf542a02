import type { KitBlueprint } from './blueprint';
import { byCodeUnit } from './by-code-unit';
import type { KitLayout } from './kit';
import type { PoolQuestion } from './pool-question';

/** A competency with a weight that no question of a kit carries; `inPool` says whether any question of the pool does. */
export interface UncoveredCompetency {
  readonly slug: string;
  readonly weight: number;
  readonly inPool: boolean;
}

/** What of the role profile does this kit leave out? The heaviest first. */
export function uncovered(blueprint: KitBlueprint, pool: readonly PoolQuestion[], kit: KitLayout): readonly UncoveredCompetency[] {
  const chosen = new Set(kit.rounds.flatMap(({ items }) => items.map(({ questionId }) => questionId)));
  const inPool = new Set(pool.flatMap((question) => question.competencies));
  const inKit = new Set(pool.filter(({ id }) => chosen.has(id)).flatMap((question) => question.competencies));
  return Object.entries(blueprint.competencyWeights)
    .filter(([slug, weight]) => weight > 0 && !inKit.has(slug))
    .map(([slug, weight]) => ({ slug, weight, inPool: inPool.has(slug) }))
    .sort((a, b) => b.weight - a.weight || byCodeUnit(a.slug, b.slug));
}
