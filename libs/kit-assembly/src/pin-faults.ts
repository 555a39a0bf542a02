import type { KitBlueprint } from './blueprint';
import type { PoolQuestion } from './pool-question';
import type { BlueprintFault } from './blueprint-fault';

/**
 * Which pins and must-have questions contradict the rest of the blueprint on their face? Unknown or barred questions,
 * one question in two rounds, rounds that do not exist, more pins than a round holds, fixed questions that may not meet.
 */
export function pinFaults(blueprint: KitBlueprint, pool: readonly PoolQuestion[]): BlueprintFault[] {
  const questionOf = new Map(pool.map((question) => [question.id, question]));
  const pins = (blueprint.pinned ?? []).map(({ questionId }, index) => ({ questionId, path: ['pinned', String(index), 'questionId'] }));
  const musts = (blueprint.mustHaveQuestionIds ?? []).map((questionId, index) => ({
    questionId,
    path: ['mustHaveQuestionIds', String(index)],
  }));
  const wanted = [...pins, ...musts];

  const barred = wanted.flatMap(({ questionId, path }) => barFaults(questionId, path, blueprint, questionOf.get(questionId)));
  return [...barred, ...roundsOfPins(blueprint), ...quarrels(wanted, blueprint, questionOf)];
}

function barFaults(
  questionId: string,
  path: readonly string[],
  blueprint: KitBlueprint,
  question: PoolQuestion | undefined,
): BlueprintFault[] {
  if (question === undefined) {
    return [
      {
        code: 'UNKNOWN_IN_POOL',
        path,
        message: `Question '${questionId}' is wanted but not in the pool. Take it off the list or widen the pool.`,
      },
    ];
  }
  if (blueprint.excludedQuestionIds.includes(questionId)) {
    return [
      { code: 'CONTRADICTORY_PIN', path, message: `Question '${questionId}' is both wanted and excluded. Take it off one of the lists.` },
    ];
  }
  if (blueprint.maxExposure !== undefined && question.exposure > blueprint.maxExposure) {
    return [
      {
        code: 'CONTRADICTORY_PIN',
        path,
        message: `Question '${questionId}' is wanted but was used ${question.exposure} times, above the limit of ${blueprint.maxExposure}. Drop it or raise the limit.`,
      },
    ];
  }
  return [];
}

function roundsOfPins(blueprint: KitBlueprint): BlueprintFault[] {
  const pins = blueprint.pinned ?? [];
  const perRound = blueprint.rounds.map(() => 0);
  return pins.flatMap(({ questionId, roundIndex }, index): BlueprintFault[] => {
    const path = ['pinned', String(index)];
    const round = blueprint.rounds[roundIndex];
    if (round === undefined) {
      return [
        {
          code: 'CONTRADICTORY_PIN',
          path: [...path, 'roundIndex'],
          message: `There is no round ${roundIndex}; rounds are counted from 0 to ${blueprint.rounds.length - 1}.`,
        },
      ];
    }
    if (pins.findIndex((other) => other.questionId === questionId) < index) {
      return [
        {
          code: 'CONTRADICTORY_PIN',
          path: [...path, 'questionId'],
          message: `Question '${questionId}' is fixed twice. A kit asks a question once; keep one of the pins.`,
        },
      ];
    }
    perRound[roundIndex] = (perRound[roundIndex] ?? 0) + 1;
    if (round.questions.soft === undefined && (perRound[roundIndex] ?? 0) > round.questions.max) {
      return [
        {
          code: 'CONTRADICTORY_PIN',
          path,
          message: `Round '${round.name}' holds at most ${round.questions.max} questions, but more are fixed in it. Remove a pin or raise the limit.`,
        },
      ];
    }
    return [];
  });
}

interface Wanted {
  readonly questionId: string;
  readonly path: readonly string[];
}

function quarrels(wanted: readonly Wanted[], blueprint: KitBlueprint, questionOf: ReadonlyMap<string, PoolQuestion>): BlueprintFault[] {
  const areEnemies = (a: PoolQuestion, b: PoolQuestion): boolean =>
    a.enemies.includes(b.id) ||
    b.enemies.includes(a.id) ||
    blueprint.enemies.some(([p, q]) => (p === a.id && q === b.id) || (p === b.id && q === a.id));
  return wanted.flatMap(({ questionId, path }, index) =>
    wanted.slice(0, index).flatMap((earlier): BlueprintFault[] => {
      const [a, b] = [questionOf.get(earlier.questionId), questionOf.get(questionId)];
      if (a === undefined || b === undefined || a.id === b.id) return [];
      const siblings = a.variantFamily !== undefined && a.variantFamily === b.variantFamily;
      if (!siblings && !areEnemies(a, b)) return [];
      const why = siblings ? `are variants of '${a.variantFamily ?? ''}'` : 'may not meet in one kit';
      return [
        { code: 'CONTRADICTORY_PIN', path, message: `Questions '${a.id}' and '${b.id}' are both wanted but ${why}. Drop one of them.` },
      ];
    }),
  );
}
