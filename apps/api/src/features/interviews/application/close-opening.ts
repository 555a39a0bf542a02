import { Injectable } from '@nestjs/common';
import type { Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { ChangeError } from '../errors';
import { OpeningStep, type OpeningStepInput } from './opening-step';

/** Closes an opening: nobody is entered for it any more. Loops that exist go on. */
@Injectable()
export class CloseOpening {
  constructor(private readonly step: OpeningStep) {}

  execute(actor: Actor, input: OpeningStepInput): Promise<Result<{ openingId: string }, ChangeError>> {
    return this.step.take(actor, input, { action: 'CLOSE', auditedAs: 'opening.close' });
  }
}
