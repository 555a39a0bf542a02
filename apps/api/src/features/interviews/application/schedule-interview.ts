import { Injectable } from '@nestjs/common';
import { isHeld } from '@touchstone/interviewing/interviews';
import { conflict, err, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { CreateError } from '../errors';
import { InterviewPlanner, type PlannedRound } from './interview-planner';

export interface ScheduleInterviewInput extends PlannedRound {
  readonly loopId: string | null;
  readonly idempotencyKey: string;
}

/** Plans a round once more, after its interview was cancelled or the candidate did not come. */
@Injectable()
export class ScheduleInterview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly planner: InterviewPlanner,
  ) {}

  execute(actor: Actor, input: ScheduleInterviewInput): Promise<Result<{ interviewId: string }, CreateError>> {
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const plan = await this.planner.open(tx, actor, input.loopId);
        if (!plan.ok) return plan;
        const { loop, interviews } = plan.value;
        if (interviews.length === 0) return err(conflict('Plan the loop first, with all its rounds.', ['input', 'loopId']));
        if (interviews.some(({ roundIndex, status }) => roundIndex === input.roundIndex && isHeld(status))) {
          return err(conflict('This round has an interview already. Reschedule it, or cancel it first.', ['input', 'roundIndex']));
        }
        const interview = await this.planner.plan(tx, plan.value, input, ['input']);
        if (!interview.ok) return interview;
        tx.audit({
          action: 'interview.schedule',
          subjectType: 'Interview',
          subjectId: interview.value,
          detail: { loopId: loop.id, roundIndex: input.roundIndex, seats: input.seats.length },
        });
        return ok({ interviewId: interview.value });
      },
      { once: { operation: 'interview.schedule', key: input.idempotencyKey, input } },
    );
  }
}
