import type { AssembleOptions } from './assemble-options';
import { type AssemblyRefusal, cancelled, noSuchKit, outOfTime } from './assembly-refusal';
import type { Conflict, ExplainOptions } from './explain';

/** What is said where the solver came back without kits. `explained` finds the conflict of an infeasible program. */
export async function refusalOf(
  status: 'infeasible' | 'timeLimit' | 'cancelled',
  { timeLimitSeconds = 30, explainTimeLimitSeconds, clock, signal }: AssembleOptions,
  explained: (options: ExplainOptions) => Promise<Conflict | undefined>,
): Promise<AssemblyRefusal> {
  if (status === 'timeLimit') return outOfTime(timeLimitSeconds);
  if (status === 'cancelled') return cancelled;
  const conflict = await explained({ timeLimitSeconds: explainTimeLimitSeconds, clock, signal });
  return signal?.aborted === true ? cancelled : noSuchKit(conflict);
}
