import type { Bound } from './bound';
import type { KitBlueprint } from './blueprint';
import type { PoolQuestion } from './pool-question';

/** A figure of a kit that would best be `target`: what each question adds to it, in one round or in all. */
export interface Target {
  readonly name: string;
  readonly target: number;
  readonly round?: number;
  readonly measure: (question: PoolQuestion) => number;
}

/** The targets that a blueprint sets beside its limits. */
export function targetsOf(blueprint: KitBlueprint): readonly Target[] {
  return [
    ...blueprint.rounds.flatMap((round, index) => targetsOfScope(round, `round${index + 1}.`, index)),
    ...targetsOfScope(blueprint, 'kit.', undefined),
  ];
}

type Scope = Pick<KitBlueprint, 'minutes' | 'questions' | 'competencies' | 'categories' | 'kinds' | 'tags' | 'levels'>;

function targetsOfScope(scope: Scope, id: string, round: number | undefined): Target[] {
  const target = (name: string, bound: Bound | undefined, measure: Target['measure']): Target[] =>
    bound?.target === undefined ? [] : [{ name: id + name, target: bound.target, measure, ...(round === undefined ? {} : { round }) }];
  return [
    ...target('minutes', scope.minutes, ({ minutes }) => minutes),
    ...target('questions', scope.questions, () => 1),
    ...(scope.competencies ?? []).flatMap((bound) =>
      target(`competency.${bound.slug}`, bound, ({ competencies }) => Number(competencies.includes(bound.slug))),
    ),
    ...(scope.categories ?? []).flatMap((bound) =>
      target(`category.${bound.slug}`, bound, ({ category }) => Number(category === bound.slug)),
    ),
    ...(scope.kinds ?? []).flatMap((bound) => target(`kind.${bound.kind}`, bound, ({ kind }) => Number(kind === bound.kind))),
    ...(scope.tags ?? []).flatMap((bound) => target(`tag.${bound.slug}`, bound, ({ tags }) => Number(tags?.includes(bound.slug) ?? false))),
    ...(scope.levels ?? []).flatMap((bound) =>
      target(`level.${bound.from}-${bound.to}`, bound, ({ difficulty }) => Number(difficulty >= bound.from && difficulty <= bound.to)),
    ),
  ];
}
