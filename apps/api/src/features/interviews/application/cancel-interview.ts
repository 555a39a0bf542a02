import { Injectable } from '@nestjs/common';
import { checkReason } from '@touchstone/interviewing/lifecycle';
import type { Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { ChangeError } from '../errors';
import { InterviewStep } from './interview-step';
import { LoopGate } from './loop-gate';

export interface CancelInterviewInput {
  readonly interviewId: string | null;
  readonly expectedRevision: number;
  readonly reason: string;
}

/** Cancels an interview that has not begun. Nothing is owed for it any more; that may open the seal of the loop. */
@Injectable()
export class CancelInterview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: LoopGate,
    private readonly step: InterviewStep,
  ) {}

  execute(
    actor: Actor,
    { interviewId, expectedRevision, reason }: CancelInterviewInput,
  ): Promise<Result<{ interviewId: string }, ChangeError>> {
    return this.unitOfWork.write(actor, async (tx) => {
      const found = await this.gate.plannedInterview(tx, actor, interviewId);
      if (!found.ok) return found;
      const statusReason = checkReason(reason, ['input', 'reason']);
      if (!statusReason.ok) return statusReason;
      return this.step.take(
        tx,
        found.value.interview,
        { action: 'CANCEL', auditedAs: 'interview.cancel', expectedRevision },
        { statusReason: statusReason.value },
      );
    });
  }
}
