import {
  type AssemblyRefusal,
  type FamilyKit,
  kitsOf,
  type NoSuchKitError,
  type PoolQuestion,
  relaxations,
  simulateExposure,
  type SolvedFamily,
  type Solver,
  substitutesFor,
  wishCosts,
} from '@touchstone/kit-assembly';
import type { Clock } from '@touchstone/kernel';
import { assembleTask } from './assemble-task';
import { fault } from './input/input-fault';
import type { AssemblyTask } from './input/task';
import type { AssembleSettings } from './options';
import { type AssemblyResult, type ConflictResult, type KitResult, nothing, type RowResult } from './result';

export interface Watching {
  readonly clock: Clock;
  readonly onProgress: (objective: number | null, bound: number) => void;
  readonly onStep: (words: string) => void;
}

/** Assembles, and answers everything that was asked about the kits. */
export async function solveTask(
  task: AssemblyTask,
  settings: AssembleSettings,
  solver: Solver,
  watching: Watching,
): Promise<AssemblyResult> {
  const { family, pool, priorities } = task;
  const { timeLimitSeconds, gap, seed, variety } = settings;
  const told = { name: task.name, understood: task.understood };
  watching.onStep('Assembling');
  const answer = await assembleTask(task, solver, {
    timeLimitSeconds,
    gap,
    seed,
    clock: watching.clock,
    onProgress: (objective, bound) =>
      watching.onProgress(objective === null ? null : objective / task.pointsPerUnit, bound / task.pointsPerUnit),
    ...(variety === null ? {} : { variety: { share: variety, seed } }),
  });
  if (!answer.ok) return { ...told, ...nothing, ...(await refused(answer.error, task, solver, watching)) };
  const solved = answer.value;
  const single = solved.kits.length === 1 ? solved.kits[0] : undefined;
  if (settings.costs && single !== undefined) watching.onStep('What each wish costs');
  const costs =
    settings.costs && single !== undefined
      ? await wishCosts(single, kitsOf(family)[0]?.blueprint ?? raise(), pool, solver, { priorities, timeLimitSeconds })
      : [];
  const exposure = settings.simulate === null ? null : await simulated(task, settings, settings.simulate, solver, watching);
  return {
    ...told,
    ...nothing,
    status: solved.proof === 'optimal' ? 'optimal' : 'feasible',
    objective: solved.objective / task.pointsPerUnit,
    bound: solved.bound / task.pointsPerUnit,
    gap: solved.gap,
    seconds: solved.seconds,
    kits: solved.kits.map((kit, index) => kitResult(kit, index, solved, task, settings.substitutes)),
    selection: solved.kits.map(idsOf),
    rows: solved.kits.flatMap((kit, index) => rowsOf(kit, index, solved.kits.length, task)),
    costs,
    exposure,
  };
}

function simulated(
  task: AssemblyTask,
  settings: AssembleSettings,
  draws: number,
  solver: Solver,
  { onStep }: Watching,
): Promise<AssemblyResult['exposure']> {
  return simulateExposure(task.family, task.pool, solver, {
    draws,
    window: settings.window ?? draws,
    share: settings.variety ?? 0,
    seed: settings.seed,
    timeLimitSeconds: settings.timeLimitSeconds,
    priorities: task.priorities,
    onDraw: (draw) => onStep(`Simulating draw ${draw} of ${draws}`),
  });
}

async function refused(
  refusal: AssemblyRefusal,
  task: AssemblyTask,
  solver: Solver,
  watching: Watching,
): Promise<Pick<AssemblyResult, 'status' | 'conflict' | 'faults'>> {
  switch (refusal.type) {
    case 'InvalidBlueprintError':
      return {
        status: 'invalid',
        conflict: null,
        faults: refusal.faults.map(({ code, path, message }) => fault(code, path.join('.'), message)),
      };
    case 'NoSuchKitError':
      watching.onStep('What would help');
      return { status: 'infeasible', conflict: await conflictOf(refusal, task, solver, watching), faults: [] };
    case 'AssemblyTimeLimitError':
    case 'AssemblyCancelledError':
      return { status: 'time_limit', conflict: null, faults: [] };
  }
}

async function conflictOf(
  { conflict }: NoSuchKitError,
  task: AssemblyTask,
  solver: Solver,
  { clock }: Watching,
): Promise<ConflictResult | null> {
  if (conflict === null) return null;
  const [first] = conflict.wishes;
  const number = Number(/^kit(\d+)\./.exec(first?.id ?? '')?.[1] ?? '1');
  const blueprint = kitsOf(task.family)[number - 1]?.blueprint;
  const own = conflict.wishes.map((wish) => ({ ...wish, id: wish.id.replace(/^kit\d+\./, '') }));
  const ofOneKit = conflict.rules.length === 0 && blueprint !== undefined;
  const helping = ofOneKit ? await relaxations(blueprint, task.pool, own, solver, { clock }) : [];
  return {
    rows: [...conflict.wishes, ...conflict.rules].map(({ id }) => task.rowName(id) ?? id),
    minimal: conflict.minimal,
    sentence: conflict.sentence,
    relaxations: helping.map(({ changes, cost }) => ({ changes: changes.map(({ words }) => words), cost })),
  };
}

const idsOf = ({ rounds }: FamilyKit): string[] => rounds.flatMap(({ items }) => items.map(({ questionId }) => questionId));

function kitResult(kit: FamilyKit, index: number, { kits }: SolvedFamily, task: AssemblyTask, most: number): KitResult {
  const questionOf = new Map(task.pool.map((question) => [question.id, question]));
  const blueprint = kitsOf(task.family)[index]?.blueprint ?? raise();
  const elsewhere = new Set(kits.filter((other) => other !== kit).flatMap(idsOf));
  const free = task.pool.filter(({ id }) => !elsewhere.has(id));
  return {
    name: kit.name,
    worth: kit.score.total / task.pointsPerUnit,
    uncovered: kit.uncovered.map(({ slug }) => slug),
    rounds: kit.rounds.map(({ name, items }, round) => ({
      name,
      minutes: items.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0),
      questions: items.map(({ questionId, slot }) => {
        const { kind, minutes, difficulty, competencies } = questionOf.get(questionId) as PoolQuestion;
        const own = { id: questionId, slot: slot === undefined ? null : (blueprint.rounds[round]?.slots?.[slot]?.label ?? null) };
        const place = { roundIndex: round, questionId };
        const substitutes = most === 0 ? {} : { substitutes: substitutesFor(kit, place, blueprint, free, task.priorities).slice(0, most) };
        return { ...own, kind, minutes, difficulty, competencies, ...substitutes };
      }),
    })),
  };
}

function rowsOf(kit: FamilyKit, index: number, kits: number, task: AssemblyTask): RowResult[] {
  const prefix = kits === 1 ? '' : `kit${index + 1}.`;
  return kit.slacks.flatMap(({ wishId, required, achieved, slack, violated }) => {
    const row = task.rowName(prefix + wishId);
    return row === null ? [] : [{ row, required, achieved, slack, kept: !violated }];
  });
}

function raise(): never {
  throw new TypeError('a kit without a blueprint');
}
