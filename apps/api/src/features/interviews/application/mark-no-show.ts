import { Injectable } from '@nestjs/common';
import type { Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { ChangeError } from '../errors';
import { ReasonedStep, type ReasonedStepInput } from './reasoned-step';

/** Notes that the candidate did not come. Nothing is owed for the interview; that may open the seal of the loop. */
@Injectable()
export class MarkNoShow {
  constructor(private readonly step: ReasonedStep) {}

  execute(actor: Actor, input: ReasonedStepInput): Promise<Result<{ interviewId: string }, ChangeError>> {
    return this.step.take(actor, input, { action: 'MARK_NO_SHOW', auditedAs: 'interview.markNoShow' });
  }
}
