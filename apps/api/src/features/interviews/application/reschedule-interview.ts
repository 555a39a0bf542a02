import { Injectable } from '@nestjs/common';
import { checkSchedule, type Schedule } from '@touchstone/interviewing/interviews';
import type { Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { ChangeError } from '../errors';
import { InterviewStep } from './interview-step';
import { LoopGate } from './loop-gate';

export interface RescheduleInterviewInput extends Schedule {
  readonly interviewId: string | null;
  readonly expectedRevision: number;
}

/** Moves an interview that has not begun to another time. */
@Injectable()
export class RescheduleInterview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: LoopGate,
    private readonly step: InterviewStep,
  ) {}

  execute(
    actor: Actor,
    { interviewId, expectedRevision, startsAt, endsAt, timeZone }: RescheduleInterviewInput,
  ): Promise<Result<{ interviewId: string }, ChangeError>> {
    return this.unitOfWork.write(actor, async (tx) => {
      const found = await this.gate.plannedInterview(tx, actor, interviewId);
      if (!found.ok) return found;
      const schedule = checkSchedule({ startsAt, endsAt, timeZone }, { now: tx.now, loopMadeAt: found.value.loop.createdAt });
      if (!schedule.ok) return schedule;
      return this.step.take(
        tx,
        found.value.interview,
        { action: 'RESCHEDULE', auditedAs: 'interview.reschedule', expectedRevision },
        schedule.value,
      );
    });
  }
}
