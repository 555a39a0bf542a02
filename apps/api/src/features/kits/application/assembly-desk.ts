import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { conflict, type ConflictError, err, type Result } from '@touchstone/kernel';
import {
  assembleKit,
  type AssemblyOutcome,
  type AssemblyRefusal,
  highsThread,
  type KitBlueprint,
  type NoSuchKitError,
  type PoolQuestion,
  type Solver,
} from '@touchstone/kit-assembly';
import { SystemClock } from '@touchstone/platform/time/system-clock';

/** Solver threads of one process. Two, so that one hard blueprint does not hold up everybody, and cores are left for requests. */
const AT_ONCE = 2;
/** Who comes when so many are waiting is asked to come again. */
const MOST_WAITING = 30;
/** For each of the tests that explain why there is no kit. */
const EXPLAIN_SECONDS = 2;

/** Where kits are assembled: in threads, a few at a time, the others in line. Waiting does not count against the time limit. */
@Injectable()
export class AssemblyDesk implements OnApplicationShutdown {
  private readonly solver = highsThread({ concurrency: AT_ONCE });
  private readonly closing = new AbortController();
  private readonly waiting: (() => void)[] = [];
  private busy = 0;

  constructor(private readonly clock: SystemClock) {}

  readonly solverName = 'HiGHS';

  async assemble(
    blueprint: KitBlueprint,
    pool: readonly PoolQuestion[],
    timeLimitSeconds: number,
  ): Promise<Result<AssemblyOutcome, AssemblyRefusal | ConflictError>> {
    if (this.waiting.length >= MOST_WAITING) return err(conflict('Many kits are being assembled at this moment. Try again in a minute.'));
    await this.turn();
    try {
      return await this.solve(blueprint, pool, timeLimitSeconds);
    } finally {
      this.endTurn();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing.abort();
    await this.solver.close();
  }

  private async solve(
    blueprint: KitBlueprint,
    pool: readonly PoolQuestion[],
    timeLimitSeconds: number,
  ): Promise<Result<AssemblyOutcome, AssemblyRefusal>> {
    // Solving and explaining together: an explanation takes some ten to fifty short tests.
    const patience = AbortSignal.timeout((2 * timeLimitSeconds + 10) * 1000);
    let provenInfeasible = false;
    const solver: Solver = {
      solve: async (program, options) => {
        const solution = await this.solver.solve(program, options);
        provenInfeasible ||= solution.status === 'infeasible';
        return solution;
      },
    };
    const solved = await assembleKit(blueprint, pool, solver, {
      timeLimitSeconds,
      explainTimeLimitSeconds: Math.min(EXPLAIN_SECONDS, timeLimitSeconds),
      signal: AbortSignal.any([patience, this.closing.signal]),
      clock: this.clock,
    });
    // There is no such kit, only the time to say why ran out. A subset of wishes that fails proves it for all of them.
    return !solved.ok && solved.error.type === 'AssemblyCancelledError' && provenInfeasible ? err(unexplained) : solved;
  }

  private async turn(): Promise<void> {
    if (this.busy < AT_ONCE) {
      this.busy += 1;
      return;
    }
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Hands the turn to the next in line, who counts as busy in our place. */
  private endTurn(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.busy -= 1;
    else next();
  }
}

const unexplained: NoSuchKitError = {
  type: 'NoSuchKitError',
  code: 'NO_SUCH_KIT',
  message:
    'No kit from this pool satisfies all hard wishes, and the time did not suffice to find out which of them conflict. Loosen some, or allow more time.',
  path: [],
  conflict: null,
};
