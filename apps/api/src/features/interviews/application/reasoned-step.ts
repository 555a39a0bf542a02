import { Injectable } from '@nestjs/common';
import type { InterviewAction } from '@touchstone/interviewing/interviews';
import { checkReason } from '@touchstone/interviewing/lifecycle';
import type { Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { ChangeError } from '../errors';
import { InterviewStep } from './interview-step';
import { LoopGate } from './loop-gate';

/** Which interview, at which revision the client has seen it, and why. */
export interface ReasonedStepInput {
  readonly interviewId: string | null;
  readonly expectedRevision: number;
  readonly reason: string;
}

/** A step by which an interview comes to nothing, taken by those who plan it, with the reason on record. */
@Injectable()
export class ReasonedStep {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: LoopGate,
    private readonly step: InterviewStep,
  ) {}

  take(
    actor: Actor,
    { interviewId, expectedRevision, reason }: ReasonedStepInput,
    step: { readonly action: InterviewAction; readonly auditedAs: string },
  ): Promise<Result<{ interviewId: string }, ChangeError>> {
    return this.unitOfWork.write(actor, async (tx) => {
      const found = await this.gate.plannedInterview(tx, actor, interviewId);
      if (!found.ok) return found;
      const statusReason = checkReason(reason, ['input', 'reason']);
      if (!statusReason.ok) return statusReason;
      return this.step.take(tx, found.value.interview, { ...step, expectedRevision }, { statusReason: statusReason.value });
    });
  }
}
