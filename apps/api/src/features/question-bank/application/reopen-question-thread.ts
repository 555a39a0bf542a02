import { Injectable } from '@nestjs/common';
import type { Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { SettleQuestionThreadError } from '../errors';
import { type ChangedThread, type SettlingInput, ThreadDesk } from './thread-desk';

/** Says that a thread is not settled after all. */
@Injectable()
export class ReopenQuestionThread {
  constructor(private readonly desk: ThreadDesk) {}

  execute(actor: Actor, input: SettlingInput): Promise<Result<ChangedThread, SettleQuestionThreadError>> {
    return this.desk.settle(actor, input, 'OPEN');
  }
}
