import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { conflict, type ConflictError, err, type Result } from '@touchstone/kernel';
import {
  type AssemblyCancelledError,
  type ExposureReport,
  type FamilyBlueprint,
  highsThread,
  type KitBlueprint,
  type KitLayout,
  type PoolQuestion,
  type SolvedFamily,
  type WishCost,
} from '@touchstone/kit-assembly';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { askThread, threadLine, ThreadStopped } from '@touchstone/threads';
import type { AssemblyAnswers, AssemblyTask } from './assembly-tasks';
import { FairLine } from './fair-line';
import { type OrderRefusal, patienceSeconds, type SolvableOrder, solveOrder } from './solve-order';

/** Solver threads of one process, for those who wait for the answer and for jobs apart: a job of minutes never holds up who waits. */
const SHORT = { atOnce: 2, mostWaiting: 30, mostOfOne: 20 } as const;
const LONG = { atOnce: 2, mostWaiting: 100, mostOfOne: 100 } as const;
const COSTS_SECONDS = 25;
/** A thread that does not answer by then is ended. */
const GRACE_SECONDS = 5;

/** What is asked of the desk. */
export interface AssemblyOrder extends SolvableOrder {
  readonly organizationId: string;
}

/** How somebody listens who does not wait for the answer. */
export interface AssemblyListener {
  readonly signal: AbortSignal;
  readonly onProgress: (objective: number | null, bound: number) => void;
}

export type DeskRefusal = OrderRefusal | ConflictError;

interface Year {
  readonly draws: number;
  readonly window: number;
  readonly share: number;
  readonly seed: number;
  readonly seconds: number;
}

/**
 * Where kits are assembled: in threads, a few at a time, the others in a line that is fair to organizations. Waiting does not count against the time limit. What
 * somebody waits for is worked out in the thread whole, so that requests find the event loop free; of a job only its programs are.
 */
@Injectable()
export class AssemblyDesk implements OnApplicationShutdown {
  private readonly closing = new AbortController();
  private readonly short = new FairLine(SHORT);
  private readonly long = new FairLine(LONG);
  private readonly threads = threadLine({ entry: `${__dirname}/assembly-thread`, concurrency: SHORT.atOnce });
  private readonly solver = highsThread({ concurrency: LONG.atOnce });

  constructor(private readonly clock: SystemClock) {}

  readonly solverName = 'HiGHS';

  /** For whoever waits for the answer. */
  async assemble({ organizationId, ...order }: AssemblyOrder): Promise<Result<SolvedFamily, DeskRefusal>> {
    const answer = await this.ask(organizationId, { kind: 'ASSEMBLE', order }, patienceSeconds(order.timeLimitSeconds));
    if (answer === 'FULL') return err(conflict('Many kits are being assembled at this moment. Try again in a minute.'));
    return answer ?? err(calledOff);
  }

  /** For a job: tells how it goes, and stops at once where it is called off. */
  async assembleLong(
    { organizationId, ...order }: AssemblyOrder,
    { signal, onProgress }: AssemblyListener,
  ): Promise<Result<SolvedFamily, DeskRefusal>> {
    const stop = AbortSignal.any([this.closing.signal, signal]);
    const { clock, solver } = this;
    const work = (): Promise<Result<SolvedFamily, OrderRefusal>> => {
      const patience = AbortSignal.timeout(patienceSeconds(order.timeLimitSeconds) * 1000);
      return solveOrder(order, { solver, clock, signal: stop, patience, onProgress });
    };
    const answer = await this.long.turn(organizationId, work, stop);
    if (answer === 'FULL') return err(conflict('Many kits are being assembled at this moment. Try again in a minute.'));
    return answer === 'LEFT' ? err(calledOff) : answer;
  }

  /** What each wish costs this kit, the dearest first. Null where too many wait already, or the time did not suffice. */
  async wishCosts(
    organizationId: string,
    kit: KitLayout,
    blueprint: KitBlueprint,
    pool: readonly PoolQuestion[],
  ): Promise<readonly WishCost[] | null> {
    const answer = await this.ask(organizationId, { kind: 'WEIGH', kit, blueprint, pool, seconds: COSTS_SECONDS }, COSTS_SECONDS);
    return answer === 'FULL' ? null : answer;
  }

  /** How the bank would wear. Null where too many wait already; `stopped` where the time did not suffice for all draws. */
  async simulate(
    organizationId: string,
    family: FamilyBlueprint,
    pool: readonly PoolQuestion[],
    year: Year,
  ): Promise<ExposureReport | null> {
    const answer = await this.ask(organizationId, { kind: 'SIMULATE', family, pool, ...year }, year.seconds);
    return answer === 'FULL' ? null : answer;
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing.abort();
    await Promise.all([this.solver.close(), this.threads.close()]);
  }

  /** Null where the thread was stopped before it answered. */
  private async ask<Task extends AssemblyTask>(
    organizationId: string,
    task: Task,
    seconds: number,
  ): Promise<AssemblyAnswers[Task['kind']] | 'FULL' | null> {
    // A signal of its own for each: many wait at once, and each listens.
    const stop = AbortSignal.any([this.closing.signal]);
    const work = async (): Promise<AssemblyAnswers[Task['kind']] | null> => {
      const signal = AbortSignal.any([stop, AbortSignal.timeout((seconds + GRACE_SECONDS) * 1000)]);
      const turn = await this.threads.turn(async (thread) => {
        const value = await askThread<Task, AssemblyAnswers[Task['kind']]>(thread, task, signal);
        return { value, reusable: true };
      }, signal);
      return turn?.value ?? null;
    };
    try {
      const answer = await this.short.turn(organizationId, work, stop);
      return answer === 'LEFT' ? null : answer;
    } catch (error) {
      if (error instanceof ThreadStopped) return null;
      throw error;
    }
  }
}

const calledOff: AssemblyCancelledError = {
  type: 'AssemblyCancelledError',
  code: 'ASSEMBLY_CANCELLED',
  message: 'The assembly was called off.',
  path: [],
};
