import type { KitBlueprint } from './blueprint';
import { byCodeUnit } from './by-code-unit';
import type { Placement } from './kit-draft';
import type { LinearProgram } from './linear-program';
import type { PoolQuestion } from './pool-question';
import { assertPriorities, defaultPriorities, type Priorities } from './priorities';
import { ProgramDraft } from './program-draft';
import type { Wish } from './wish';
import { listWishes } from './wishes';
import { writeKit } from './write-kit';

/** A program, and how to read its answer: a placement is used where its column is 1. */
export interface Formulation {
  readonly program: LinearProgram;
  readonly placements: readonly Placement[];
  readonly wishes: readonly Wish[];
}

export interface FormulateOptions {
  readonly priorities?: Priorities;
  /** The wishes to respect instead of all of them: what `explain` drops one after the other. */
  readonly wishes?: readonly Wish[];
  /** `feasibility` asks only whether any kit satisfies the hard wishes: no objective, soft wishes left out. */
  readonly purpose?: 'best' | 'feasibility';
}

/**
 * Which mixed integer program has exactly the kits of this blueprint as its solutions?
 *
 * One binary column per question and round (or slot that it fits); one row per wish, named by the wish and with the wish as its
 * origin; one row per question that keeps it to one place. The objective adds the role profile weights of the covered
 * competencies, the quality of the questions and the expected dependability, and takes off their exposure, the distance from
 * the target difficulty, the farthest target and the price of missed soft wishes. All coefficients are whole numbers, so that
 * objectives compare exactly. The order is that of the question ids, whatever the order of the pool: same input, same program.
 *
 * Source: W. J. van der Linden, Linear Models for Optimal Test Design (Springer 2005), chapters 3 to 5.
 * Cost: linear in questions x places, plus the size of the rows.
 */
export function formulate(blueprint: KitBlueprint, pool: readonly PoolQuestion[], options: FormulateOptions = {}): Formulation {
  const { priorities = defaultPriorities, wishes = listWishes(blueprint, pool), purpose = 'best' } = options;
  assertPriorities(priorities);
  const draft = new ProgramDraft();
  const questions = [...pool].sort((a, b) => byCodeUnit(a.id, b.id));
  const kit = writeKit(draft, { blueprint, questions, wishes, priorities, purpose, prefix: '', paysInto: 'objective' });
  return { program: { sense: 'maximize', columns: draft.columns, rows: draft.rows }, placements: kit.placements, wishes };
}
