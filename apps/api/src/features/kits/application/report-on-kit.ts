import type { AssemblyReport, AssemblyStatus, BrokenWish, CoverageReport } from '@touchstone/interviewing/kits';
import { kitInspector, type KitLayout, listWishes, relativeGap } from '@touchstone/kit-assembly';
import type { KitRoundValue } from '../persistence/kit-value';
import type { AssemblyFacts } from './fact-finder';

/** What the solver proved, and of whom one has it. */
export interface Proof {
  readonly status: AssemblyStatus;
  readonly solver: string;
  readonly bound: number;
  readonly seconds: number | null;
}

/** The same kit in the names of the solver. Questions that nobody knows any more keep their id. */
export const layoutOf = (rounds: readonly KitRoundValue[], { slugOf }: AssemblyFacts): KitLayout => ({
  rounds: rounds.map(({ items }) => ({ items: items.map(({ questionId }) => ({ questionId: slugOf.get(questionId) ?? questionId })) })),
});

/**
 * How good is this arrangement, counted from its questions? `proof` is what is known beyond counting: after a change by hand
 * the bound still holds for every kit of the pool as it was, and the status says that nobody has proven the arrangement.
 */
export function reportOnKit(layout: KitLayout, facts: AssemblyFacts, proof: Proof): AssemblyReport {
  const inspector = kitInspector(facts.blueprint, facts.pool);
  const { total, ...score } = inspector.score(layout);
  const soft = new Set(listWishes(facts.blueprint, facts.pool).flatMap(({ id, softPrice }) => (softPrice === undefined ? [] : [id])));
  const bound = Math.max(proof.bound, total);
  return {
    status: proof.status,
    solver: proof.solver,
    objective: total,
    bound,
    gap: relativeGap(total, bound),
    seconds: proof.seconds,
    score,
    slack: inspector.slacks(layout).map(({ label, ...slack }) => ({ ...slack, wish: label, soft: soft.has(slack.wishId) })),
    violations: inspector.violations(layout).map(({ wishId, words }): BrokenWish => ({ wish: wishId, message: `${words}.` })),
    coverage: coverageOf(layout, facts),
    poolSize: facts.pool.length,
    trainingQuestions: questionsOf(layout).filter((slug) => facts.bySlug.get(slug)?.training).length,
  };
}

const questionsOf = (layout: KitLayout): string[] => layout.rounds.flatMap(({ items }) => items.map(({ questionId }) => questionId));

function coverageOf(layout: KitLayout, { blueprint, pool }: AssemblyFacts): CoverageReport[] {
  const chosen = new Set(questionsOf(layout));
  return Object.entries(blueprint.competencyWeights)
    .map(([competencySlug, weight]) => {
      const carriers = pool.filter(({ competencies }) => competencies.includes(competencySlug));
      return { competencySlug, weight, questions: carriers.filter(({ id }) => chosen.has(id)).length, inPool: carriers.length > 0 };
    })
    .sort((a, b) => b.weight - a.weight || (a.competencySlug < b.competencySlug ? -1 : 1));
}
