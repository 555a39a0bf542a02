import { objectiveOf, type LinearProgram } from '../linear-program';
import { relativeGap, type Solution } from '../solver';
import type { RunAnswer } from './run-highs';

/** The answer in the terms of the program that was asked. */
export function solutionOf(program: LinearProgram, answer: RunAnswer): Solution {
  if (answer.status === 'infeasible' || answer.status === 'timeLimit') return { status: answer.status };
  const values = Array.from(answer.values);
  const objective = objectiveOf(program, values);
  const bound = program.sense === 'maximize' ? answer.bound : 0 - answer.bound;
  return { status: answer.status, values, objective, bound, gap: relativeGap(objective, bound) };
}
