import { Injectable } from '@nestjs/common';
import type { Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { ChangeError } from '../errors';
import { OpeningStep, type OpeningStepInput } from './opening-step';

/** Opens a closed opening again. */
@Injectable()
export class ReopenOpening {
  constructor(private readonly step: OpeningStep) {}

  execute(actor: Actor, input: OpeningStepInput): Promise<Result<{ openingId: string }, ChangeError>> {
    return this.step.take(actor, input, { action: 'REOPEN', auditedAs: 'opening.reopen' });
  }
}
