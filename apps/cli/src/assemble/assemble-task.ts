import {
  assembleFamily,
  type AssembleOptions,
  type AssemblyRefusal,
  explainFamily,
  noSuchKit,
  type SolvedFamily,
  type Solver,
} from '@touchstone/kit-assembly';
import { err, type Result } from '@touchstone/kernel';
import type { AssemblyTask } from './input/task';

/**
 * The best kits of a task, or why there are none. Questions that must be in and must not, for whatever reason, are a conflict of
 * rows like every other where the file speaks of rows, and are told by them; elsewhere they are faults of the blueprint.
 */
export async function assembleTask(
  { family, pool, priorities, contradictions }: AssemblyTask,
  solver: Solver,
  options: AssembleOptions,
): Promise<Result<SolvedFamily, AssemblyRefusal>> {
  const answer = await assembleFamily(family, pool, solver, { ...options, priorities });
  if (answer.ok || contradictions === 'ARE_FAULTS' || answer.error.type !== 'InvalidBlueprintError') return answer;
  if (!answer.error.faults.every(({ code }) => code === 'CONTRADICTORY_PIN')) return answer;
  const { explainTimeLimitSeconds: timeLimitSeconds, clock, signal } = options;
  const conflict = await explainFamily(family, pool, solver, { timeLimitSeconds, clock, signal });
  return conflict === undefined ? answer : err(noSuchKit(conflict));
}
