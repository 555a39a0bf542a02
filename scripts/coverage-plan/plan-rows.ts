import {
  assembleFamily,
  type FamilyBlueprint,
  type KitBlueprint,
  type PoolQuestion,
  type SolvedFamily,
  type Solver,
} from '@touchstone/kit-assembly';
import { syntheticBank } from './synthetic-bank';

/** One question to the plan: so many kits for each role, from a bank of this size. */
export interface PlanQuestion {
  readonly bank: 245 | 250;
  readonly kits: number;
  /** Same kind and difficulty in each slot; otherwise levels may differ. */
  readonly strict: boolean;
}

export interface PlanAnswer extends PlanQuestion {
  readonly possible: boolean;
  readonly family: SolvedFamily | null;
  /** Different questions in all kits. */
  readonly used: number;
  /** Sums of difficulty of the kits, role by role. */
  readonly sums: readonly (readonly number[])[];
  /** Why not, in the blueprint's words. */
  readonly because: string | null;
}

export const PLAN: readonly PlanQuestion[] = [
  { bank: 250, kits: 3, strict: true },
  { bank: 250, kits: 4, strict: true },
  { bank: 250, kits: 5, strict: true },
  { bank: 250, kits: 6, strict: false },
  { bank: 250, kits: 7, strict: false },
  { bank: 245, kits: 3, strict: true },
  { bank: 245, kits: 4, strict: true },
];

/** Can so many kits be drawn for all roles at once, no question in two of them? Proven either way. */
export async function answerPlan(
  question: PlanQuestion,
  roles: readonly { readonly name: string; readonly blueprint: KitBlueprint }[],
  solver: Solver,
): Promise<PlanAnswer> {
  const pool = syntheticBank(question.bank);
  const alike = question.strict ? { alike: { slotDifficultyApart: 0, sameKindBySlot: true } } : {};
  const family: FamilyBlueprint = {
    members: roles.map(({ name, blueprint }) => ({ name, blueprint, kits: question.kits, ...alike })),
    maxUse: 1,
    aim: 'sum',
  };
  const answer = await assembleFamily(family, pool, solver, { timeLimitSeconds: 120 });
  if (!answer.ok) {
    if (answer.error.type !== 'NoSuchKitError') throw new Error(answer.error.message);
    return { ...question, possible: false, family: null, used: 0, sums: [], because: answer.error.message };
  }
  const questionOf = new Map(pool.map((one) => [one.id, one]));
  const chosen = answer.value.kits.map(({ rounds }) =>
    rounds.flatMap(({ items }) => items.map(({ questionId }) => questionOf.get(questionId) as PoolQuestion)),
  );
  const sumOf = (questions: readonly PoolQuestion[]): number => questions.reduce((sum, { difficulty }) => sum + difficulty, 0);
  return {
    ...question,
    possible: true,
    family: answer.value,
    used: new Set(chosen.flat().map(({ id }) => id)).size,
    sums: roles.map((_, role) => chosen.filter((_kit, index) => answer.value.kits[index]?.member === role).map(sumOf)),
    because: null,
  };
}
