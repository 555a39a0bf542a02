import { Injectable } from '@nestjs/common';
import { conflict, err, invalid, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { CreateError } from '../errors';
import { InterviewPlanner, type PlannedRound } from './interview-planner';

export interface PlanLoopInput {
  readonly loopId: string | null;
  readonly rounds: readonly PlannedRound[];
  readonly idempotencyKey: string;
}

/**
 * Plans a loop whole: one interview for every round of its kit, each with its seats. Whole, because the seal opens when all that is planned has
 * been rated; a round that is planned later would come after it. Times can change, and rounds can be cancelled.
 */
@Injectable()
export class PlanLoop {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly planner: InterviewPlanner,
  ) {}

  execute(actor: Actor, input: PlanLoopInput): Promise<Result<{ loopId: string }, CreateError>> {
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const plan = await this.planner.open(tx, actor, input.loopId);
        if (!plan.ok) return plan;
        const { loop, rounds, interviews } = plan.value;
        if (interviews.length > 0)
          return err(
            conflict('This loop is planned already. Reschedule or cancel its interviews, or schedule a further one.', ['input', 'loopId']),
          );
        const asked = input.rounds.map(({ roundIndex }) => roundIndex).sort((a, b) => a - b);
        if (asked.length !== rounds.length || asked.some((roundIndex, index) => roundIndex !== index)) {
          return err(invalid(`Plan every round of the kit once: 0 to ${rounds.length - 1}.`, ['input', 'rounds']));
        }
        for (const [index, round] of input.rounds.entries()) {
          const interview = await this.planner.plan(tx, plan.value, round, ['input', 'rounds', String(index)]);
          if (!interview.ok) return interview;
        }
        tx.audit({ action: 'loop.plan', subjectType: 'Loop', subjectId: loop.id, detail: { interviews: input.rounds.length } });
        return ok({ loopId: loop.id });
      },
      { once: { operation: 'loop.plan', key: input.idempotencyKey, input } },
    );
  }
}
