import { Injectable } from '@nestjs/common';
import type { Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { SettleQuestionThreadError } from '../errors';
import { type ChangedThread, type SettlingInput, ThreadDesk } from './thread-desk';

/** Says that a thread is settled. One that blocks is settled by who opened it, or by who may review the version. */
@Injectable()
export class ResolveQuestionThread {
  constructor(private readonly desk: ThreadDesk) {}

  execute(actor: Actor, input: SettlingInput): Promise<Result<ChangedThread, SettleQuestionThreadError>> {
    return this.desk.settle(actor, input, 'RESOLVED');
  }
}
