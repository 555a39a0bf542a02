import { Injectable } from '@nestjs/common';
import type { Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { ChangeError } from '../errors';
import { ReasonedStep, type ReasonedStepInput } from './reasoned-step';

/** Cancels an interview that has not begun. Nothing is owed for it any more; that may open the seal of the loop. */
@Injectable()
export class CancelInterview {
  constructor(private readonly step: ReasonedStep) {}

  execute(actor: Actor, input: ReasonedStepInput): Promise<Result<{ interviewId: string }, ChangeError>> {
    return this.step.take(actor, input, { action: 'CANCEL', auditedAs: 'interview.cancel' });
  }
}
