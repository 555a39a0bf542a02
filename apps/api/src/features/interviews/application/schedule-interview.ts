import { Injectable } from '@nestjs/common';
import { isHeld } from '@touchstone/interviewing/interviews';
import { conflict, err, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { CreateError } from '../errors';
import { InterviewRepository } from '../persistence/interview.repository';
import { InterviewPlanner, type PlannedRound } from './interview-planner';
import { LoopGate } from './loop-gate';

export interface ScheduleInterviewInput extends PlannedRound {
  readonly loopId: string | null;
  readonly idempotencyKey: string;
}

/** Plans a round once more, after its interview was cancelled or the candidate did not come. */
@Injectable()
export class ScheduleInterview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: LoopGate,
    private readonly interviews: InterviewRepository,
    private readonly planner: InterviewPlanner,
  ) {}

  execute(actor: Actor, input: ScheduleInterviewInput): Promise<Result<{ interviewId: string }, CreateError>> {
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const loop = await this.gate.planned(tx, actor, input.loopId);
        if (!loop.ok) return loop;
        const rounds = await this.planner.roundsOf(tx, loop.value);
        if (!rounds.ok) return rounds;
        const others = await this.interviews.ofLoop(tx, actor.organizationId, loop.value.id);
        if (others.length === 0) return err(conflict('Plan the loop first, with all its rounds.', ['input', 'loopId']));
        if (others.some(({ roundIndex, status }) => roundIndex === input.roundIndex && isHeld(status))) {
          return err(conflict('This round has an interview already. Reschedule it, or cancel it first.', ['input', 'roundIndex']));
        }
        const interview = await this.planner.plan(tx, loop.value, rounds.value, input, ['input']);
        if (!interview.ok) return interview;
        tx.audit({
          action: 'interview.schedule',
          subjectType: 'Interview',
          subjectId: interview.value,
          detail: { loopId: loop.value.id, roundIndex: input.roundIndex, seats: input.seats.length },
        });
        return ok({ interviewId: interview.value });
      },
      { once: { operation: 'interview.schedule', key: input.idempotencyKey, input } },
    );
  }
}
