import { Injectable } from '@nestjs/common';
import type { Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { ChangeError } from '../errors';
import { InterviewStep } from './interview-step';
import { LoopGate } from './loop-gate';

export interface EndInterviewInput {
  readonly interviewId: string | null;
  readonly expectedRevision: number;
}

/** Ends an interview that is under way, by one of those who lead it. Where all scorecards are in already this opens the seal. */
@Injectable()
export class EndInterview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: LoopGate,
    private readonly step: InterviewStep,
  ) {}

  execute(actor: Actor, { interviewId, expectedRevision }: EndInterviewInput): Promise<Result<{ interviewId: string }, ChangeError>> {
    return this.unitOfWork.write(actor, async (tx) => {
      const found = await this.gate.interviewToEnd(tx, actor, interviewId);
      if (!found.ok) return found;
      return this.step.take(
        tx,
        found.value.interview,
        { action: 'END', auditedAs: 'interview.end', expectedRevision },
        { endedAt: tx.now },
      );
    });
  }
}
